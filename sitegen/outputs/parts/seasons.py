"""When entries are harvested, on sale and in store: who states it, and the entries of each month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import listed
from sitegen.outputs.wording import mark

STATES: Mapping[str, str] = {
    "available": mark("有货"),
    "harvest": mark("采收"),
    "stored": mark("可贮存"),
}
"""What is known of a month, as fields of `Entry`: what one can buy first, what keeps last."""
MONTHS = range(1, 13)
EVENTS = ("available", "harvest")
"""The states that stand in a calendar as events. That something keeps until March is none."""


class Seasonal(NamedTuple):
    """An entry that states months; `months` are those of each state, in the order of STATES."""

    entry: Entry
    months: tuple[tuple[int, ...], ...]


def seasonal(context: PlanContext) -> tuple[Seasonal, ...]:
    """The entries that state months, by collection, in each in pinyin order."""
    return context.once("seasonal", lambda: tuple(_seasonal(context.catalogue)))


def _seasonal(catalogue: Catalogue) -> Iterator[Seasonal]:
    for name in listed():
        for entry in catalogue.collections[name]:
            months = (entry.available, entry.harvest, entry.stored)
            if any(months):
                yield Seasonal(entry, months)


def has_seasons(catalogue: Catalogue) -> bool:
    return next(_seasonal(catalogue), None) is not None


def in_month(context: PlanContext, month: int) -> tuple[Seasonal, ...]:
    """The entries that have something to say of a month: those on sale first, those in store last."""
    return context.once(("in month", month), lambda: _in_month(seasonal(context), month))


def _in_month(items: Sequence[Seasonal], month: int) -> tuple[Seasonal, ...]:
    stated = [item for item in items if any(month in months for months in item.months)]
    return tuple(sorted(stated, key=lambda item: [month not in months for months in item.months]))


def counts_of(items: Sequence[Seasonal], month: int) -> tuple[int, ...]:
    """How many entries are in each state in a month."""
    return tuple(sum(month in item.months[place] for item in items) for place in range(len(STATES)))


def unstated(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """By collection whose entries may state months, how many state none."""
    counts = []
    for name in listed():
        if "available" in COLLECTIONS[name].model.model_fields:
            entries = catalogue.collections[name]
            stated = sum(bool(e.available or e.harvest or e.stored) for e in entries)
            if len(entries) > stated:
                counts.append((name, len(entries) - stated))
    return tuple(counts)


def line_digest(context: PlanContext, item: Seasonal) -> str:
    """What a line of the calendar depends on. Those of one entry stand on the pages of many months."""
    entry = item.entry
    return context.once(
        ("season line", entry.key),
        lambda: digest_of([entry.key, entry.name, place_of(context.catalogue, entry), item.months]),
    )


def months_in_words(context: RenderContext, months: Sequence[int]) -> str:
    """`10 月`, `3–6、9–10 月`, `10 月至次年 3 月`; all twelve are 全年."""
    say = context.say
    if len(months) == len(MONTHS):
        return say("全年")
    spans = _spans(months)
    if len(spans) == 1 and spans[0][0] > spans[0][1]:
        first, last = spans[0]
        return say("{first}月至次年{last}月", first=first, last=last)
    words = (str(first) if first == last else f"{first}–{last}" for first, last in spans)
    return say("{months}月", months=say("、").join(words))


def _spans(months: Sequence[int]) -> list[tuple[int, int]]:
    """(first, last) of the months without a gap, in the order of the year; one over its end comes last."""
    stated = set(months)
    firsts = [month for month in months if (month - 2) % 12 + 1 not in stated]
    return [(first, _last(first, stated)) for first in firsts]


def _last(first: int, stated: set[int]) -> int:
    last = first
    while last % 12 + 1 in stated:
        last = last % 12 + 1
    return last


def runs(months: Sequence[int]) -> list[tuple[int, ...]]:
    """The months in runs of one after the other, over the end of the year as well: 1, 2, 11 and 12 are one run
    from November on. What has no beginning, for it lasts all year, is none."""
    chosen = set(months)
    firsts = [month for month in sorted(chosen) if (month - 2) % 12 + 1 not in chosen]
    return [tuple(_run(chosen, first)) for first in firsts]


def _run(chosen: set[int], month: int) -> Iterator[int]:
    while month in chosen:
        yield month
        month = month % 12 + 1


def has_calendar(context: PlanContext) -> bool:
    """Whether there is anything to put into a calendar."""
    return any(runs(getattr(item.entry, state)) for item in seasonal(context) for state in EVENTS)
