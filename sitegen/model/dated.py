"""What a record states by a day: nothing that is dated later.

Which dates count, and how, is said where each field is declared (`dated` in `model.fields`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, TypeVar

from sitegen.model.dates import Moment, PartialDate
from sitegen.model.fields import Dated, Record, dated_of, inner_model
from sitegen.model.groups import Stated

AnyRecord = TypeVar("AnyRecord", bound=Record)


def turning_days(record: Record) -> Iterator[date]:
    """The days from which on pages say more of a record, or something else."""
    for name, mark in _dated_fields(type(record)):
        for member in _members(getattr(record, name)):
            if not mark:
                yield from turning_days(member)
            elif mark != "end":
                yield first_day(member)
            elif member.last < date.max:
                yield member.last + timedelta(days=1)


def stated_by(record: AnyRecord, day: date) -> AnyRecord:
    """The record without what it dates later than `day`; a list may become empty, a field None."""
    changes: dict[str, Any] = {}
    for name, mark in _dated_fields(type(record)):
        value = getattr(record, name)
        members = _members(value)
        if mark == "field":
            kept = tuple(member for member in members if first_day(member) <= day)
        elif not mark:
            kept = tuple(stated_by(member, day) for member in members if not _is_later(member, day))
        else:
            continue
        if kept != members:
            changes[name] = kept if isinstance(value, tuple) else next(iter(kept), None)
    return record.model_copy(update=changes) if changes else record


def first_day(value: Any) -> date:
    """The first day of a date of whatever precision, also of one that a source states."""
    if isinstance(value, Stated):
        return first_day(value.value)
    if isinstance(value, PartialDate):
        return value.first
    if isinstance(value, Moment):
        return value.day
    if not isinstance(value, date):
        raise TypeError(f"{type(value).__name__} is no date")
    return value


@cache
def _dated_fields(model: type[Record]) -> tuple[tuple[str, Dated], ...]:
    """(attribute, mark) of the fields of a class that hold dates; the mark of a group of fields with
    such fields in it is ""."""
    marks = []
    for name, info in model.model_fields.items():
        mark = dated_of(info)
        inner = inner_model(info.annotation)
        if mark or (inner and issubclass(inner, Record) and _dated_fields(inner)):
            marks.append((name, mark))
    return tuple(marks)


def _members(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _is_later(group: Record, day: date) -> bool:
    """Whether the date of a group of fields is after `day`."""
    return any(
        first_day(member) > day
        for name, mark in _dated_fields(type(group))
        if mark == "group"
        for member in _members(getattr(group, name))
    )
