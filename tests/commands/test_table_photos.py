"""`sitegen table import --photos`: photos are listed, asked about once, and written before their entries."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sitegen.commands.table_import import import_table
from sitegen.problems import Report
from tests.support import pictures
from tests.support.basic_site import REPOSITORY, basic, tree
from tests.support.command_line import run
from tests.support.imported import handed_in
from tests.support.kills import killed, needs_fork
from tests.support.photo_files import folder, zipped
from tests.support.workbooks import xlsx

ROWS = [["名称", "种类"], ["梨酒", "农产品"], ["梨糖", "农产品"]]
ONE, TWO = pictures.jpeg(40, 30), pictures.jpeg(41, 30)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "台账.xlsx").write_bytes(xlsx(ROWS))
    folder(tmp_path / "照片", {"梨酒1.jpg": ONE, "梨糖.png": pictures.png()})
    return basic(tmp_path / "site")


def imported(site: Path, *options: str) -> tuple[int, list[str], str]:
    arguments = ("table", "import", "台账.xlsx", "--as", "特色产品", "--site", "site", *options)
    result = run(*arguments, cwd=site.parent)
    return result.returncode, result.stdout.splitlines(), result.stderr


def test_a_dry_run_lists_what_each_photo_becomes(site: Path) -> None:
    before = tree(site)
    code, lines, problems = imported(site, "--photos", "照片")
    assert (code, problems) == (0, "")
    at = lines.index("照片 2 张")
    assert lines[at + 1 : at + 3] == [
        "  梨酒：照片/梨酒1.jpg → content/media/lijiu.jpg",
        "  梨糖：照片/梨糖.png → content/media/litang.png",
    ]
    assert tree(site) == before
    _, lines, _ = imported(site, "--photos", "照片", "--lang", "en")
    assert "2 photos" in lines and "  梨酒: 照片/梨酒1.jpg → content/media/lijiu.jpg" in lines


def test_a_zip_file_is_imported_in_one_step_and_again_without_a_change(site: Path) -> None:
    zipped(site.parent / "a.zip", {"梨酒.jpg": ONE, "梨糖.jpg": TWO}, "gbk")
    code, lines, problems = imported(site, "--photos", "a.zip", "--write")
    assert (code, problems) == (0, "") and lines[-1].startswith("写好了 4 个文件")
    code, lines, problems = imported(site, "--photos", "a.zip", "--write")
    assert (code, problems) == (0, "") and "不变 2" in lines[0]
    assert tree(site / "content/media") == {"lijiu.jpg": ONE, "litang.jpg": TWO}


@pytest.mark.parametrize(
    ("path", "said"),
    [("没有", "没有“没有”"), ("台账.xlsx", "写照片所在的文件夹，或 .zip")],
)
def test_what_is_neither_a_folder_nor_a_zip_file_is_told(site: Path, path: str, said: str) -> None:
    code, _, problems = imported(site, "--photos", path)
    assert code == 2 and said in problems


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no pseudo-terminals")
@pytest.mark.parametrize(
    ("options", "typed", "asked"),
    [
        ((), "白石影社\n\n", ["照片署名", "照片许可"]),
        (("--set", "图片.署名=白石影社"), "\n", ["照片许可"]),
        (("--set", "图片.署名=白石影社", "--set", "图片.许可=-"), "", []),
    ],
)
def test_at_a_terminal_credit_and_licence_are_asked_for_once(
    site: Path, options: tuple[str, ...], typed: str, asked: list[str]
) -> None:
    ours, theirs = os.openpty()
    os.write(ours, typed.encode())
    command = ["table", "import", "台账.xlsx", "--site", "site", "--as", "products"]
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *command, "--photos", "照片", "--write", *options],
        cwd=site.parent,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdin=theirs,
        capture_output=True,
        text=True,
        timeout=60,
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr
    assert [word for word in ("照片署名", "照片许可") if word in said] == asked
    assert "credit: 白石影社" in (site / "content/products/lijiu.md").read_text()


@needs_fork
def test_a_photo_that_was_put_there_meanwhile_is_not_replaced(site: Path) -> None:
    table, photos = site.parent / "台账.xlsx", site.parent / "照片"
    theirs = site / "content/media/lijiu.jpg"

    def somebody(event: str, arguments: tuple[Any, ...]) -> bool:
        """Puts the file when ours is made in the staging folder."""
        if event == "open" and arguments[0] == "lijiu.jpg" and not theirs.exists():
            folder(theirs.parent, {theirs.name: b"of somebody"})
        return False

    def work() -> None:
        import_table(site, handed_in(table), Report(), name="products", photos=photos, write=True)

    assert not killed(work, 0, somebody)
    assert tree(site / "content/media") == {"lijiu.jpg": b"of somebody"}
    assert not (site / "content/products/lijiu.md").exists()


@needs_fork
def test_a_kill_at_any_instant_leaves_whole_files_and_no_entry_without_its_picture(
    tmp_path: Path,
) -> None:
    table = tmp_path / "特色产品.xlsx"
    table.write_bytes(xlsx(ROWS))
    photos = folder(tmp_path / "照片", {"梨酒.jpg": ONE, "梨酒2.jpg": TWO, "梨糖.jpg": TWO})

    def work(root: Path) -> None:
        import_table(root, handed_in(table), Report(), photos=photos, write=True)

    whole = basic(tmp_path / "whole")
    old = tree(whole / "content")
    work(whole)
    new = tree(whole / "content")
    count = 0
    while True:
        root = basic(tmp_path / f"site{count}")
        was_killed = killed(partial(work, root), count)
        now = tree(root / "content")
        for name, data in now.items():
            assert data in (old.get(name), new.get(name)), (count, name)
            if b"file: lijiu-2.jpg" in data:
                assert now["media/lijiu-2.jpg"] == TWO
        work(root)
        assert tree(root / "content") == new, count
        if not was_killed:
            break
        count += 1
    assert count > 15
