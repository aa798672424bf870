"""What a build is told of its surroundings, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

OUTPUT = "output"
"""The name of the output folder beside site.yaml, where no other is named."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: counts of files, and when the next status changes (None: never)."""

    made: int
    kept: int
    removed: int
    moved: int
    next_change: date | None
    remade: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The environment as the command line read it: the as-of date by time zone, ns now.

    `archive` says that this date was asked for: pages stay as they are of that day. `closing` says that nothing comes
    after it, and whether search engines may take the pages in."""

    today: Callable[[str], date]
    now: Callable[[], int]
    archive: bool = False
    closing: bool = False
    indexed: bool = True
