"""An entry on paper: a card of A6 to stand beside the goods, and a sheet of A4 with its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.colophon import source_lines
from sitegen.outputs.parts.facts import sections
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.handouts import handed_out, paper, paper_dependency
from sitegen.outputs.parts.mark_users import mark_use
from sitegen.outputs.parts.paper_room import few, most_lines, on_card, shortened
from sitegen.outputs.parts.references import linked_digest
from sitegen.outputs.parts.region_word import menu_title
from sitegen.outputs.parts.statuses import statuses_digest
from sitegen.outputs.parts.views.facts import Season, Section, SourceLine
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.handouts import Paper
from sitegen.outputs.parts.views.recognitions import MarkUse
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

CARD, SHEET = "pages/card.html", "pages/sheet.html"


class CardPage(NamedTuple):
    """供打印的卡片（A6） | a card to print (A6)"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    paper: Paper
    """卡片上的内容 | what is on the card"""


class SheetPage(NamedTuple):
    """供打印的资料单（A4 一页） | a sheet to print (one page of A4)"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    paper: Paper
    """开头的内容 | what it begins with"""
    sections: tuple[Section, ...]
    """资料表；可空 | tables of facts; may be empty"""
    season: Season | None
    """采收、有货和可贮存的月份 | months of harvest, on sale and in store"""
    mark_use: MarkUse | None
    """专用标志现在谁可以用，几句话；没有记录则空 | in a few words who may use the mark today; empty without records"""
    sources: tuple[SourceLine, ...]
    """资料来源；可空 | the sources; may be empty"""
    shortened: bool
    """是不是有放不下的，要写明其余见网页 | whether something has no room, so that the sheet sends readers to the page"""


def plan(context: PlanContext) -> Iterator[Output]:
    for entry in handed_out(context):
        titles = statuses_digest(context, entry.key)
        yield context.page(
            addresses.card(entry),
            "card",
            CARD,
            entry.key,
            in_sitemap=False,
            cards=paper_dependency(context, entry),
            statuses=titles,
        )
        yield context.page(
            addresses.sheet(entry),
            "sheet",
            SHEET,
            entry.key,
            in_sitemap=False,
            cards=paper_dependency(context, entry),
            entry=depends_on("facts", [entry], context.catalogue.turns(entry)),
            linked=linked_digest(context, entry),
            statuses=titles,
        )


def card(context: RenderContext, key: str) -> CardPage:
    entry = context.catalogue.entries[key]
    here = addresses.card(entry)
    title = context.say("{name}：卡片", name=entry.name)
    return CardPage(_frame(context, here, key, title), title, on_card(paper(context, here, entry)))


def sheet(context: RenderContext, key: str) -> SheetPage:
    entry = context.catalogue.entries[key]
    here = addresses.sheet(entry)
    record = context.catalogue.record(entry)
    season = Season(entry.harvest, entry.available, entry.stored)
    shown = paper(context, here, entry)
    use = mark_use(context, here, getattr(record, "mark_users", ()))
    every = source_lines(context, record)
    sources = few(every)
    room = most_lines(shown, use, [line.text for line in sources], season=any(season))
    tables, is_short = shortened(sections(context, here, entry, record), room)
    return SheetPage(
        frame=_frame(context, here, key, context.say("{name}：资料单", name=entry.name)),
        paper=shown,
        sections=tables,
        season=season if any(season) else None,
        mark_use=use,
        sources=sources,
        shortened=is_short or sources != every,
    )


def _frame(context: RenderContext, here: str, key: str, title: str) -> Frame:
    """The frame of a page below that of an entry. It tells no more than that page: search engines leave it out."""
    entry = context.catalogue.entries[key]
    section = addresses.collection(entry.collection)
    return frame(
        context,
        here,
        title,
        description=entry.summary,
        section=section,
        trail=(
            (menu_title(context, entry.collection), section),
            (entry.name, addresses.entry(entry)),
        ),
        indexed=False,
    )


FAMILY = Family(
    "handouts",
    plan=plan,
    recipes={"card": Recipe(card, CARD), "sheet": Recipe(sheet, SHEET)},
    parts={"statuses": Label("认定记录或其状态", "its recognitions or their status")},
)
