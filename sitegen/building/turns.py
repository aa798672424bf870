"""One turn for all processes of a build: pictures that take much memory are decoded one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen import files

SMALL = 64_000_000
"""Bytes that each process may take at any time."""


@contextmanager
def turn(folder: Path, memory: int) -> Iterator[None]:
    """Wait for the turn to do what takes so many bytes; little is done at once.

    `folder` stands for the site: it is locked, and nothing is written. Where the system cannot lock a
    folder (Windows), nobody waits.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    if memory <= SMALL:
        yield
        return
    descriptor = files.open_folder(folder)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
