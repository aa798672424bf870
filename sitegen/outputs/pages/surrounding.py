"""The page of all policies, of all events and so on: what surrounds the catalogue, in groups by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.article_lines import affair_line, newest_affairs
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.lists import LineGroup
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options, showing, surrounding

TEMPLATE = "pages/surrounding.html"
ELSEWHERE = frozenset(["policies", "figures", "events", "services", "clusters"])
"""The pages of all of these have modules of their own."""


class SurroundingPage(NamedTuple):
    """全部政策、全部活动等，按种类分组 | all policies, all events and the like, in groups by kind"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一句话 | a sentence below the heading"""
    groups: tuple[LineGroup, ...]
    """各组，不会空 | the groups, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    for name in surrounding():
        entries = context.catalogue.collections[name]
        if entries and name not in ELSEWHERE:
            yield context.page(
                addresses.collection(name),
                "surrounding",
                TEMPLATE,
                name,
                in_sitemap=True,
                entries=depends_on("facts", entries, [context.catalogue.turns(e) for e in entries]),
                lines=depends_on("line", entries),
            )


def view(context: RenderContext, name: str) -> SurroundingPage:
    here = addresses.collection(name)
    title = context.label(COLLECTIONS[name].title)
    lead = context.say(showing(name).lead)
    return SurroundingPage(
        frame=frame(context, here, title, description=lead, section=here),
        title=title,
        lead=lead,
        groups=tuple(_groups(context, here, name)),
    )


def _groups(context: RenderContext, here: str, name: str) -> Iterator[LineGroup]:
    entries = context.catalogue.collections[name]
    for kind, label in kind_options(name, context.catalogue.options).items():
        of_kind = [one for one in entries if one.kind == kind]
        if of_kind:
            newest = newest_affairs(context, of_kind)
            lines = tuple(affair_line(context, here, one) for one in newest)
            yield LineGroup(kind, context.label(label), lines)


FAMILY = Family("surrounding", plan=plan, recipes={"surrounding": Recipe(view, TEMPLATE)})
