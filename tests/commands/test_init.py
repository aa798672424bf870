"""`sitegen init`: a site that builds at once and whose samples say that they are samples."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from sitegen.commands.init import STARTER, init, init_from
from sitegen.loading import documents
from sitegen.model.path_parts import RESERVED
from sitegen.problems import Report
from tests.support import basic_site
from tests.support.basic_site import REPOSITORY
from tests.support.site_test import SiteTest


def begun(folder: Path) -> list[str]:
    report = Report()
    written = init(folder, report)
    assert report.problems == []
    return written


def test_it_builds_without_a_problem(tmp_path: Path) -> None:
    written = begun(tmp_path / "mine")
    outcome = SiteTest.at(tmp_path / "mine").build(strict=True)
    assert outcome.codes == [] and outcome.built is not None
    assert {"site.yaml", ".gitignore", "content/pages/about.md"} <= set(written)
    page = (tmp_path / "mine/output/gi/yunxi-xueli/index.html").read_text("utf-8")
    assert "地理标志产品" in page and "示例公告2024年第1号" in page


def test_every_sample_says_that_it_is_one(tmp_path: Path) -> None:
    begun(tmp_path)
    for path in (tmp_path / "content").rglob("*.*"):
        assert (
            "示例" in path.read_text("utf-8")
            or path.parent.name in ("schemes", "media")
            or (path.name == "categories.yaml")
        ), path
    for collection in ("gi", "brands", "products", "organizations", "articles"):
        for path in (tmp_path / "content" / collection).iterdir():
            document, _ = documents.load(tmp_path, path.relative_to(tmp_path).as_posix())
            assert document is not None and "（示例）" in str(document.tree["name"])


def test_every_setting_is_explained(tmp_path: Path) -> None:
    begun(tmp_path)
    lines = (tmp_path / "site.yaml").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"[a-z_]+:", line):
            above = next(
                text for text in reversed(lines[:number]) if not re.match(r"[a-z_]+:", text)
            )
            assert above.startswith("#"), line


def test_the_settings_that_wait_as_comments_work_without_their_marks(tmp_path: Path) -> None:
    begun(tmp_path)
    text = (tmp_path / "site.yaml").read_text("utf-8")
    settings, mark, waiting = text.partition("# 以下几项不写也行")
    lines = re.sub(r"^# (?=[a-z]+:|  )", "", waiting, flags=re.MULTILINE)
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    site = SiteTest.at(tmp_path).write("site.yaml", settings + mark + lines)
    site.write("templates/public/logo.svg", logo).build(strict=True).passes()
    page = site.page("")
    menu = [link.get_text() for link in page.select("#menu a")]
    assert menu == ["地理标志", "特色产品", "关于本名录", "按拼音查"]
    assert page.select(".brand__logo")
    headings = [heading["id"] for heading in page.select("main h2")]
    assert headings == ["figures", "by-region", "by-kind", "articles"]  # all featured are above


def test_names_can_be_written_on_any_system() -> None:
    for path in STARTER.rglob("*"):
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*[a-z0-9]", path.name), path
        assert path.stem not in RESERVED
        assert path.is_dir() or b"\r" not in path.read_bytes()


@pytest.mark.parametrize("there", ["a.txt", ".git/config", "site.yaml"])
def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, there: str) -> None:
    basic_site.write(tmp_path, {there: "mine"})
    report = Report()
    assert init(tmp_path, report) == []
    assert [problem.kind.code for problem in report.problems] == ["init.not-empty"]
    assert basic_site.tree(tmp_path) == {there: b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    basic_site.write(tmp_path, {"mine": "x"})
    report = Report()
    assert init(tmp_path / "mine", report) == []
    assert report.has_errors and (tmp_path / "mine").read_text("utf-8") == "x"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert len(begun(tmp_path)) == len(basic_site.tree(STARTER))


def test_another_site_s_settings_make_a_site_that_builds(tmp_path: Path) -> None:
    begun(tmp_path / "old")
    basic_site.write(tmp_path / "old", {"templates/public/proof.txt": "甲"})
    report = Report()
    written = init_from(tmp_path / "new", tmp_path / "old", report)
    assert report.problems == []
    assert {"site.yaml", "content/regions.yaml", "content/schemes/gi-protection.md"} <= set(written)
    assert "templates/public/proof.txt" in written
    assert not any(path.startswith(("content/gi", "content/pages", "output")) for path in written)
    text = (tmp_path / "new/site.yaml").read_text("utf-8")
    assert "\n# featured:\n#   - gi:yunxi-xueli\n" in text and "\nhome_region: yunxi\n" in text
    SiteTest.at(tmp_path / "new").build(strict=True).passes()


def test_nothing_is_copied_from_behind_a_link(tmp_path: Path) -> None:
    """The other site may have come from anybody."""
    secret = basic_site.write(tmp_path / "secret", {"a.yaml": "name: 秘密\n"})
    other = SiteTest(tmp_path / "old").root
    (other / "content/schemes/link.yaml").symlink_to(secret / "a.yaml")
    (other / "templates").symlink_to(secret)
    os.mkfifo(other / "content/schemes/pipe.yaml")
    report = Report()
    written = init_from(tmp_path / "new", other, report)
    assert report.problems == [] and "site.yaml" in written
    assert [path for path in written if "link" in path or "pipe" in path] == []
    assert not (tmp_path / "new/templates").exists()


def test_settings_come_from_a_folder_that_has_a_site(tmp_path: Path) -> None:
    report = Report()
    assert init_from(tmp_path / "new", tmp_path / "none", report) == []
    assert [problem.kind.code for problem in report.problems] == ["site.missing"]
    assert not (tmp_path / "new").exists()


def test_a_copy_of_the_demo_site_has_no_mistakes(tmp_path: Path) -> None:
    report = Report()
    assert init_from(tmp_path / "copy", REPOSITORY, report) and not report.problems
    copied = (tmp_path / "copy/content/schemes/weiyoushangpin.md").read_text("utf-8")
    assert "](pages:" not in copied and "](pages:" in (
        REPOSITORY / "content/schemes/weiyoushangpin.md"
    ).read_text("utf-8")
    media = tmp_path / "copy/content/media"
    assert (media / "vegetables.svg").is_file() and not (media / "weixian-luobo.svg").exists()
    assert SiteTest.at(tmp_path / "copy").check().problems == []
