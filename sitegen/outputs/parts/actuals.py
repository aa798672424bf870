"""What became of a target: published figures of the same indicator, and whether they meet it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.model.quantities import bounds
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.wording import mark

ABOUT = Decimal("0.1")
"""The share by which a number may differ from one that is 左右."""
Verdict = Literal["met", "missed", "running", "unknown"]
"""`running`: its day has not come; `unknown`: no figure of that day or later is there to hold against it."""
VERDICTS: dict[Verdict, str] = {
    "met": mark("达到"),
    "missed": mark("没有达到"),
    "running": mark("还没到期限"),
    "unknown": mark("没有公布的数字可以对照"),
}


class Actual(NamedTuple):
    """A published figure: `row` is the `PublicFigure`, `day` the last day that it stands for."""

    release: Entry
    row: Any
    day: date
    as_of: str


def actuals(catalogue: Catalogue, goal: Goal) -> list[Actual]:
    """The figures of a target's indicator, place and scope, the oldest first."""
    indicator = goal.row.indicator
    found = [one for one in _every(catalogue) if indicator and one.row.indicator == indicator]
    return sorted(
        (one for one in found if _is_of(goal, one)), key=lambda one: (one.day, one.release.id)
    )


def verdict(catalogue: Catalogue, goal: Goal, found: list[Actual]) -> Verdict:
    """Whether a target was met, as far as figures tell."""
    due = goal.row.due
    if any(one.row.unit == goal.row.unit and _meets(goal, one) for one in found):
        return "met"
    if due is None:
        return "unknown"
    if due.last >= catalogue.as_of:
        return "running"
    after = [one for one in found if one.day >= due.first and one.row.unit == goal.row.unit]
    return "missed" if after else "unknown"


def _every(catalogue: Catalogue) -> Iterator[Actual]:
    for entry in catalogue.collections["figures"]:
        release = catalogue.record(entry)
        for row in release.figures:
            day = row.as_of or release.as_of or release.released
            yield Actual(entry, row, day.last, day.text)


def _is_of(goal: Goal, one: Actual) -> bool:
    place = one.row.region.id if one.row.region else next(iter(one.release.regions), "")
    same_place = not goal.regions or not place or place == goal.regions[0]
    same_scope = None in (goal.row.scope, one.row.scope) or goal.row.scope == one.row.scope
    base = goal.row.base
    return same_place and same_scope and (base is None or one.day >= base.first)


def _meets(goal: Goal, one: Actual) -> bool:
    least, most = bounds(goal.row.value)
    low, high = bounds(one.row.value)
    match goal.row.op:
        case "≤":
            return high <= most
        case ">":
            return low > least
        case "<":
            return high < most
        case "about":
            return low >= least * (1 - ABOUT)
    return low >= least
