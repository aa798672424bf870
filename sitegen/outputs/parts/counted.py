"""What this catalogue has of a published number, counted as its author says (`counts`), and where that stands.

Where a list of the site has just these entries, that is the page of the number; else it has one of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.status import CURRENT
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.narrower_lists import address_of as list_address
from sitegen.outputs.parts.narrower_lists import lists_of
from sitegen.outputs.parts.published import Published, figures_of
from sitegen.outputs.parts.years import DIGITS_OF_A_YEAR
from sitegen.outputs.plan_context import PlanContext

TITLES = "titles"
"""What `counts` says where titles are counted; else it is the name of a collection."""


class Counted(NamedTuple):
    """The entries or titles that were counted. `rows` are the titles, also where it is their holders that count:
    then `entries` are these; else it is empty. `listed_at` is the list that has just these, "" where there is none."""

    entries: tuple[Entry, ...]
    rows: tuple[Recognition, ...]
    listed_at: str
    of_titles: bool

    @property
    def number(self) -> int:
        return len(self.rows) if self.of_titles else len(self.entries)


def counted(context: PlanContext, one: Published) -> Counted | None:
    """What the catalogue has of a figure, None where nothing says how to count it."""
    if one.row.counts is None:
        return None
    return context.once(("counted", one.release.key, one.row.row), lambda: _counted(context, one))


def own_pages(context: PlanContext, release: Entry) -> Iterator[tuple[Published, Counted]]:
    """The figures of a release whose count has a page of its own."""
    for one in figures_of(context.catalogue, release):
        found = counted(context, one)
        if found is not None and found.number and not found.listed_at:
            yield one, found


def address_of(one: Published, found: Counted) -> str:
    """The page with just what was counted, "" where that is nothing."""
    if not found.number:
        return ""
    return found.listed_at or addresses.counted(one.release, one.row.row)


def _counted(context: PlanContext, one: Published) -> Counted:
    row, catalogue = one.row, context.catalogue
    inside = _inside(context, one.place)
    if row.counts == TITLES:
        titles = tuple(_rows(context, row, inside))
        keys = frozenset(title.subject for title in titles)
        listed_at = _list_of(context, one, keys) if len(keys) == len(titles) else ""
        return Counted((), titles, listed_at, of_titles=True)
    entries = catalogue.collections[row.counts]
    rows: tuple[Recognition, ...] = ()
    if row.count_schemes or row.count_grade or row.count_status or row.count_year:
        every = _rows(context, row, inside)
        rows = tuple(one for one in every if one.subject.startswith(f"{row.counts}:"))
        holders = {title.subject for title in rows}
        entries = tuple(entry for entry in entries if entry.key in holders)
    elif inside is not None:
        entries = tuple(entry for entry in entries if entry.key in inside)
    keys = frozenset(entry.key for entry in entries)
    return Counted(entries, rows, _list_of(context, one, keys), of_titles=False)


def _inside(context: PlanContext, place: str) -> frozenset[str] | None:
    """The keys of the entries of a place; None where it is the whole of what the site is about."""
    home, catalogue = context.site.settings.home_region, context.catalogue
    whole = (home.id, *catalogue.regions.ancestors(home.id)) if home else ()
    if not place or place in whole:
        return None
    return frozenset(catalogue.in_region.get(place, ()))


def _rows(
    context: PlanContext, figure: Any, inside: frozenset[str] | None
) -> Iterator[Recognition]:
    """The titles of public entries that are to be counted, in the order of the ledger."""
    catalogue = context.catalogue
    schemes = {scheme.id for scheme in figure.count_schemes}
    statuses = {figure.count_status} if figure.count_status else CURRENT
    for row in catalogue.ledger:
        if (
            row.subject in catalogue.entries
            and row.status in statuses
            and (not schemes or row.scheme in schemes)
            and (not figure.count_grade or row.level == figure.count_grade)
            and (not figure.count_year or row.start[:DIGITS_OF_A_YEAR] == f"{figure.count_year:04}")
            and (inside is None or row.subject in inside)
        ):
            yield row


def _list_of(context: PlanContext, one: Published, keys: frozenset[str]) -> str:
    """The list of just these entries, "" where there is none. Only lists by what was asked for come into question:
    another may have the same entries by chance."""
    row = one.row
    collections = {key.partition(":")[0] for key in keys}
    if len(collections) != 1 or row.count_grade or row.count_status or row.count_year:
        return ""
    (collection,) = collections
    if not COLLECTIONS[collection].listed:
        return ""
    whole = row.counts == collection
    asked = {one.place, *(scheme.id for scheme in row.count_schemes)}
    for choice, entries in lists_of(context, collection).items():
        is_asked = asked.issuperset(value for _, value in choice) if choice else whole
        if is_asked and keys == {entry.key for entry in entries}:
            return list_address(collection, choice)
    return ""
