"""The lists of a collection: the whole one, and the narrower ones.

There is a list for each value of each facet. Lists for values of several facets are made where site.yaml names
these facets together (`combined_facets`), and where they say more than the list above them. Entries without any
title state no status, no scheme and no year; where these are the same entries, they stand on one list, not on three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.facets import STATUS, UNSTATED, Facet, facets_of
from sitegen.outputs.plan_context import PlanContext

FEWEST_COMBINED = 3
"""A list for several values has so many entries at least: fewer are seen at once on the list above it."""
MOST_COMBINED = 2000
"""So many of them are made for one collection at most."""
OF_TITLES = (STATUS, "scheme", "year")
"""The facets that are worked out from titles. The first has the word that says most of entries without a value."""
Choice = tuple[tuple[str, str], ...]
"""The values by which a list is narrowed: (facet, value), in the order of the facets; () for the whole list."""


def lists_of(context: PlanContext, collection: str) -> dict[Choice, tuple[Entry, ...]]:
    """The entries on each list of a collection, the whole one first."""
    return context.once(("narrower lists", collection), lambda: _lists(context, collection))


def _lists(context: PlanContext, collection: str) -> dict[Choice, tuple[Entry, ...]]:
    entries = context.catalogue.collections[collection]
    facets = {facet.name: facet for facet in facets_of(context, collection)}
    page = context.site.settings.page_size
    single: dict[Choice, tuple[Entry, ...]] = {}
    for facet in facets.values():
        for value in offered(facet, page):
            members = facet.members[value]
            single[((facet.name, value),)] = tuple(e for e in entries if e.key in members)
    combined: dict[Choice, tuple[Entry, ...]] = {}
    own = context.site.settings.collections.get(collection)
    for names in own.combined_facets if own else ():
        ordered = [facet for name, facet in facets.items() if name in names]
        for choice, narrowed in _combined(single, ordered, page):
            if len(combined) < MOST_COMBINED:
                combined[choice] = narrowed
    elsewhere = _elsewhere(context, collection)
    own_lists = {choice: narrowed for choice, narrowed in single.items() if choice not in elsewhere}
    return {(): entries, **own_lists, **combined}


def _elsewhere(context: PlanContext, collection: str) -> Mapping[Choice, Choice]:
    """The single values that have no list of their own, since another list holds just their entries: that list."""
    return context.once(
        ("values on other lists", collection), lambda: _same_unstated(context, collection)
    )


def _same_unstated(context: PlanContext, collection: str) -> dict[Choice, Choice]:
    members = {facet.name: facet.members.get(UNSTATED) for facet in facets_of(context, collection)}
    found: dict[Choice, Choice] = {}
    for number, name in enumerate(OF_TITLES):
        same = next(
            (one for one in OF_TITLES[:number] if members.get(one) == members.get(name)), ""
        )
        if same and members.get(name):
            found[((name, UNSTATED),)] = ((same, UNSTATED),)
    return found


def offered(facet: Facet, page: int) -> Iterator[str]:
    """The values with lists: those at the top, in trees also those below a value with more
    entries than fit on one page."""

    def with_below(value: str) -> Iterator[str]:
        yield value
        if len(facet.members[value]) > page:
            for child in facet.below.get(value, ()):
                yield from with_below(child)

    for value in facet.top:
        yield from with_below(value)


def _combined(
    lists: dict[Choice, tuple[Entry, ...]], facets: list[Facet], page: int
) -> Iterator[tuple[Choice, tuple[Entry, ...]]]:
    """The lists for values of the first two of these facets, of the first three, and so on."""
    if len(facets) != len({facet.name for facet in facets}) or not facets:
        return
    above: dict[Choice, tuple[Entry, ...]] = {
        c: e for c, e in lists.items() if len(c) == 1 and c[0][0] == facets[0].name
    }
    for facet in facets[1:]:
        here: dict[Choice, tuple[Entry, ...]] = {}
        for choice, entries in above.items():
            for value in offered(facet, page):
                members = facet.members[value]
                narrowed = tuple(entry for entry in entries if entry.key in members)
                if FEWEST_COMBINED <= len(narrowed) < len(entries):
                    here[(*choice, (facet.name, value))] = narrowed
        yield from here.items()
        above = here


def list_for(context: PlanContext, collection: str, choice: Choice) -> Choice:
    """The list that holds the entries of a choice: its own, or the one on which they stand."""
    return _elsewhere(context, collection).get(choice, choice)


def address_of(collection: str, choice: Choice) -> str:
    """The address of a list: `gi/`, `gi/region/shouguang/`, `gi/region/shouguang/category/vegetables/`."""
    return addresses.narrowed(collection, choice)


def combined_with(
    context: PlanContext, collection: str, choice: Choice, pair: tuple[str, str]
) -> Choice:
    """The choice with one more value, in the order of the facets; its list may not be there."""
    order = [facet.name for facet in facets_of(context, collection)]
    combined = tuple(sorted((*choice, pair), key=lambda one: order.index(one[0])))
    return list_for(context, collection, combined)


def without(context: PlanContext, collection: str, choice: Choice, pair: tuple[str, str]) -> Choice:
    """The list with all of these values but one; where there is no such list, with those before it."""
    lists = lists_of(context, collection)
    rest = tuple(one for one in choice if one != pair)
    left = rest if rest in lists else choice[: choice.index(pair)]
    return list_for(context, collection, left)
