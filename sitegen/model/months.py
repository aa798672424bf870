"""Months of the year as authors write them: when something is harvested or on sale."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.numerals import HAN, HAN_MONTH, half_width, han_number
from sitegen.model.types import SHORT, scalar
from sitegen.model.value_forms import Form, Reads, advice

MONTH = rf"(\d{{1,2}}|[{HAN}]{{1,3}})月?"
SPAN = re.compile(rf"{MONTH}(?:[-–—~至到]{MONTH})?份?\Z")
AROUND_DASH = re.compile(r" ?([-–—~至到]) ?")
BETWEEN = re.compile(r"[,，、;；和及 \n\t]+")
ALL_YEAR = frozenset(["全年", "常年", "四季", "一年四季", "all year"])


def months_of(value: Any) -> tuple[int, ...]:
    """`10`, `10-12`, `11月至2月`, `九月到十月`, 全年, or a list of these, as sorted month numbers."""
    if isinstance(value, list | tuple):
        return _months_in(value)
    return _months_of_text(scalar(value, SHORT))


@lru_cache(maxsize=1024)
def _months_of_text(text: str) -> tuple[int, ...]:
    if text in ALL_YEAR:
        return tuple(range(1, 13))
    spans = AROUND_DASH.sub(r"\1", re.sub(r"\s+", " ", half_width(text)))
    return _months_in(filter(None, BETWEEN.split(spans)))


def _months_in(parts: Iterable[Any]) -> tuple[int, ...]:
    months: set[int] = set()
    for part in parts:
        months.update(_span(part if isinstance(part, int) else scalar(part, SHORT)))
    return tuple(sorted(months))


def _span(part: str | int) -> list[int]:
    match = SPAN.match(half_width(str(part)))
    first, last = (month_number(match[1]), month_number(match[2] or match[1])) if match else (0, 0)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise fault(faults.NOT_MONTHS, value=str(part), right=_named_in(str(part)))
    return [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]


def month_number(text: str) -> int:
    """The number of a month in digits or Chinese numerals, 0 where it is none."""
    return int(text) if text.isdigit() else han_number(text) or 0


def _named_in(text: str) -> str:
    """The one month, or the first and last of two, that a text such as 九月上旬 names; else ""."""
    named = [
        month_number(month)
        for month in re.findall(rf"(\d{{1,2}}|[{HAN}]{{1,3}})月", half_width(text))
    ]
    if not 1 <= len(named) <= 2 or not all(1 <= month <= 12 for month in named):
        return ""
    return "-".join(map(str, named))


_NUMBER = rf"(?:[0０]?[1-9１-９]|[1１][0-2０-２]|{HAN_MONTH})月?"
_SPAN = rf"{_NUMBER}(?:\s?[－–—~～至到-]\s?{_NUMBER})?份?"
_GAP = r"[,，、;；和及\s]"
FORM = Form(
    rf"{'|'.join(sorted(ALL_YEAR))}|{_GAP}*{_SPAN}(?:{_GAP}+{_SPAN})*{_GAP}*",
    advice(faults.NOT_MONTHS),
    numbers=((1, 12),),
    whole=True,
    examples=("9-10", "11月至2月", "全年"),
)
Months = Annotated[tuple[int, ...], Reads(months_of, form=FORM)]
