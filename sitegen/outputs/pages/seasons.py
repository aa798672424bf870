"""The calendar: what is on sale, harvested and in store in each month, then every entry that states months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.month_rows import month_groups, month_row, month_rows_digest
from sitegen.outputs.parts.paging import Chunks, numbered, page_of_lines, pager
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.seasons import (
    MONTHS,
    STATES,
    Seasonal,
    counts_of,
    has_calendar,
    in_month,
    line_digest,
    months_in_words,
    seasonal,
    unstated,
)
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.seasons import MonthGroup, MonthRow, MonthsLine, SeasonLine
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

TEMPLATE = "pages/seasons.html"
YEAR = 0
"""In place of a month: the page of the whole year."""


class SeasonsPage(NamedTuple):
    """时令：全年一页，每个月一页，条目多时分页 | the calendar: a page of the year, one of each month, over as many pages as they need"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一两句话 | a sentence or two below the heading"""
    months: tuple[MonthRow, ...]
    """十二个月，各有哪些条目；月份的页面和第二页起为空 | the twelve months with their entries; empty on the page of a month and from the second page on"""
    others: tuple[Link, ...]
    """到各月页面的链接，月份的页面才有；没有条目的月份没有网址 | on the page of a month, links to those of all months; one without entries has no address"""
    groups: tuple[MonthGroup, ...]
    """这个月各种情形有几件；全年的页面为空 | of a month, how many entries are in each state; empty on the page of the year"""
    lines: tuple[SeasonLine, ...]
    """这一页的条目 | the entries of this page"""
    total: str
    """共有多少，一句话 | how many there are, in words"""
    unstated: str
    """有多少条目没有注明月份，一句话；可空 | how many entries state no month, in words; may be empty"""
    calendar: str
    """可以订阅的日历（.ics），全年第一页才有；没有则空 | the calendar to subscribe to, on the first page of the year; empty where there is none"""
    pager: Pager
    """分页 | the pages of the list"""


def plan(context: PlanContext) -> Iterator[Output]:
    stated = seasonal(context)
    if not stated:
        return
    yield from _pages(context, YEAR, stated)
    for month in MONTHS:
        if entries := in_month(context, month):
            yield from _pages(context, month, entries)


def _pages(context: PlanContext, month: int, entries: Sequence[Seasonal]) -> Iterator[Output]:
    months = [bool(in_month(context, other)) for other in MONTHS] if month else []
    counts = counts_of(entries, month)
    none = digest_of(unstated(context.catalogue)) if not month else ""
    for number, page in enumerate(Chunks(entries, page_of_lines(context.site)), start=1):
        rows = month_rows_digest(context) if number == 1 and not month else ""
        yield context.page(
            addresses.page(_address(month), number),
            "seasons",
            TEMPLATE,
            str(month),
            str(number),
            in_sitemap=number == 1,
            lines=digest_of([line_digest(context, item) for item in page]),
            months=digest_of((rows, months, counts, has_calendar(context))),
            unstated=none,
            count=str(len(entries)),
        )


def _address(month: int) -> str:
    return addresses.season(month) if month else addresses.SEASONS


def view(context: RenderContext, month_text: str, number_text: str) -> SeasonsPage:
    month, number = int(month_text), int(number_text)
    base, say = _address(month), context.say
    here = addresses.page(base, number)
    entries = in_month(context.plan, month) if month else seasonal(context.plan)
    pages = Chunks(entries, page_of_lines(context.site))
    whole = say("时令")
    title = say("{month}月的时令", month=month) if month else whole
    lead = say(
        "“有货”是几月买得到，“采收”是几月收，“可贮存”是收下来能存到几月，都照条目写明的；没有写的是“未注明”，不是没有。"
    )
    return SeasonsPage(
        frame=frame(
            context,
            here,
            numbered(context, title, number),
            description=lead,
            section=addresses.SEASONS,
            trail=((whole, addresses.SEASONS),) if month else (),
        ),
        title=title,
        lead=lead,
        months=tuple(month_row(context, here, one) for one in MONTHS)
        if number == 1 and not month
        else (),
        others=tuple(_other_months(context, here, month)) if month else (),
        groups=month_groups(context, here, month, most=0) if month else (),
        lines=tuple(_line(context, item) for item in pages[number - 1]),
        total=say("共{count}{unit}", count=len(entries), unit=say("件")),
        unstated=_unstated(context) if not month else "",
        calendar=context.href(here, addresses.SEASONS_CALENDAR)
        if number == 1 and not month and has_calendar(context.plan)
        else "",
        pager=pager(context, here, base, number, len(pages)),
    )


def _other_months(context: RenderContext, here: str, month: int) -> Iterator[Link]:
    for other in MONTHS:
        address = addresses.season(other) if in_month(context.plan, other) else ""
        url = context.href(here, address) if address else ""
        yield Link(context.say("{month}月", month=other), url, current=other == month)


def _line(context: RenderContext, item: Seasonal) -> SeasonLine:
    """The line of an entry; all pages share it, and lines with the same months their words."""
    return context.once(("season line", item.entry.key), lambda: _new_line(context, item))


def _new_line(context: RenderContext, item: Seasonal) -> SeasonLine:
    entry = item.entry
    place = place_of(context.catalogue, entry)
    note = " · ".join(filter(None, [context.label(COLLECTIONS[entry.collection].title), place]))
    fields = COLLECTIONS[entry.collection].model.model_fields
    return SeasonLine(
        link=Link(entry.name, context.entry_href(addresses.ANYWHERE, entry), note),
        states=tuple(
            _state(context, state, months)
            for state, months in zip(STATES, item.months, strict=True)
            if state in fields
        ),
    )


def _state(context: RenderContext, state: str, months: tuple[int, ...]) -> MonthsLine:
    return context.once(
        ("months line", state, months),
        lambda: MonthsLine(
            state,  # type: ignore[arg-type]
            context.say(STATES[state]),
            months,
            months_in_words(context, months) if months else context.say("未注明"),
        ),
    )


def _unstated(context: RenderContext) -> str:
    say = context.say
    counts = unstated(context.catalogue)
    named = (
        say(
            "{collection}{count}{unit}",
            collection=context.label(COLLECTIONS[name].title),
            count=count,
            unit=say(COLLECTIONS[name].unit),
        )
        for name, count in counts
    )
    return say("没有注明月份的：{counts}。", counts=say("、").join(named)) if counts else ""


FAMILY = Family(
    "seasons",
    plan=plan,
    recipes={"seasons": Recipe(view, TEMPLATE)},
    parts={
        "months": Label("各月有哪些条目", "the entries of each month"),
        "unstated": Label("没有注明月份的条目数", "how many entries state no month"),
    },
    addresses=("seasons",),
)
