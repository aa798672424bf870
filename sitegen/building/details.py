"""Why each output was last made, for `sitegen explain`. Stored in several files, read one by one.

A row is valid only if its key is that in the manifest. So a run that is interrupted between writing
the two loses an explanation, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from sitegen.building import state
from sitegen.outputs.output import Output, Parts

FOLDER = "details"
SHELVES = 64
"""Number of files for the rows. With 10,000 rows, changing one of them rewrites about 160."""


class Detail(NamedTuple):
    """The key of an output and its parts.

    `changed` has the names of the parts that differed when it was last made, or ("new",).
    """

    key: str
    parts: Parts
    changed: tuple[str, ...]


def read(folder: Path, path: str) -> Detail | None:
    """The row of an output; None if there is none or it cannot be read."""
    return _detail(_read_shelf(folder, shelf_of(path)).get(path))


def update(folder: Path, made: Iterable[Output], gone: Iterable[str]) -> None:
    """Write the rows of the outputs just made, and delete those of the paths that are gone."""
    new: dict[int, dict[str, Output]] = {}
    for output in made:
        new.setdefault(shelf_of(output.path), {})[output.path] = output
    old: dict[int, list[str]] = {}
    for path in gone:
        old.setdefault(shelf_of(path), []).append(path)
    for shelf in sorted({*new, *old}):
        rows = _read_shelf(folder, shelf)
        for path in old.get(shelf, ()):
            rows.pop(path, None)
        for path, output in new.get(shelf, {}).items():
            previous = _detail(rows.get(path))
            changed = differing(previous.parts, output.parts) if previous else ("new",)
            rows[path] = [output.key, output.parts, changed]
        state.write_json(folder / FOLDER / f"{shelf:02x}.json", rows)


def shelf_of(path: str) -> int:
    """The number of the file with the row of an output."""
    return crc32(path.encode()) % SHELVES


def differing(old: Parts, new: Parts) -> tuple[str, ...]:
    """Names of the parts that differ or are only in one of the two, in alphabetical order."""
    old_by_name, new_by_name = dict(old), dict(new)
    names = sorted(old_by_name.keys() | new_by_name.keys())
    return tuple(name for name in names if old_by_name.get(name) != new_by_name.get(name))


def _read_shelf(folder: Path, shelf: int) -> dict[str, object]:
    rows = state.read_json(folder / FOLDER / f"{shelf:02x}.json")
    return dict(rows) if isinstance(rows, Mapping) else {}


def _detail(row: Any) -> Detail | None:
    try:
        key, parts, changed = row
        detail = Detail(key, tuple((name, part) for name, part in parts), tuple(changed))
    except state.DAMAGED:
        return None
    texts = (key, *detail.changed, *(text for part in detail.parts for text in part))
    return detail if all(isinstance(text, str) for text in texts) else None
