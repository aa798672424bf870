"""The months of harvest and sale as a calendar to subscribe to (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import depends_on
from sitegen.outputs.family import Family, Recipe
from sitegen.outputs.output import Output
from sitegen.outputs.parts.seasons import EVENTS, STATES, has_calendar, runs, seasonal
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.rendering.calendars import WholeDays, calendar

PRODUCT = "-//sitegen//seasons//ZH"


def plan(context: PlanContext) -> Iterator[Output]:
    stated = [item.entry for item in seasonal(context)]
    if has_calendar(context):
        yield context.edition_file(
            addresses.SEASONS_CALENDAR,
            "seasons-calendar",
            lines=depends_on(
                "line", stated, [(entry.available, entry.harvest) for entry in stated]
            ),
            as_of=str(context.catalogue.as_of.year),
            frame=context.shared.frame,
        )


def view(context: RenderContext) -> bytes:
    settings = context.site.settings
    return calendar(
        PRODUCT,
        context.say("{name} · 时令", name=settings.name),
        (
            _event(context, item.entry, state, run)
            for item in seasonal(context.plan)
            for state in EVENTS
            for run in runs(getattr(item.entry, state))
        ),
    )


def _event(context: RenderContext, entry: Entry, state: str, run: Sequence[int]) -> WholeDays:
    """A run of months as an event of whole days that comes again every year."""
    year = context.catalogue.as_of.year
    first, last = run[0], run[-1]
    host = urlsplit(context.urls.permanent_url).hostname or ""
    return WholeDays(
        uid=f"{entry.collection}-{entry.id}-{state}-{first}@{host}",
        stamp=date(year, 1, 1),
        first=date(year, first, 1),
        after=date(year + (last < first) + (last == 12), last % 12 + 1, 1),
        yearly=True,
        summary=f"{entry.name} · {context.say(STATES[state])}",
        description=entry.summary,
        place="",
        category=context.label(COLLECTIONS[entry.collection].title),
        url=context.urls.permanent(addresses.entry(entry)),
    )


FAMILY = Family("seasons calendar", plan=plan, recipes={"seasons-calendar": Recipe(view)})
