"""Whatever is found in place of our own files, the build right afterwards is as good as any."""

from __future__ import annotations

import json
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.building import state
from sitegen.commands.build import build
from sitegen.pipeline.outcome import Clock
from sitegen.pipeline.unchanged import unchanged
from sitegen.problems import Report
from tests.support import pictures
from tests.support.basic_site import AS_OF, PEAR, tree
from tests.support.site_test import SiteTest

SEED = int(os.environ.get("SITEGEN_SEED", "20260115"))
ROUNDS = int(os.environ.get("SITEGEN_ROUNDS", "12"))
CLOCK = Clock(lambda zone: AS_OF, lambda: time.time_ns() + 10_000_000_000)
"""So far ahead that the stats of files just written are trusted, and standing.json is written."""
SHOWN = PEAR.replace("name:", "images:\n  - {file: pear.jpg, alt: 一只梨}\nname:", 1)
DEEP = (b"[" * 100_000, b'{"a":' * 50_000, b'{"version":4,"files":' + b"[" * 100_000)
BYTES = (
    *(b"", b"null", b"[]", b"{}", b"0", b'"x"', b"9" * 5000, b"1e999", b"NaN", b"\xff\xfe", b"\0" * 99),
    *(b'{"site": "test-site", "files": {"../../x": "0", "a": 1, "": "2"}}', b'"\\ud800"', *DEEP),
)  # fmt: skip
VALUES = (
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    "",
    "x",
    "../x",
    "release.json",
    [],
    {},
    [[]],
    {"a": 1},
    "9" * 20,
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built so often that every file of the state is there."""
    picture = pictures.saved(pictures.view(600, 400), quality=92)
    files: dict[str, str | bytes | None] = {
        "content/gi/qingxi-xueli.md": SHOWN,
        "content/media/pear.jpg": picture,
    }
    root = SiteTest(tmp_path / "site", files).root
    settle(root)
    names = {path.name for path in state_files(root)}
    assert names >= {"entries.jsonl", "media.json", "theme.json", "standing.json", "manifest.json"}
    return root


def settle(root: Path) -> None:
    """Build until there is nothing to do and a build answers from standing.json."""
    for _ in range(3):
        assert run(root) == []
    assert unchanged(root, root / "output", Report(), CLOCK) is not None


def run(root: Path, *, clean: bool = False) -> list[str]:
    """Answer from what is known, else build; the codes of all problems."""
    report = Report()
    output = root / "output"
    if clean or unchanged(root, output, report, CLOCK) is None:
        assert build(root, output, report, CLOCK, workers=1, clean=clean), report.text("zh")
    return [problem.kind.code for problem in report.problems]


def state_files(root: Path) -> list[Path]:
    found = (path for path in (root / ".sitegen").rglob("*") if path.is_file())
    return sorted([*found, root / "output" / "release.json"])


def drawn_bytes(drawn: random.Random, data: bytes) -> bytes:
    """Some damage of a file's bytes."""
    how = drawn.choice(["flip", "cut", "double", "other", "noise"])
    if how == "flip" and data:
        changed = bytearray(data)
        for _ in range(drawn.choice([1, 3, 20])):
            changed[drawn.randrange(len(changed))] = drawn.randrange(256)
        return bytes(changed)
    if how == "cut":
        return data[: drawn.randrange(len(data) + 1)]
    if how == "double":
        return data + data
    return drawn.choice(BYTES) if how == "other" else drawn.randbytes(drawn.randrange(300))


def test_any_bytes_in_our_files_cost_time_and_nothing_else(site: Path) -> None:
    drawn = random.Random(SEED)
    good = tree(site / "output")
    for number in range(ROUNDS):
        path = drawn.choice(state_files(site))
        data = drawn_bytes(drawn, path.read_bytes())
        path.write_bytes(data)
        if drawn.random() < 0.5:
            (site / "content/gi/qingxi-xueli.md").touch()
        about = f"round {number}: {path.relative_to(site)} {data[:80]!r}"
        assert run(site) == [], about
        assert tree(site / "output") == good, about
        settle(site)


def drawn_value(drawn: random.Random, value: Any) -> Any:
    """The value with one part of it replaced."""
    if isinstance(value, dict) and value and drawn.random() < 0.8:
        key = drawn.choice(list(value))
        return {**value, key: drawn_value(drawn, value[key])}
    if isinstance(value, list) and value and drawn.random() < 0.8:
        index = drawn.randrange(len(value))
        return [*value[:index], drawn_value(drawn, value[index]), *value[index + 1 :]]
    return drawn.choice(VALUES)


JOURNAL = {
    "whole": False,
    "moves": ["index.html"],
    "removed": ["gi/index.html"],
    "release": ["test-site", "2026-01-15", "/", "https://test.example/", {}],
    "rows": {"index.html": ["key", "sha", "", "", None, []]},
    "gone": ["gi/index.html"],
}


def forged(drawn: random.Random, root: Path) -> Path:
    """Write some state file anew, with a sound checksum and some value of another kind in it."""
    paths = [path for path in state_files(root) if state.read_json(path) is not None]
    journal = state.folder_of(root, root / "output") / "journal.json"
    path = drawn.choice([*paths, *[journal] * 5])
    value = drawn_value(drawn, JOURNAL if path == journal else state.read_json(path))
    state.write_json(path, value)
    return path


def test_forged_values_in_our_files_stop_no_build_and_reach_nothing_else(site: Path) -> None:
    drawn = random.Random(SEED)
    good = tree(site / "output")
    sources = tree(site / "content")
    for number in range(ROUNDS):
        path = forged(drawn, site)
        if drawn.random() < 0.5:
            (site / "content/gi/qingxi-xueli.md").touch()
        about = f"round {number}: {path.relative_to(site)} {path.read_bytes()[:300]!r}"
        try:
            run(site)
        except Exception as error:
            raise AssertionError(about) from error
        assert tree(site / "content") == sources, about
        assert run(site, clean=True) == [], about
        assert tree(site / "output") == good, about
        settle(site)


def in_place_of(path: Path, kind: str) -> None:
    path.unlink()
    if kind == "a folder":
        (path / "inner").mkdir(parents=True)
    elif kind == "a pipe":
        os.mkfifo(path)
    elif kind == "an endless device":
        path.symlink_to("/dev/zero")
    else:
        target = path.parent / "elsewhere"
        target.write_bytes(b"precious")
        path.symlink_to(target)


NAMES = ("entries.jsonl", "media.json", "theme.json", "lock", "manifest.json", "standing.json")


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "an endless device", "a link"])
@pytest.mark.parametrize("name", NAMES)
def test_something_else_in_place_of_a_state_file_is_replaced(
    name: str, kind: str, site: Path
) -> None:
    good = tree(site / "output")
    (path,) = (site / ".sitegen").rglob(name)
    in_place_of(path, kind)
    site_file = site / "content/gi/qingxi-xueli.md"
    site_file.write_text(site_file.read_text("utf-8") + "\n", "utf-8")
    assert run(site) == []
    assert run(site) == []
    assert tree(site / "output") == good
    assert path.is_file() and not path.is_symlink()
    left = path.parent / "elsewhere"
    assert not left.exists() or left.read_bytes() == b"precious"


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a link"])
@pytest.mark.parametrize("name", ["journal.json", "staging.json"])
def test_something_else_in_place_of_a_journal_is_dropped(name: str, kind: str, site: Path) -> None:
    path = state.folder_of(site, site / "output") / name
    path.write_bytes(b"")
    in_place_of(path, kind)
    assert run(site) == []
    assert not path.exists() and not path.is_symlink()


