"""Targets of policies in lines: what was wanted, what was published since, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import groupby

from sitegen.model.entry import Entry
from sitegen.model.quantities import bounds
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import Dependency, depends_on
from sitegen.outputs.parts.actuals import VERDICTS, actuals, verdict
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.published import Published
from sitegen.outputs.parts.quantities import quantity_words, scope_words
from sitegen.outputs.parts.views.goals import ActualLine, PolicyTargets, TargetLine
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

PARTS = {
    "targets": Label(
        "文件里的目标，或对照的数字", "targets of policies, or figures held against them"
    )
}
"""The part of a page's key that `goals_shown` fills where targets are not all that it shows."""
WIDEST = 100
"""The width of the bar of the target itself, in percent of its cell, where nothing is more."""


def place_of(policy: Entry) -> str:
    """The fragment of the heading of its targets. No id has two hyphens, so that no other heading has it."""
    return f"targets--{policy.id}"


def goals_shown(context: PlanContext, shown: Collection[Goal]) -> Dependency:
    """What a page depends on that shows these targets: their policies, all published figures, the verdicts of the day."""
    if not shown:
        return depends_on("facts", ())
    catalogue = context.catalogue
    policies = {goal.policy.key: goal.policy for goal in shown}.values()
    entries = (*policies, *catalogue.collections["figures"])
    day = (
        [verdict(catalogue, goal, actuals(context, goal)) for goal in shown],
        [catalogue.turns(entry) for entry in entries],
    )
    return depends_on("facts", entries, day)


def policy_targets(
    context: RenderContext, here: str, shown: Iterable[Goal]
) -> Iterator[PolicyTargets]:
    """Targets by their policies, in the order given."""
    for policy, members in groupby(shown, key=lambda goal: goal.policy):
        lines = tuple(_line(context, here, goal) for goal in members)
        number = context.catalogue.record(policy).number or ""
        yield PolicyTargets(
            id=place_of(policy),
            policy=Link(policy.name, context.entry_href(here, policy), number),
            said=_said(context, lines),
            lines=lines,
        )


def _said(context: RenderContext, lines: tuple[TargetLine, ...]) -> str:
    counts = {name: sum(line.verdict == name for line in lines) for name in VERDICTS}
    parts = [
        context.say("{what}{count}个", what=context.say(VERDICTS[name]), count=counts[name])
        for name in VERDICTS
        if counts[name]
    ]
    return context.say(
        "共{count}个目标：{parts}", count=len(lines), parts=context.say("，").join(parts)
    )


def _line(context: RenderContext, here: str, goal: Goal) -> TargetLine:
    row, at = goal.row, addresses.entry(goal.policy)
    found = actuals(context.plan, goal)
    judged = verdict(context.catalogue, goal, found)
    return TargetLine(
        name=Link(row.name, context.urls.href(here, at, f"targets-{row.row}"), row.group or ""),
        wanted=quantity_words(context, row),
        scope=scope_words(context, row),
        due=row.due.text if row.due else "",
        offices=row.offices or context.catalogue.record(goal.policy).offices,
        note=row.note or "",
        verdict=judged,
        word=context.say(VERDICTS[judged]),
        actuals=tuple(_actual(context, here, goal, one, found) for one in found),
    )


def _actual(
    context: RenderContext, here: str, goal: Goal, one: Published, every: list[Published]
) -> ActualLine:
    at = addresses.entry(one.release)
    words = quantity_words(context, one.row)
    most = max(bounds(goal.row.value)[1], *(bounds(other.row.value)[1] for other in every))
    share = bounds(one.row.value)[1] * WIDEST / most if most else Decimal(0)
    url = context.urls.href(here, at, f"figures-{one.row.row}")
    return ActualLine(Link(words, url), one.as_of, int(share))
