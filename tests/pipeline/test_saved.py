"""A save that is known to be all that has changed: what it makes at once, and what waits."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.building import state
from sitegen.building.manifest import JOURNAL
from sitegen.outputs.addresses import RELEASE
from tests.support.basic_site import PEAR, REPOSITORY
from tests.support.site_test import SiteTest

PEAR_FILE = "content/gi/qingxi-xueli.md"
PAGE = "gi/qingxi-xueli/index.html"
LONGER = PEAR + "\n又添一句。\n"
SECOND = "content/articles/second.md"
WRONG_APPLICANT = f"{PEAR_FILE}:8:12 reference.missing"
ARTICLE = "---\nname: 第二篇\nkind: 动态\n---\n\n新的。\n"


KILLED = """
import os, pathlib, sys
from tests.support.site_test import SiteTest
root, path, text = sys.argv[1:]
SiteTest(pathlib.Path(root)).preview().build().save({path: text})
os._exit(9)
"""


def journal_of(site: SiteTest) -> Path:
    return state.folder_of(site.root, site.target) / JOURNAL


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path).preview().build().passes()


def test_a_save_makes_its_page_and_leaves_the_lists_of_files_for_later(site: SiteTest) -> None:
    release = site.text(RELEASE)
    assert site.save({PEAR_FILE: LONGER}).remade == {PAGE, "search/texts/"}
    assert "又添一句" in site.text(PAGE) and journal_of(site).exists()
    assert site.text(RELEASE) == release
    site.build().passes()
    assert not journal_of(site).exists()
    assert site.text(RELEASE) != release
    site.equals_clean_build()


def test_many_saves_share_one_journal(site: SiteTest) -> None:
    site.save({PEAR_FILE: LONGER})
    site.save({SECOND: ARTICLE})
    site.save({SECOND: None})
    site.save({SECOND: ARTICLE.replace("新的", "更新的")})
    site.save({PEAR_FILE: PEAR})
    rows = state.read_json(journal_of(site))
    assert PAGE in rows["rows"] and "articles/second/index.html" in rows["rows"]
    assert not set(site.output).intersection([*rows["removed"], *rows["gone"]])
    site.build().passes().equals_clean_build()


def test_the_next_run_of_another_process_writes_what_was_left(site: SiteTest) -> None:
    site.save({SECOND: ARTICLE})
    SiteTest.at(site.root).build().passes()
    assert not journal_of(site).exists()
    site.equals_clean_build()
    site.save({PEAR_FILE: LONGER})  # the preview finds that it is not alone
    assert "又添一句" in site.text(PAGE)
    site.build().equals_clean_build()


def test_a_preview_that_is_killed_after_a_save_leaves_a_site_that_can_be_built(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", KILLED, str(tmp_path), SECOND, ARTICLE]
    assert subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 9
    site = SiteTest.at(tmp_path).remove(SECOND)
    assert "articles/second/index.html" in site.output and journal_of(site).exists()
    site.build().passes().equals_clean_build()


def test_a_page_that_somebody_removes_comes_back_when_all_is_looked_at(site: SiteTest) -> None:
    (site.target / "gi/index.html").unlink()
    site.save({PEAR_FILE: LONGER})
    assert not (site.target / "gi/index.html").exists()
    site.build().equals_clean_build()


def test_a_page_that_somebody_removes_links_nowhere_when_another_goes(site: SiteTest) -> None:
    site.save({SECOND: ARTICLE})
    site.build()
    (site.target / "gi/index.html").unlink()
    site.save({SECOND: None}).passes()
    assert not (site.target / "articles/second/index.html").exists()
    site.build().equals_clean_build()


def test_an_output_folder_that_is_gone_is_made_whole(site: SiteTest) -> None:
    shutil.rmtree(site.target)
    site.save({PEAR_FILE: LONGER})
    site.equals_clean_build()


def test_what_was_saved_but_not_told_is_seen_when_all_is_looked_at(site: SiteTest) -> None:
    site.write(SECOND, ARTICLE).save({PEAR_FILE: LONGER})
    assert not (site.target / "articles/second/index.html").exists()
    site.build()
    assert (site.target / "articles/second/index.html").exists()


@pytest.mark.parametrize("folder", ["content", "content/articles"])
def test_of_a_folder_that_came_everything_is_looked_at(site: SiteTest, folder: str) -> None:
    site.write(SECOND, ARTICLE).write(PEAR_FILE, LONGER).build_saved(folder)
    assert (site.target / "articles/second/index.html").exists() and "又添一句" in site.text(PAGE)
    if journal_of(site).exists():
        site.build()
    site.equals_clean_build()


def test_a_mistake_in_a_save_changes_nothing_and_its_mending_is_built(site: SiteTest) -> None:
    site.save({PEAR_FILE: LONGER})
    before = site.output
    wrong = PEAR.replace("applicant: qingxi-li-xiehui\n", "applicant: nobody-here\n")
    site.save({PEAR_FILE: wrong}).fails_with(WRONG_APPLICANT)
    assert site.output == before and journal_of(site).exists()
    site.save({SECOND: ARTICLE}).fails_with(WRONG_APPLICANT)
    site.save({PEAR_FILE: PEAR + "\n改好了。\n"}).passes()
    assert "改好了" in site.text(PAGE)
    site.build().equals_clean_build()


def test_a_template_and_a_picture_are_saved_like_a_page(site: SiteTest) -> None:
    page = (REPOSITORY / "templates/pages/plain.html").read_text("utf-8")
    site.save({"templates/pages/plain.html": page.replace("<h1>", "<h1>〇")})
    assert "404.html" in site.remade and "〇" in site.text("404.html")
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
    first = PEAR.replace("---\n\n", "images: [{file: a.svg, alt: 方块}]\n---\n\n", 1)
    site.save({"content/media/a.svg": square, PEAR_FILE: first}).passes()
    assert "M0 0h8v8z" in site.text(PAGE)
    site.save({"content/media/a.svg": square.replace("h8v8z", "h4v4z")})
    assert "M0 0h4v4z" in site.text(PAGE)
