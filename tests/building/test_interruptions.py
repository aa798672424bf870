"""A build that is killed at any of its steps: all files whole, and the next build right.

The build runs in a fork of the test, which an audit hook kills before the n-th change of the disk.
SITEGEN_STEP=1 kills at every one of them.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from tests.support.audited_paths import renamed
from tests.support.basic_site import BASIC, SITE, tree, write
from tests.support.kills import Event, any_change, needs_fork
from tests.support.kills import killed as killed_work
from tests.support.site_test import SiteTest
from tests.support.staging import staging_folders

pytestmark = needs_fork
STEP = int(os.environ.get("SITEGEN_STEP", "9"))
OLD = dict(BASIC)
NEW = {
    **OLD,
    "site.yaml": SITE.replace("试验名录", "另一名录"),
    "content/products/li-gao.md": "---\nname: 梨膏糖\nkind: 农产品\nformer_urls: /old.html\n---\n",
    "content/articles/second.md": "---\nname: 第二篇\nkind: 动态\n---\n\n新的。\n",
}
del NEW["content/pages/about.md"]


def move_into_output(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "os.rename" and "/output/" in renamed(arguments)[1]


def output_appears(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "os.rename" and renamed(arguments)[1].endswith("/output")


def killed(site: Path, count: int, event: Event = any_change) -> bool:
    """Build, but be killed just before the event that follows `count` such events."""
    return killed_work(SiteTest.at(site).build, count, event)


def replace_content(site: Path, files: dict[str, str]) -> None:
    shutil.rmtree(site / "content", ignore_errors=True)
    write(site, dict(files))


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The output of the old and of the new content, each from a folder of its own."""
    found = []
    for files in (OLD, NEW):
        folder = write(tmp_path_factory.mktemp("clean"), dict(files))
        SiteTest.at(folder).build().passes()
        found.append(tree(folder / "output"))
    return found[0], found[1]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Built from the old content, about to be built from the new."""
    write(tmp_path, dict(OLD))
    SiteTest.at(tmp_path).build().passes()
    replace_content(tmp_path, NEW)
    return tmp_path


def test_a_kill_before_any_change_of_the_disk_leaves_whole_files_and_the_next_build_right(
    site: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    old, new = trees
    count = halfway = 0
    while killed(site, count):
        left = tree(site / "output")
        assert [p for p, data in left.items() if data not in (old.get(p), new.get(p))] == []
        halfway += left not in (old, new)
        SiteTest.at(site).build().passes()
        assert tree(site / "output") == new
        count += STEP
        replace_content(site, OLD)
        SiteTest.at(site).build().passes()
        replace_content(site, NEW)
    assert count > 100 and halfway > 30 / STEP, "kills must reach into the commit"
    assert tree(site / "output") == new


def test_a_kill_in_the_first_build_of_all_is_made_good_by_the_next(
    tmp_path: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    write(tmp_path, dict(OLD))
    for _ in range(2):
        assert killed(tmp_path, 0, output_appears)
        assert not (tmp_path / "output").exists()
    SiteTest.at(tmp_path).build().passes()
    assert tree(tmp_path / "output") == trees[0]


def test_the_next_run_goes_on_with_an_interrupted_commit_without_making_pages_again(
    site: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    assert killed(site, 7, move_into_output)
    outcome = SiteTest.at(site).build()
    assert outcome.built and outcome.remade == set()
    assert tree(site / "output") == trees[1]


def test_a_kill_while_finishing_what_a_kill_left_is_finished_too(
    site: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    for _ in range(4):
        assert killed(site, 7, move_into_output)
    SiteTest.at(site).build().passes()
    assert tree(site / "output") == trees[1]


def test_pages_altered_after_the_interruption_are_made_again(
    site: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    assert killed(site, 12, move_into_output)
    write(site / "output", {"404.html": "改过", "a-z/index.html": "改过"})
    time.sleep(2.1)  # so long that the stats of these files are believed
    SiteTest.at(site).build().passes()
    assert tree(site / "output") == trees[1]


def test_an_output_lost_after_the_interruption_is_made_again(
    site: Path, trees: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    assert killed(site, 12, move_into_output)
    shutil.rmtree(site / "output")
    (staged,) = staging_folders(site / "output")
    shutil.rmtree(staged)
    SiteTest.at(site).build().passes()
    assert tree(site / "output") == trees[1]
