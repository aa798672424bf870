"""Staging: decide what must be made, make it beside the tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import files
from sitegen.building.making import Bench, make
from sitegen.building.manifest import Manifest, ManifestRow
from sitegen.building.stat import Stat, stat_of
from sitegen.building.workers import spread
from sitegen.checks import page_rule
from sitegen.checks.link_targets import LinkTargets
from sitegen.checks.page_rule import FinishedPage, KeptFinding, PageRule
from sitegen.files import digest
from sitegen.outputs.output import Output
from sitegen.outputs.render_context import RenderContext

Findings = Mapping[str, tuple[KeptFinding, ...]]
"""What page rules have against a file, by its path. Links are judged once all files are known."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The tree to be: `made` were rendered, `moves` are the files whose bytes differ from the disk's,
    `removed` go, `manifest` describes all of it. `findings` is what rules have against the files made, and what
    is known of those kept: `judged` puts into the manifest what of it holds.

    The stats of `moves` are those they have in the staging folder.
    """

    made: tuple[Output, ...]
    moves: tuple[str, ...]
    removed: tuple[str, ...]
    manifest: Manifest
    findings: Findings


def on_disk(target: Path, now: int, paths: Iterable[str]) -> dict[str, Stat]:
    """Stat of those of `paths` that are files in the output folder.

    Links are no files, and nothing behind a linked folder counts.
    """
    if not target.is_dir():
        return {}
    return {path: stat_of(result, now) for path, result in files.look_up(target, paths)}


def stage(
    context: RenderContext,
    rules: tuple[PageRule, ...],
    outputs: Sequence[Output],
    old: Manifest,
    disk: Mapping[str, Stat] | None,
    target: Path,
    staging: Path | None,
    *,
    workers: int,
    now: int,
    postponed: tuple[str, ...] = (),
) -> Staged:
    """Make what is new, changed or damaged into `staging` (into nothing, where that is None), and have
    `rules` look at it.

    `disk` has the stats of the files in `target`; None where they are known to lie as `old` says.
    `postponed` files, and bundles below `postponed` folders, that lie there whole stay as they are, under
    their old keys, so that a later build makes them.
    """
    members = _members(old)
    kept: dict[str, dict[str, ManifestRow]] = {}
    todo: list[Output] = []
    for output in outputs:
        names: Sequence[str] = (output.path,)
        key = output.key
        if output.bundle:
            names = members.get(output.path, ())
        is_later = output.path.startswith(postponed) if output.bundle else output.path in postponed
        if is_later and names and names[0] in old:
            key = old[names[0]].key
        standing = _standing(names, key, old, disk, target)
        if standing:
            kept[output.path] = standing
        else:
            todo.append(output)
    folder = str(staging) if staging else None
    bench = Bench(context, folder, rules, page_rule.suffixes(rules), _targets(outputs), now)
    results = make(bench, todo, workers)
    on_target = disk
    if on_target is None:
        on_target = on_disk(
            target, now, [made.path for files in results.values() for made in files]
        )
    manifest: dict[str, ManifestRow] = {}
    moves: list[str] = []
    by_path: dict[str, tuple[KeptFinding, ...]] = {}
    for output in outputs:
        result = results.get(output.path)
        if result is None:
            rows = kept[output.path]
            manifest.update(rows)
            by_path.update((path, row.findings) for path, row in rows.items() if row.findings)
            continue
        bundle = output.path if output.bundle else ""
        for path, sha256, stat, ids, findings in result:
            before = old.get(path)
            if before is not None and _is_in_place(before, sha256, on_target.get(path)):
                stat = before.stat
            else:
                moves.append(path)
            manifest[path] = ManifestRow(output.key, sha256, ids, bundle, stat)
            if findings:
                by_path[path] = findings
    removed = tuple(path for path in old if path not in manifest and (disk is None or path in disk))
    return Staged(tuple(todo), tuple(moves), removed, manifest, by_path)


def look_again(
    rules: tuple[PageRule, ...],
    outputs: Sequence[Output],
    staged: Staged,
    target: Path,
    *,
    workers: int,
) -> Findings:
    """What is to be judged of pages that are kept, read from the output folder, with all else that
    was found."""
    later = page_rule.judged_later(rules)
    if not later:
        return staged.findings
    made = {output.path for output in staged.made}
    read = page_rule.suffixes(later)
    kept = [
        path
        for path, row in staged.manifest.items()
        if path.endswith(read) and path not in made and row.bundle not in made
    ]
    again = spread(_reread, (target, later, _targets(outputs)), kept, workers)
    codes = {kind.code for rule in later for kind in (*rule.kinds, *rule.fixed)}
    by_path = dict(staged.findings)
    for path, doubts in zip(kept, again, strict=True):
        known = staged.findings.get(path, ())
        by_path[path] = (*(one for one in known if one.code not in codes), *doubts)
    return by_path


def judged(staged: Staged, holding: Findings) -> Staged:
    """The same with the findings that hold, of all that were made or known, in the manifest."""
    differ = {
        path: row._replace(findings=holding.get(path, ()))
        for path in {*staged.findings, *holding}
        if (row := staged.manifest[path]).findings != holding.get(path, ())
    }
    return replace(staged, manifest={**staged.manifest, **differ}) if differ else staged


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
    names: Sequence[str], key: str, old: Manifest, disk: Mapping[str, Stat] | None, target: Path
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
        elif digest((target / name).read_bytes()) == made.sha256:
            standing[name] = made._replace(stat=stat)
        else:
            return None
    return standing


def _is_in_place(before: ManifestRow, sha256: str, stat: Stat | None) -> bool:
    """Whether a file with these bytes is where it is to go already."""
    return (
        before.sha256 == sha256
        and stat is not None
        and before.stat is not None
        and before.stat.proves_same(stat)
    )


def _targets(outputs: Sequence[Output]) -> LinkTargets:
    return LinkTargets(output.path for output in outputs if not output.bundle)


def _reread(
    context: tuple[Path, tuple[PageRule, ...], LinkTargets], path: str
) -> tuple[KeptFinding, ...]:
    target, rules, targets = context
    try:
        data = (target / path).read_bytes()
    except FileNotFoundError:
        return ()  # somebody removed it since: the next build that looks at the folder makes it again
    return page_rule.look(rules, FinishedPage.of(path, data, targets))
