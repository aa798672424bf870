"""A save that is known to be all that has changed: what it makes at once, and what waits."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sitegen.building import state
from sitegen.building.commit import RELEASE
from sitegen.building.manifest import JOURNAL
from sitegen.commands.build import build
from sitegen.pipeline.outcome import BuildResult
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Report
from tests.support.basic_site import BASIC, PEAR, REPOSITORY, clock, tree, write

PEAR_FILE = "content/gi/qingxi-xueli.md"
PAGE = "output/gi/qingxi-xueli/index.html"
LONGER = PEAR + "\n又添一句。\n"
SECOND = "content/articles/second.md"
ARTICLE = "---\nname: 第二篇\nkind: 动态\n---\n\n新的。\n"


KILLED = """
import os, pathlib, sys
from tests.pipeline.test_saved import ARTICLE, SECOND, Site
Site(pathlib.Path(sys.argv[1])).save({SECOND: ARTICLE})
os._exit(9)
"""


class Site:
    """A site that one process builds again and again."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.memory = PreviewMemory()
        assert self.build(BASIC, None) is not None

    def build(self, files: Mapping[str, str], saved: set[str] | None) -> BuildResult | None:
        write(self.root, dict(files))
        self.report = Report()
        return build(
            self.root,
            self.root / "output",
            self.report,
            clock(),
            workers=1,
            memory=self.memory,
            saved=saved,
        )

    def save(self, files: Mapping[str, str]) -> BuildResult | None:
        return self.build(files, set(files))

    def text(self, path: str = PAGE) -> str:
        return (self.root / path).read_text("utf-8")

    @property
    def journal(self) -> Path:
        return journal_of(self.root)

    def clean(self) -> dict[str, bytes]:
        return clean(self.root)


def journal_of(root: Path) -> Path:
    return state.folder_of(root, root / "output") / JOURNAL


def clean(root: Path) -> dict[str, bytes]:
    """The output of the same content in a folder that was never built."""
    fresh = root / "fresh"
    for part in ("content", "site.yaml"):
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        fresh.mkdir(exist_ok=True)
        copy(root / part, fresh / part)
    assert build(fresh, fresh / "output", Report(), clock(), workers=1) is not None
    found = tree(fresh / "output")
    shutil.rmtree(fresh)
    return found


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    yield Site(tmp_path)


def test_a_save_makes_its_page_and_leaves_the_lists_of_files_for_later(site: Site) -> None:
    release = site.text(f"output/{RELEASE}")
    built = site.save({PEAR_FILE: LONGER})
    assert built is not None and sorted(built.remade) == [PAGE[len("output/") :], "search/texts/"]
    assert "又添一句" in site.text() and site.journal.exists()
    assert site.text(f"output/{RELEASE}") == release
    assert site.build({}, None) is not None and not site.journal.exists()
    assert site.text(f"output/{RELEASE}") != release
    assert tree(site.root / "output") == site.clean()


def test_many_saves_share_one_journal(site: Site) -> None:
    site.save({PEAR_FILE: LONGER})
    site.save({SECOND: ARTICLE})
    (site.root / SECOND).unlink()
    site.build({}, {SECOND})
    site.save({SECOND: ARTICLE.replace("新的", "更新的")})
    site.save({PEAR_FILE: PEAR})
    rows = json.loads(site.journal.read_bytes())
    assert PAGE[len("output/") :] in rows["rows"] and "articles/second/index.html" in rows["rows"]
    assert not set(tree(site.root / "output")).intersection([*rows["removed"], *rows["gone"]])
    assert site.build({}, None) is not None
    assert tree(site.root / "output") == site.clean()


def test_the_next_run_of_another_process_writes_what_was_left(site: Site) -> None:
    site.save({SECOND: ARTICLE})
    report = Report()
    built = build(site.root, site.root / "output", report, clock(), workers=1)
    assert built is not None and not site.journal.exists()
    assert tree(site.root / "output") == site.clean()
    site.save({PEAR_FILE: LONGER})  # the preview finds that it is not alone
    assert "又添一句" in site.text()
    site.build({}, None)
    assert tree(site.root / "output") == site.clean()


