"""What is measured: a generator that turns the same entries into the same structure of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.synthetic.entries import Dataset, Entry

AS_OF = "2026-01-15"
REPOSITORY = Path(__file__).parent.parent


class Missing(Exception):
    """A generator that is not to be had on this machine; the message says why."""


@dataclass(frozen=True)
class Generator:
    """`write` puts a site's sources into a folder, `command`, run there, builds it into another.

    `caches` are the folders, relative to the sources, that a cold run must not find. `index` is the
    path of its JSON index, "" where it writes none. `source` is where it keeps an entry.
    """

    name: str
    version: str
    write: Callable[[Dataset, Path], None]
    command: Callable[[Path, Path], list[str]]
    source: Callable[[Entry], str]
    caches: tuple[str, ...] = ()
    index: str = ""
    rich: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
