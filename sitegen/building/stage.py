"""Staging: decide what must be made, make it beside the tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.building.manifest import Made, Manifest, differing
from sitegen.building.stat import Stat, stat_of
from sitegen.building.workers import spread
from sitegen.files import digest
from sitegen.outputs import recipes
from sitegen.outputs.making import Making
from sitegen.outputs.output import Output
from sitegen.rendering import anchors


@dataclass(frozen=True, slots=True)
class Staged:
    """The tree to be: `made` were rendered, `moves` are those whose bytes differ from the disk's,
    `removed` go, `manifest` describes all of it (stats of moved files still missing)."""

    made: tuple[str, ...]
    moves: tuple[str, ...]
    removed: tuple[str, ...]
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Result:
    path: str
    sha256: str
    links: tuple[str, ...]
    ids: tuple[str, ...]


def on_disk(output: Path, now: int) -> dict[str, Stat]:
    """Stat of every file in the output folder, by path."""
    if not output.is_dir():
        return {}
    return {
        path: stat_of(entry.stat(follow_symlinks=False), now)
        for path, entry in files.walk(output)
        if entry.is_file(follow_symlinks=False)
    }


def stage(
    making: Making,
    outputs: Sequence[Output],
    old: Manifest,
    disk: Mapping[str, Stat],
    output: Path,
    staging: Path | None,
    *,
    workers: int,
) -> Staged:
    """Make what is new, changed or damaged into `staging` (into nothing, where that is None)."""
    kept: dict[str, Made] = {}
    todo: list[Output] = []
    for planned in outputs:
        made = old.get(planned.path)
        stat = disk.get(planned.path)
        if made is None or made.key != planned.key or stat is None:
            todo.append(planned)
        elif made.stat is not None and made.stat.proves_same(stat):
            kept[planned.path] = made
        elif digest((output / planned.path).read_bytes()) == made.sha256:
            kept[planned.path] = _with_stat(made, stat)
        else:
            todo.append(planned)
    results = {r.path: r for r in spread(_make, (making, staging), todo, workers)}
    manifest: dict[str, Made] = {}
    moves: list[str] = []
    for planned in outputs:
        result = results.get(planned.path)
        if result is None:
            manifest[planned.path] = kept[planned.path]
            continue
        before = old.get(planned.path)
        stat = disk.get(planned.path)
        same = (
            before is not None
            and before.sha256 == result.sha256
            and stat is not None
            and before.stat is not None
            and before.stat.proves_same(stat)
        )
        if not same:
            moves.append(planned.path)
        manifest[planned.path] = Made(
            key=planned.key,
            parts=planned.parts,
            sha256=result.sha256,
            links=result.links,
            ids=result.ids,
            stat=before.stat if same and before is not None else None,
            changed=differing(before.parts, planned.parts) if before is not None else ("new",),
            source=planned.args[0] if planned.args else "",
        )
    removed = tuple(path for path in old if path not in manifest and path in disk)
    return Staged(tuple(planned.path for planned in todo), tuple(moves), removed, manifest)


def with_removed(staged: Staged, more: Iterable[str]) -> Staged:
    """The same with further files to remove."""
    removed = tuple(sorted({*staged.removed, *more}))
    return Staged(staged.made, staged.moves, removed, staged.manifest)


def _with_stat(made: Made, stat: Stat) -> Made:
    return Made(
        made.key, made.parts, made.sha256, made.links, made.ids, stat, made.changed, made.source
    )


def _make(context: tuple[Making, Path | None], output: Output) -> Result:
    making, staging = context
    data = recipes.make(making, output)
    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    if output.path.endswith(".html"):
        links, ids = anchors.scan(data.decode())
    if staging is not None:
        files.write_new(files.inside(staging, output.path), data)
    return Result(output.path, digest(data), links, ids)
