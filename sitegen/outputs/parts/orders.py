"""The orders that a list can have. Scripts have the same ones (templates/js/lists/orders.js)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.wording import mark

BY_NAME = ""
ORDERS: Mapping[str, str] = {
    BY_NAME: mark("按拼音"),
    "newest": mark("按认定先后"),
    "region": mark("按地区"),
}
"""The orders of a list by their codes, which stand in addresses."""


def latest_start(catalogue: Catalogue, entry: Entry) -> str:
    """The start of the latest title of an entry, "" where it has none."""
    return max((row.start for row in catalogue.by_subject.get(entry.key, ())), default="")


def place_numbers(catalogue: Catalogue) -> dict[str, int]:
    """The regions, numbered as one comes by them in their tree."""
    tree = catalogue.regions
    walk = (node for root in tree.roots for node in tree.below(root))
    return {node: number for number, node in enumerate(walk)}


def place_number(numbers: Mapping[str, int], entry: Entry) -> int:
    """The number of an entry's first region; the last of all where it has none."""
    return numbers.get(entry.regions[0], len(numbers)) if entry.regions else len(numbers)


def in_order(catalogue: Catalogue, entries: Sequence[Entry], order: str) -> tuple[Entry, ...]:
    """Entries, which come in the order of names, in another order; equal ones stay in theirs."""
    return tuple(entries) if order == BY_NAME else _SORTED[order](catalogue, entries)


def _newest(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda e: latest_start(catalogue, e), reverse=True))


def _by_region(catalogue: Catalogue, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    numbers = place_numbers(catalogue)
    return tuple(sorted(entries, key=lambda e: place_number(numbers, e)))


_SORTED: Mapping[str, Callable[[Catalogue, Sequence[Entry]], tuple[Entry, ...]]] = {
    "newest": _newest,
    "region": _by_region,
}
