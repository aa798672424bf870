"""Up to which day what a page shows is known to agree with its sources: the oldest check of all.

The day that the data stand for (`as_of`) says which titles hold; it is often the day of the build, on which
nobody looked at any source.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.outputs.parts.views.lists import Checked
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

Checks = tuple[str, int]
"""The oldest day of a check, "" where there is none, and the number of things without a day."""


def checks_of(days: Iterable[str]) -> Checks:
    """The checks of some things; `days` has one for each, ISO or ""."""
    every = list(days)
    stated = [day for day in every if day]
    return min(stated, default=""), len(every) - len(stated)


def entry_checks(context: PlanContext, collections: Iterable[str]) -> Checks:
    """The checks of all entries of collections, as far as they were done on the day of the data."""
    catalogue = context.catalogue
    return checks_of(
        catalogue.past(entry.checked)
        for name in collections
        for entry in catalogue.collections[name]
    )


def checked(context: RenderContext, checks: Checks) -> Checked | None:
    """The checks as readers see them, None where nothing was checked."""
    day, unstated = checks
    if not day:
        return None
    remark = context.say("另有{count}项未注明", count=unstated) if unstated else ""
    return Checked(day, remark)
