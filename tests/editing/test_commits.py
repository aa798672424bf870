"""With `edit --commit` git has a commit for each save: these files, and nothing else that lies about."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.editing.requests import EditRequest, Upload
from tests.support import pictures
from tests.support.editing import EditedSite, Page, saved_at
from tests.support.workbooks import xlsx

FORM = "entry/gi/qingxi-xueli"
PEAR = "content/gi/qingxi-xueli.md"
TOKEN = ("token", "token")


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    site = EditedSite(tmp_path / "site", {".gitignore": ".sitegen/\noutput/\n"})
    site.editor.desk = replace(site.editor.desk, commits=True)
    git(site.root, "init", "--quiet")
    git(site.root, "config", "user.name", "编辑")
    git(site.root, "config", "user.email", "editor@example.com")
    git(site.root, "add", "--all")
    git(site.root, "commit", "--quiet", "--message", "初始")
    return site


def changed(site: EditedSite) -> tuple[str, list[str]]:
    """The subject and the files of the last commit."""
    subject, _, files = git(site.root, "show", "--name-only", "--format=%s").partition("\n")
    return subject, files.split()


def test_a_save_is_a_commit_of_its_file_alone(site: EditedSite) -> None:
    (site.root / "content/gi/half.md").write_text("---\nname: 一半\n---\n", "utf-8")
    (site.root / "site.yaml").write_text(site.read("site.yaml").decode() + "\n", "utf-8")
    git(site.root, "add", "site.yaml")
    assert saved_at(site.edit(FORM, {"summary": "甜。"})) == FORM
    assert changed(site) == ("编辑 青溪雪梨", [PEAR])
    assert git(site.root, "status", "--short").split() == [
        "M",
        "site.yaml",
        "??",
        "content/gi/half.md",
    ]


def test_an_undo_and_an_import_are_commits_as_well(site: EditedSite) -> None:
    rows = [["名称", "种类"], ["梨酒", "农产品"]]
    request = EditRequest(
        "POST", "import", {}, [TOKEN], [Upload("file", "特色产品.xlsx", xlsx(rows))]
    )
    place = site.editor.answer(request).headers["Location"].partition("/edit/")[2]
    assert site.post(place, [TOKEN]).status == 303
    assert changed(site) == ("编辑 特色产品.xlsx", ["content/products/lijiu.md"])
    assert site.post("undo", [TOKEN]).status == 303
    assert changed(site) == ("编辑 特色产品.xlsx", ["content/products/lijiu.md"])
    assert not (site.root / "content/products/lijiu.md").exists()
    assert git(site.root, "status", "--short") == ""


def test_a_photo_goes_with_the_entry_that_names_it(site: EditedSite) -> None:
    photo = Upload("photos", "梨.png", pictures.png(30, 20))
    pairs = [(n, v) for n, v in site.get(FORM).pairs() if n != "do"]
    page = Page(
        site.editor.answer(EditRequest("POST", FORM, {}, [*pairs, ("do", "photo")], [photo]))
    )
    sent = page.pairs({"images/0/alt": "一只梨"})
    assert saved_at(site.post(FORM, sent)) == FORM
    assert changed(site)[1] == [PEAR, "content/media/qingxi-xueli.png"]


def test_where_git_refuses_the_save_is_kept_and_that_is_told(site: EditedSite) -> None:
    (site.root / ".git/index.lock").touch()
    page = site.edit(FORM, {"summary": "甜。"})
    assert page.status == 303 and "甜。" in site.read(PEAR).decode()
    path, _, query = page.answer.headers["Location"].partition("/edit/")[2].partition("?")
    assert "git=" in query and "index.lock" in query
    told = site.get(path, told="saved", git="fatal: <b>index.lock</b>").soup
    alert = told.select_one("main > [role=alert]")
    assert alert is not None and "没能提交到 git：fatal: <b>index.lock</b>" in alert.get_text()


def test_a_folder_that_is_no_repository_is_told(tmp_path: Path) -> None:
    site = EditedSite(tmp_path / "site", {})
    site.editor.desk = replace(site.editor.desk, commits=True)
    page = site.edit(FORM, {"summary": "甜。"})
    assert page.status == 303 and "git=" in page.answer.headers["Location"]


def test_a_hook_of_the_repository_does_not_run(site: EditedSite, tmp_path: Path) -> None:
    hook = site.root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
    hook.chmod(0o755)
    site.edit(FORM, {"summary": "甜。"})
    assert changed(site)[1] == [PEAR] and not (tmp_path / "ran").exists()


def test_a_file_that_git_never_had_may_go(site: EditedSite) -> None:
    site.editor.desk = replace(site.editor.desk, commits=False)
    assert saved_at(site.edit("new/products", {"name": "梨酒", "kind": "农产品"}))
    site.editor.desk = replace(site.editor.desk, commits=True)
    page = site.post("rename/products/lijiu", [TOKEN, ("id", "jiu")])
    assert saved_at(page) == "entry/products/jiu" and "git=" not in page.answer.headers["Location"]
    assert changed(site)[1] == ["content/products/jiu.md"]


def test_a_computer_without_git_is_told(site: EditedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    page = site.edit(FORM, {"summary": "甜。"})
    assert "%E6%B2%A1%E6%9C%89%E8%A3%85+git" in page.answer.headers["Location"]
