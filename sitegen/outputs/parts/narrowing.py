"""How a list can be narrowed from where one is: what each value of each facet counts, and where it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs import addresses
from sitegen.outputs.dependencies import digest_of
from sitegen.outputs.parts.facets import STATUS, Facet, facet_title, facets_of, value_word
from sitegen.outputs.parts.narrower_lists import (
    Choice,
    address_of,
    combined_with,
    list_for,
    lists_of,
    offered,
    without,
)
from sitegen.outputs.parts.orders import latest_start, place_number, place_numbers
from sitegen.outputs.parts.views.facets import FacetGroup, FacetValue, Narrowing
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.wording import Wording

FACET_COUNTS = Label("分类计数", "facet counts")
"""What facets are called among the parts of a page's key."""
IN_VIEW = 3
"""So many values of the first facet are in view on a small screen: as many as stand in one row."""


class FacetRow(NamedTuple):
    """A value of a facet as a list shows it: how many of the list's entries have it, the list it leads to
    (None where there is none), how deep it stands in its tree."""

    value: str
    entries: int
    leads_to: Choice | None
    chosen: bool
    depth: int


def rows_of(
    context: PlanContext, collection: str, choice: Choice
) -> list[tuple[str, list[FacetRow]]]:
    """The facets that a list shows: (name of a facet, its rows).

    A facet of which a value is chosen counts as if it were not: its other values stand beside the chosen one.
    """
    return context.once(
        ("facet rows", collection, choice), lambda: _rows_of(context, collection, choice)
    )


def _rows_of(
    context: PlanContext, collection: str, choice: Choice
) -> list[tuple[str, list[FacetRow]]]:
    lists = lists_of(context, collection)
    known: dict[Choice, frozenset[str]] = {}
    shown = []
    for facet in facets_of(context, collection):
        chosen = dict(choice).get(facet.name, "")
        others = tuple(pair for pair in choice if pair[0] != facet.name)
        rest = list_for(context, collection, others)
        if rest not in lists:
            rest = ()
        if rest not in known:
            known[rest] = frozenset(entry.key for entry in lists[rest])
        keys = known[rest]
        rows = []
        for value, depth in _shown_values(facet, chosen):
            count = len(keys & facet.members[value])
            if not count:
                continue
            narrower = combined_with(context, collection, rest, (facet.name, value))
            to = narrower if narrower in lists else None
            rows.append(FacetRow(value, count, to, value == chosen, depth))
        if chosen or facet.name == STATUS or any(row.entries < len(keys) for row in rows):
            shown.append((facet.name, rows))
    return shown


def _shown_values(facet: Facet, chosen: str) -> Iterator[tuple[str, int]]:
    """(value, depth): the values at the top, and below a chosen one those above and just below it."""
    for value in facet.top:
        yield from _path_to(facet, value, chosen, 0)


def _path_to(facet: Facet, value: str, chosen: str, depth: int) -> Iterator[tuple[str, int]]:
    yield value, depth
    children = facet.below.get(value, ())
    if value == chosen:
        yield from ((child, depth + 1) for child in children)
    elif chosen and _is_below(facet, value, chosen):
        for child in children:
            yield from _path_to(facet, child, chosen, depth + 1)


def _is_below(facet: Facet, value: str, sought: str) -> bool:
    return any(
        child == sought or _is_below(facet, child, sought) for child in facet.below.get(value, ())
    )


def values_of(context: PlanContext, collection: str, entries: Iterable[Entry]) -> str:
    """The values of entries for the script of lists (templates/js/lists/entries.js says how), "" where the
    collection has no facets."""
    texts = context.once(("values", collection), lambda: _values(context, collection))
    return ";".join(texts[entry.key] for entry in entries) if texts else ""


def _values(context: PlanContext, collection: str) -> dict[str, str]:
    facets = facets_of(context, collection)
    if not facets:
        return {}
    page = context.site.settings.page_size
    numbers = place_numbers(context.catalogue)
    columns: list[dict[str, list[str]]] = []
    for facet in facets:
        column: dict[str, list[str]] = {}
        for value in offered(facet, page):
            for key in facet.members[value]:
                column.setdefault(key, []).append(value)
        columns.append(column)
    return {
        entry.key: "/".join(
            [
                *(",".join(column.get(entry.key, ())) for column in columns),
                _reading(entry),
                latest_start(context.catalogue, entry),
                str(place_number(numbers, entry)),
            ]
        )
        for entry in context.catalogue.collections[collection]
    }


def _reading(entry: Entry) -> str:
    """What entries are sorted by, without what separates them and their values."""
    return entry.sort.translate(_SEPARATORS)


_SEPARATORS = str.maketrans(";/,", "   ")


def narrowing_digest(context: PlanContext, collection: str, choice: Choice) -> str:
    """What the facets on a list depend on: their rows, and the words for them."""
    return context.once(
        ("narrowing", collection, choice), lambda: _digest(context, collection, choice)
    )


def _digest(context: PlanContext, collection: str, choice: Choice) -> str:
    words = context.once(("facet words", collection), lambda: _words(context, collection))
    return digest_of([words, rows_of(context, collection, choice)])


def _words(context: PlanContext, collection: str) -> str:
    """The words for all facets of a collection and their values that are content of the site."""
    catalogue = context.catalogue
    plain = Wording(context.edition.locale, {})
    return digest_of(
        [
            (
                facet_title(catalogue, plain, collection, facet.name),
                [value_word(catalogue, plain, collection, facet.name, v) for v in facet.members],
            )
            for facet in facets_of(context, collection)
        ]
    )


def narrowing(context: RenderContext, collection: str, choice: Choice) -> Narrowing:
    """The ways to narrow the list at `choice`; all pages and forms of it share them."""
    return context.once(
        ("narrowing", collection, choice), lambda: _narrowing(context, collection, choice)
    )


def _narrowing(context: RenderContext, collection: str, choice: Choice) -> Narrowing:
    here = addresses.ANYWHERE
    catalogue, wording = context.catalogue, context.wording
    shown = rows_of(context.plan, collection, choice)
    chosen = tuple(
        Link(
            value_word(catalogue, wording, collection, *pair),
            context.href(
                here, address_of(collection, without(context.plan, collection, choice, pair))
            ),
        )
        for pair in choice
    )
    groups = []
    for name, rows in shown:
        values = []
        for row in rows:
            to = row.leads_to
            if row.chosen:
                to = without(context.plan, collection, choice, (name, row.value))
            url = "" if to is None else context.href(here, address_of(collection, to))
            text = value_word(catalogue, wording, collection, name, row.value)
            values.append(FacetValue(row.value, text, row.entries, url, row.chosen, row.depth))
        groups.append(
            FacetGroup(name, facet_title(catalogue, wording, collection, name), tuple(values))
        )
    first = next((group for group in groups if group.name not in dict(choice)), None)
    linked = [value for value in first.values if value.url and not value.depth] if first else []
    largest = sorted(linked, key=lambda value: -value.entries)[:IN_VIEW]
    return Narrowing(
        chosen=chosen,
        whole=context.href(here, address_of(collection, ())) if choice else "",
        first=tuple(Link(value.text, value.url, str(value.entries)) for value in largest),
        groups=tuple(groups),
        facets=" ".join(facet.name for facet in facets_of(context.plan, collection)),
    )
