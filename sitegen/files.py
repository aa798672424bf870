"""The only module that writes to disk: safe paths, atomic replacing, digests, walking."""

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
    """A relative path that leads, or might lead, out of its folder."""


def inside(root: Path, relative: str) -> Path:
    """`root/relative`. `relative` is '/'-separated on every system.

    Raises OutsideRoot if a part is empty, `.` or `..`, or contains a backslash, a colon or NUL.
    """
    return root.joinpath(*_checked_parts(relative))


def _checked_parts(relative: str) -> list[str]:
    parts = relative.split("/")
    for part in parts:
        if part in ("", ".", "..") or "\\" in part or "\0" in part or ":" in part:
            raise OutsideRoot(relative)
    return parts


def digest(data: bytes) -> str:
    """sha256 as 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def read_up_to(path: str, limit: int) -> bytes:
    """The first `limit` bytes of a file. Allocates no more memory than the size of the file."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        chunk = os.fstat(descriptor).st_size + 1
        data = os.read(descriptor, min(chunk, limit))
        while 0 < len(data) < limit and len(data) % chunk == 0:  # the file has grown meanwhile
            more = os.read(descriptor, min(chunk, limit - len(data)))
            if not more:
                break
            data += more
        return data
    finally:
        os.close(descriptor)


def write(path: Path, data: bytes) -> None:
    """Write a file atomically: into a new file beside `path`, which then replaces it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    with open(temporary, "wb") as stream:
        stream.write(data)
    os.replace(temporary, path)


def create(path: Path, data: bytes) -> None:
    """Write a new file. Raises FileExistsError if there is one already."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "xb") as stream:
        stream.write(data)


def write_new(root: str, relative: str, data: bytes) -> os.stat_result:
    """Write a file, not atomically, into a folder that nobody reads yet; return its stat.

    `relative` is restricted as in `inside`.
    """
    _checked_parts(relative)
    path = f"{root}/{relative}"
    try:
        descriptor = os.open(path, NEW, 0o666)
    except FileNotFoundError:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)
        descriptor = os.open(path, NEW, 0o666)
    try:
        remaining = memoryview(data)
        while remaining:
            remaining = remaining[os.write(descriptor, remaining) :]
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def look_up(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, os.stat_result]]:
    """(path, stat) of those of `paths` that are regular files below `root`.

    Links are not followed: neither files that are links nor files in linked folders count.
    """
    base = f"{root}/"
    is_folder_by_path: dict[str, bool] = {"": True}

    def is_folder(folder: str) -> bool:
        is_real = is_folder_by_path.get(folder)
        if is_real is None:
            parent = folder.rpartition("/")[0]
            is_real = is_folder(parent) and _has_mode(base + folder, stat.S_ISDIR)
            is_folder_by_path[folder] = is_real
        return is_real

    for path in paths:
        if is_folder(path.rpartition("/")[0]):
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


def append(path: Path, text: str) -> None:
    """Append whole lines to a file. The file is replaced atomically, so a kill cannot damage it."""
    content = path.read_bytes() if path.exists() else b""
    if content and not content.endswith(b"\n"):
        content += b"\n"
    write(path, content + text.encode())


def move_in(source: str, target: str, relative: str) -> bool:
    """Move a file from the folder `source` to the same path in `target`, atomically.

    This also works across file systems. Returns False if the file no longer exists.
    """
    _checked_parts(relative)
    source_path, target_path = f"{source}/{relative}", f"{target}/{relative}"
    try:
        os.replace(source_path, target_path)
    except FileNotFoundError:
        if not os.path.lexists(source_path):
            return False
        os.makedirs(target_path.rpartition("/")[0], exist_ok=True)
        return move_in(source, target, relative)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        write(Path(target_path), Path(source_path).read_bytes())
        os.unlink(source_path)
    return True


def take_place(source: Path, target: Path) -> bool:
    """Rename the folder `source` to `target`, which does not exist yet. False if that fails."""
    try:
        source.rename(target)
    except OSError:
        return False
    return True


def remove(path: Path, root: Path) -> None:
    """Remove a file, then the folders above it that have become empty, up to `root`.

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


def remove_tree(folder: Path) -> None:
    """Remove one of our own folders (staging, cache) and its content. Of a link only the link."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files and links below `root` as ('/'-separated path, entry), by name within each folder.

    Links are included but not followed.
    """
    yield from _walk(root, "")


def _walk(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as items:
        entries = sorted(items, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{path}/")
        else:
            yield path, entry
