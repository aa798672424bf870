"""Seals: the two to four characters that stand for an entry without a picture, and for the site."""

from __future__ import annotations

from sitegen.catalogue.cards import brand_names
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import showing
from sitegen.outputs.wording import mark

PUNCTUATION = frozenset("（）()·、，。：:“”‘’《》〈〉【】—-… ")
WITHOUT_NAME = mark("名录")
"""The seal of a name that has no character to show."""
LONGEST = 4


def seal_of(context: PlanContext, entry: Entry) -> tuple[str, ...]:
    """The seal of an entry: its name without the place and the brand at its start; empty where the
    collection has no seals."""
    if not showing(entry.collection).has_seals:
        return ()
    key = ("region names", entry.regions)
    places = context.once(key, lambda: region_names(context.catalogue, entry))
    return entry_seal(entry, places, brand_names(entry, context.catalogue.entries))


def region_names(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    """The names, full and short, of all regions in which an entry lies: the longest first."""
    nodes = {n for region in entry.regions for n in (region, *catalogue.regions.ancestors(region))}
    regions = [catalogue.entries.get(f"regions:{node}") for node in nodes]
    names = {name for region in regions if region for name in (region.name, region.short_name)}
    return tuple(sorted(filter(None, names), key=lambda name: (-len(name), name)))


def entry_seal(
    entry: Entry, places: tuple[str, ...], brands: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The characters of an entry's seal; `places` are the names of its regions, the longest first.

    Where more than four are left, the goods at the end of the name (韭菜 of 独根红韭菜) stand for it, of
    a scheme the start of its name.
    """
    name = entry.label.split("（")[0]
    for beginnings in (places, brands):
        rests = (name.removeprefix(beginning) for beginning in beginnings)
        name = next((rest for rest in rests if rest != name and len(rest) >= 2), name)
    if showing(entry.collection).seal_from_start:
        return seal(name)
    return seal(name if len(name) <= LONGEST else name[-2:])


def seal(name: str) -> tuple[str, ...]:
    """Two to four characters of a name; what stands in brackets is left out."""
    text = name.split("（")[0].split("(")[0]
    characters = [char for char in text if char not in PUNCTUATION] or [
        char for char in name if char not in PUNCTUATION
    ]
    if len(characters) > 1:
        return tuple(characters[:LONGEST])
    return tuple(characters * 2) or tuple(WITHOUT_NAME)
