"""The only module that writes to disk: joins inside a root, atomic replacing, digests, walking."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class OutsideRoot(ValueError):
    """A path that would leave the folder it was to stay in."""


def inside(root: Path, relative: str) -> Path:
    """`root/relative`, refused where a part is absolute, `..`, empty or holds a backslash or NUL.

    `relative` is '/'-separated on every system.
    """
    return root.joinpath(*_bounded(relative))


def _bounded(relative: str) -> list[str]:
    parts = relative.split("/")
    for part in parts:
        if part in ("", ".", "..") or "\\" in part or "\0" in part or ":" in part:
            raise OutsideRoot(relative)
    return parts


def digest(data: bytes) -> str:
    """sha256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def read_up_to(path: str, limit: int) -> bytes:
    """At most `limit` bytes of a file, without making room for so many where it is small."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        step = os.fstat(descriptor).st_size + 1
        data = os.read(descriptor, min(step, limit))
        while 0 < len(data) < limit and len(data) % step == 0:  # it has grown meanwhile
            more = os.read(descriptor, min(step, limit - len(data)))
            if not more:
                break
            data += more
        return data
    finally:
        os.close(descriptor)


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


def write_new(root: str, relative: str, data: bytes) -> os.stat_result:
    """Write a file into a folder that nobody reads yet, such as a staging folder; its stat.

    `relative` is bounded as by `inside`.
    """
    _bounded(relative)
    path = f"{root}/{relative}"
    try:
        descriptor = os.open(path, NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)
        descriptor = os.open(path, NEW, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def look_up(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """(path, stat) of those of `paths` that are ordinary files below `root`.

    Nothing counts that lies behind a link.
    """
    base = f"{root}/"
    folders: dict[str, bool] = {"": True}

    def real(folder: str) -> bool:
        known = folders.get(folder)
        if known is None:
            above = folder.rpartition("/")[0]
            known = real(above) and _mode(base + folder, stat.S_ISDIR)
            folders[folder] = known
        return known

    for path in paths:
        if real(path.rpartition("/")[0]):
            try:
                found = os.lstat(base + path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            if stat.S_ISREG(found.st_mode):
                yield path, found


def _mode(path: str, test: Callable[[int], bool]) -> bool:
    try:
        return test(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def append(path: Path, text: str) -> None:
    """Add whole lines to a file; the file is replaced in one step, so a kill loses none of it."""
    before = path.read_bytes() if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    write(path, before + text.encode())


def move_in(source: str, target: str, relative: str) -> bool:
    """Put a file of the folder `source` at its place in `target`, in one step.

    Also across file systems. False where there is no such file any more.
    """
    _bounded(relative)
    here, there = f"{source}/{relative}", f"{target}/{relative}"
    try:
        os.replace(here, there)
    except FileNotFoundError:
        if not os.path.lexists(here):
            return False
        os.makedirs(there.rpartition("/")[0], exist_ok=True)
        return move_in(source, target, relative)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write(Path(there), Path(here).read_bytes())
        os.unlink(here)
    return True


def take_place(source: Path, target: Path) -> bool:
    """Make the folder `source` the folder `target`, which is not there yet; False if it cannot be."""
    try:
        source.rename(target)
    except OSError:
        return False
    return True


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
