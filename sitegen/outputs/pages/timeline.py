"""Titles by the year in which they were given, the newest first, and the schemes that have ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.catalogue.ledger import Recognition
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.announcements import holder, rows_digest
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.number_links import announcement_title
from sitegen.outputs.parts.paging import numbered, pager
from sitegen.outputs.parts.scheme_words import ended_words
from sitegen.outputs.parts.turning import turning
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.recognitions import TitleRow, TitleYear
from sitegen.outputs.parts.years import (
    YearPart,
    has_titles,
    year_addresses,
    year_id,
    year_pages,
    years,
)
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/timeline.html"


class TimelinePage(NamedTuple):
    """历年认定，可有几页 | the titles by year, over as many pages as they need"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    every: tuple[Link, ...]
    """到每一年的链接；小字是次数 | links to all years; the note says how many titles"""
    years: tuple[TitleYear, ...]
    """这一页的各年，新的在前 | the years of this page, the newest first"""
    ended: tuple[Link, ...]
    """已停止的认定体系；小字说明何时停止；可空，第二页起为空 | the schemes that have ended, the note says when; may be empty, as it is from the second page on"""
    pager: Pager
    """分页 | the pages of the list"""
    turning: bool = False
    """认定的状态是否由脚本按日子改 | whether a script changes how they stand when their days come"""


def plan(context: PlanContext) -> Iterator[Output]:
    if not has_titles(context.catalogue):
        return
    pages = year_pages(context)
    counts = [(year, len(rows)) for year, rows in years(context).items()]
    for number, parts in enumerate(pages, start=1):
        rows = [row for part in parts for row in part.rows]
        yield context.page(
            addresses.page(addresses.TIMELINE, number),
            "timeline",
            TEMPLATE,
            str(number),
            in_sitemap=number == 1,
            rows=rows_digest(context, rows),
            counts=digest_of((counts, year_addresses(context), [part[2] for part in parts])),
            linked=digest_of(_schemes(context, rows)),
            ended=digest_of(_ended_shown(context)) if number == 1 else "",
            pages=str(len(pages)),
        )


def _schemes(context: PlanContext, rows: list[Recognition]) -> list[tuple[str, str, bool]]:
    """The schemes that rows name, and whether they have pages."""
    catalogue = context.catalogue
    return [
        (scheme, catalogue.schemes[scheme].name, f"schemes:{scheme}" in catalogue.entries)
        for scheme in sorted({row.scheme for row in rows} & catalogue.schemes.keys())
    ]


def _ended_shown(context: PlanContext) -> list[tuple[str, str]]:
    catalogue = context.catalogue
    return [
        (entry.key, catalogue.scheme_digests[entry.id])
        for entry in catalogue.collections["schemes"]
        if catalogue.schemes[entry.id].status == "ended"
    ]


def view(context: RenderContext, number_text: str) -> TimelinePage:
    number, say = int(number_text), context.say
    here = addresses.page(addresses.TIMELINE, number)
    pages = year_pages(context.plan)
    title = say("历年认定")
    lead = say(
        "每一次认定，新的在前，各写明现在的状态。称号制度停了，以前的认定仍是历史记录，不影响企业和产品。"
    )
    return TimelinePage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=addresses.TIMELINE,
        ),
        title=title,
        lead=lead,
        every=tuple(_every(context, here)),
        years=tuple(_year(context, here, part) for part in pages[number - 1]),
        ended=tuple(_ended(context, here)) if number == 1 else (),
        pager=pager(context, here, addresses.TIMELINE, number, len(pages)),
        turning=turning(context.catalogue, [r for part in pages[number - 1] for r in part.rows]),
    )


def _every(context: RenderContext, here: str) -> Iterator[Link]:
    places = year_addresses(context.plan)
    for year, rows in years(context.plan).items():
        url = context.urls.href(here, places[year], year_id(year))
        yield Link(_year_word(context, year), url, str(len(rows)))


def _year_word(context: RenderContext, year: str) -> str:
    return context.say("{year}年", year=year) if year else context.say("年份未注明")


def _year(context: RenderContext, here: str, part: YearPart) -> TitleYear:
    say = context.say
    word = _year_word(context, part.year)
    return TitleYear(
        id=year_id(part.year),
        title=say("{title}（续）", title=word) if part.continued else word,
        total=say("{count}次", count=len(years(context.plan)[part.year])),
        rows=tuple(_row(context, here, row) for row in part.rows),
    )


def _row(context: RenderContext, here: str, row: Recognition) -> TitleRow:
    catalogue = context.catalogue
    scheme = catalogue.schemes.get(row.scheme)
    entry = catalogue.entries.get(f"schemes:{row.scheme}")
    return TitleRow(
        holder=holder(context, here, row, note=announcement_title(context, row.announcement)),
        date=row.start,
        scheme=Link(
            scheme.name if scheme else row.scheme,
            context.entry_href(here, entry) if entry else "",
        ),
    )


def _ended(context: RenderContext, here: str) -> Iterator[Link]:
    for key, _ in _ended_shown(context.plan):
        entry = context.catalogue.entries[key]
        words = ended_words(context, context.catalogue.schemes[entry.id])
        yield Link(entry.name, context.entry_href(here, entry), words)


FAMILY = Family(
    "timeline",
    plan=plan,
    recipes={"timeline": Recipe(view, TEMPLATE)},
    parts={"ended": Label("已停止的认定体系", "the schemes that have ended")},
    addresses=("timeline",),
)
