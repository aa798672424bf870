"""Targets of policies held against what was published since: met, not met, not yet due, not to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.outputs import addresses
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.goal_lines import goals_shown, policy_targets
from sitegen.outputs.parts.policies import goals
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.goals import PolicyTargets
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/targets.html"


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
        yield context.page(
            addresses.TARGETS,
            "targets",
            TEMPLATE,
            in_sitemap=True,
            entries=goals_shown(context, found),
        )


def view(context: RenderContext) -> TargetsPage:
    here, say = addresses.TARGETS, context.say
    title = say("目标进度")
    lead = say("文件里定的目标，和后来公布的数字对着看。没有公布数字的，照样写明，不猜。")
    return TargetsPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        policies=tuple(policy_targets(context, here, goals(context.catalogue))),
    )


FAMILY = Family(
    "targets",
    plan=plan,
    recipes={"targets": Recipe(view, TEMPLATE)},
    addresses=("targets",),
)
