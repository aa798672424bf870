"""sitegen build: read, plan, stage, check, commit."""

from __future__ import annotations

from collections.abc import Callable, Set
from pathlib import Path

from sitegen.building import commit as committing
from sitegen.building import details, standing, state, variants
from sitegen.building import manifest as manifests
from sitegen.building import stage as staging
from sitegen.pipeline import stages
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.pipeline.preview_memory import PreviewMemory
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
    memory: PreviewMemory | None = None,
    postponed: tuple[str, ...] = (),
    saved: Set[str] | None = None,
) -> BuildResult | None:
    """Build the site in `root` into `output`. With an error in the report nothing is committed.

    `memory` is what the last build of this process left, and is filled for the next. Bundles below
    `postponed` are left as the last build made them, and so is the cache of entries.

    `saved` are the files of the site that alone may have changed since that build, and since then
    nobody has touched the output folder; None where that is not known. Then nothing else is looked
    at, and release.json and the manifest wait for a build that looks at everything.
    """
    with state.locked(root):
        start = clock.now()
        folder = state.folder_of(root, output)
        remembered = memory.manifest if memory else None
        committing.finish(output, folder, start, remembered)
        if saved is not None and not _stands(output, folder, remembered):
            saved = None
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
            saved=saved,
        )
        if plan is None:
            return None
        if saved is None:
            report.add(committing.owned(output, plan.site.settings.id))
        if report.has_errors:
            return None
        old = {} if clean else manifests.read(folder, remembered)
        before = set(old or committing.released(output))
        disk = None
        if saved is None:
            paths = before.union(planned.path for planned in plan.outputs)
            disk = staging.on_disk(output, clock.now(), None if clean else paths)
        lying = old if disk is None else disk
        try:
            staged = staging.stage(
                plan.context,
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
            committing.finish(output, folder, clock.now(), remembered)
            return None
        tick("make")
        report.add(stages.check_tree(plan, staged, old, output, workers=workers))
        tick("check")
        if report.has_errors:
            committing.finish(output, folder, clock.now(), remembered)
            return None
        stale = before - staged.manifest.keys()
        stale |= set(lying) - staged.manifest.keys() - {committing.RELEASE} if clean else set()
        staged = staging.with_removed(staged, stale & lying.keys())
        report.add(committing.obstacles(staged, output, lying))
        if report.has_errors:
            committing.finish(output, folder, clock.now(), remembered)
            return None
        release = (plan.site.settings.id, plan.catalogue.as_of.isoformat())
        committing.commit(
            staged,
            old,
            output,
            folder,
            release,
            clock.now(),
            remembered,
            settle=saved is None,
        )
        details.update(folder, staged.made, staged.removed)
        variants.prune(root, plan.context.plan)
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
        return BuildResult(
            made=len(staged.made),
            kept=len(plan.outputs) - len(staged.made),
            removed=len(staged.removed),
            moved=len(staged.moves),
            next_change=plan.catalogue.next_change,
            remade=tuple(planned.path for planned in staged.made),
        )


def _stands(output: Path, folder: Path, memory: manifests.ManifestMemory | None) -> bool:
    """Whether the output folder is, for all one can see without looking at its files, as the last
    build of this process left it."""
    return memory is not None and memory.holds(folder) and (output / committing.RELEASE).is_file()
