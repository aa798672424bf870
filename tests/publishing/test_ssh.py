"""Publishing to another machine by SSH: a real sshd, a reader who reads all the time, and kills."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.payload import Item, Payload
from sitegen.publishing.targets.openssh import Ssh
from sitegen.publishing.targets.ssh import SshTarget
from tests.support.kills import killed, needs_fork
from tests.support.publications import STYLE, at, broken_pages, payload, site, tree
from tests.support.sshd import needs_sshd, sshd

pytestmark = needs_sshd
OLD, NEW = site(1), site(2)
KILLS = int(os.environ.get("SITEGEN_KILLS", "6"))
"""How many publications are killed; some 220 are as many instants as there are."""


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ssh]:
    with sshd(tmp_path_factory.mktemp("sshd")) as way:
        yield way


@pytest.fixture
def target(ssh: Ssh, tmp_path: Path) -> SshTarget:
    return SshTarget("production", str(tmp_path / "www of 云麓 $x"), ssh)


def publish(target: SshTarget, load: Payload, minutes: float) -> releases.Publication:
    return releases.publish(
        target, load, at(minutes), releases.Terms("a test", keep=2, most_removed=100)
    )


def shown(target: SshTarget) -> dict[str, bytes]:
    return tree(Path(target.path) / "current")


def carried(files: dict[str, bytes], old: dict[str, bytes]) -> dict[str, bytes]:
    return {**{path: data for path, data in old.items() if path.endswith(".css")}, **files}


def test_publish_again_and_back(target: SshTarget) -> None:
    first = publish(target, payload(OLD), 0)
    assert shown(target) == OLD and target.shown() == first.record.id
    second = publish(target, payload(NEW), 5)
    assert shown(target) == carried(NEW, OLD)
    same, other = (
        (Path(target.path) / "releases" / p.record.id / "media/same-0.svg").stat()
        for p in (first, second)
    )
    assert same.st_ino == other.st_ino and same.st_mtime == at(0).timestamp()
    assert target.records() == [second.record, first.record]
    releases.roll_back(target, None, owner="a test")
    assert shown(target) == carried(OLD, NEW)
    last = publish(target, payload(site(3)), 8 * 24 * 60)
    assert last.dropped == (first.record.id,) or len(target.records()) == 3


def test_it_is_known_who_is_publishing(target: SshTarget) -> None:
    assert target.holder() is None
    publish(target, payload(OLD), 0)
    assert target.holder() is None
    with target.locked("somebody@there"):
        assert target.holder() == "somebody@there"
    assert target.holder() is None


def test_odd_names_arrive(target: SshTarget) -> None:
    files = {
        **OLD,
        "media/一 张 图.svg": b"1",
        "-n": b"2",
        "a/$HOME 'x' \"y\"/`id`": b"3",
        "media/" + "长" * 60 + ".svg": b"4",
    }
    publish(target, payload(files), 0)
    assert shown(target) == files


def test_a_file_that_was_damaged_there_is_sent_again(target: SshTarget) -> None:
    first = publish(target, payload(OLD), 0)
    place = Path(target.path) / "releases" / first.record.id / "media/same-0.svg"
    place.write_bytes(b"<svg>x</svg>")
    publish(target, payload(NEW), 5)
    assert shown(target) == carried(NEW, OLD)


def test_a_foreign_folder_and_two_at_once(target: SshTarget) -> None:
    Path(target.path).mkdir()
    (Path(target.path) / "index.html").write_text("of somebody else", "utf-8")
    with pytest.raises(Mistaken) as raised:
        publish(target, payload(OLD), 0)
    assert raised.value.problem.facts["found"] == "index.html"
    (Path(target.path) / "index.html").unlink()
    publish(target, payload(OLD), 0)
    with target.locked("somebody else"), pytest.raises(Mistaken) as raised:
        publish(target, payload(NEW), 5)
    assert "somebody else" in raised.value.problem.message("zh")
    publish(target, payload(NEW), 5)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"known_hosts": "/dev/null"}, "publish.unknown-host"),
        ({"key_file": "/dev/null"}, "publish.not-let-in"),
        ({"port": 1}, "publish.unreachable"),
        ({"host": "nowhere.invalid"}, "publish.unreachable"),
    ],
)
def test_what_is_wrong_with_the_way_is_said(
    target: SshTarget, wrong: dict[str, Any], code: str
) -> None:
    astray = replace(target, ssh=replace(target.ssh, **wrong))
    with pytest.raises(Mistaken) as raised:
        publish(astray, payload(OLD), 0)
    assert raised.value.problem.kind.code == code
    assert raised.value.problem.facts["cause"]


def test_a_folder_that_cannot_be_written(target: SshTarget) -> None:
    with pytest.raises(Mistaken) as raised:
        publish(replace(target, path="/proc/nowhere"), payload(OLD), 0)
    assert raised.value.problem.kind.code == "publish.unreachable"


class Reader(threading.Thread):
    """Reads all pages again and again, and the style sheet that each names, as a visitor would."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.current = folder / "current"
        self.pages = self.broken = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            for path in OLD:
                if path.endswith(".html"):
                    self._read(path)

    def _read(self, path: str) -> None:
        data = (self.current / path).read_bytes()
        self.pages += 1
        if data not in (OLD[path], NEW[path]):
            self.broken += 1
        for style in STYLE.findall(data.decode()):
            if not (self.current / style).read_bytes():
                self.broken += 1


def deadly(load: Payload, die: Callable[[], None]) -> Payload:
    """A payload whose every file, read, may be the last."""

    def item(one: Item) -> Item:
        def read() -> bytes:
            die()
            return one.read()

        return one._replace(read=read)

    return replace(load, items={path: item(one) for path, one in load.items.items()})


@needs_fork
def test_kills_at_any_instant_while_a_reader_reads(target: SshTarget) -> None:
    """A publication is killed before each command on the other machine, and before each file of its tar."""
    publish(target, payload(OLD), 0)
    old, new = carried(OLD, NEW), carried(NEW, OLD)
    reader = Reader(Path(target.path))
    reader.start()
    instants = 20
    kills = 0
    for number in range(KILLS):
        count = number * instants // KILLS if instants > KILLS else number % instants
        left = [count]

        def die(left: list[int] = left) -> None:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def event(name: str, arguments: tuple[Any, ...], left: list[int] = left) -> bool:
            if name != "subprocess.Popen":
                return False
            left[0] -= 1
            return left[0] < 0

        kills += killed(lambda: publish(target, deadly(payload(NEW), die), 5), 0, event)
        assert shown(target) in (OLD, old, new)
        if number % 3 == 2 or shown(target) == new:
            publish(target, payload(NEW), 5)
            assert shown(target) == new
            releases.roll_back(target, "20260115-0800", owner="a test")
            for record in target.records():
                if record.id != target.shown():
                    target.drop([record.id])
    publish(target, payload(NEW), 5)
    reader.ended.set()
    reader.join()
    assert shown(target) == new and not broken_pages(new)
    assert reader.broken == 0 and reader.pages > 50 * KILLS
    assert kills >= KILLS * 2 // 3
