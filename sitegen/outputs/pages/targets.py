"""Targets of policies held against what was published since: met, not met, not yet due, not to be told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from sitegen.model.quantities import bounds
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.actuals import VERDICTS, actuals, verdict
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.policies import Goal, goals
from sitegen.outputs.parts.published import Published
from sitegen.outputs.parts.quantities import quantity_words, scope_words
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/targets.html"
WIDEST = 100
"""The width of the bar of the target itself, in percent of its cell, where nothing is more."""


class ActualLine(NamedTuple):
    """一个公布的数字 | a published figure"""

    link: Link
    """数字，点开是公布它的那一页 | the figure; leads to where it was published"""
    as_of: str
    """截至 | the day it stands for"""
    share: int
    """是目标的百分之几，画条用，0–100 | its share of the target in percent, for the bar, 0–100"""


class TargetLine(NamedTuple):
    """一个目标 | a target"""

    name: Link
    """目标，点开是它在文件页上的位置 | the target; leads to its place on the page of the policy"""
    wanted: str
    """要达到多少 | how much was wanted"""
    scope: str
    """口径；可空 | what is counted; may be empty"""
    due: str
    """期限；可空 | by when; may be empty"""
    offices: tuple[str, ...]
    """责任单位，排第一的牵头；可空 | the offices, the first leads; may be empty"""
    verdict: str
    """`met`、`missed`、`running` 或 `unknown` | which of these four"""
    word: str
    """结果，一句话 | the verdict in words"""
    actuals: tuple[ActualLine, ...]
    """公布的数字，早的在前；可空 | published figures, the oldest first; may be empty"""


class PolicyTargets(NamedTuple):
    """一份文件和它的目标 | a policy and its targets"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    policy: Link
    """文件，小字是文号 | the policy; its note is its number"""
    said: str
    """达到几个、没达到几个，一句话 | in words how many were met and how many were not"""
    lines: tuple[TargetLine, ...]
    """各个目标，不会空 | its targets, never empty"""


class TargetsPage(NamedTuple):
    """目标进度 | targets and what became of them"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    policies: tuple[PolicyTargets, ...]
    """各份文件，不会空 | the policies, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    found = list(goals(context.catalogue))
    if found:
        lists = context.catalogue.collections
        shown = (*lists["policies"], *lists["figures"])
        day = (
            [verdict(context.catalogue, one, actuals(context, one)) for one in found],
            [context.catalogue.turns(entry) for entry in shown],
        )
        yield context.page(
            addresses.TARGETS,
            "targets",
            TEMPLATE,
            in_sitemap=True,
            entries=depends_on("facts", shown, day),
        )


def view(context: RenderContext) -> TargetsPage:
    here, say = addresses.TARGETS, context.say
    title = say("目标进度")
    lead = say("文件里定的目标，和后来公布的数字对着看。没有公布数字的，照样写明，不猜。")
    return TargetsPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        policies=tuple(_policies(context, here)),
    )


def _policies(context: RenderContext, here: str) -> Iterator[PolicyTargets]:
    for policy, members in groupby(goals(context.catalogue), key=lambda goal: goal.policy):
        lines = tuple(_line(context, here, goal) for goal in members)
        number = context.catalogue.record(policy).number or ""
        yield PolicyTargets(
            id=policy.id,
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


FAMILY = Family(
    "targets",
    plan=plan,
    recipes={"targets": Recipe(view, TEMPLATE)},
    addresses=("targets",),
)
