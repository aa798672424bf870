"""The state in .sitegen/ beside site.yaml: caches, manifest, journal, lock. Pickle is not used."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.files import digest

FOLDER = ".sitegen"
ATTEMPTS = 100
PAUSE = 0.05
"""Seconds between two attempts to take the lock. We try again since the workers of a killed build keep
the lock until they notice, which takes them up to one page."""


class Busy(RuntimeError):
    """Another build of this site is running."""


def folder_of(root: Path, output: Path) -> Path:
    """Where the state of builds into `output` is kept: each output folder has its own."""
    name = digest(str(output.resolve()).encode())[:12]
    return root / FOLDER / f"build-{name}"


def read_json(path: Path) -> Any:
    """The value in a state file; None where it is absent or damaged, and has to be made again."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def write_json(path: Path, value: Any) -> None:
    files.write(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Take the site's lock for a while. The system releases it however the process ends.

    A folder without a site is not locked, and gets no state folder.
    """
    if not (root / "site.yaml").exists():
        yield
        return
    path = root / FOLDER / "lock"
    path.parent.mkdir(exist_ok=True)
    with open(path, "a+b") as stream:
        _lock(stream.fileno())
        yield


def _lock(descriptor: int) -> None:
    os.set_inheritable(descriptor, False)
    for _ in range(ATTEMPTS):
        if _try_lock(descriptor):
            return
        time.sleep(PAUSE)
    raise Busy(FOLDER)


def _try_lock(descriptor: int) -> bool:
    try:
        try:
            import fcntl
        except ImportError:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
