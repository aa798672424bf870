"""The only module that writes to disk: joins inside a root, atomic replacing, digests, walking."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


class OutsideRoot(ValueError):
    """A path that would leave the folder it was to stay in."""


def inside(root: Path, relative: str) -> Path:
    """`root/relative`, refused where a part is absolute, `..`, empty or holds a backslash or NUL.

    `relative` is '/'-separated on every system.
    """
    parts = relative.split("/")
    for part in parts:
        if part in ("", ".", "..") or "\\" in part or "\0" in part or ":" in part:
            raise OutsideRoot(relative)
    return root.joinpath(*parts)


def digest(data: bytes) -> str:
    """sha256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write a whole file beside `path`, then put it in place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    with open(fresh, "wb") as stream:
        stream.write(data)
    os.replace(fresh, path)


def create(path: Path, data: bytes) -> None:
    """Write a file where there is none: FileExistsError where there is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb") as stream:
        stream.write(data)


def write_new(path: Path, data: bytes) -> None:
    """Write a file into a folder that nobody reads yet, such as a staging folder."""
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def append(path: Path, text: str) -> None:
    """Add whole lines to a file; the file is replaced in one step, so a kill loses none of it."""
    before = path.read_bytes() if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    write(path, before + text.encode())


def move(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` in one step, also across file systems."""
    try:
        os.replace(source, target)
    except FileNotFoundError:
        if not source.exists():
            raise
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write(target, source.read_bytes())
        source.unlink()


def remove(path: Path, root: Path) -> None:
    """Remove a file and the folders above it that are left empty, up to `root`.

    Where there is no such file, or a folder of that name, there is nothing to remove.
    """
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        path.unlink()
    for folder in path.parents:
        if folder == root or root not in folder.parents:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def remove_tree(folder: Path) -> None:
    """Remove a folder of our own (staging, cache) with all it holds; a link is only unlinked."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file and link below `root` as ('/'-separated path, entry), in path order.

    Links are given, never followed.
    """
    yield from _walk(root, "")


def _walk(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{path}/")
        else:
            yield path, entry
