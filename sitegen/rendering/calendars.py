"""Calendars to subscribe to or to put one event into (RFC 5545): events of whole days, some of every year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from sitegen.rendering.content_lines import Line, encoded, text


class WholeDays(NamedTuple):
    """An event from the day `first` until the day before `after`. `uid` names it for good; `stamp` is the day of
    its last change. What is "" is left out."""

    uid: str
    stamp: date
    first: date
    after: date
    yearly: bool
    summary: str
    description: str
    place: str
    category: str
    url: str


def calendar(product: str, title: str, events: Iterable[WholeDays]) -> bytes:
    """The file of these events; `product` says which part of the generator made it, `title` what it is called."""
    head: list[Line] = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", product),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", text(title)),
        ("X-WR-CALNAME", text(title)),
    ]
    lines = [line for event in events for line in _event(event)]
    return encoded([*head, *lines, ("END", "VCALENDAR")])


def _event(event: WholeDays) -> Iterator[Line]:
    yield "BEGIN", "VEVENT"
    yield "UID", text(event.uid)
    yield "DTSTAMP", f"{_digits(event.stamp)}T000000Z"
    yield "DTSTART;VALUE=DATE", _digits(event.first)
    yield "DTEND;VALUE=DATE", _digits(event.after)
    if event.yearly:
        yield "RRULE", "FREQ=YEARLY"
    yield "SUMMARY", text(event.summary)
    if event.description:
        yield "DESCRIPTION", text(event.description)
    if event.place:
        yield "LOCATION", text(event.place)
    yield "CATEGORIES", text(event.category)
    yield "URL", event.url
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _digits(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"
