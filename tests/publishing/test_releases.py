"""Publishing whatever the target: what counts as published, and how much is read of what lies there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.publishing import releases
from sitegen.publishing.record import Record
from sitegen.publishing.target import unreachable
from sitegen.publishing.targets.folder import FolderTarget
from tests.support.publications import at, payload, site, tree

CALM = releases.Terms("a test", keep=2, most_removed=100)
WEEK = 8 * 24 * 60


class Watched(FolderTarget):
    """A folder that notes which records are read, and may refuse to remove anything."""

    read: list[str]
    refuses: bool

    def __new__(cls, *arguments: object) -> Watched:
        made = super().__new__(cls)
        object.__setattr__(made, "read", [])
        object.__setattr__(made, "refuses", False)
        return made

    def record(self, release: str) -> Record | None:
        self.read.append(release)
        return super().record(release)

    def drop(self, releases: Sequence[str]) -> None:
        if self.refuses:
            raise unreachable(self.name, "the disk is read-only")
        super().drop(releases)


@pytest.fixture
def target(tmp_path: Path) -> Watched:
    return Watched("production", tmp_path / "www")


def publish(target: Watched, number: int, minutes: float) -> releases.Publication:
    return releases.publish(target, payload(site(number)), at(minutes), CALM)


def test_only_the_record_of_what_is_shown_is_read_and_once(target: Watched) -> None:
    made = [publish(target, number, number).record.id for number in range(1, 5)]
    target.read.clear()
    done = publish(target, 9, WEEK)
    assert target.read == [made[-1]]
    assert done.dropped == tuple(reversed(made[:3])) and done.there == (done.record.id, made[3])


def test_a_release_is_published_though_an_old_one_stays(target: Watched) -> None:
    made = [publish(target, number, number).record.id for number in range(1, 4)]
    object.__setattr__(target, "refuses", True)
    done = publish(target, 9, WEEK)
    (problem,) = done.problems
    assert problem.kind.code == "publish.old-release-stays" and problem.kind.severity == "warning"
    assert "the disk is read-only" in problem.message("zh") and made[0] in problem.message("en")
    assert target.shown() == done.record.id and done.dropped == ()
    assert set(done.there) == {*made, done.record.id}
    assert site(9).items() <= tree(target.path / "current").items()
    object.__setattr__(target, "refuses", False)
    assert publish(target, 10, WEEK + 5).dropped == tuple(reversed(made[:3]))


def test_a_release_that_cannot_be_read_takes_its_place_and_goes_in_its_time(
    target: Watched,
) -> None:
    first, second = (publish(target, number, number).record.id for number in (1, 2))
    (target.path / "records" / f"{first}.json").write_text("damaged", "utf-8")
    assert target.ids() == [second, first] and target.record(first) is None
    assert [record.id for record in target.records()] == [second]
    assert publish(target, 3, WEEK).dropped == (first,)
    assert first not in target.ids()