def test_a_preview_that_is_killed_after_a_save_leaves_a_site_that_can_be_built(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path)]
    assert subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 9
    (tmp_path / SECOND).unlink()
    assert (tmp_path / "output/articles/second/index.html").exists()
    assert journal_of(tmp_path).exists()
    assert build(tmp_path, tmp_path / "output", Report(), clock(), workers=1) is not None
    assert tree(tmp_path / "output") == clean(tmp_path)


def test_a_page_that_somebody_removes_comes_back_when_all_is_looked_at(site: Site) -> None:
    (site.root / "output/gi/index.html").unlink()
    site.save({PEAR_FILE: LONGER})
    assert not (site.root / "output/gi/index.html").exists()
    site.build({}, None)
    assert tree(site.root / "output") == site.clean()


def test_a_page_that_somebody_removes_links_nowhere_when_another_goes(site: Site) -> None:
    site.save({SECOND: ARTICLE})
    site.build({}, None)
    (site.root / "output/gi/index.html").unlink()
    (site.root / SECOND).unlink()
    assert site.build({}, {SECOND}) is not None
    assert not (site.root / "output/articles/second/index.html").exists()
    site.build({}, None)
    assert tree(site.root / "output") == site.clean()


def test_an_output_folder_that_is_gone_is_made_whole(site: Site) -> None:
    shutil.rmtree(site.root / "output")
    site.save({PEAR_FILE: LONGER})
    assert tree(site.root / "output") == site.clean()


def test_what_was_saved_but_not_told_is_seen_when_all_is_looked_at(site: Site) -> None:
    write(site.root, {SECOND: ARTICLE})
    site.save({PEAR_FILE: LONGER})
    assert not (site.root / "output/articles/second/index.html").exists()
    site.build({}, None)
    assert (site.root / "output/articles/second/index.html").exists()


@pytest.mark.parametrize("folder", ["content", "content/articles"])
def test_of_a_folder_that_came_everything_is_looked_at(site: Site, folder: str) -> None:
    write(site.root, {SECOND: ARTICLE, PEAR_FILE: LONGER})
    site.build({}, {folder})
    assert (site.root / "output/articles/second/index.html").exists() and "又添一句" in site.text()
    assert not site.journal.exists() or site.build({}, None)
    assert tree(site.root / "output") == site.clean()


def test_a_mistake_in_a_save_changes_nothing_and_its_mending_is_built(site: Site) -> None:
    site.save({PEAR_FILE: LONGER})
    before = tree(site.root / "output")
    wrong = PEAR.replace("applicant: qingxi-li-xiehui\n", "applicant: nobody-here\n")
    assert site.save({PEAR_FILE: wrong}) is None and "nobody-here" in site.report.text("zh")
    assert tree(site.root / "output") == before and site.journal.exists()
    assert site.save({SECOND: ARTICLE}) is None and "nobody-here" in site.report.text("zh")
    assert site.save({PEAR_FILE: PEAR + "\n改好了。\n"}) is not None
    assert "改好了" in site.text()
    site.build({}, None)
    assert tree(site.root / "output") == site.clean()


def test_a_template_and_a_picture_are_saved_like_a_page(site: Site) -> None:
    page = (Path(__file__).parents[2] / "templates/pages/plain.html").read_text("utf-8")
    built = site.save({"templates/pages/plain.html": page.replace("<h1>", "<h1>〇")})
    assert built is not None and "404.html" in built.remade and "〇" in site.text("output/404.html")
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    first = PEAR.replace("---\n\n", "images: [{file: a.svg, alt: 方块}]\n---\n\n", 1)
    built = site.save({"content/media/a.svg": square, PEAR_FILE: first})
    assert built is not None, site.report.text("zh")
    assert "M0 0h8v8z" in site.text()
    site.save({"content/media/a.svg": square.replace("h8v8z", "h4v4z")})
    assert "M0 0h4v4z" in site.text()
