"""sitegen build: read, plan, stage, check, commit."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.building import commit as committing
from sitegen.building import details, state
from sitegen.building import manifest as manifests
from sitegen.building import stage as staging
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


@contextmanager
def quiet_collector() -> Iterator[None]:
    """Hold Python's cycle collector off: a build makes values without cycles, and many of them.

    It would look through all of them again and again, for a fifth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


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
    with state.locked(root), quiet_collector():
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
        before = set(old or committing.released(output))
        paths = before.union(planned.path for planned in plan.outputs)
        disk = staging.on_disk(output, clock.now(), None if clean else paths)
        staged = staging.stage(
            plan.making,
            plan.outputs,
            old,
            disk,
            output,
            committing.staging_folder(output),
            workers=workers,
            now=clock.now(),
            base_path=plan.site.settings.base_path,
        )
        tick("make")
        report.add(stages.check_tree(plan, staged, old, output, workers=workers))
        tick("check")
        if report.has_errors:
            committing.finish(output, folder, clock.now())
            return None
        stale = before - set(staged.manifest)
        stale |= set(disk) - set(staged.manifest) - {committing.RELEASE} if clean else set()
        staged = staging.with_removed(staged, stale & set(disk))
        report.add(committing.obstacles(staged, output, disk))
        if report.has_errors:
            committing.finish(output, folder, clock.now())
            return None
        release = (plan.site.settings.id, plan.catalogue.as_of.isoformat())
        committing.commit(staged, {} if clean else old, output, folder, release, clock.now())
        details.update(folder, staged.made, staged.removed)
        tick("commit")
        return Built(
            made=len(staged.made),
            kept=len(plan.outputs) - len(staged.made),
            removed=len(staged.removed),
            moved=len(staged.moves),
            next_change=plan.catalogue.next_change,
            remade=tuple(planned.path for planned in staged.made),
        )
