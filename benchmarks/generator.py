"""What is measured: a generator that turns the same entries into the same structure of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.synthetic.entries import Dataset, Entry

AS_OF = "2026-01-15"
REPOSITORY = Path(__file__).parent.parent


Command = Callable[[Path, Path], list[str]]
"""(the folder of the sources, the folder of the output) → what to run."""


class Missing(Exception):
    """A generator that is not to be had on this machine; the message says why."""


@dataclass(frozen=True)
class Generator:
    """`write` puts a site's sources into a folder, `command`, run there, builds it into another.

    `then` are further commands, given the same two folders and run one after the other.
    `caches` are the folders, relative to the sources, that a cold run must not find. `index` is the
    path of its JSON index, "" where it writes none. `source` is where it keeps an entry.
    `searchable` reads the search index in an output folder: the addresses of the pages that it
    finds. It is None where there is no such index to be looked into. `sizes` are the entries on a page
    of a collection's list, where they are not `structure.PAGE_SIZE`.
    """

    name: str
    version: str
    write: Callable[[Dataset, Path], None]
    command: Command
    source: Callable[[Entry], str]
    then: tuple[Command, ...] = ()
    caches: tuple[str, ...] = ()
    index: str = ""
    searchable: Callable[[Path], set[str]] | None = None
    rich: bool = False
    sizes: Mapping[str, int] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
