"""Events as a calendar shows them: which are to come and which were, on which days, which belong to one series.

An event is on a day of calendars only where that day is written: 2026-05 is no day, and an event of a whole
month that nobody holds would be wrong in every calendar. So a date without a day has no .ics file. Pages keep it
among those to come until its month has passed; one of a year alone only until the year begins, since such a date
is how reports say that something was held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.dates import PartialDate
from sitegen.model.entry import Entry
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

LONGEST_WAIT = 8
"""In so many years a 29 February comes again, also around 2100."""


class Happening(NamedTuple):
    """An event with its record. `first` and `last` are its days: of one that comes every year those that are next;
    None where it states no date. `is_exact` says that both are written to the day."""

    entry: Entry
    record: Any
    first: date | None
    last: date | None
    is_exact: bool
    is_coming: bool


def happenings(context: PlanContext) -> tuple[Happening, ...]:
    """Every event: those to come first, the next one before the others; then the others, the newest first; those
    without a date last."""
    return context.once("happenings", lambda: _in_order(context.catalogue))


def coming(context: PlanContext) -> tuple[Happening, ...]:
    return tuple(one for one in happenings(context) if one.is_coming)


def exact_days(record: Any) -> tuple[date, date] | None:
    """The first and last day of an event as written, where they are written to the day and in their order."""
    starts, ends = record.starts, record.ends or record.starts
    if starts is None or not (is_a_day(starts) and is_a_day(ends)) or ends.last < starts.first:
        return None
    return starts.first, ends.last


def is_a_day(day: PartialDate) -> bool:
    """Whether a date is known to the day; words with a day to sort by are not."""
    return day.text == day.first.isoformat()


def series_of(context: PlanContext, entry: Entry) -> tuple[Entry, ...]:
    """The other events of the series of an event, the newest first."""
    for members in series(context).values():
        if any(one.entry.key == entry.key for one in members):
            return tuple(one.entry for one in members if one.entry.key != entry.key)
    return ()


def series(context: PlanContext) -> dict[str, tuple[Happening, ...]]:
    """The series of several events by name, the highest number or newest day first."""
    return context.once("event series", lambda: _series(happenings(context)))


def _series(every: Iterable[Happening]) -> dict[str, tuple[Happening, ...]]:
    found: dict[str, list[Happening]] = {}
    for one in every:
        if one.record.series:
            found.setdefault(one.record.series, []).append(one)
    return {
        name: tuple(sorted(members, key=_newest_of_series))
        for name, members in found.items()
        if len(members) > 1
    }


def _newest_of_series(one: Happening) -> tuple[int, int, str]:
    day = one.first.toordinal() if one.first else 0
    return -(one.record.number or 0), -day, one.entry.id


def _in_order(catalogue: Catalogue) -> tuple[Happening, ...]:
    every = [_happening(catalogue, entry) for entry in catalogue.collections["events"]]
    return tuple(sorted(every, key=_place))


def _place(one: Happening) -> tuple[int, int, int, str]:
    if one.first is None or one.last is None:
        return 2, 0, 0, one.entry.sort
    if one.is_coming:
        return 0, 0, one.first.toordinal(), one.entry.sort
    # Within its year, what is known to the day stands before what is not.
    day = one.last if one.is_exact else one.first
    return 1, -one.last.year, -day.toordinal(), one.entry.sort


def _happening(catalogue: Catalogue, entry: Entry) -> Happening:
    record, today = catalogue.record(entry), catalogue.as_of
    exact = exact_days(record)
    if exact and record.yearly:
        first, last = next_days(*exact, today)
        return Happening(entry, record, first, last, True, True)
    if record.starts is None:
        return Happening(entry, record, None, None, False, False)
    first, last = record.starts.first, max(record.starts.last, (record.ends or record.starts).last)
    of_a_year = record.ends is None and (last - first).days > 31
    is_coming = first > today if of_a_year else last >= today
    return Happening(entry, record, first, last, exact is not None, is_coming)


def next_days(first: date, last: date, today: date) -> tuple[date, date]:
    """The first and last day of what comes every year, of the time that is next or going on; as written where
    that is still to come."""
    found = (days for days in _repeated(first, last, today) if days[1] >= today)
    return next(found, (first, last))


def _repeated(first: date, last: date, today: date) -> Iterator[tuple[date, date]]:
    yield first, last
    for year in range(max(first.year + 1, today.year - 1), today.year + LONGEST_WAIT + 1):
        try:
            moved = first.replace(year=year)
        except ValueError:
            continue  # 29 February
        yield moved, moved + (last - first)


def when_words(context: RenderContext, one: Happening, *, with_year: bool = True) -> str:
    """On which days an event is, in words: 2026年4月20日—26日; as its author wrote it where that is no day."""
    if one.first is None or one.last is None:
        return ""
    if not one.is_exact:
        ends = one.record.ends
        texts = [_partial_words(context, date) for date in (one.record.starts, ends) if date]
        return context.say("—").join(texts)
    start = _day_words(context, one.first, with_year=with_year)
    if one.last == one.first:
        return start
    if (one.last.year, one.last.month) == (one.first.year, one.first.month):
        return context.say("{start}—{day}日", start=start, day=one.last.day)
    other_year = one.last.year != one.first.year
    return context.say("—").join((start, _day_words(context, one.last, with_year=other_year)))


def _day_words(context: RenderContext, day: date, *, with_year: bool) -> str:
    if with_year:
        return context.say("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)
    return context.say("{month}月{day}日", month=day.month, day=day.day)


def _partial_words(context: RenderContext, day: PartialDate) -> str:
    first = day.first
    if is_a_day(day):
        return _day_words(context, first, with_year=True)
    if day.text == f"{first.year:04}-{first.month:02}":
        return context.say("{year}年{month}月", year=first.year, month=first.month)
    return context.say("{year}年", year=first.year) if day.text == f"{first.year:04}" else day.text
