"""sitegen check: check all that a build checks, without writing any file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.building import ownership, state
from sitegen.building import stage as staging
from sitegen.checks import levels
from sitegen.checks.page_rule import PageRule
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.pipeline import checking, stages
from sitegen.pipeline.outcome import OUTPUT, Clock
from sitegen.problems import Mistaken, Report, Severity


def check(
    root: Path,
    report: Report,
    clock: Clock,
    *,
    workers: int,
    tick: Callable[[str], None] = lambda stage: None,
    registry: tuple[AnyRule, ...] = RULES,
) -> int:
    """Check the site in `root`. Returns the number of pages and files that it would have, 0 where
    the report has errors before any page is made.

    Pages are only checked once content and templates can be made into pages: until then a dead link on
    a page only repeats the problem of the entry that it should lead to. What a site may let pass does
    not hinder that, so that all is told at once.
    """
    plan = stages.prepare(
        root,
        report,
        today=clock.today,
        archive=clock.archive,
        now=clock.now(),
        workers=workers,
        use_cache=False,
        keep_cache=False,
        tick=tick,
        registry=registry,
    )
    if plan is not None and not plan.site.faulty:
        output = root / OUTPUT
        owner = plan.site.settings.id
        report.add(ownership.misplaced(root, output))
        report.add(ownership.owned(output, owner, state.folder_of(root, output)))
    if plan is None or _hinders_pages(report, registry):
        return 0
    try:
        staged = staging.stage(
            plan.context,
            plan.rules.of(PageRule),
            plan.outputs,
            {},
            {},
            root,
            None,
            workers=workers,
            now=clock.now(),
        )
    except Mistaken as mistaken:
        report.add([mistaken.problem])
        return 0
    tick("make")
    report.take(checking.in_tree(plan, staged, {}, root, workers=workers))
    tick("check")
    return len(plan.outputs)


def _hinders_pages(report: Report, registry: tuple[AnyRule, ...]) -> bool:
    """Whether there is an error without whose cure no page can be made."""
    free = levels.settable(registry)
    return any(
        problem.kind.severity is Severity.ERROR and problem.kind.code not in free
        for problem in report.problems
    )
