"""Each event that is known to the day as a file for calendars, and all of them in one to subscribe to (RFC 5545).

One of every year comes again by RRULE. A date without a day has no file: `parts/happenings.py` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from sitegen.model.entry import Entry
from sitegen.model.events import KINDS
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.happenings import exact_days
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering.calendars import WholeDays, calendar

PRODUCT = "-//sitegen//events//ZH"


def plan(context: PlanContext) -> Iterator[Output]:
    catalogue, frame = context.catalogue, context.shared.frame
    exact = [e for e in catalogue.collections["events"] if exact_days(catalogue.record(e))]
    for entry in exact:
        yield context.edition_file(
            addresses.event_calendar(entry),
            "event-calendar",
            entry.key,
            entry=depends_on("facts", [entry], catalogue.turns(entry)),
            frame=frame,
        )
    if exact:
        yield context.edition_file(
            addresses.EVENTS_CALENDAR,
            "events-calendar",
            entries=depends_on("facts", exact, [catalogue.turns(e) for e in exact]),
            frame=frame,
        )


def one(context: RenderContext, key: str) -> bytes:
    entry = context.catalogue.entries[key]
    return calendar(PRODUCT, entry.name, _events(context, (entry,)))


def every(context: RenderContext) -> bytes:
    title = context.say("{name} · 活动", name=context.site.settings.name)
    return calendar(PRODUCT, title, _events(context, context.catalogue.collections["events"]))


def _events(context: RenderContext, entries: tuple[Entry, ...]) -> Iterator[WholeDays]:
    host = urlsplit(context.urls.permanent_url).hostname or ""
    for entry in entries:
        record = context.catalogue.record(entry)
        days = exact_days(record)
        if days is None or days[1] == date.max:
            continue
        changed = context.catalogue.changed(entry)
        yield WholeDays(
            uid=f"{entry.collection}-{entry.id}@{host}",
            stamp=date.fromisoformat(changed) if changed else days[0],
            first=days[0],
            after=days[1] + timedelta(days=1),
            yearly=record.yearly,
            summary=entry.name,
            description=entry.summary,
            place=record.venue or "",
            category=context.choice("events.kind", KINDS, entry.kind),
            url=context.urls.permanent(addresses.entry(entry)),
        )


FAMILY = Family(
    "event calendars",
    plan=plan,
    recipes={"event-calendar": Recipe(one), "events-calendar": Recipe(every)},
)
