"""The months of the year, each with the first of the entries in each state."""

from __future__ import annotations

from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.seasons import MONTHS, STATES, Seasonal, seasonal
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.seasons import MonthGroup, MonthRow
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext

MOST_NAMES = 8
"""So many entries of a month are named in each state; the page of the month has them all."""


def month_rows_digest(context: PlanContext, most: int = MOST_NAMES) -> str:
    """What twelve rows depend on in which the first `most` entries of each state are named."""
    return context.once(("month rows", most), lambda: digest_of(_shown(context, most)))


def _shown(context: PlanContext, most: int) -> list[object]:
    return [
        (len(items), [(item.entry.key, item.entry.label) for item in items[:most]])
        for month in MONTHS
        for items in _by_state(context, month)
    ]


def _by_state(context: PlanContext, month: int) -> list[list[Seasonal]]:
    """The entries of a month in each state, in the order of STATES."""

    def made() -> list[list[Seasonal]]:
        stated = seasonal(context)
        return [[i for i in stated if month in i.months[place]] for place in range(len(STATES))]

    return context.once(("by state", month), made)


def month_groups(
    context: RenderContext, here: str, month: int, *, most: int = MOST_NAMES
) -> tuple[MonthGroup, ...]:
    """The states in which there are entries in a month; of each the first `most` are named."""
    groups = zip(STATES.items(), _by_state(context.plan, month), strict=True)
    return tuple(
        MonthGroup(
            state,  # type: ignore[arg-type]
            context.say(word),
            len(items),
            tuple(
                Link(item.entry.label, context.entry_href(here, item.entry))
                for item in items[:most]
            ),
        )
        for (state, word), items in groups
        if items
    )


def month_row(context: RenderContext, here: str, month: int, *, most: int = MOST_NAMES) -> MonthRow:
    groups = month_groups(context, here, month, most=most)
    url = context.href(here, addresses.season(month)) if groups else ""
    return MonthRow(month, url, groups)
