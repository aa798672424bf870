"""The kinds of a collection's entries: how many of each, and where they are listed."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.outputs import addresses
from sitegen.outputs.showing.table import kind_options


def kind_counts(catalogue: Catalogue, collection: str) -> dict[str, int]:
    """Entries by kind in the model's order; nothing where there is only one kind."""
    counts: dict[str, int] = {}
    for kind in kind_options(collection, catalogue.options):
        count = sum(1 for entry in catalogue.collections[collection] if entry.kind == kind)
        if count:
            counts[kind] = count
    return counts if len(counts) > 1 else {}


def kind_address(collection: str, kind: str) -> str:
    """The list of the entries of one kind; of all where `kind` is ""."""
    return addresses.narrowed(collection, (("kind", kind),) if kind else ())
