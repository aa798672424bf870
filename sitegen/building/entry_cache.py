"""The cache of entries: those of the last build by file, so that only changed files are parsed.

The first line is the key of the cache. Each further line is a row for one content file, of three parts
with tabs between: a checksum of the rest of the line; names, digests and stats of the files it was read
from; its entries as the worker wrote them. A row that stays is copied as bytes. The trees and bodies in
it are parsed only when a page is made; the checksum shows damage in them before that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sitegen import files
from sitegen.building import state
from sitegen.building.stat import Stat
from sitegen.files import digest
from sitegen.model.entries import from_json
from sitegen.model.entry import Entry

FILE = "entries.jsonl"
BLOCK = 100
"""Number of rows that are written at a time."""


class CachedFile(NamedTuple):
    """A row of the cache. `files` are the files read – the content file, then its tables – as (name,
    sha256, stat). `entries` are in the form that `model.entries.to_json` gives.
    """

    files: tuple[tuple[str, str, Stat], ...]
    entries: bytes


def read(root: Path, key: str) -> dict[str, CachedFile]:
    """The rows by content file. Damaged rows are left out; rows of another key all are."""
    try:
        head, *lines = files.read(root / state.FOLDER / FILE).split(b"\n")
        if head != key.encode() or lines.pop():
            return {}
        rows = {}
        for line in lines:
            seal, _, rest = line.partition(b"\t")
            if seal != state.checksum(rest):
                continue
            source, _, text = rest.partition(b"\t")
            named = tuple(_file(*file) for file in json.loads(source))
            rows[named[0][0]] = CachedFile(named, text)
    except (OSError, *state.DAMAGED):
        return {}
    return rows


def _file(name: Any, content: Any, stat: Any) -> tuple[str, str, Stat]:
    known = Stat(*stat)
    if not (type(name) is type(content) is str and all(type(one) is int for one in known)):
        raise TypeError(name)
    return name, content, known


def write(root: Path, key: str, rows: Mapping[str, CachedFile]) -> None:
    state.write(root / state.FOLDER / FILE, lambda: _blocks(key, rows))


def _blocks(key: str, rows: Mapping[str, CachedFile]) -> Iterator[bytes]:
    """The bytes of the cache: the lines of some rows at a time, since those of all take much memory."""
    yield key.encode() + b"\n"
    remaining = iter(rows.values())
    while some := tuple(islice(remaining, BLOCK)):
        yield b"".join(map(_line, some))


def _line(row: CachedFile) -> bytes:
    rest = b"\t".join([json.dumps(row.files).encode(), row.entries])
    return b"%b\t%b\n" % (state.checksum(rest), rest)


def entries_of(row: CachedFile) -> list[Entry] | None:
    """The entries of a row; None where it is damaged, so that its file has to be parsed again."""
    try:
        return from_json(row.entries)
    except state.DAMAGED:
        return None


def is_same(root: Path, row: CachedFile, stats: Mapping[str, Stat]) -> bool:
    """Whether the files of a row are unchanged, by their stats or else by their bytes."""
    return all(
        name in stats
        and (stat.proves_same(stats[name]) or digest(files.read(root / name)) == content)
        for name, content, stat in row.files
    )


def restat(row: CachedFile, stats: Mapping[str, Stat]) -> CachedFile:
    """The row of an unchanged file, with current stats in place of those that prove nothing."""
    if all(stat.proves_same(stats[name]) for name, _, stat in row.files):
        return row
    newer = (
        (name, content, stat if stat.proves_same(stats[name]) else stats[name])
        for name, content, stat in row.files
    )
    return row._replace(files=tuple(newer))
