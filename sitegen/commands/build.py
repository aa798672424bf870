"""sitegen build: read, plan, stage, check, commit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.building import commit as committing
from sitegen.building import details, standing, state, variants
from sitegen.building import manifest as manifests
from sitegen.building import stage as staging
from sitegen.commands import stages
from sitegen.commands.memory import Memory
from sitegen.commands.outcome import Built, Clock
from sitegen.problems import Mistaken, Report
from sitegen.rendering.templates import theme_folder


def build(
    root: Path,
    output: Path,
    report: Report,
    clock: Clock,
    *,
    workers: int,
    clean: bool = False,
    tick: Callable[[str], None] = lambda stage: None,
    memory: Memory | None = None,
    postponed: tuple[str, ...] = (),
) -> Built | None:
    """Build the site in `root` into `output`. With an error in the report nothing is committed.

    `memory` is what the last build of this process left, and is filled for the next. Bundles below
    `postponed` are left as the last build made them, and so is the cache of entries.
    """
    with state.locked(root):
        start = clock.now()
        folder = state.folder_of(root, output)
        committing.finish(output, folder, start)
        plan = stages.prepare(
            root,
            report,
            today=clock.today,
            now=clock.now(),
            workers=workers,
            use_cache=not clean,
            keep_cache=not postponed,
            tick=tick,
            memory=memory,
        )
        if plan is None:
            return None
        report.add(committing.owned(output, plan.site.settings.id))
        if report.has_errors:
            return None
        remembered = memory.manifest if memory else None
        old = {} if clean else manifests.read(folder, remembered)
        before = set(old or committing.released(output))
        paths = before.union(planned.path for planned in plan.outputs)
        disk = staging.on_disk(output, clock.now(), None if clean else paths)
        try:
            staged = staging.stage(
                plan.making,
                plan.outputs,
                old,
                disk,
                output,
                committing.staging_folder(output),
                workers=workers,
                now=clock.now(),
                postponed=postponed,
            )
        except Mistaken as mistaken:
            report.add([mistaken.problem])
            committing.finish(output, folder, clock.now())
            return None
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
        committing.commit(staged, old, output, folder, release, clock.now(), remembered)
        details.update(folder, staged.made, staged.removed)
        variants.prune(root, plan.making.planning)
        if not staged.made and not staged.removed and not postponed:
            found = standing.Standing(
                len(plan.outputs), plan.catalogue.next_change, tuple(report.problems)
            )
            standing.record(
                root,
                output,
                theme_folder(),
                [*staged.manifest, committing.RELEASE],
                found,
                timezone=plan.site.settings.timezone,
                as_of=plan.catalogue.as_of,
                start=start,
            )
        tick("commit")
        return Built(
            made=len(staged.made),
            kept=len(plan.outputs) - len(staged.made),
            removed=len(staged.removed),
            moved=len(staged.moves),
            next_change=plan.catalogue.next_change,
            remade=tuple(planned.path for planned in staged.made),
        )
