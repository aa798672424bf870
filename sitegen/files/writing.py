"""Writing single files, each as a new file that replaces the old one, and removing what is ours.

A new file has a random name and is opened so that neither a file nor a link of that name is used.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sitegen.files.paths import checked_parts

NEW = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)
LOCK = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
PUBLIC = 0o666
RUNNABLE = 0o777
PRIVATE = 0o600
"""Modes of new files; the first less what the umask takes away."""
Parts = Callable[[], Iterable[bytes]]
"""Gives the parts of a large file in their order, so that they need not be in memory together. It is called
again where the file has to be written a second time."""
ATTEMPTS = 40
PAUSE = 0.05
"""Seconds between two attempts to replace a file that is being read."""
TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.new\Z")


def random_name() -> str:
    """16 hex digits that nobody can foresee."""
    return os.urandom(8).hex()


def temporary_name() -> str:
    """The name of a new file that is to replace another."""
    return f".{random_name()}.new"


def write(
    path: Path, data: bytes | Parts, *, mode: int = PUBLIC, through: Path | None = None
) -> None:
    """Write a file atomically: a new file is written, which then replaces what is at `path`.

    The new file is made in the folder `through`, by default beside `path`. A link at `path` is
    replaced, not followed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = through or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    temporary = f"{folder}/{temporary_name()}"
    descriptor = os.open(temporary, NEW, mode)
    try:
        try:
            for part in (data,) if isinstance(data, bytes) else data():
                write_all(descriptor, part, path)
        finally:
            os.close(descriptor)
        replace(temporary, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(temporary)
        if error.errno != errno.EXDEV or through is None:
            raise
        write(path, data, mode=mode)


def write_seekable(path: Path, work: Callable[[BinaryIO], None], *, through: Path) -> None:
    """Write a large file atomically by way of the folder `through`: `work` writes it, going back where it wants."""
    through.mkdir(parents=True, exist_ok=True)
    temporary = f"{through}/{temporary_name()}"
    try:
        with os.fdopen(os.open(temporary, NEW, PUBLIC), "wb") as file:
            work(file)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def replace(source: str, target: Path) -> None:
    """Put a file in place of another. Windows refuses that while somebody reads the other: then it is tried again
    for a while."""
    for attempt in range(ATTEMPTS):
        try:
            os.replace(source, target)
        except PermissionError:
            if os.name != "nt" or attempt == ATTEMPTS - 1:
                raise
            time.sleep(PAUSE)
        else:
            return


def write_all(descriptor: int, data: bytes, path: Path | str) -> None:
    """Write all of `data` to an open file. An error names its `path`, which the system does not do here."""
    remaining = memoryview(data)
    try:
        while remaining:
            remaining = remaining[os.write(descriptor, remaining) :]
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_new(root: str, relative: str, data: bytes) -> os.stat_result:
    """Write a file, not atomically, into a folder that nobody reads yet; return its stat.

    `relative` is restricted as in `inside`. A file or link of this name is replaced.
    """
    checked_parts(relative)
    path = f"{root}/{relative}"
    try:
        descriptor = os.open(path, NEW, PUBLIC)
    except FileExistsError:
        os.unlink(path)
        descriptor = os.open(path, NEW, PUBLIC)
    except FileNotFoundError:
        _make_parent(path)
        descriptor = os.open(path, NEW, PUBLIC)
    try:
        write_all(descriptor, data, path)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def _make_parent(path: str) -> None:
    """Make the folder of a file. Most often only the last of its folders is missing."""
    parent = path.rpartition("/")[0]
    try:
        os.mkdir(parent)
    except FileNotFoundError:
        os.makedirs(parent, exist_ok=True)
    except FileExistsError:
        pass


def append(path: Path, before: bytes, text: str, *, through: Path) -> None:
    """Append whole lines to a file that holds `before`. It is replaced atomically by way of the
    folder `through`, so a kill cannot damage it."""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    write(path, before + text.encode(), through=through)


def make_folder(path: Path) -> None:
    """Make a new folder. Raises FileExistsError where anything is at `path` already."""
    path.mkdir(parents=True)


def open_lock(path: Path) -> int:
    """A file to lock, opened; it is made where there is none. A link or pipe in its place goes."""
    with suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            remove_tree(path)
    return os.open(path, LOCK, PRIVATE)


def take_place(source: Path, target: Path) -> bool:
    """Rename the folder `source` to `target`, which does not exist yet. False if that fails."""
    try:
        source.rename(target)
    except OSError:
        return False
    return True


def remove(path: Path, root: Path) -> None:
    """Remove a file of our own, then the folders above it that have become empty, up to `root`.

    A missing file, or a folder at this path, is left alone.
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


def remove_tree(path: Path) -> None:
    """Remove what is ours at a path: a file, or a folder and its content. Of a link only the link."""
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    if stat.S_ISDIR(status.st_mode):
        shutil.rmtree(path)
    else:
        path.unlink()


def remove_temporaries(folder: Path) -> None:
    """Remove the new files that a killed run left in one of our own folders."""
    for name in temporaries(folder):
        remove_tree(folder / name)


def temporaries(folder: Path) -> list[str]:
    """The names of the new files that killed runs left in a folder."""
    try:
        with os.scandir(folder) as items:
            return [item.name for item in items if TEMPORARY.match(item.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
