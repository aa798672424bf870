"""A folder held open: its files are reached step by step, and no link in it is followed.

Each folder on the way is opened by its parent, so that nobody who swaps a folder for a link leads a
write elsewhere. Where the system has no such calls (Windows), plain paths are looked at first.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

from sitegen.files.paths import checked_parts
from sitegen.files.reading import READ, is_folder, read_open
from sitegen.files.writing import NEW, PUBLIC, RUNNABLE, temporary_name, write_all

HELD_OPEN = (
    hasattr(os, "O_DIRECTORY")
    and hasattr(os, "O_NOFOLLOW")
    and {os.open, os.mkdir, os.rename, os.stat, os.unlink, os.rmdir} <= os.supports_dir_fd
)
ROOT = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
LINK = frozenset([errno.ELOOP, errno.ENOTDIR, getattr(errno, "EMLINK", errno.ELOOP)])
BELOW = ROOT | getattr(os, "O_NOFOLLOW", 0)


class Place(NamedTuple):
    """A file as system calls name it: a path, and the open folder that it starts from."""

    path: str
    folder: int | None


class Folder:
    """A folder, which may be reached through links, and what is below it, which may not.

    The folders on the way to the file named last stay open: files are best named in path order.
    Raises OSError where a part of a path is a link or a file.
    """

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self._root = os.open(self._path, ROOT) if HELD_OPEN else None
        self._open: list[tuple[str, int]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close_from(0)
        if self._root is not None:
            os.close(self._root)

    def create(self, relative: str, data: bytes, *, runs: bool = False) -> None:
        """Write a new file, with `runs` one that the system may run. Raises FileExistsError where anything is at
        this path already."""
        with self._named(relative):
            _write(self._place(relative, make=True), data, RUNNABLE if runs else PUBLIC)

    def move_in(self, source: Folder, relative: str) -> os.stat_result | None:
        """Move a file here from the same path below `source`, atomically; its stat.

        This also works across file systems. Returns None if there is no such file any more.
        """
        try:
            old = source._place(relative, make=False)
            found = os.stat(old.path, dir_fd=old.folder, follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        with self._named(relative):
            new = self._place(relative, make=True)
            try:
                os.replace(old.path, new.path, src_dir_fd=old.folder, dst_dir_fd=new.folder)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                _copy(old, new)
            return os.stat(new.path, dir_fd=new.folder, follow_symlinks=False)

    def is_spelt(self, relative: str) -> bool:
        """Whether a file has this very name, capital letters as here: many disks find it by others as well."""
        path = self._path
        for name in checked_parts(relative):
            try:
                if name not in os.listdir(path):
                    return False
            except (FileNotFoundError, NotADirectoryError):
                return False
            path = f"{path}/{name}"
        return True

    def remove(self, relative: str) -> None:
        """Remove a file, then the folders above it that have become empty.

        A missing file, or a folder at this path, is left alone; so is what is behind a link.
        """
        try:
            place = self._place(relative, make=False)
        except (FileNotFoundError, NotADirectoryError):
            return
        with self._named(relative), suppress(FileNotFoundError, IsADirectoryError):
            os.unlink(place.path, dir_fd=place.folder)
        names = relative.split("/")[:-1]
        while names:
            self._close_from(len(names) - 1)
            above = self._open[-1][1] if self._open else self._root
            path = names[-1] if HELD_OPEN else "/".join([self._path, *names])
            try:
                os.rmdir(path, dir_fd=above)
            except OSError:
                return
            names.pop()

    def _place(self, relative: str, *, make: bool) -> Place:
        *folders, name = checked_parts(relative)
        if self._root is None:
            self._see_real(folders, make=make)
            return Place(f"{self._path}/{relative}", None)
        known = 0
        while known < min(len(folders), len(self._open)) and self._open[known][0] == folders[known]:
            known += 1
        self._close_from(known)
        for folder in folders[known:]:
            self._enter(folder, make=make)
        return Place(name, self._open[-1][1] if self._open else self._root)

    def _enter(self, name: str, *, make: bool) -> None:
        """Open a folder of the one opened last."""
        above = self._open[-1][1] if self._open else self._root
        try:
            try:
                descriptor = os.open(name, BELOW, dir_fd=above)
            except FileNotFoundError:
                if not make:
                    raise
                with suppress(FileExistsError):
                    os.mkdir(name, dir_fd=above)
                descriptor = os.open(name, BELOW, dir_fd=above)
        except OSError as error:
            path = "/".join([self._path, *(folder for folder, _ in self._open), name])
            # Systems do not agree on what they say of a link in place of a folder.
            number = errno.ENOTDIR if error.errno in LINK else error.errno or 0
            raise OSError(number, os.strerror(number), path) from None
        self._open.append((name, descriptor))

    def _see_real(self, folders: list[str], *, make: bool) -> None:
        """See that these folders are real ones, by their paths."""
        path = self._path
        for folder in folders:
            path = f"{path}/{folder}"
            if make and not os.path.lexists(path):
                os.mkdir(path)
            if not is_folder(path):
                missing = not os.path.lexists(path)
                number = errno.ENOENT if missing else errno.ENOTDIR
                raise OSError(number, os.strerror(number), path)

    def _close_from(self, depth: int) -> None:
        while len(self._open) > depth:
            os.close(self._open.pop()[1])

    @contextmanager
    def _named(self, relative: str) -> Iterator[None]:
        """Give an error the whole path: the system was told a part of it only."""
        try:
            yield
        except OSError as error:
            if error.filename is None or not os.path.isabs(error.filename):
                error.filename = f"{self._path}/{relative}"
            raise


def _write(place: Place, data: bytes, mode: int = PUBLIC) -> None:
    descriptor = os.open(place.path, NEW, mode, dir_fd=place.folder)
    try:
        write_all(descriptor, data, place.path)
    finally:
        os.close(descriptor)


def _copy(old: Place, new: Place) -> None:
    """Move a file to another file system."""
    descriptor = os.open(old.path, READ, dir_fd=old.folder)
    try:
        data = read_open(descriptor, os.fstat(descriptor).st_size)
    finally:
        os.close(descriptor)
    beside = new.path.rpartition("/")
    temporary = Place(f"{beside[0]}{beside[1]}{temporary_name()}", new.folder)
    try:
        _write(temporary, data)
        os.replace(temporary.path, new.path, src_dir_fd=new.folder, dst_dir_fd=new.folder)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary.path, dir_fd=new.folder)
        raise
    os.unlink(old.path, dir_fd=old.folder)
