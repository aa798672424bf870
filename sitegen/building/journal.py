"""The journal of a commit: what it does, written down before it begins.

A journal is read as if anybody had written it. One that no commit can have written is no journal.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sitegen import files
from sitegen.building import manifest as manifests
from sitegen.building import state
from sitegen.building.manifest import JOURNAL, Journal, Manifest, Release


def write(folder: Path, journal: Journal) -> None:
    state.write_json(folder / JOURNAL, journal._asdict())


def remove(folder: Path) -> None:
    """Remove the journal, or whatever is in its place."""
    files.remove_tree(folder / JOURNAL)


def read(folder: Path) -> Journal | None:
    """The journal of an interrupted commit; None where there is none that can be carried out."""
    kept = state.read_json(folder / JOURNAL)
    if not isinstance(kept, dict):
        return None
    try:
        whole, release = kept["whole"], Release(*kept["release"])
        told = (*release[:-1], *release.redirects, *release.redirects.values())
        if type(whole) is not bool or not all(type(text) is str for text in told):
            return None
        return Journal(
            whole,
            _paths(kept["moves"]),
            _paths(kept["removed"]),
            release,
            manifests.from_json(kept["rows"]),
            _paths(kept["gone"]),
        )
    except state.DAMAGED:
        return None


def _paths(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(map(manifests.checked_path, values))


def merged(earlier: Journal, later: Journal, manifest: Manifest) -> Journal:
    """One journal for two commits. `manifest` is that of the output after the later one."""
    removed = dict.fromkeys([*earlier.removed, *later.removed])
    gone = dict.fromkeys([*earlier.gone, *later.gone])
    moves = dict.fromkeys([*earlier.moves, *later.moves])
    rows = {**earlier.rows, **later.rows}
    return Journal(
        whole=False,
        moves=tuple(path for path in moves if path in manifest),
        removed=tuple(path for path in removed if path not in manifest),
        release=later.release,
        rows={path: row for path, row in rows.items() if path in manifest},
        gone=tuple(path for path in gone if path not in manifest),
    )
