"""What became of a target: published figures of the same indicator, and whether they meet it."""

from __future__ import annotations

from typing import Literal

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.quantities import bounds
from sitegen.outputs.parts.policies import Goal
from sitegen.outputs.parts.published import ABOUT, Published, published
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.wording import mark

Verdict = Literal["met", "missed", "running", "unknown"]
"""`running`: its day has not come; `unknown`: no figure tells. A figure of a later day does not: it may have been reached
since."""
AT_MOST = ("≤", "<")
"""What is below a bound today may be above it on its day, as a share may fall again."""
VERDICTS: dict[Verdict, str] = {
    "met": mark("达到"),
    "missed": mark("没有达到"),
    "running": mark("还没到期限"),
    "unknown": mark("没有公布的数字可以对照"),
}


def actuals(context: PlanContext, goal: Goal) -> list[Published]:
    """The figures of a target's indicator, place and scope, the oldest first."""
    every = context.once("figures by indicator", lambda: _by_indicator(context.catalogue))
    return [one for one in every.get(goal.row.indicator or "", ()) if _is_of(goal, one)]


def _by_indicator(catalogue: Catalogue) -> dict[str, list[Published]]:
    found: dict[str, list[Published]] = {}
    for one in sorted(published(catalogue), key=lambda one: (one.day, one.release.id)):
        if one.row.indicator:
            found.setdefault(one.row.indicator, []).append(one)
    return found


def verdict(catalogue: Catalogue, goal: Goal, found: list[Published]) -> Verdict:
    """Whether a target was met, as far as figures tell: the last one that was in time decides."""
    due = goal.row.due
    in_time = [
        one
        for one in found
        if one.row.unit == goal.row.unit and (due is None or one.day <= due.last)
    ]
    may_turn = goal.row.op in AT_MOST or goal.row.scope == "rate"
    is_running = due is not None and due.last >= catalogue.as_of
    if in_time and _meets(goal, in_time[-1]) and not (is_running and may_turn):
        return "met"
    if is_running:
        return "running"
    return "missed" if due and in_time and in_time[-1].day >= due.first else "unknown"


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
