"""What targets on disks of this machine share: the lock of a publication, and what the system refuses."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen import files
from sitegen.problems import Mistaken, Problem
from sitegen.publishing.target import BUSY, at, unreachable

LONGEST_OWNER = 200
ATTEMPTS = 30
PAUSE = 0.05
"""Seconds between two attempts to take the lock."""


@contextmanager
def locked_by(target: str, place: Path, owner: str) -> Iterator[None]:
    """Hold the lock at `place`, which says who has it. The system lets it go however the process ends.

    Raises Mistaken where somebody else has it; OSError where there can be no lock.
    """
    lock = files.open_lock(place)
    try:
        if not _taken(lock):
            facts = {"target": target, "owner": _owner(lock), "lock": str(place)}
            raise Mistaken(Problem(BUSY, at(target), facts))
        os.ftruncate(lock, 0)
        os.write(lock, owner.encode())
        yield
    finally:
        os.close(lock)


def holder_of(place: Path) -> str | None:
    """Who has the lock at `place`; None where nobody has it. Raises OSError where that cannot be told."""
    if not place.is_file():
        return None
    lock = files.open_lock(place)
    try:
        return None if files.try_lock(lock) else _owner(lock) or "?"
    finally:
        os.close(lock)


@contextmanager
def refusals_told(target: str, place: Path) -> Iterator[None]:
    """What the system refuses, as a problem of this target."""
    try:
        yield
    except OSError as error:
        cause = f"{error.filename or place}: {error.strerror or error}"
        raise unreachable(target, cause) from error


def _taken(lock: int) -> bool:
    """Take a lock, waiting a little: the programs of a publication that was killed keep it until they have ended."""
    for attempt in range(ATTEMPTS):
        if files.try_lock(lock):
            return True
        if attempt < ATTEMPTS - 1:
            time.sleep(PAUSE)
    return False


def _owner(lock: int) -> str:
    try:
        return os.read(lock, LONGEST_OWNER).decode(errors="replace")
    except OSError:  # Windows lets nobody read what another has locked.
        return "?"
