"""What became of a target: published figures of the same indicator, and whether they meet it."""

from __future__ import annotations

from typing import Literal

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.quantities import bounds
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.published import ABOUT, Published, published
from sitegen.outputs.wording import mark

Verdict = Literal["met", "missed", "running", "unknown"]
"""`running`: its day has not come; `unknown`: no figure of that day or later is there to hold against it."""
VERDICTS: dict[Verdict, str] = {
    "met": mark("达到"),
    "missed": mark("没有达到"),
    "running": mark("还没到期限"),
    "unknown": mark("没有公布的数字可以对照"),
}


def actuals(catalogue: Catalogue, goal: Goal) -> list[Published]:
    """The figures of a target's indicator, place and scope, the oldest first."""
    indicator = goal.row.indicator
    found = [one for one in published(catalogue) if indicator and one.row.indicator == indicator]
    return sorted(
        (one for one in found if _is_of(goal, one)), key=lambda one: (one.day, one.release.id)
    )


def verdict(catalogue: Catalogue, goal: Goal, found: list[Published]) -> Verdict:
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


def _is_of(goal: Goal, one: Published) -> bool:
    same_place = not goal.regions or not one.place or one.place == goal.regions[0]
    same_scope = None in (goal.row.scope, one.row.scope) or goal.row.scope == one.row.scope
    base = goal.row.base
    return same_place and same_scope and (base is None or one.day >= base.first)


def _meets(goal: Goal, one: Published) -> bool:
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
