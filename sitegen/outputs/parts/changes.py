"""What changed on the site and when, as entries themselves state it: what is new, changed and withdrawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import listed
from sitegen.outputs.wording import mark

KINDS: Mapping[str, str] = {
    "published": mark("新收录"),
    "updated": mark("更新"),
    "withdrawn": mark("下架"),
}
"""What can happen to an entry, by the field that states its day, in the order of a day's groups."""


class Change(NamedTuple):
    """`day` is ISO, `kind` one of KINDS."""

    day: str
    kind: str
    entry: Entry


def has_changes(catalogue: Catalogue) -> bool:
    return next(_changes(catalogue), None) is not None


def changes(context: PlanContext) -> tuple[Change, ...]:
    """All changes, the newest days first; on one day what is new first, by collection and in pinyin order."""
    return context.once("changes", lambda: tuple(_newest_first(context.catalogue)))


def _newest_first(catalogue: Catalogue) -> Iterator[Change]:
    kinds, collections = list(KINDS), list(COLLECTIONS)

    def order(change: Change) -> tuple[int, int, str, str]:
        entry = change.entry
        place = collections.index(entry.collection)
        return kinds.index(change.kind), place, entry.sort, entry.id

    in_order = sorted(_changes(catalogue), key=order)
    return iter(sorted(in_order, key=lambda change: change.day, reverse=True))


def _changes(catalogue: Catalogue) -> Iterator[Change]:
    """Days after that of the data are left out. An entry that states an update on the day on which it was
    published is new on this day, and nothing else."""
    for name in (*listed(), "articles"):
        for entry in catalogue.collections[name]:
            yield from _of(catalogue, entry, "published", "updated")
    for entry in catalogue.gone.values():
        if COLLECTIONS[entry.collection].listed or entry.collection == "articles":
            yield from _of(catalogue, entry, "published", "withdrawn")


def _of(catalogue: Catalogue, entry: Entry, first: str, later: str) -> Iterator[Change]:
    begun = catalogue.past(getattr(entry, first))[:10]
    changed = catalogue.past(getattr(entry, later))[:10]
    if begun:
        yield Change(begun, first, entry)
    if changed and changed != begun:
        yield Change(changed, later, entry)


def totals_by_kind(context: PlanContext) -> Mapping[tuple[str, str], int]:
    """How many changes there are by (day, kind)."""
    every = changes(context)
    return context.once("totals of changes", lambda: Counter((one[0], one[1]) for one in every))


def by_day_and_kind(
    page: Iterable[Change],
) -> Iterator[tuple[str, list[tuple[str, list[Entry]]]]]:
    """(day, (kind, entries) of this day) of the changes of a page, in their order."""
    for day, of_day in groupby(page, key=lambda change: change.day):
        kinds = groupby(of_day, key=lambda change: change.kind)
        yield day, [(kind, [change.entry for change in group]) for kind, group in kinds]
