"""A visitor in a process of its own who reads every page of a site, then its style sheet, again and again."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from tests.support.publications import STYLE

Fetch = Callable[[str], bytes | None]
"""The bytes that a visitor gets for a path; None where there is none."""


class Visits:
    """What the visitor found so far; a file, since he may be ended at any time."""

    def __init__(self, notes: Path) -> None:
        self._notes = notes

    @property
    def pages(self) -> int:
        """How many pages were read."""
        return len(self._lines())

    @property
    def faults(self) -> list[str]:
        """Pages that were missing, or whose style sheet was."""
        return [line for line in self._lines() if line]

    def _lines(self) -> list[str]:
        return self._notes.read_text("utf-8").split("\n")[:-1]


@contextmanager
def visited(pages: Iterable[str], fetch: Fetch, notes: Path) -> Iterator[Visits]:
    """A visitor reads these pages meanwhile."""
    notes.touch()
    child = os.fork()
    if child == 0:
        try:
            with notes.open("a", encoding="utf-8", buffering=1) as file:
                for page in cycle(pages):
                    file.write(f"{_fault(page, fetch)}\n")
        finally:
            os._exit(1)
    try:
        yield Visits(notes)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _fault(page: str, fetch: Fetch) -> str:
    data = fetch(page)
    if data is None:
        return f"{page} is missing"
    styles = STYLE.findall(data.decode())
    return " ".join(f"{page} lacks {style}" for style in styles if fetch(style) is None)
