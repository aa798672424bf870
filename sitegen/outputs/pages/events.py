"""The calendar of events: what is to come, what was held in which year, which events are one series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sitegen.model.collections import COLLECTIONS
from sitegen.model.events import KINDS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.frame import frame
from sitegen.outputs.parts.happenings import Happening, happenings, series, when_words
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.views.frame import Frame
from sitegen.outputs.parts.views.happenings import EventLine, EventSeries, EventYear
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import showing

TEMPLATE = "pages/events.html"
HERE = addresses.collection("events")


class EventsPage(NamedTuple):
    """活动日历 | the calendar of events"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    lead: str
    """标题下的一句话 | a sentence below the heading"""
    as_of: str
    """接下来的活动是从哪一天算起的 | the day from which on what is to come is counted"""
    calendar: str
    """可以订阅的日历（.ics）；没有一场知道是哪一天则空 | the calendar to subscribe to; empty where no event is known to the day"""
    coming: tuple[EventLine, ...]
    """接下来的，近的在前；可空 | those to come, the next one first; may be empty"""
    series: tuple[EventSeries, ...]
    """有几届的系列；可空 | series of several events; may be empty"""
    years: tuple[EventYear, ...]
    """办过的，一年一组，新的在前；可空 | those that were held, by year, the newest first; may be empty"""
    undated: tuple[EventLine, ...]
    """没有写日期的；可空 | those that state no date; may be empty"""


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue = context.catalogue
    entries = catalogue.collections["events"]
    if entries:
        order = [(o.entry.key, o.first, o.last, o.is_coming) for o in happenings(context)]
        places = [place_of(catalogue, entry) for entry in entries]
        turns = [catalogue.turns(entry) for entry in entries]
        yield context.page(
            HERE,
            "events",
            TEMPLATE,
            in_sitemap=True,
            entries=depends_on("facts", entries, (order, places, turns)),
            as_of=catalogue.as_of.isoformat(),
        )


def view(context: RenderContext) -> EventsPage:
    title = context.label(COLLECTIONS["events"].title)
    lead = context.say(showing("events").lead)
    every = happenings(context.plan)
    return EventsPage(
        frame=frame(context, HERE, title, description=lead, section=HERE),
        title=title,
        lead=lead,
        as_of=context.catalogue.as_of.isoformat(),
        calendar=context.href(HERE, addresses.EVENTS_CALENDAR)
        if any(one.is_exact for one in every)
        else "",
        coming=tuple(event_line(context, HERE, one) for one in every if one.is_coming),
        series=tuple(_series(context)),
        years=tuple(_years(context, [one for one in every if one.last and not one.is_coming])),
        undated=tuple(event_line(context, HERE, one) for one in every if one.first is None),
    )


def _series(context: RenderContext) -> Iterator[EventSeries]:
    for name, members in series(context.plan).items():
        yield EventSeries(
            name,
            tuple(
                Link(
                    _number(context, one) or one.entry.name,
                    context.entry_href(HERE, one.entry),
                    when_words(context, one),
                )
                for one in members
            ),
        )


def _years(context: RenderContext, past: Iterable[Happening]) -> Iterator[EventYear]:
    for year, members in groupby(past, key=lambda one: one.last.year if one.last else 0):
        lines = tuple(event_line(context, HERE, one, with_year=False) for one in members)
        yield EventYear(f"y{year}", context.say("{year}年", year=year), lines)


def event_line(
    context: RenderContext, here: str, one: Happening, *, with_year: bool = True
) -> EventLine:
    entry = one.entry
    calendar = context.href(here, addresses.event_calendar(entry)) if one.is_exact else ""
    return EventLine(
        link=Link(entry.name, context.entry_href(here, entry)),
        when=when_words(context, one, with_year=with_year),
        day=one.first.isoformat() if one.first and one.is_exact else "",
        facts=tuple(fact for fact in _facts(context, one) if fact),
        summary=entry.summary,
        results=one.record.results or "",
        calendar=calendar if one.is_coming else "",
    )


def _facts(context: RenderContext, one: Happening) -> Iterator[str]:
    say, record, today = context.say, one.record, context.catalogue.as_of
    if one.is_coming and one.is_exact and one.first and one.first <= today:
        yield say("正在进行")
    if record.yearly:
        yield say("每年")
    yield context.choice("events.kind", KINDS, one.entry.kind)
    if record.series:
        number = _number(context, one)
        yield f"{record.series}{number}"
    if record.times:
        yield say("共{count}场", count=record.times)
    yield record.venue or place_of(context.catalogue, one.entry)


def _number(context: RenderContext, one: Happening) -> str:
    number = one.record.number
    return context.say("第{number}届", number=number) if number else ""


FAMILY = Family("events", plan=plan, recipes={"events": Recipe(view, TEMPLATE)})
