"""Entries counted by place: of each collection, and with a title of each scheme that is in force today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.status import CURRENT
from sitegen.outputs import addresses
from sitegen.outputs.parts.narrower_lists import address_of, lists_of
from sitegen.outputs.parts.region_word import COUNTY
from sitegen.outputs.parts.trees import AT_A_GLANCE
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import listed

REST = ""
"""In place of a region: what lies in none of the places of the table."""


class Count(NamedTuple):
    """A number, and the address of the page that has just these entries, "" where there is none."""

    number: int
    address: str = ""


class CountRow(NamedTuple):
    """The numbers of one place, in the order of the columns, and of the place as a whole."""

    region: str
    counts: tuple[Count, ...]
    total: Count


class CountTable(NamedTuple):
    """`columns` are collections or ids of schemes. `totals` count an entry once that lies in several places."""

    columns: tuple[str, ...]
    rows: tuple[CountRow, ...]
    totals: tuple[Count, ...]
    total: Count


def by_collection(context: PlanContext) -> CountTable:
    """All entries by place and collection."""
    return context.once("counts by collection", lambda: _by_collection(context))


def by_scheme(context: PlanContext) -> CountTable:
    """The entries with a title in force by place and scheme; schemes that show as badges only."""
    return context.once("counts by scheme", lambda: _by_scheme(context))


def places_of(context: PlanContext) -> tuple[str, ...]:
    """The ids of the places of the tables: those just below the home region, or the finest level that one takes
    in at a glance. Zones without any entry are left out, counties are not: 0 is an answer."""
    catalogue = context.catalogue
    home = context.site.settings.home_region
    children = catalogue.regions.children.get(home.id, ()) if home else ()
    if not children:
        counts = {region: len(keys) for region, keys in catalogue.in_region.items()}
        children = tuple(catalogue.regions.level(counts, AT_A_GLANCE))
    return tuple(
        region
        for region in children
        if catalogue.in_region.get(region) or catalogue.entries[f"regions:{region}"].kind == COUNTY
    )


def _by_collection(context: PlanContext) -> CountTable:
    catalogue = context.catalogue
    groups = {
        name: frozenset(entry.key for entry in catalogue.collections[name]) for name in listed()
    }
    table = count_table(context, {name: keys for name, keys in groups.items() if keys})
    pages = {row.region: addresses.collection("regions") + f"{row.region}/" for row in table.rows}
    rows = (
        row._replace(total=Count(row.total.number, pages[row.region] if row.total.number else ""))
        if row.region != REST
        else row
        for row in table.rows
    )
    return table._replace(rows=tuple(rows))


def _by_scheme(context: PlanContext) -> CountTable:
    catalogue = context.catalogue
    groups = {}
    for entry in catalogue.collections["schemes"]:
        if catalogue.schemes[entry.id].display == "badge":
            rows = catalogue.by_scheme.get(entry.id, ())
            holders = {row.subject for row in rows if row.status in CURRENT}
            groups[entry.id] = frozenset(holders & catalogue.entries.keys())
    return count_table(context, {scheme: keys for scheme, keys in groups.items() if keys})


def count_table(context: PlanContext, groups: Mapping[str, frozenset[str]]) -> CountTable:
    """Groups of entries, given by their keys, by place; the columns are named as the groups are."""
    catalogue = context.catalogue
    every = frozenset[str]().union(*groups.values())
    lists = _lists(context, groups)
    rows = []
    left = every
    for region in places_of(context):
        here = every.intersection(catalogue.in_region.get(region, ()))
        rows.append(_row(region, here, groups.values(), lists))
        left -= here
    if left:
        rows.append(_row(REST, left, groups.values(), lists))
    totals = tuple(_count(keys, lists) for keys in groups.values())
    return CountTable(tuple(groups), tuple(rows), totals, Count(len(every)))


def _row(
    region: str,
    here: frozenset[str],
    groups: Iterable[frozenset[str]],
    lists: Mapping[frozenset[str], str],
) -> CountRow:
    return CountRow(region, tuple(_count(keys & here, lists) for keys in groups), Count(len(here)))


def _count(keys: frozenset[str], lists: Mapping[frozenset[str], str]) -> Count:
    return Count(len(keys), lists.get(keys, "")) if keys else Count(0)


def _lists(context: PlanContext, groups: Mapping[str, frozenset[str]]) -> dict[frozenset[str], str]:
    """The addresses of whole lists and of those narrowed by place and title, by the keys of their entries."""
    wanted = {key.partition(":")[0] for keys in groups.values() for key in keys}
    found: dict[frozenset[str], str] = {}
    for collection in listed():
        if collection in wanted:
            for keys, address in _narrowed(context, collection):
                found.setdefault(keys, address)
    return found


def _narrowed(context: PlanContext, collection: str) -> Iterator[tuple[frozenset[str], str]]:
    for choice, entries in lists_of(context, collection).items():
        if {facet for facet, _ in choice} <= {"region", "scheme"}:
            yield frozenset(entry.key for entry in entries), address_of(collection, choice)


def named_in(catalogue: Catalogue, table: CountTable) -> tuple[str, ...]:
    """The names of the places and schemes of a table, which its page shows."""
    regions = (catalogue.entries[f"regions:{row.region}"] for row in table.rows if row.region)
    schemes = (catalogue.schemes.get(column) for column in table.columns)
    return (
        *(region.label for region in regions),
        *(f"{scheme.badge_text}|{scheme.name}" for scheme in schemes if scheme),
    )
