"""What the last build made: per file its output's key, its bytes' digest, its ids, its stat on disk.

This is what the next build reads to decide what it makes; what only `explain` asks is in `details`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.building import state
from sitegen.building.stat import Stat

FILE = "manifest.json"
VERSION = 2


class Made(NamedTuple):
    """One file as it lies in the output folder; `bundle` is the path of the bundle it is part of.

    `ids` are the fragments that a page defines, one per line.
    """

    key: str
    sha256: str
    ids: str
    bundle: str
    stat: Stat | None


Manifest = Mapping[str, Made]


def read(folder: Path) -> dict[str, Made]:
    """The manifest of the last finished build; empty where there is none that can be read."""
    kept = state.read_json(folder / FILE)
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        return {}
    try:
        return from_json(kept["files"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}


def write(folder: Path, manifest: Manifest) -> None:
    state.write_json(folder / FILE, {"version": VERSION, "files": manifest})


def from_json(rows: dict[str, Any]) -> dict[str, Made]:
    return {path: _made(*row) for path, row in rows.items()}


def _made(key: str, sha256: str, ids: str, bundle: str, stat: list[int] | None) -> Made:
    return Made(key, sha256, ids, bundle, Stat(*stat) if stat is not None else None)
