"""The value of a cell becomes the text that stands there, or is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from sitegen.loading import piled_marks
from sitegen.loading.characters import first_wrong
from sitegen.loading.needed_characters import SUSPECT
from sitegen.loading.table_layout import lost_digits
from sitegen.loading.workbooks import kinds, number_formats
from sitegen.loading.workbooks.facts import Cell, SheetFacts
from sitegen.problems import Kind

Value = str | float | bool | date | time | timedelta

EXACT: Final = 10**15
"""Spreadsheets keep 15 digits of a number."""
PICTURES: Final = ("=DISPIMG(", "=_xlfn.DISPIMG(")
"""How a cell reads in which WPS keeps a picture."""


class Refused(NamedTuple):
    """The reason why a cell has no text."""

    kind: Kind
    facts: Mapping[str, str]


def read(value: Value, cell: Cell, facts: SheetFacts) -> str | Refused:
    """The text of a cell: days as 2024-06-01, numbers with the zeros that their format shows."""
    if cell in facts.pictures:
        return Refused(kinds.PICTURE_IN_CELL, {})
    if cell in facts.errors:
        return Refused(kinds.ERROR_CELL, {"value": facts.errors[cell]})
    if cell in facts.unresolved:
        return Refused(kinds.NO_RESULT, {})
    if isinstance(value, str):
        return _text(value) if value else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    code = facts.formats.get(cell, "")
    if isinstance(value, float | int):
        if abs(value) >= EXACT:
            return Refused(kinds.LOST_DIGITS, {"value": f"{value:.6g}".upper()})
        if number_formats.date_parts(code):
            return Refused(kinds.NO_DAY, {})
        return number_formats.shown(value, code) or number_formats.plain(value)
    return _moment(value, code)


def is_cut_month(value: float, cell: Cell, facts: SheetFacts) -> bool:
    """Whether a cell is a number such as 2025.1, which may have been typed as 2025.10."""
    return number_formats.is_cut_month(value, facts.formats.get(cell, ""))


def _moment(value: date | time | timedelta, code: str) -> str | Refused:
    """A day, or the month or year that its format shows; a time of day; a day with a time."""
    if isinstance(value, time | timedelta) and number_formats.date_parts(code):
        return Refused(kinds.NO_DAY, {})
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    day = value.date() if isinstance(value, datetime) else value
    moment = value.time() if isinstance(value, datetime) else time()
    if moment != time():
        return f"{day.isoformat()} {moment.strftime('%H:%M')}"
    match number_formats.date_parts(code):
        case "ym":
            return day.isoformat()[:7]
        case "y":
            return day.isoformat()[:4]
        case "md" | "m" | "d":
            shown = f"{day.month}月{day.day}日"
            return Refused(kinds.NO_YEAR, {"shown": shown, "day": day.isoformat()})
    return day.isoformat()


def _text(text: str) -> str | Refused:
    if text.startswith(PICTURES):
        return Refused(kinds.PICTURE_IN_CELL, {})
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\xa0", " ").strip()
    if SUSPECT.search(text) and (wrong := first_wrong(text)):
        _, kind, found = wrong
        return Refused(kind, found)
    if not text.isascii():
        if piled := piled_marks.first_piled(text):
            return Refused(piled_marks.PILED, piled_marks.facts_of(piled[1]))
    elif lost_digits(text):
        return Refused(kinds.LOST_DIGITS, {"value": text})
    return text
