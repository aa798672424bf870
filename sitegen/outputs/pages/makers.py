"""The makers of one geographical indication or category side by side, on a page to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts import scripts
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.makers import SCOPES, maker_rows, makers, makers_dependencies
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.special_facts import SPECIAL
from sitegen.outputs.parts.views.facts import Fact
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.makers import MakerRow
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import mark

TEMPLATE = "pages/makers.html"
COLUMNS = {
    "goods": mark("产品"),
    "marks": mark("专用标志"),
    "badges": mark("称号"),
    "months": mark("有货"),
    "phones": mark("电话"),
}
"""By the field of a row, the heads of the columns after the first. One without a word has none."""


class MakersPage(NamedTuple):
    """一个地理标志或类别的企业，并排对照 | the enterprises of a geographical indication or category, side by side"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    shared: tuple[Fact, ...]
    """各家共同的：公告写明的指标；可空 | what holds for all: the figures of the notice; may be empty"""
    columns: tuple[tuple[str, str], ...]
    """第一列以后的各列：行里的字段和列名；哪家都没有写明的列不在内 | the columns after the first: field of a row and head; those that no row fills are left out"""
    rows: tuple[MakerRow, ...]
    """各家企业 | the enterprises"""


def plan(context: PlanContext) -> Iterator[Output]:
    for collection in SCOPES:
        for scope in context.catalogue.collections[collection]:
            if makers(context, scope):
                parts = makers_dependencies(context, scope)
                yield context.page(
                    addresses.makers(scope),
                    "makers",
                    TEMPLATE,
                    scope.key,
                    in_sitemap=True,
                    lastmod="",
                    **parts,
                )


def view(context: RenderContext, key: str) -> MakersPage:
    say = context.say
    scope = context.catalogue.entries[key]
    here = addresses.makers(scope)
    rows = tuple(maker_rows(context, here, scope))
    title = say("{name}：企业对照", name=scope.name)
    lead = say("{count}家企业并排看。只列各家写明的内容，不打分，不排名。", count=len(rows))
    section = addresses.collection(scope.collection)
    return MakersPage(
        frame=frame(
            context,
            here,
            title,
            description=lead,
            section=section,
            trail=(
                (_column(context, scope), section),
                (scope.name, addresses.entry(scope)),
            ),
            own_scripts=(scripts.MAKERS,),
        ),
        title=title,
        lead=lead,
        shared=tuple(_shared(context, scope)),
        columns=tuple(
            (field, say(word))
            for field, word in COLUMNS.items()
            if any(getattr(row, field) for row in rows)
        ),
        rows=rows,
    )


def _column(context: RenderContext, scope: Entry) -> str:
    if scope.collection == "gi":
        return context.label(COLLECTIONS["gi"].title)
    return menu_title(context, scope.collection)


def _shared(context: RenderContext, scope: Entry) -> Iterator[Fact]:
    """The figures of the notice, which goods of every maker have to keep to."""
    if scope.collection == "gi":
        record: Any = context.catalogue.record(scope)
        if record.quality:
            yield from SPECIAL["measures"](context, record.quality.measures)


FAMILY = Family(
    "makers",
    plan=plan,
    recipes={"makers": Recipe(view, TEMPLATE)},
    parts={"statuses": Label("认定记录或其状态", "its recognitions or their status")},
)
