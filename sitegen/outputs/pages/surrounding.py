"""The page of all policies, of all events and so on: what surrounds the catalogue, in groups by kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.stated_days import stated_day
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import ArticleLine
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options, showing, surrounding

TEMPLATE = "pages/surrounding.html"
ELSEWHERE = frozenset(["policies", "figures", "events", "services", "clusters"])
"""The pages of all of these have modules of their own."""


class LineGroup(NamedTuple):
    """一种，和其中的各条 | a kind, and its lines"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """种类 | the kind"""
    lines: tuple[ArticleLine, ...]
    """各条，不会空 | its lines, never empty"""


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
        dated = [(_day(context, one), one) for one in entries if one.kind == kind]
        if dated:
            newest = sorted(dated, key=lambda pair: pair[0], reverse=True)
            lines = tuple(_line(context, here, one, day) for day, one in newest)
            yield LineGroup(kind, context.label(label), lines)


def _day(context: RenderContext, entry: Entry) -> str:
    return stated_day(context.catalogue.record(entry))


def _line(context: RenderContext, here: str, entry: Entry, day: str) -> ArticleLine:
    return ArticleLine(
        link=Link(entry.name, context.entry_href(here, entry)),
        kind=place_of(context.catalogue, entry),
        date=day,
        summary=entry.summary,
    )


FAMILY = Family("surrounding", plan=plan, recipes={"surrounding": Recipe(view, TEMPLATE)})
