"""Seals: the two to four characters that stand for an entry without a picture, and for the site."""

from __future__ import annotations

from sitegen.catalogue.cards import brand_names
from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry

PUNCTUATION = frozenset("（）()·、，。：:“”‘’《》〈〉【】—-… ")
LONGEST = 4


def shown_seal(
    catalogue: Catalogue, entry: Entry, places: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    """The seal of an entry: the characters that its author chose, else its name without the place and
    the brand at its start. Empty where it has a picture, and where its collection has no seals.

    `places` are the `region_names` of the entry, for those who know them already.
    """
    if not COLLECTIONS[entry.collection].seal or catalogue.card_picture(entry) is not None:
        return ()
    if entry.seal:
        return seal(entry.seal)
    if places is None:
        places = region_names(catalogue, entry)
    return entry_seal(entry, places, brand_names(entry, catalogue.entries))


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
    if COLLECTIONS[entry.collection].seal == "start":
        return seal(name)
    return seal(name if len(name) <= LONGEST else name[-2:])


def seal(name: str) -> tuple[str, ...]:
    """Two to four characters of a name, what stands in brackets left out; () where it has none to show."""
    text = name.split("（")[0].split("(")[0]
    characters = [char for char in text if char not in PUNCTUATION] or [
        char for char in name if char not in PUNCTUATION
    ]
    if len(characters) > 1:
        return tuple(characters[:LONGEST])
    return tuple(characters * 2)
