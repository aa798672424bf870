"""What is damaged or missing on a target is found and put again, in a release beside the damaged one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.target import ReadableTarget, unreachable
from sitegen.publishing.targets.folder import FolderTarget
from sitegen.publishing.targets.s3 import OBJECTS, S3Target
from sitegen.publishing.targets.ssh import SshTarget
from tests.support.object_stores import ObjectStore, moto
from tests.support.publications import at, payload, site, tree
from tests.support.sshd import needs_sshd, sshd

OLD, NEW = site(1), site(2)
STYLE = next(path for path in OLD if path.endswith(".css"))
TERMS = releases.Terms("a test", keep=5, most_removed=100)
REPAIR = TERMS._replace(repair=True)


@dataclass
class Place:
    """A target, what visitors get there, and how a file is damaged there, or removed where there are no bytes."""

    target: ReadableTarget
    shown: Callable[[], dict[str, bytes]]
    damage: Callable[[str, bytes | None], None]

    def publish(
        self, files: dict[str, bytes], minutes: float, terms: releases.Terms = TERMS
    ) -> releases.Publication:
        return releases.publish(self.target, payload(files), at(minutes), terms)


def on_disk(target: FolderTarget | SshTarget) -> Place:
    current = Path(target.path) / "current"

    def damage(path: str, data: bytes | None) -> None:
        if data is None:
            (current / path).unlink()
        else:
            (current / path).write_bytes(data)

    return Place(target, lambda: tree(current), damage)


def in_store(store: ObjectStore) -> Place:
    target = store.target()

    def damage(path: str, data: bytes | None) -> None:
        client = store.client()
        if data is None:
            client.delete_object(Bucket=store.bucket, Key=path)
            return
        client.put_object(Bucket=store.bucket, Key=path, Body=data)
        shown = target.record(target.shown() or "")
        assert shown is not None
        key = OBJECTS + shown.all_files[path].sha256
        client.put_object(Bucket=store.bucket, Key=key, Body=data)

    return Place(target, store.shown, damage)


@pytest.fixture(params=["link", "copy", pytest.param("ssh", marks=needs_sshd), "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with ExitStack() as servers:
        if request.param == "s3":
            yield in_store(servers.enter_context(moto()))
        elif request.param == "ssh":
            way = servers.enter_context(sshd(tmp_path / "sshd"))
            yield on_disk(SshTarget("production", str(tmp_path / "www"), way))
        else:
            yield on_disk(FolderTarget("production", tmp_path / "www", request.param == "link"))


def test_what_is_damaged_or_missing_is_put_again(place: Place) -> None:
    first = place.publish(OLD, 0)
    same = place.publish(OLD, 5, REPAIR)
    assert same.damaged == () and same.record == first.record
    page, drawing = "gi/page-1/index.html", "media/same-0.svg"
    place.damage(page, b"x" * len(OLD[page]))
    place.damage(drawing, None)
    assert place.publish(OLD, 10).damaged == () and place.shown() != OLD
    done = place.publish(OLD, 15, REPAIR)
    assert done.damaged == (page, drawing) and done.difference.nothing
    assert place.shown() == OLD and place.target.shown() == done.record.id != first.record.id
    assert place.publish(OLD, 20, REPAIR).record == done.record


def test_a_style_that_is_only_carried_along_goes_where_it_is_damaged(place: Place) -> None:
    place.publish(OLD, 0)
    place.publish(NEW, 5)
    place.damage(STYLE, b"/* x */")
    done = place.publish(NEW, 10, REPAIR)
    if isinstance(place.target, S3Target) or STYLE in done.damaged:
        assert done.damaged == (STYLE,)
        assert place.shown() == NEW


def test_what_is_new_and_what_was_damaged_come_together(place: Place) -> None:
    place.publish(OLD, 0)
    place.damage("media/same-0.svg", b"")
    place.damage("index.html", b"")
    done = place.publish(NEW, 5, REPAIR)
    assert done.damaged == ("index.html", "media/same-0.svg")
    assert NEW.items() <= place.shown().items()


def test_earlier_releases_go_where_none_is_to_stay(place: Place) -> None:
    first, second = place.publish(OLD, 0), place.publish(NEW, 5)
    done = place.publish(site(3), 10, TERMS._replace(alone=True))
    assert done.dropped == (second.record.id, first.record.id)
    assert list(place.target.ids()) == [done.record.id]
    again = place.publish(site(3), 15, TERMS._replace(alone=True))
    assert again.dropped == () and again.record == done.record


def test_earlier_releases_that_cannot_go_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = on_disk(FolderTarget("production", tmp_path))
    first = place.publish(OLD, 0)

    def refuse(target: FolderTarget, releases: list[str]) -> None:
        raise unreachable(target.name, "no rights")

    with monkeypatch.context() as patched:
        patched.setattr(FolderTarget, "drop", refuse)
        done = place.publish(NEW, 5, TERMS._replace(alone=True))
    (problem,) = done.problems
    assert problem.kind.code == "withdraw.old-releases-stay" and problem.kind.severity == "error"
    assert first.record.id in problem.message("zh") and "no rights" in problem.message("en")
    assert place.target.shown() == done.record.id
    assert place.publish(NEW, 10, TERMS._replace(alone=True)).dropped == (first.record.id,)


def test_nobody_else_may_publish_while_files_are_read(tmp_path: Path) -> None:
    place = on_disk(FolderTarget("production", tmp_path))
    place.publish(OLD, 0)
    with place.target.locked("somebody else"), pytest.raises(Mistaken):
        place.publish(OLD, 5, REPAIR)
