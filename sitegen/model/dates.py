"""Dates as authors write them: a year, a month, a day, or words with a year to sort by."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from sitegen.model.faults import NOT_A_DATE, NOT_A_DAY, WRONG_SHAPE, fault

PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z", re.ASCII)
MOMENT = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?\Z", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, month or year, or words (清道光年间) with a year to sort by.

    `first` and `last` are the days it spans: 2024 as a start means 2024-01-01, as an end
    2024-12-31. `text` is shown to readers.
    """

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day and, where known, the time of day ("09:30") in the site's time zone."""

    day: date
    time: str | None = None

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.time}" if self.time else self.day.isoformat()


def partial_date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, dict) and set(value) == {"text", "sort"}:
        sort = partial_date(value["sort"])
        return PartialDate(sort.first, sort.last, _text(value["text"]))
    text = _text(value)
    match = PARTIAL.match(text)
    if not match:
        raise fault(NOT_A_DATE, value=text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last = first if day else date(year, last_month, calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        raise fault(NOT_A_DATE, value=text) from None
    if day:
        return PartialDate(first, last, first.isoformat())
    return PartialDate(first, last, f"{year:04}-{month:02}" if month else f"{year:04}")


def day(value: Any) -> date:
    if isinstance(value, date):
        return value
    return _moment(value, with_time=False).day


def moment(value: Any) -> Moment:
    return value if isinstance(value, Moment) else _moment(value, with_time=True)


def _moment(value: Any, *, with_time: bool) -> Moment:
    return _read(_text(value), with_time=with_time)


@lru_cache(maxsize=4096)
def _read(text: str, *, with_time: bool) -> Moment:
    match = MOMENT.match(text)
    if not match or (match[2] and not with_time):
        raise fault(NOT_A_DAY, value=text)
    try:
        year, month, number = (int(part) for part in match[1].split("-"))
        on = date(year, month, number)
    except ValueError:
        raise fault(NOT_A_DAY, value=text) from None
    if match[2] is None:
        return Moment(on)
    hour, minute = int(match[2]), int(match[3])
    if hour > 23 or minute > 59:
        raise fault(NOT_A_DAY, value=text)
    return Moment(on, f"{hour:02}:{minute:02}")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault(
            WRONG_SHAPE,
            wanted="日期",
            given="列表或分组",
            wanted_en="a date",
            given_en="a list or group",
        )
    return value.strip()


Partial = Annotated[PartialDate, BeforeValidator(partial_date)]
Day = Annotated[date, BeforeValidator(day)]
Time = Annotated[Moment, BeforeValidator(moment)]
