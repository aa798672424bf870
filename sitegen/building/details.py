"""Why each output was last made, for `sitegen explain`: read and written a few at a time.

A row belongs to a key: one whose key is not the manifest's says nothing. So a run that is cut short
between the two loses an explanation, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from sitegen import files
from sitegen.building import state
from sitegen.outputs.output import Output, Parts

FOLDER = "details"
SHELVES = 64
"""Files over which the rows are spread: changing one row of 10,000 rewrites some 160."""


class Detail(NamedTuple):
    """The parts of an output's key; `changed` names those that differed when it was last made."""

    key: str
    parts: Parts
    changed: tuple[str, ...]


def read(folder: Path, path: str) -> Detail | None:
    """The row of an output, None where there is none that can be read."""
    return _detail(_shelf(folder, shelf_of(path)).get(path))


def update(folder: Path, made: Iterable[Output], gone: Iterable[str]) -> None:
    """Put down the outputs just made, and forget those that are gone."""
    new: dict[int, dict[str, Output]] = {}
    for output in made:
        new.setdefault(shelf_of(output.path), {})[output.path] = output
    old: dict[int, list[str]] = {}
    for path in gone:
        old.setdefault(shelf_of(path), []).append(path)
    for shelf in sorted({*new, *old}):
        rows = _shelf(folder, shelf)
        for path in old.get(shelf, ()):
            rows.pop(path, None)
        for path, output in new.get(shelf, {}).items():
            before = _detail(rows.get(path))
            changed = differing(before.parts, output.parts) if before else ("new",)
            rows[path] = [output.key, output.parts, changed]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        files.write(folder / FOLDER / f"{shelf:02x}.json", text.encode())


def shelf_of(path: str) -> int:
    return crc32(path.encode()) % SHELVES


def differing(old: Parts, new: Parts) -> tuple[str, ...]:
    """Names of the parts that are not the same."""
    before, after = dict(old), dict(new)
    names = sorted(before.keys() | after.keys())
    return tuple(name for name in names if before.get(name) != after.get(name))


def _shelf(folder: Path, shelf: int) -> dict[str, object]:
    rows = state.read_json(folder / FOLDER / f"{shelf:02x}.json")
    return dict(rows) if isinstance(rows, Mapping) else {}


def _detail(row: Any) -> Detail | None:
    try:
        key, parts, changed = row
        return Detail(key, tuple((name, part) for name, part in parts), tuple(changed))
    except (TypeError, ValueError):
        return None
