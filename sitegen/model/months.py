"""Months of the year as authors write them: when something is harvested or on sale."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.types import scalar


def _months(value: Any) -> tuple[int, ...]:
    """`10`, `10-12`, `11月至2月`, or a list of these, as sorted month numbers."""
    if isinstance(value, list | tuple):
        return _months_in(value)
    return _months_of(scalar(value))


@lru_cache(maxsize=1024)
def _months_of(text: str) -> tuple[int, ...]:
    return _months_in(re.split(r"[,，、\s]+", re.sub(r"\s*([-–~～至])\s*", r"\1", text)))


def _months_in(parts: Iterable[Any]) -> tuple[int, ...]:
    months: set[int] = set()
    for part in parts:
        months.update(_span(part if isinstance(part, int) else scalar(part)))
    return tuple(sorted(months))


def _span(part: str | int) -> list[int]:
    match = re.match(r"(\d{1,2})月?(?:\s*[-–~～至]\s*(\d{1,2})月?)?\Z", str(part), re.ASCII)
    if not match:
        raise fault(faults.NOT_MONTHS, value=str(part))
    first, last = int(match[1]), int(match[2] or match[1])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise fault(faults.NOT_MONTHS, value=str(part))
    return [(first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1)]


Months = Annotated[tuple[int, ...], BeforeValidator(_months)]
