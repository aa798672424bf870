"""sitegen build: read, plan, stage, check, commit."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from pathlib import Path

from sitegen.building import commit as committing
from sitegen.building import details, ownership, standing, state, variants
from sitegen.building import stage as staging
from sitegen.building.manifest import Release
from sitegen.building.stage import Staged
from sitegen.checks.page_rule import PageRule
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.outputs.addresses import RELEASE, address_of
from sitegen.pipeline import checking, stages
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.pipeline.output_folder import ExistingFiles, OutputFolder
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.pipeline.preview_memory import PreviewMemory
from sitegen.problems import Mistaken, Report
from sitegen.rendering.templates import theme_folder


def build(
    root: Path,
    target: Path,
    report: Report,
    clock: Clock,
    *,
    workers: int,
    clean: bool = False,
    tick: Callable[[str], None] = lambda stage: None,
    memory: PreviewMemory | None = None,
    postponed: tuple[str, ...] = (),
    saved: Set[str] | None = None,
    registry: tuple[AnyRule, ...] = RULES,
) -> BuildResult | None:
    """Build the site in `root` into the folder `target`.

    With an error in the report the target is left alone and the result is None. Raises Busy where
    another process keeps the site locked.

    `memory` has what earlier builds of this process kept, and is updated. Files whose paths are among
    `postponed`, and bundles whose paths begin with one of them, stay as the last build made them, and the
    cache of entries is not saved.

    `saved` names the only files of the site that may have changed since the last build; None where
    that is not known. With it, nobody else may have touched the target either: the build looks at
    no other file, and leaves release.json and the manifest to a later build that looks at all.
    """
    if saved is None:
        report.add(ownership.misplaced(root, target))
    if report.has_errors:
        return None
    with state.locked(root):
        start = clock.now()
        folder = OutputFolder(
            target, state.folder_of(root, target), clock, memory.manifest if memory else None
        )
        folder.finish_interrupted_build()
        if saved is not None and not folder.is_as_remembered():
            saved = None
        run = BuildRun(
            root=root,
            folder=folder,
            report=report,
            clock=clock,
            workers=workers,
            clean=clean,
            tick=tick,
            memory=memory,
            postponed=postponed,
            saved=saved,
            start=start,
            registry=registry,
        )
        try:
            plan = run.read_and_plan()
            existing = run.look_at_target(plan)
            staged = run.stage(plan, existing)
            staged = run.check(plan, existing, staged)
        except StoppedByErrors:
            folder.discard_staged_files()
            return None
        return run.commit(plan, existing, staged)


class StoppedByErrors(Exception):
    """The report has errors, so nothing may be committed."""


@dataclass(frozen=True, slots=True)
class BuildRun:
    """The steps of one build, in order. The first four raise StoppedByErrors; only the last one
    changes the output folder. See `build` for the parameters; `start` is the clock in ns."""

    root: Path
    folder: OutputFolder
    report: Report
    clock: Clock
    workers: int
    clean: bool
    tick: Callable[[str], None]
    memory: PreviewMemory | None
    postponed: tuple[str, ...]
    saved: Set[str] | None
    start: int
    registry: tuple[AnyRule, ...]

    @property
    def looks_at_all_files(self) -> bool:
        return self.saved is None

    def read_and_plan(self) -> PreparedSite:
        """Read the site, and plan its outputs. Raises only where site.yaml is unusable: other
        errors are reported together with what `look_at_target` finds."""
        plan = stages.prepare(
            self.root,
            self.report,
            today=self.clock.today,
            archive=self.clock.archive,
            closed=self.clock.closing,
            indexed=self.clock.indexed,
            now=self.clock.now(),
            workers=self.workers,
            use_cache=not self.clean,
            keep_cache=not self.postponed,
            tick=self.tick,
            memory=self.memory,
            saved=self.saved,
            registry=self.registry,
        )
        if plan is None:
            raise StoppedByErrors
        return plan

    def look_at_target(self, plan: PreparedSite) -> ExistingFiles:
        """See that the output folder belongs to this site, and which files are in it."""
        if self.looks_at_all_files and not plan.site.faulty:
            self.report.add(self.folder.owned_by(plan.site.settings.id))
        self._stop_on_errors()
        return self.folder.existing_files(
            (output.path for output in plan.outputs),
            clean=self.clean,
            look_at_disk=self.looks_at_all_files,
        )

    def stage(self, plan: PreparedSite, existing: ExistingFiles) -> Staged:
        """Make the files that are new, changed or damaged in a folder beside the output folder."""
        target = self.folder.path
        try:
            staged = staging.stage(
                plan.context,
                plan.rules.of(PageRule),
                plan.outputs,
                existing.manifest,
                existing.disk,
                target,
                self.folder.new_staging_folder(),
                workers=self.workers,
                now=self.clock.now(),
                postponed=self.postponed,
            )
        except Mistaken as mistaken:
            self.report.add([mistaken.problem])
            raise StoppedByErrors from None
        self.tick("make")
        return staged

    def check(self, plan: PreparedSite, existing: ExistingFiles, staged: Staged) -> Staged:
        """Check the links of the site as it will be, then that its files can take their places.
        The result also lists the files to remove."""
        target = self.folder.path
        staged = self.report.take(
            checking.in_tree(plan, staged, existing.manifest, target, workers=self.workers)
        )
        self.tick("check")
        self._stop_on_errors()
        new = staged.manifest.keys()
        gone = (existing.built - new) & existing.paths
        staged = staging.with_removed(staged, gone)
        self.report.add(committing.obstacles(staged, target, existing.paths))
        self._stop_on_errors()
        return staged

    def commit(self, plan: PreparedSite, existing: ExistingFiles, staged: Staged) -> BuildResult:
        """Move the staged files to their places, and remove those that are gone."""
        committing.commit(
            staged,
            existing.manifest,
            self.folder.path,
            self.folder.records,
            _release_of(plan),
            self.clock.now(),
            self.folder.memory,
            settle=self.looks_at_all_files,
        )
        details.update(self.folder.records, staged.made, staged.removed)
        variants.prune(self.root, plan.context.plan)
        settled = not staged.made and not staged.removed and not self.postponed
        if settled and not self.clock.closing:
            self._record_that_nothing_changed(plan, staged)
        self.tick("commit")
        return BuildResult(
            made=len(staged.made),
            kept=len(plan.outputs) - len(staged.made),
            removed=len(staged.removed),
            moved=len(staged.moves),
            next_change=plan.catalogue.next_change,
            remade=tuple(output.path for output in staged.made),
        )

    def _record_that_nothing_changed(self, plan: PreparedSite, staged: Staged) -> None:
        """Let the next build answer at once, as long as nothing changes."""
        standing.record(
            self.root,
            self.folder.path,
            theme_folder(),
            [*staged.manifest, RELEASE],
            standing.Standing(
                len(plan.outputs), plan.catalogue.next_change, tuple(self.report.problems)
            ),
            timezone=plan.site.settings.timezone,
            as_of=plan.catalogue.as_of,
            archive=plan.catalogue.archive,
            start=self.start,
        )

    def _stop_on_errors(self) -> None:
        if self.report.has_errors:
            raise StoppedByErrors


def _release_of(plan: PreparedSite) -> Release:
    settings = plan.site.settings
    return Release(
        site=settings.id,
        data_date=plan.catalogue.as_of.isoformat(),
        base_path=settings.base_path,
        permanent_url=settings.permanent_url,
        redirects={
            address_of(output.path): output.leads_to for output in plan.outputs if output.leads_to
        },
    )
