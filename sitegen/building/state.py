"""The state in .sitegen/ beside site.yaml: caches, manifest, journal, lock. Pickle is not used.

All of it may be lost or damaged, or written by anybody: then it is made again. A file begins with a
checksum of the rest, by which damage shows; what is read is still looked at before it is used. Only
the user may read these files, since entries hold what is not published.
"""

from __future__ import annotations

import errno
import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn
from zlib import crc32

from sitegen import files
from sitegen.files import digest
from sitegen.files.writing import PRIVATE, Parts

FOLDER = ".sitegen"
ATTEMPTS = 100
PAUSE = 0.05
"""Seconds between two attempts to take the lock. We try again since the workers of a killed build keep
the lock until they notice, which takes them up to one page."""
HALF_CHARACTER = re.compile(r"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")
"""An escape for half a character, which no text that we write has: it cannot be encoded."""
DAMAGED = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What reading or using a value of the wrong shape raises."""


class Busy(RuntimeError):
    """Another build of this site is running."""


def folder_of(root: Path, output: Path) -> Path:
    """Where the state of builds into `output` is kept: each output folder has its own."""
    name = digest(os.fsencode(output.resolve()))[:12]
    return root / FOLDER / f"build-{name}"


def checksum(data: bytes) -> bytes:
    """8 hex digits by which damage of `data` shows."""
    return b"%08x" % crc32(data)


def parse_json(data: bytes) -> Any:
    """The JSON value in bytes from anywhere; None where they are none, also where values are nested
    too deeply, numbers too long or infinite, or text cannot be encoded."""
    try:
        text = data.decode()
        if "\\u" in text and HALF_CHARACTER.search(text):
            return None
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def read_json(path: Path) -> Any:
    """The value in a state file; None where it is absent or damaged, and has to be made again."""
    try:
        seal, _, data = files.read(path).partition(b"\n")
    except OSError:
        return None
    return parse_json(data) if seal == checksum(data) else None


def write_json(path: Path, value: Any) -> None:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    write(path, b"\n".join([checksum(data), data]))


def write(path: Path, data: bytes | Parts) -> None:
    """Write a state file. A folder in its place is no state, and goes."""
    try:
        files.write(path, data, mode=PRIVATE)
    except OSError:
        if not files.is_folder(path):
            raise
        files.remove_tree(path)
        files.write(path, data, mode=PRIVATE)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Take the site's lock for a while. The system releases it however the process ends.

    A folder without a site is not locked, and gets no state folder. Raises OSError where .sitegen is
    a link or a file.
    """
    if not (root / "site.yaml").exists():
        yield
        return
    path = root / FOLDER
    with suppress(FileExistsError):
        path.mkdir()
    if not files.is_folder(path):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))
    descriptor = files.open_lock(path / "lock")
    try:
        _lock(descriptor)
        _tidy(path)
        yield
    finally:
        os.close(descriptor)


def _tidy(folder: Path) -> None:
    """Remove new files that a killed run left, and links: nothing is read or removed behind them."""
    files.remove_temporaries(folder)
    with os.scandir(folder) as items:
        entries = list(items)
    for entry in entries:
        if entry.is_symlink():
            files.remove_tree(Path(entry.path))
        elif entry.name.startswith("build-") and entry.is_dir():
            files.remove_temporaries(Path(entry.path))
            for inner in Path(entry.path).iterdir():
                if inner.is_symlink():
                    files.remove_tree(inner)


def _lock(descriptor: int) -> None:
    os.set_inheritable(descriptor, False)
    for _ in range(ATTEMPTS):
        if files.try_lock(descriptor):
            return
        time.sleep(PAUSE)
    raise Busy(FOLDER)