@pytest.mark.parametrize("name", ["images", "build", "details"])
def test_a_link_in_place_of_a_folder_of_the_state_leads_nowhere(name: str, site: Path) -> None:
    """What the cache of pictures does not know is removed from it: never behind a link."""
    elsewhere = site.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious.txt").write_bytes(b"mine")
    records = state.folder_of(site, site / "output")
    places = {"images": site / ".sitegen/images", "build": records, "details": records / "details"}
    shutil.rmtree(places[name])
    places[name].symlink_to(elsewhere)
    (site / "content/gi/qingxi-xueli.md").touch()
    assert run(site, clean=True) == []
    assert tree(elsewhere) == {"precious.txt": b"mine"}
    assert not places[name].is_symlink()


def test_a_state_folder_that_is_a_link_is_refused(site: Path) -> None:
    elsewhere = site.parent / "elsewhere"
    shutil.move(site / ".sitegen", elsewhere)
    (site / ".sitegen").symlink_to(elsewhere)
    before = tree(elsewhere)
    with pytest.raises(NotADirectoryError, match=r"\.sitegen"):
        run(site, clean=True)
    assert tree(elsewhere) == before


def private_files(root: Path) -> Iterator[tuple[str, int]]:
    for path in (root / ".sitegen").rglob("*"):
        if path.is_file():
            yield path.name, path.stat().st_mode & 0o077


def test_only_the_user_reads_the_state(tmp_path: Path) -> None:
    """Entries in it have what is not published: whom to ring, notes."""
    before = os.umask(0o002)
    try:
        site = SiteTest(tmp_path).build().passes()
    finally:
        os.umask(before)
    assert {name: mode for name, mode in private_files(site.root) if mode} == {}
    assert (site.target / "index.html").stat().st_mode & 0o777 == 0o664


def test_what_a_killed_run_left_of_a_new_file_goes(site: Path) -> None:
    records = state.folder_of(site, site / "output")
    left = [site / ".sitegen/.0123456789abcdef.new", records / ".fedcba9876543210.new"]
    for path in left:
        path.write_bytes(b"half a fi")
    assert run(site, clean=True) == []
    assert [path for path in left if path.exists()] == []


def damaged(what: Callable[[dict[str, Any]], object]) -> str:
    release = {"site": "test-site", "files": {"index.html": "0"}}
    what(release)
    return json.dumps(release)


@pytest.mark.parametrize(
    "release",
    [
        damaged(lambda release: release.update(files={"../keep.txt": "x", "/etc/hosts": "x"})),
        damaged(lambda release: release.update(files=["index.html"])),
        damaged(lambda release: release.update(files={"": "x", ".": "x", "a/../../keep.txt": 1})),
        damaged(lambda release: release.update(files={"release.json/x": "x", "a": "x"})),
    ],
)
def test_a_release_that_names_files_elsewhere_leaves_them(release: str, tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "site")
    keep = tmp_path / "site" / "keep.txt"
    keep.write_text("mine", "utf-8")
    site.target.mkdir()
    (site.target / "release.json").write_text(release, "utf-8")
    site.build().passes()
    site.build(clean=True).passes()
    assert keep.read_text("utf-8") == "mine"
    site.equals_clean_build()


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"site": 5}'])
def test_a_damaged_release_of_what_was_built_here_is_written_again(
    text: str, tmp_path: Path
) -> None:
    site = SiteTest(tmp_path).build().passes()
    (site.target / "release.json").write_text(text, "utf-8")
    site.build().passes()
    site.equals_clean_build()


def test_a_damaged_release_beside_files_that_differ_is_nobodys(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    (site.target / "release.json").write_text("{", "utf-8")
    (site.target / "index.html").write_text("我的", "utf-8")
    site.build().fails_with("output output.not-ours")
    assert site.text("index.html") == "我的"
