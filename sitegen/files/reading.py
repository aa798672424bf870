"""Reading files and folders. A pipe, a socket or a device is never opened for reading."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""Opening a pipe must not wait for somebody to write into it."""
LIMIT = 1 << 30
"""The largest file that is read whole, in bytes."""


def digest(data: bytes) -> str:
    """sha256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def read(path: Path | str, limit: int = LIMIT) -> bytes:
    """The bytes of an ordinary file. Raises OSError for anything else, a link included, and for a
    file larger than `limit`."""
    data = read_up_to(str(path), limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data


def read_up_to(path: str, limit: int) -> bytes:
    """The first `limit` bytes of an ordinary file. Allocates no more memory than its size.

    Raises OSError for anything else, a link included.
    """
    descriptor = os.open(path, READ)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        return read_open(descriptor, status.st_size, limit)
    finally:
        os.close(descriptor)


def read_open(descriptor: int, size: int, limit: int = LIMIT) -> bytes:
    """The first `limit` bytes of an open file of about `size` bytes."""
    chunk = size + 1
    data = os.read(descriptor, min(chunk, limit))
    while 0 < len(data) < limit and len(data) % chunk == 0:  # the file has grown meanwhile
        more = os.read(descriptor, min(chunk, limit - len(data)))
        if not more:
            break
        data += more
    return data


def open_folder(path: Path) -> int:
    """A descriptor of a folder, to lock it."""
    return os.open(path, os.O_RDONLY)


def is_folder(path: Path | str) -> bool:
    """Whether it is a real folder: no link to one."""
    return _has_mode(str(path), stat.S_ISDIR)


def look_up(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """(path, stat) of those of `paths` that are regular files below `root`.

    Links are not followed: neither files that are links nor files in linked folders count.
    """
    base = f"{root}/"
    is_folder_by_path: dict[str, bool] = {"": True}

    def is_real_folder(folder: str) -> bool:
        is_real = is_folder_by_path.get(folder)
        if is_real is None:
            parent = folder.rpartition("/")[0]
            is_real = is_real_folder(parent) and is_folder(base + folder)
            is_folder_by_path[folder] = is_real
        return is_real

    for path in paths:
        if is_real_folder(path.rpartition("/")[0]):
            try:
                status = os.lstat(base + path)
            except (FileNotFoundError, NotADirectoryError):
                continue
            if stat.S_ISREG(status.st_mode):
                yield path, status


def _has_mode(path: str, test: Callable[[int], bool]) -> bool:
    try:
        return test(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files and links below `root` as ('/'-separated path, entry), by name within each folder.

    Links are included but not followed.
    """
    waiting = [_listed(root, "")]
    while waiting:
        for path, entry in waiting[-1]:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(_listed(entry.path, f"{path}/"))
                break
            yield path, entry
        else:
            waiting.pop()


def _listed(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as items:
        entries = sorted(items, key=lambda entry: entry.name)
    return ((f"{prefix}{entry.name}", entry) for entry in entries)
