"""The entries of the last build by file, so that only what has changed is read and validated again.

One line a file: a checksum, what it was read from, a tab, its entries as the worker wrote them. Lines
of files that stay are copied, not written anew. The checksum is of the rest of the line, which is
read in full only when a page is made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from sitegen import files
from sitegen.building import state
from sitegen.building.stat import Stat
from sitegen.files import digest
from sitegen.model.entries import from_json
from sitegen.model.entry import Entry

FILE = "entries.jsonl"


class CachedFile(NamedTuple):
    """`files` are those read (the content file first, then its tables): name, sha256, stat.

    `entries` are as `model.entries.to_json` has them.
    """

    files: tuple[tuple[str, str, Stat], ...]
    entries: bytes


def read(root: Path, key: str) -> dict[str, CachedFile]:
    """The rows by content file; none where they were made under another key, or are damaged."""
    try:
        head, *lines = (root / state.FOLDER / FILE).read_bytes().split(b"\n")
        if head != key.encode() or lines.pop():
            return {}
        rows = {}
        for line in lines:
            sealed, _, rest = line.partition(b"\t")
            if sealed != _seal(rest):
                continue
            source, _, text = rest.partition(b"\t")
            named = tuple(
                (name, content, Stat(*stat)) for name, content, stat in json.loads(source)
            )
            rows[named[0][0]] = CachedFile(named, text)
    except (OSError, ValueError, TypeError, IndexError):
        return {}
    return rows


def write(root: Path, key: str, rows: Mapping[str, CachedFile]) -> None:
    parts = [key.encode()]
    for row in rows.values():
        rest = b"\t".join([json.dumps(row.files).encode(), row.entries])
        parts += [b"\n", _seal(rest), b"\t", rest]
    files.write(root / state.FOLDER / FILE, b"".join([*parts, b"\n"]))


def _seal(rest: bytes) -> bytes:
    return b"%08x" % crc32(rest)


def entries_of(row: CachedFile) -> list[Entry] | None:
    """The entries of a row; None where it is damaged, so that its file has to be parsed again."""
    try:
        return from_json(row.entries)
    except (ValueError, TypeError, LookupError):
        return None


def is_same(root: Path, row: CachedFile, stats: Mapping[str, Stat]) -> bool:
    """Whether the files of a row are what they were: by stat, else by their bytes."""
    return all(
        name in stats
        and (stat.proves_same(stats[name]) or digest((root / name).read_bytes()) == content)
        for name, content, stat in row.files
    )


def restat(row: CachedFile, stats: Mapping[str, Stat]) -> CachedFile:
    """The row with the stats of now, where its own prove nothing."""
    if all(stat.proves_same(stats[name]) for name, _, stat in row.files):
        return row
    newer = (
        (name, content, stat if stat.proves_same(stats[name]) else stats[name])
        for name, content, stat in row.files
    )
    return row._replace(files=tuple(newer))
