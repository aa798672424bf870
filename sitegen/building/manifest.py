"""What the last build made: per output its key, its bytes' digest, its links, its stat on disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.building import state
from sitegen.building.stat import Stat
from sitegen.outputs.output import Parts

FILE = "manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Made:
    """One output as it lies in the output folder. `parts` are its key's, for `explain`.

    `changed` names the parts that differed when it was last made ("new" for a new output).
    """

    key: str
    parts: Parts
    sha256: str
    links: tuple[str, ...]
    ids: tuple[str, ...]
    stat: Stat | None
    changed: tuple[str, ...]
    source: str


Manifest = Mapping[str, Made]


def read(folder: Path) -> dict[str, Made]:
    """The manifest of the last finished build; empty where there is none that can be read."""
    kept = state.read_json(folder / FILE)
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        return {}
    try:
        return {path: _made(row) for path, row in kept["outputs"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        return {}


def write(folder: Path, manifest: Manifest) -> None:
    state.write_json(folder / FILE, to_json(manifest))


def to_json(manifest: Manifest) -> dict[str, Any]:
    rows = {
        path: [m.key, m.parts, m.sha256, m.links, m.ids, m.stat, m.changed, m.source]
        for path, m in manifest.items()
    }
    return {"version": VERSION, "outputs": rows}


def from_json(kept: dict[str, Any]) -> dict[str, Made]:
    return {path: _made(row) for path, row in kept["outputs"].items()}


def _made(row: list[Any]) -> Made:
    key, parts, sha256, links, ids, stat, changed, source = row
    return Made(
        key,
        tuple((name, part) for name, part in parts),
        sha256,
        tuple(links),
        tuple(ids),
        Stat(*stat) if stat else None,
        tuple(changed),
        source,
    )


def differing(old: Parts, new: Parts) -> tuple[str, ...]:
    """Names of the parts that are not the same."""
    before, after = dict(old), dict(new)
    names = sorted(before.keys() | after.keys())
    return tuple(name for name in names if before.get(name) != after.get(name))
