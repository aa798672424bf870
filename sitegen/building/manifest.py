"""What the last build made: per file its output's key, its bytes' digest, its ids, what rules have against it,
its stat on disk.

This is what the next build reads to decide what it makes; what only `explain` asks is in `details`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.building import state
from sitegen.building.stat import Stat
from sitegen.checks.page_rule import KeptFinding
from sitegen.files import checked_parts
from sitegen.outputs.addresses import OWN

FILE = "manifest.json"
JOURNAL = "journal.json"
VERSION = 4


class ManifestRow(NamedTuple):
    """One file as it lies in the output folder; `bundle` is the path of the bundle it is part of.

    `ids` are the fragments that a page defines, one per line. `findings` are those of page rules that
    hold.
    """

    key: str
    sha256: str
    ids: str
    bundle: str
    stat: Stat | None
    findings: tuple[KeptFinding, ...] = ()


Manifest = Mapping[str, ManifestRow]


class Release(NamedTuple):
    """What release.json says of the site as a whole.

    `redirects` has the address that each former address leads to, both from the root of the site.
    """

    site: str
    data_date: str
    base_path: str
    permanent_url: str
    redirects: Mapping[str, str]


class Journal(NamedTuple):
    """What a commit does.

    `moves` are the paths of files to move to the output folder, `removed` those to remove from it. If
    `whole`, the staging folder becomes the output folder instead. `rows` are the new and changed rows
    of the manifest by path, `gone` the paths of removed rows.
    """

    whole: bool
    moves: tuple[str, ...]
    removed: tuple[str, ...]
    release: Release
    rows: Mapping[str, ManifestRow]
    gone: tuple[str, ...]


@dataclass(slots=True)
class ManifestMemory:
    """The manifest that this process read or made last, and the stats of its files then.

    `unsettled` is the journal of what has been put in place since the manifest was written.
    """

    files: Manifest | None = None
    unsettled: Journal | None = None
    stats: tuple[tuple[int, ...], ...] = ()

    def keep(self, folder: Path, manifest: Manifest, unsettled: Journal | None = None) -> None:
        """Remember the manifest, and the journal that lies beside its file in `folder`."""
        self.files, self.unsettled, self.stats = manifest, unsettled, _stats(folder)

    def holds(self, folder: Path) -> bool:
        """Whether nobody else has written the files since."""
        return self.files is not None and bool(self.stats[0]) and self.stats == _stats(folder)


def read(folder: Path, memory: ManifestMemory | None = None) -> Manifest:
    """The manifest of the last finished build; empty where there is none that can be read.

    `memory` is given back where the file is still the one it remembers, and filled.
    """
    if memory is not None and memory.files is not None and memory.holds(folder):
        return memory.files
    stats = _stats(folder)
    rows = _read(folder)
    if memory is not None:
        memory.files, memory.unsettled, memory.stats = rows, None, stats
    return rows


def _stats(folder: Path) -> tuple[tuple[int, ...], ...]:
    """What tells a manifest and a journal from others: each is a new file. Empty where none is."""
    stats: list[tuple[int, ...]] = []
    for name in (FILE, JOURNAL):
        try:
            stat = (folder / name).stat()
            stats.append((stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
        except OSError:
            stats.append(())
    return tuple(stats)


def _read(folder: Path) -> dict[str, ManifestRow]:
    kept = state.read_json(folder / FILE)
    if not isinstance(kept, dict) or kept.get("version") != VERSION:
        return {}
    try:
        return from_json(kept["files"])
    except state.DAMAGED:
        return {}


def write(folder: Path, manifest: Manifest) -> None:
    state.write_json(folder / FILE, {"version": VERSION, "files": manifest})


def from_json(rows: Any) -> dict[str, ManifestRow]:
    """The rows by path, as `write` wrote them. Raises one of `state.DAMAGED` for any other value."""
    return {checked_path(path): _made(*row) for path, row in rows.items()}


def checked_path(path: Any) -> str:
    """The path of a file that a build makes. Raises ValueError where it cannot be one."""
    if checked_parts(path)[0].casefold() in OWN:
        raise ValueError(path)
    return str(path)


def _made(
    key: str,
    sha256: str,
    ids: str,
    bundle: str,
    stat: list[int] | None,
    findings: list[tuple[str, dict[str, str]]],
) -> ManifestRow:
    if not (type(key) is type(sha256) is type(ids) is type(bundle) is str):
        raise TypeError(key)
    known = None
    if stat is not None:
        known = Stat(*stat)
        if not all(type(number) is int for number in known):
            raise TypeError(stat)
    return ManifestRow(
        key, sha256, ids, bundle, known, tuple(_finding(*one) for one in findings or ())
    )


def _finding(code: str, facts: dict[str, str]) -> KeptFinding:
    if not all(type(text) is str for text in (code, *facts, *facts.values())):
        raise TypeError(code)
    return KeptFinding(code, facts)
