"""The id that is proposed for a new entry, made of its name."""

from __future__ import annotations

from collections.abc import Mapping, Set

from sitegen.authoring.drafts import Value
from sitegen.authoring.known_entries import KnownEntries
from sitegen.catalogue import numbers
from sitegen.model.collections import COLLECTIONS
from sitegen.model.pinyin import plain_reading, slug
from sitegen.model.types import is_id


def proposed_id(
    entries: KnownEntries,
    collection: str,
    name: str,
    values: Mapping[str, Value],
    taken: Set[str],
) -> str:
    """An id for an entry with this name and these values that is not `taken`; empty where there is
    none. A second entry with the same name gets its county in the id, any further one a number."""
    if COLLECTIONS[collection].shown:
        first = slug(name, entries.region_names()) or collection
    else:
        first = numbers.slug(name) or numbers.proposed(name)
    if first not in taken and is_id(first):
        return first
    county = _county(entries, values.get("region"))
    others = [f"{first}-{county}"] if county else []
    others += [f"{first}-{count}" for count in range(2, 1000)]
    return next((text for text in others if text not in taken and is_id(text)), "")


def _county(entries: KnownEntries, regions: Value | None) -> str:
    """The name of the first of these regions in plain letters."""
    first = regions[0] if isinstance(regions, list) and regions else ""
    tree = dict(entries.trees("regions")).get(str(first), {})
    name = str(tree.get("short_name") or tree.get("name") or "")
    return "".join(plain_reading(name).split())
