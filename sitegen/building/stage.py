"""Staging: decide what must be made, make it beside the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.building.doubts import LinkTargets
from sitegen.building.manifest import Manifest, ManifestRow
from sitegen.building.stat import Stat, stat_of
from sitegen.building.workers import LEAST, spread
from sitegen.files import digest
from sitegen.outputs import families
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering import anchors

COSTLY = 2
"""So few outputs are worth several processes where pictures are among them."""
Doubt = tuple[str, str]
"""(page, link): a link of it that does not plainly lead to a file of the site."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The tree to be: `made` were rendered, `moves` are the files whose bytes differ from the disk's,
    `removed` go, `manifest` describes all of it. `doubts` are links of the pages made.

    The stats of `moves` are those they have in the staging folder.
    """

    made: tuple[Output, ...]
    moves: tuple[str, ...]
    removed: tuple[str, ...]
    manifest: Manifest
    doubts: tuple[Doubt, ...]


class Result(NamedTuple):
    """One output as a worker made it: (path, sha256, stat as staged) of each of its files."""

    files: tuple[tuple[str, str, Stat | None], ...]
    ids: str
    doubts: tuple[str, ...]


class Bench(NamedTuple):
    """What a worker needs: `staging` is None where nothing is written, `now` the clock in ns."""

    context: RenderContext
    staging: str | None
    places: LinkTargets
    now: int


def on_disk(output: Path, now: int, paths: Iterable[str] | None = None) -> dict[str, Stat]:
    """Stat of the files in the output folder by path: of all, or of those among `paths`.

    Links are no files, and nothing behind a linked folder counts.
    """
    if not output.is_dir():
        return {}
    if paths is None:
        return {
            path: stat_of(entry.stat(follow_symlinks=False), now)
            for path, entry in files.walk(output)
            if entry.is_file(follow_symlinks=False)
        }
    return {path: stat_of(result, now) for path, result in files.look_up(output, paths)}


def stage(
    context: RenderContext,
    outputs: Sequence[Output],
    old: Manifest,
    disk: Mapping[str, Stat] | None,
    output: Path,
    staging: Path | None,
    *,
    workers: int,
    now: int,
    postponed: tuple[str, ...] = (),
) -> Staged:
    """Make what is new, changed or damaged into `staging` (into nothing, where that is None).

    `disk` has the stats of the files in `output`; None where they are known to lie as `old` says.
    Bundles below `postponed` that lie there whole stay as they are, under their old keys, so that
    a later build makes them.
    """
    members = _members(old)
    kept: dict[str, dict[str, ManifestRow]] = {}
    todo: list[Output] = []
    for planned in outputs:
        names: Sequence[str] = (planned.path,)
        key = planned.key
        if planned.bundle:
            names = members.get(planned.path, ())
            later = names and planned.path.startswith(postponed)
            key = old[names[0]].key if later else planned.key
        standing = _standing(names, key, old, disk, output)
        if standing:
            kept[planned.path] = standing
        else:
            todo.append(planned)
    places = LinkTargets(planned.path for planned in outputs if not planned.bundle)
    bench = Bench(context, str(staging) if staging else None, places, now)
    results = _results(bench, todo, workers)
    lying = disk
    if lying is None:
        lying = on_disk(output, now, [path for r in results.values() for path, _, _ in r.files])
    manifest: dict[str, ManifestRow] = {}
    moves: list[str] = []
    doubts: list[Doubt] = []
    for planned in outputs:
        result = results.get(planned.path)
        if result is None:
            manifest.update(kept[planned.path])
            continue
        bundle = planned.path if planned.bundle else ""
        doubts += [(planned.path, link) for link in result.doubts]
        for path, sha256, stat in result.files:
            before = old.get(path)
            if before is not None and _lies_there(before, sha256, lying.get(path)):
                stat = before.stat
            else:
                moves.append(path)
            manifest[path] = ManifestRow(planned.key, sha256, result.ids, bundle, stat)
    removed = tuple(path for path in old if path not in manifest and (disk is None or path in disk))
    return Staged(tuple(todo), tuple(moves), removed, manifest, tuple(doubts))


def look_again(
    context: RenderContext,
    outputs: Sequence[Output],
    staged: Staged,
    output: Path,
    *,
    workers: int,
) -> tuple[Doubt, ...]:
    """The doubtful links of the pages that are kept, read from the output folder."""
    made = {planned.path for planned in staged.made}
    kept = [path for path in staged.manifest if path.endswith(".html") and path not in made]
    places = LinkTargets(planned.path for planned in outputs if not planned.bundle)
    found = spread(_reread, (output, places), kept, workers)
    return tuple((path, link) for path, links in zip(kept, found, strict=True) for link in links)


def with_removed(staged: Staged, more: Iterable[str]) -> Staged:
    """The same with further files to remove."""
    return replace(staged, removed=tuple(sorted({*staged.removed, *more})))


def _members(old: Manifest) -> dict[str, list[str]]:
    """The files of each bundle."""
    members: dict[str, list[str]] = {}
    for path, made in old.items():
        if made.bundle:
            members.setdefault(made.bundle, []).append(path)
    return members


def _standing(
    names: Sequence[str], key: str, old: Manifest, disk: Mapping[str, Stat] | None, output: Path
) -> dict[str, ManifestRow] | None:
    """An output's files where all of them lie on the disk as they would be made, else None."""
    standing: dict[str, ManifestRow] = {}
    for name in names:
        made = old.get(name)
        if made is None or made.key != key:
            return None
        if disk is None:
            standing[name] = made
            continue
        stat = disk.get(name)
        if stat is None:
            return None
        if made.stat is not None and made.stat.proves_same(stat):
            standing[name] = made
        elif digest((output / name).read_bytes()) == made.sha256:
            standing[name] = made._replace(stat=stat)
        else:
            return None
    return standing


