"""Names of places as cards and lines show them."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry

SHOWN = 2
"""How many of an entry's regions a card names."""


def place_of(catalogue: Catalogue, entry: Entry) -> str:
    """`潍城 · 寒亭`: the short names of the first regions."""
    names = [region_name(catalogue, region) for region in entry.regions[:SHOWN]]
    return " · ".join(filter(None, names))


def region_name(catalogue: Catalogue, region: str) -> str:
    """The short name of a region, "" where it is not public."""
    entry = catalogue.entries.get(f"regions:{region}")
    return entry.label if entry else ""
