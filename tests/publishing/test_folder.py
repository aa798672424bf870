"""Publishing into a folder: what is shown is whole at any instant, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen.files import digest
from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.target import Target
from sitegen.publishing.targets.folder import FolderTarget
from tests.support.kills import any_change, killed, needs_fork
from tests.support.publications import at, broken_pages, payload, site, tree

OLD, NEW = site(1), site(2)
CALM = releases.Terms("a test", keep=3, most_removed=100)

STEP = 1 if os.environ.get("SITEGEN_KILLS") else 5
"""With SITEGEN_KILLS set, publications are killed before every single change of the disk."""


def publish(target: Target, files: dict[str, bytes], minutes: float) -> releases.Publication:
    return releases.publish(target, payload(files), at(minutes), CALM)


def shown(path: Path) -> dict[str, bytes]:
    return tree(path / "current")


def carried(files: dict[str, bytes], old: dict[str, bytes]) -> dict[str, bytes]:
    """What a release has: its own files, and the style sheet that open pages of the last one name."""
    return {**{path: data for path, data in old.items() if path.endswith(".css")}, **files}


@pytest.fixture(params=["link", "copy"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> FolderTarget:
    return FolderTarget("production", tmp_path / "www", links=request.param == "link")


def test_a_release_is_shown_and_the_old_one_stays(target: FolderTarget) -> None:
    first = publish(target, OLD, 0)
    assert shown(target.path) == OLD
    assert first.difference.new == tuple(sorted(OLD)) and first.before is None
    second = publish(target, NEW, 5)
    assert shown(target.path) == carried(NEW, OLD)
    assert second.difference.kept == 2
    assert [record.id for record in target.records()] == [second.record.id, first.record.id]
    assert tree(target.path / "releases" / first.record.id) == OLD


def test_unchanged_files_are_the_same_on_the_disk(target: FolderTarget) -> None:
    first, second = publish(target, OLD, 0), publish(target, NEW, 5)
    for path, same in [("media/same-0.svg", True), ("index.html", False)]:
        one, other = (
            (target.path / "releases" / p.record.id / path).stat() for p in (first, second)
        )
        assert (one.st_ino == other.st_ino) is same
        assert (one.st_mtime == other.st_mtime) is same


def test_nothing_new_is_no_release(target: FolderTarget) -> None:
    first = publish(target, OLD, 0)
    again = publish(target, OLD, 5)
    assert again.record == first.record and again.difference.nothing
    assert len(target.records()) == 1


def test_back_and_forth(target: FolderTarget) -> None:
    first, second = publish(target, OLD, 0), publish(target, NEW, 5)
    chosen, before = releases.roll_back(target, None, owner="a test")
    assert chosen == first.record and before == second.record
    assert shown(target.path) == carried(OLD, NEW)
    releases.roll_back(target, second.record.id[:15], owner="a test")
    assert shown(target.path) == carried(NEW, OLD)
    with pytest.raises(Mistaken) as raised:
        releases.roll_back(target, "2020", owner="a test")
    assert first.record.id in raised.value.problem.message("zh")


def test_old_styles_stay_for_a_week(target: FolderTarget) -> None:
    publish(target, OLD, 0)
    publish(target, NEW, 5)
    third = site(3)
    publish(target, third, 10)
    style = next(path for path in OLD if path.endswith(".css"))
    assert style in shown(target.path)
    publish(target, site(4), 10 + 8 * 24 * 60)
    assert style not in shown(target.path)
    assert not broken_pages(shown(target.path))


def test_old_releases_go_when_they_are_many_and_a_week_old(target: FolderTarget) -> None:
    made = [publish(target, site(number), number).record.id for number in range(1, 6)]
    assert len(target.records()) == 5
    last = publish(target, site(9), 8 * 24 * 60)
    assert last.dropped == tuple(reversed(made[:3]))
    kept = [path.name for path in sorted((target.path / "releases").iterdir())]
    assert kept == [*made[3:], last.record.id]


def test_a_foreign_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("of somebody else", "utf-8")
    with pytest.raises(Mistaken) as raised:
        publish(FolderTarget("production", tmp_path), OLD, 0)
    assert "index.html" in raised.value.problem.message("zh")
    assert tree(tmp_path) == {"index.html": b"of somebody else"}


def test_another_site_is_left_alone(target: FolderTarget) -> None:
    publish(target, OLD, 0)
    with pytest.raises(Mistaken) as raised:
        releases.publish(target, payload(NEW, "other"), at(5), CALM)
    assert raised.value.problem.kind.code == "publish.another-site"
    assert shown(target.path) == OLD


def test_a_site_that_lost_its_pages_is_not_published(target: FolderTarget) -> None:
    publish(target, OLD, 0)
    fewer = {path: data for path, data in OLD.items() if not path.startswith("gi/")}
    with pytest.raises(Mistaken) as raised:
        releases.publish(
            target, payload(fewer), at(5), releases.Terms("a test", keep=3, most_removed=5)
        )
    assert raised.value.problem.facts["removed"] == "6"
    assert shown(target.path) == OLD


def test_two_at_once(target: FolderTarget) -> None:
    publish(target, OLD, 0)
    with target.locked("somebody else"), pytest.raises(Mistaken) as raised:
        publish(target, NEW, 5)
    assert "somebody else" in raised.value.problem.message("zh")
    publish(target, NEW, 5)


def test_a_damaged_release_is_not_handed_on(target: FolderTarget) -> None:
    first = publish(target, OLD, 0)
    place = target.path / "releases" / first.record.id / "media/same-0.svg"
    place.write_bytes(b"<svg>x</svg>")
    publish(target, NEW, 5)
    assert shown(target.path) == carried(NEW, OLD)


def change(event: str, arguments: tuple[Any, ...]) -> bool:
    return any_change(event, arguments) or event in ("os.link", "os.symlink", "os.utime")


@needs_fork
@pytest.mark.parametrize("anew", [False, True], ids=["goes on", "begins anew"])
def test_a_kill_at_any_instant_leaves_a_whole_site(
    target: FolderTarget, anew: bool, tmp_path: Path
) -> None:
    """Publications that begin anew are killed before each STEP-th change of the disk, those that go on where the
    last one was killed before the next."""
    old = site(1, 30, same=10)
    new = carried(site(2, 30, same=10), old)
    publish(target, old, 0)
    shutil.copytree(target.path, tmp_path / "before", symlinks=True)
    kills = count = 0
    states = set()
    while killed(lambda: publish(target, site(2, 30, same=10), 5), count, change):
        kills += 1
        found = shown(target.path)
        states.add(digest(repr(sorted(found.items())).encode()))
        if target.links:
            assert found in (old, new), f"after {count} changes"
        assert not broken_pages(found), f"after {count} changes"
        assert all(data in (old.get(path), new.get(path)) for path, data in found.items())
        count += STEP if anew else 1
        if anew:
            shutil.rmtree(target.path)
            shutil.copytree(tmp_path / "before", target.path, symlinks=True)
    publish(target, site(2, 30, same=10), 5)
    assert shown(target.path) == new
    assert not (target.path / "incoming").exists()
    assert kills > (100 // STEP if anew else 20)
    assert len(states) > (30 // STEP if anew else 3) or target.links
    kept = [path.name for path in sorted((target.path / "releases").iterdir())]
    assert kept == [record.id for record in reversed(target.records())]
