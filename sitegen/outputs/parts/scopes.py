"""The facets of what is in a region, in a category, or under a scheme: of each collection in it.

A value leads to a list only where that list holds exactly the entries that are counted; where there is none it is
a plain number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.status import CURRENT
from sitegen.model.entry import Entry
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.facets import (
    ITSELF,
    STATUS,
    TREE_FACETS,
    Facet,
    facet_title,
    facets_of,
    value_word,
)
from sitegen.outputs.parts.narrower_lists import Choice, combined_with, lists_of
from sitegen.outputs.parts.narrowing import FacetRow
from sitegen.outputs.parts.trees import members
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import listed
from sitegen.outputs.wording import Wording

SCHEME = "scheme"
_FACET_OF = {"regions": "region", "categories": "category", "schemes": SCHEME}


class Share(NamedTuple):
    """What a scope has of one collection: how many entries, the list of just these (None where there is none),
    what the script is to choose on the whole list to have them (None where it cannot), the facets among them."""

    collection: str
    entries: int
    listed_at: Choice | None
    script: Choice | None
    facets: tuple[tuple[str, tuple[FacetRow, ...]], ...]


def shares_of(context: PlanContext, scope: Entry) -> tuple[Share, ...]:
    """The shares of a region, category or scheme, in the order of the collections."""
    return context.once(("shares", scope.key), lambda: tuple(_shares(context, scope)))


def share_of(context: PlanContext, scope: Entry, collection: str) -> Share | None:
    """The share of one collection."""
    return next((s for s in shares_of(context, scope) if s.collection == collection), None)


def shares_digest(context: PlanContext, scope: Entry) -> str:
    """What the facets of a scope depend on: their numbers, and the words for them."""
    shares = shares_of(context, scope)
    words = [
        [_words(context, share.collection, name, rows) for name, rows in share.facets]
        for share in shares
    ]
    return digest_of((shares, words)) if shares else ""


def _words(
    context: PlanContext, collection: str, name: str, rows: Iterable[FacetRow]
) -> tuple[str, ...]:
    """The words of a facet that are content of the site."""
    plain = Wording(context.edition.locale, {})

    def said(value: str) -> str:
        return context.once(
            ("facet word", collection, name, value),
            lambda: value_word(context.catalogue, plain, collection, name, value),
        )

    title = facet_title(context.catalogue, plain, collection, name)
    return (title, *(said(row.value) for row in rows))


def _shares(context: PlanContext, scope: Entry) -> Iterator[Share]:
    pair = (_FACET_OF[scope.collection], scope.id)
    held = _held(context, scope)
    for collection in listed():
        keys = frozenset(held.get(collection, ()))
        if keys:
            yield _share(context, collection, pair, keys)


def _held(context: PlanContext, scope: Entry) -> Mapping[str, list[str]]:
    """The keys of the entries in a scope by their collection: under a scheme those that hold it today."""
    catalogue = context.catalogue
    if scope.collection == "schemes":
        rows = catalogue.by_scheme.get(scope.id, ())
        keys: Iterable[str] = (row.subject for row in rows if row.status in CURRENT)
    else:
        keys = members(catalogue, scope)
    held: dict[str, list[str]] = {}
    for key in keys:
        if key in catalogue.entries:
            held.setdefault(key.partition(":")[0], []).append(key)
    return held


def _share(
    context: PlanContext, collection: str, pair: tuple[str, str], keys: frozenset[str]
) -> Share:
    lists = lists_of(context, collection)
    base: Choice | None = (pair,) if (pair,) in lists else None
    if base is None and len(keys) == len(lists[()]):
        base = ()
    shown = []
    # A single entry is seen at once: nothing is to be told apart.
    for facet in facets_of(context, collection) if len(keys) > 1 else ():
        rows = tuple(_rows(context, collection, pair, base, keys, facet))
        apart = any(row.entries < len(keys) for row in rows)
        if apart or (facet.name == STATUS and rows):
            shown.append((facet.name, rows))
    tops = {facet.name: facet.top for facet in facets_of(context, collection)}
    choosable = base is not None and all(value in tops[name] for name, value in base)
    return Share(collection, len(keys), base, base if choosable else None, tuple(shown))


def _rows(
    context: PlanContext,
    collection: str,
    pair: tuple[str, str],
    base: Choice | None,
    keys: frozenset[str],
    facet: Facet,
) -> Iterator[FacetRow]:
    """The values of a facet among these entries."""
    lists = lists_of(context, collection)
    if facet.name != pair[0]:
        counts = _counted(context, collection, facet, keys)
        for value in facet.top:
            if value in counts:
                to = None
                if base is not None:
                    to = combined_with(context, collection, base, (facet.name, value))
                yield FacetRow(value, counts[value], to if to in lists else None, False, 0)
    elif facet.name in TREE_FACETS:
        for value in _parts(facet, pair[1]):
            # All that is in a part is in the whole: the part's own list is just these entries.
            count = len(keys & facet.members[value])
            to = ((facet.name, value),)
            yield FacetRow(value, count, to if to in lists else None, False, 0)


def _counted(
    context: PlanContext, collection: str, facet: Facet, keys: frozenset[str]
) -> Counter[str]:
    """How many of these entries have each value."""
    values = context.once(
        ("values by entry", collection, facet.name), lambda: _values_by_entry(facet)
    )
    return Counter(value for key in keys for value in values[key])


def _values_by_entry(facet: Facet) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for value in facet.top:
        for key in facet.members[value]:
            values.setdefault(key, []).append(value)
    return values


def _parts(facet: Facet, node: str) -> tuple[str, ...]:
    """The parts of a region or category: those of the values of the facet that are in it, else what is right
    below it."""
    inside = {node + ITSELF}
    waiting = [*facet.below.get(node, ())]
    while waiting:
        part = waiting.pop()
        inside |= {part, part + ITSELF}
        waiting += facet.below.get(part, ())
    return tuple(value for value in facet.top if value in inside) or facet.below.get(node, ())
