"""Clusters and patent pools: who leads, who belongs to them, how large they are and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.quantities import quantity_words, scope_words
from sitegen.outputs.parts.references import linked_digest, named_value, reference_value
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options, showing

TEMPLATE = "pages/clusters.html"
HERE = addresses.collection("clusters")
NAMED = 12
"""So many members are named here; the page of the cluster names all."""


class ClusterNumber(NamedTuple):
    """一个数字 | a number"""

    name: str
    """数的是什么 | what is counted"""
    value: str
    """多少 | how many"""
    scope: str
    """口径；可空 | what it counts; may be empty"""
    as_of: str
    """截至；可空 | the day it stands for; may be empty"""
    source: str
    """出处；可空 | who says so; may be empty"""


class ClusterLine(NamedTuple):
    """一个集群 | a cluster"""

    link: Link
    """名称和网页；小字是行业 | its name and page; the note is its trade"""
    place: str
    """哪里的；可空 | its place; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    leads: tuple[Value, ...]
    """牵头的；可空 | who leads it; may be empty"""
    members: tuple[Value, ...]
    """成员，至多12个；可空 | its members, 12 at the most; may be empty"""
    more: str
    """还有多少成员没有列出，一句话；可空 | in words how many members are not named here; may be empty"""
    figures: tuple[ClusterNumber, ...]
    """数字；可空 | its numbers; may be empty"""


class ClusterGroup(NamedTuple):
    """一种集群 | clusters of a kind"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """种类 | the kind"""
    lines: tuple[ClusterLine, ...]
    """各个，不会空 | its clusters, never empty"""


class ClustersPage(NamedTuple):
    """集群和专利池 | clusters and patent pools"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一句话 | a sentence below the heading"""
    groups: tuple[ClusterGroup, ...]
    """各种，不会空 | the groups, never empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = catalogue.collections["clusters"]
    if entries:
        shown = [
            (place_of(catalogue, e), linked_digest(context, e), catalogue.turns(e)) for e in entries
        ]
        yield context.page(
            HERE,
            "clusters",
            TEMPLATE,
            in_sitemap=True,
            entries=depends_on("facts", entries, shown),
        )


def view(context: RenderContext) -> ClustersPage:
    title = context.label(COLLECTIONS["clusters"].title)
    lead = context.say(showing("clusters").lead)
    return ClustersPage(
        frame=frame(context, HERE, title, description=lead, section=HERE),
        title=title,
        lead=lead,
        groups=tuple(_groups(context)),
    )


def _groups(context: RenderContext) -> Iterator[ClusterGroup]:
    entries = context.catalogue.collections["clusters"]
    for kind, label in kind_options("clusters", context.catalogue.options).items():
        lines = tuple(_line(context, entry) for entry in entries if entry.kind == kind)
        if lines:
            yield ClusterGroup(kind, context.label(label), lines)


def _line(context: RenderContext, entry: Entry) -> ClusterLine:
    record = context.catalogue.record(entry)
    left = len(record.members) - NAMED
    return ClusterLine(
        link=Link(entry.name, context.entry_href(HERE, entry), record.industry or ""),
        place=place_of(context.catalogue, entry),
        summary=entry.summary,
        leads=_values(context, record.leads),
        members=_values(context, record.members[:NAMED]),
        more=context.say("等{count}家", count=len(record.members)) if left > 0 else "",
        figures=tuple(_number(context, one) for one in record.figures),
    )


def _values(context: RenderContext, members: Sequence[Any]) -> tuple[Value, ...]:
    return tuple(
        named_value(context, HERE, "organizations", one)
        if isinstance(one, str)
        else reference_value(context, HERE, one)
        for one in members
    )


def _number(context: RenderContext, one: Any) -> ClusterNumber:
    return ClusterNumber(
        name=one.name,
        value=quantity_words(context, one),
        scope=scope_words(context, one),
        as_of=one.as_of.text if one.as_of else "",
        source=one.source or "",
    )


FAMILY = Family("clusters", plan=plan, recipes={"clusters": Recipe(view, TEMPLATE)})
