"""sitegen build: read, plan, stage, check, commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.building import commit as committing
from sitegen.building import manifest as manifests
from sitegen.building import stage as staging
from sitegen.building import state
from sitegen.commands import stages
from sitegen.problems import Report


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: counts of files, and when the next status changes (None: never)."""

    made: int
    kept: int
    removed: int
    moved: int
    next_change: date | None
    remade: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The environment as the command line read it: the as-of date by time zone, ns now."""

    today: Callable[[str], date]
    now: Callable[[], int]


def build(
    root: Path,
    output: Path,
    report: Report,
    clock: Clock,
    *,
    workers: int,
    clean: bool = False,
    tick: Callable[[str], None] = lambda stage: None,
    renderers: dict[str, stages.Renderer] | None = None,
) -> Built | None:
    """Build the site in `root` into `output`. With an error in the report nothing is committed.

    `renderers` keeps compiled templates between the builds of one process.
    """
    with state.locked(root):
        folder = state.folder_of(root, output)
        committing.finish(output, folder, clock.now())
        plan = stages.prepare(
            root,
            report,
            today=clock.today,
            now=clock.now(),
            workers=workers,
            use_cache=not clean,
            keep_cache=True,
            tick=tick,
            renderers=renderers,
        )
        if plan is None:
            return None
        report.add(committing.owned(output, plan.site.settings.id))
        if report.has_errors:
            return None
        old = {} if clean else manifests.read(folder)
        disk = staging.on_disk(output, clock.now())
        staged = staging.stage(
            plan.making,
            plan.outputs,
            old,
            disk,
            output,
            committing.staging_folder(output),
            workers=workers,
        )
        tick("make")
        report.add(stages.check_tree(plan, staged, old))
        tick("check")
        if report.has_errors:
            committing.finish(output, folder, clock.now())
            return None
        stale = set(committing.released(output)) - set(staged.manifest) if not old else set()
        stale |= set(disk) - set(staged.manifest) - {committing.RELEASE} if clean else set()
        staged = staging.with_removed(staged, stale & set(disk))
        report.add(committing.obstacles(staged, output, disk))
        if report.has_errors:
            committing.finish(output, folder, clock.now())
            return None
        release = {
            "site": plan.site.settings.id,
            "data_date": plan.catalogue.as_of.isoformat(),
            "files": {path: made.sha256 for path, made in staged.manifest.items()},
        }
        committing.commit(staged, output, folder, release, clock.now())
        tick("commit")
        return Built(
            made=len(staged.made),
            kept=len(plan.outputs) - len(staged.made),
            removed=len(staged.removed),
            moved=len(staged.moves),
            next_change=plan.catalogue.next_change,
            remade=staged.made,
        )
