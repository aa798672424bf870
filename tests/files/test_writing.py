"""Writing a file: what is at its name is replaced, never opened."""

from __future__ import annotations

import errno
import inspect
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import files
from sitegen.files.writing import PRIVATE
from tests.support.basic_site import tree, write


def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "file").symlink_to(victim)
    files.write(tmp_path / "file", b"new")
    assert victim.read_bytes() == b"precious"
    assert not (tmp_path / "file").is_symlink() and (tmp_path / "file").read_bytes() == b"new"


def test_a_pipe_in_place_of_a_file_is_replaced_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file")
    files.write(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_write_that_fails_leaves_nothing_beside(tmp_path: Path) -> None:
    write(tmp_path, {"file/inner": ""})
    with pytest.raises(IsADirectoryError):
        files.write(tmp_path / "file", b"new")
    assert list(tree(tmp_path)) == ["file/inner"]


def test_a_file_may_be_written_in_parts_and_is_replaced_when_all_are_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    seen = []

    def parts() -> Iterator[bytes]:
        for part in (b"one, ", b"", b"two"):
            seen.append((tmp_path / "file").read_bytes())
            yield part

    files.write(tmp_path / "file", parts)
    assert seen == [b"old"] * 3
    assert (tmp_path / "file").read_bytes() == b"one, two"
    assert list(tree(tmp_path)) == ["file"]


def test_a_private_file_is_so_from_its_first_byte(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.write(tmp_path / "private", b"x", mode=PRIVATE)
        files.write(tmp_path / "public", b"x")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("private", "public")]
    assert modes == [0o600, 0o666]


def test_a_staged_file_replaces_a_link_of_its_name(tmp_path: Path) -> None:
    victim = write(tmp_path, {"victim": "precious"}) / "victim"
    (tmp_path / "staging").mkdir()
    (tmp_path / "staging/a.html").symlink_to(victim)
    files.write_new(str(tmp_path / "staging"), "a.html", b"new")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "staging/a.html").read_bytes() == b"new"


@pytest.mark.parametrize("kind", ["a pipe", "a link", "a device", "a folder"])
def test_what_is_no_ordinary_file_is_not_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a link":
        path.symlink_to(write(tmp_path, {"other": "secret"}) / "other")
    elif kind == "a device":
        path = Path("/dev/zero")
    else:
        path.mkdir()
    with pytest.raises(OSError):
        files.read(path)


def test_a_file_larger_than_may_be_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert files.read(tmp_path / "file", 5) == b"12345"
    with pytest.raises(OSError):
        files.read(tmp_path / "file", 4)


def test_folders_within_folders_are_walked_however_deep(tmp_path: Path) -> None:
    write(tmp_path, {f"{'a/' * 200}b.md": ""})
    depth = sys.getrecursionlimit()
    sys.setrecursionlimit(150 + len(inspect.stack()))
    try:
        assert [path for path, _ in files.walk(tmp_path)] == [f"{'a/' * 200}b.md"]
    finally:
        sys.setrecursionlimit(depth)


def test_a_full_disk_is_told_with_the_file_that_did_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match=r"a/b\.html") as told:
        files.write_new(str(tmp_path), "a/b.html", b"text")
    assert told.value.errno == errno.ENOSPC
    with pytest.raises(OSError) as told:
        files.write(tmp_path / "c.html", b"text")
    assert told.value.filename == str(tmp_path / "c.html")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