def _lies_there(before: ManifestRow, sha256: str, stat: Stat | None) -> bool:
    """Whether a file with these bytes is where it is to go already."""
    return (
        before.sha256 == sha256
        and stat is not None
        and before.stat is not None
        and before.stat.proves_same(stat)
    )


def _results(bench: Bench, todo: Sequence[Output], workers: int) -> dict[str, Result]:
    """What is made of each output, by its path; those of one batch by one process."""
    batches: dict[str, list[Output]] = {}
    for planned in sorted(todo, key=lambda planned: not planned.costly):
        batches.setdefault(planned.batch or planned.path, []).append(planned)
    ordered = list(batches.values())
    single = sum(batch[0].costly for batch in ordered)
    least = COSTLY if single > 1 else LEAST
    made = spread(_make, bench, ordered, workers, least=least, single=single, here=True)
    return {
        planned.path: result
        for batch, found in zip(ordered, made, strict=True)
        for planned, result in zip(batch, found, strict=True)
    }


def _make(bench: Bench, batch: Sequence[Output]) -> list[Result]:
    return [_result(bench, output) for output in batch]


def _result(bench: Bench, output: Output) -> Result:
    if bench.staging is None and families.RECIPES[output.recipe].checked_before:
        return Result(((output.path, "", None),), "", ())
    data = families.make(bench.context, output)
    if isinstance(data, bytes):
        ids: list[str] = []
        doubts: tuple[str, ...] = ()
        if output.path.endswith(".html"):
            links, found = anchors.scan(data.decode())
            ids = sorted(found)
            doubts = tuple(bench.places.doubtful(output.path, links, found))
        made = _write(bench, output.path, data)
        return Result((made,), "\n".join(ids), doubts)
    return Result(tuple(_bundle(bench, output.path, data)), "", ())


def _bundle(
    bench: Bench, prefix: str, data: Mapping[str, bytes]
) -> Iterator[tuple[str, str, Stat | None]]:
    for name in sorted(data):
        yield _write(bench, prefix + name, data[name])


def _write(bench: Bench, path: str, data: bytes) -> tuple[str, str, Stat | None]:
    stat = None
    if bench.staging is not None:
        stat = stat_of(files.write_new(bench.staging, path, data), bench.now)
    return path, digest(data), stat


def _reread(context: tuple[Path, LinkTargets], path: str) -> list[str]:
    output, places = context
    try:
        html = (output / path).read_text("utf-8", "replace")
    except FileNotFoundError:
        return []  # somebody removed it since: the next build that looks at the folder makes it again
    return places.doubtful(path, *anchors.scan(html))
