"""Publishing as zips: opened again, unpacked by another program, and killed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from sitegen.files import digest
from sitegen.problems import Mistaken
from sitegen.publishing import releases
from sitegen.publishing.finished import FinishedSite
from sitegen.publishing.kinds_of_files import ENTRY_POINTS, kind_of
from sitegen.publishing.payload import payload as payload_of
from sitegen.publishing.targets.zip_file import ZipTarget
from tests.support.kills import any_change, killed, needs_fork
from tests.support.publications import at, payload, site, tree

OLD, NEW = site(1), site(2)
CALM = releases.Terms("a test", keep=3, most_removed=100)


def publish(target: ZipTarget, files: Mapping[str, bytes], minutes: float) -> releases.Publication:
    return releases.publish(target, payload(files), at(minutes), CALM)


def zips(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.zip"))


def unpacked(*archives: Path) -> dict[str, bytes]:
    found = {}
    for archive in archives:
        with ZipFile(archive) as opened:
            assert opened.testzip() is None
            found |= {name: opened.read(name) for name in opened.namelist()}
    return found


@pytest.fixture
def target(tmp_path: Path) -> ZipTarget:
    return ZipTarget("byhand", tmp_path / "zips")


def test_a_zip_has_the_site_and_begins_with_its_first_page(target: ZipTarget) -> None:
    more = {"介绍/梨.html": b"1", ".nojekyll": b"", "index.html.gz": b"2", "notes.gz": b"3"}
    record = publish(target, {**OLD, **more}, 0).record
    assert zips(target.path) == [f"yunlu-{record.id}.zip"]
    archive = target.path / f"yunlu-{record.id}.zip"
    del more["index.html.gz"]
    assert unpacked(archive) == {**OLD, **more}
    with ZipFile(archive) as opened:
        infos = opened.infolist()
    assert [infos[0].filename, infos[1].filename] == ["index.html", ".nojekyll"]
    assert {info.date_time for info in infos} == {(2026, 1, 15, 8, 0, 0)}
    assert {info.compress_type for info in infos} == {ZIP_DEFLATED}
    assert all(info.flag_bits & 0x800 for info in infos if not info.filename.isascii())
    assert {info.external_attr >> 16 for info in infos} == {0o100644}


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in "ab":
        target = ZipTarget("byhand", tmp_path / name)
        publish(target, dict(reversed(OLD.items())), 0)
        digests.add(digest((target.path / zips(target.path)[0]).read_bytes()))
    assert len(digests) == 1


def test_earlier_zips_stay_and_nothing_new_is_no_zip(target: ZipTarget) -> None:
    target.path.mkdir()
    (target.path / "照片.zip").write_bytes(b"of somebody")
    made = [publish(target, site(number), number).record.id for number in range(1, 5)]
    assert publish(target, site(4), 6).difference.nothing
    assert zips(target.path) == [*(f"yunlu-{name}.zip" for name in made), "照片.zip"]
    last = publish(target, site(9), 8 * 24 * 60).record.id
    assert zips(target.path) == [*(f"yunlu-{n}.zip" for n in (*made[2:], last)), "照片.zip"]
    assert [record.id for record in target.records()] == [last, *reversed(made[2:])]


def test_there_is_no_way_back_but_the_earlier_files_are_named(target: ZipTarget) -> None:
    first = publish(target, OLD, 0).record
    second = publish(target, NEW, 5).record
    with pytest.raises(Mistaken) as raised:
        releases.roll_back(target, None, owner="a test")
    assert raised.value.problem.kind.code == "rollback.of-zip"
    assert f"yunlu-{first.id}.zip" in raised.value.problem.fix("zh")
    assert target.shown() == second.id


def incompressible(number: int) -> bytes:
    """50,000 bytes that no zip makes smaller."""
    return b"".join(bytes.fromhex(digest(f"{number} {n}".encode())) for n in range(1563))[:50_000]


def test_parts_keep_to_their_size_and_the_entry_points_are_in_the_last(tmp_path: Path) -> None:
    target = ZipTarget("byhand", tmp_path / "zips", part_megabytes=1)
    files = {**OLD, **{f"media/photo-{n}.jpg": incompressible(n) for n in range(50)}}
    record = publish(target, files, 0).record
    names = [f"yunlu-{record.id}-{number}of3.zip" for number in (1, 2, 3)]
    assert zips(target.path) == names
    places = [target.path / name for name in names]
    assert all(place.stat().st_size <= 1_000_000 for place in places)
    assert sum(place.stat().st_size > 900_000 for place in places) == 2, "parts are not filled"
    assert unpacked(*places) == files
    assert sum(len(unpacked(place)) for place in places) == len(files)
    of_last = unpacked(places[-1])
    assert next(iter(of_last)) == "index.html"
    assert {p for p in files if kind_of(p) is ENTRY_POINTS} <= of_last.keys()
    releases.publish(target, payload(files), at(5), CALM)
    assert zips(target.path) == names
    with pytest.raises(Mistaken) as raised:
        target.show(record, None)
    assert "、".join(names) in raised.value.problem.fix("zh")


def test_two_at_once_and_another_site(target: ZipTarget) -> None:
    publish(target, OLD, 0)
    with target.locked("somebody else"), pytest.raises(Mistaken) as raised:
        publish(target, NEW, 5)
    assert "somebody else" in raised.value.problem.message("zh")
    with pytest.raises(Mistaken) as raised:
        releases.publish(target, payload(NEW, "other"), at(5), CALM)
    assert raised.value.problem.kind.code == "publish.another-site"
    (target.path / "file").touch()
    with pytest.raises(Mistaken) as raised:
        publish(ZipTarget("byhand", target.path / "file"), NEW, 5)
    assert raised.value.problem.kind.code == "publish.unreachable"


@needs_fork
def test_a_kill_at_any_instant_leaves_whole_zips(tmp_path: Path) -> None:
    target = ZipTarget("byhand", tmp_path / "zips", part_megabytes=1)
    old = {**OLD, **{f"media/photo-{n}.jpg": incompressible(n) for n in range(30)}}
    new = {**NEW, **{f"media/photo-{n}.jpg": incompressible(n + 100) for n in range(30)}}
    first = publish(target, old, 0).record
    count = 0
    while killed(lambda: publish(target, new, 5), count, any_change):
        for name in zips(target.path):
            assert unpacked(target.path / name)
        assert unpacked(*sorted(target.path.glob(f"*{first.id}*"))) == old
        count += 1
    second = target.records()[0]
    assert unpacked(*sorted(target.path.glob(f"*{second.id}*"))) == new
    assert count > 10 and len(zips(target.path)) == 4
    own = {path.name for path in (target.path / ".sitegen").iterdir()}
    assert own == {"incoming", "lock", "records", "shown"}
    assert list((target.path / ".sitegen/incoming").iterdir()) == []


class Links(HTMLParser):
    """The links of a page that are relative, and those that are not."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.relative: list[str] = []
        self.rooted: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "canonical":
            return
        for name in ("href", "src"):
            address = urlsplit(given.get(name) or "")
            if address.path and not address.scheme and not address.netloc:
                kind = self.rooted if address.path.startswith("/") else self.relative
                kind.append(unquote(address.path))


def test_the_demo_unpacks_into_a_site_that_a_disk_shows(demo: FinishedSite, tmp_path: Path) -> None:
    target = ZipTarget("byhand", tmp_path / "zips")
    releases.publish(target, payload_of(demo), at(0), CALM)
    archive = target.path / zips(target.path)[0]
    folder = tmp_path / "unpacked"
    if shutil.which("unzip"):
        done = subprocess.run(["unzip", "-q", str(archive), "-d", str(folder)], check=True)
        assert done.returncode == 0
    else:
        ZipFile(archive).extractall(folder)
    found = tree(folder)
    assert {path: digest(data) for path, data in found.items() if path != "release.json"} == (
        dict(demo.files)
    )
    looked_at = 0
    for page, data in found.items():
        if page.endswith(".html") and page != "404.html":
            links = Links(data.decode())
            assert not links.rooted, page
            for link in links.relative:
                place = (folder / page).parent / link
                assert place.is_file() or (place / "index.html").is_file(), f"{page}: {link}"
                looked_at += 1
    assert looked_at > 10_000
    assert re.match(rb"(?i)<!doctype html>", found["index.html"])
