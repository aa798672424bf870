"""The id that is proposed for a new entry, made of its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Set

from sitegen.authoring.drafts import Value
from sitegen.authoring.known_entries import KnownEntries
from sitegen.catalogue import numbers
from sitegen.model.collections import COLLECTIONS
from sitegen.model.organizations import LEGAL_FORMS
from sitegen.model.other_readings import OtherReading, other_readings
from sitegen.model.pinyin import plain_reading, slug
from sitegen.model.types import is_id

LONGEST_PLACE = 20
"""Maximum length of a region's name that is looked for."""
COOPERATIVE = "专业合作社"
"""A legal form that says what an organization is, as 协会 does."""


def proposed_id(
    entries: KnownEntries,
    collection: str,
    name: str,
    values: Mapping[str, Value],
    taken: Set[str],
    read: Callable[[str], str] = plain_reading,
) -> str:
    """An id for an entry with this name and these values that is not `taken`; empty where there is none.

    `read` gives the plain reading of the Chinese characters of the name.
    """
    places = frozenset(entries.region_names())
    county = _county(entries, values.get("region"))
    return id_of(collection, name, places, county, taken, read)


def id_of(
    collection: str,
    name: str,
    places: Set[str],
    county: str,
    taken: Set[str],
    read: Callable[[str], str] = plain_reading,
) -> str:
    """The same with all names of regions, and the county of the entry in plain letters, known.

    A second entry whose name reads the same gets its county in the id, any further one a number.
    """
    if COLLECTIONS[collection].shown:
        short = _short(collection, name, places)
        first = slug(short, _at_start(short, places), read) or collection
    else:
        first = numbers.slug(name) or numbers.proposed(name)
    if first not in taken and is_id(first):
        return first
    others = [f"{first}-{county}"] if county else []
    others += [f"{first}-{count}" for count in range(2, 1000)]
    return next((text for text in others if text not in taken and is_id(text)), "")


def other_ids(
    entries: KnownEntries,
    collection: str,
    name: str,
    values: Mapping[str, Value],
    taken: Set[str],
) -> list[tuple[OtherReading, str]]:
    """Other readings of characters of the name about which nothing is certain, with the id that would then be
    proposed. None for an announcement: its number makes its id."""
    if not COLLECTIONS[collection].shown:
        return []
    places = entries.region_names()
    short = _short(collection, name, frozenset(places))
    proposal = proposed_id(entries, collection, name, values, taken)
    ids = [
        (other, proposed_id(entries, collection, name, values, taken, other.read))
        for other in other_readings(short, places)
    ]
    return [(other, identifier) for other, identifier in ids if identifier not in ("", proposal)]


def _short(collection: str, name: str, places: Set[str]) -> str:
    """What an id is made of: the name, that of a firm without its legal form."""
    return without_legal_form(name, places) if collection == "organizations" else name


def _at_start(name: str, places: Set[str]) -> list[str]:
    """The regions with whose name this one begins."""
    return [name[:end] for end in range(2, LONGEST_PLACE + 1) if name[:end] in places]


def without_legal_form(name: str, places: Set[str]) -> str:
    """蔡林记商贸 of 武汉蔡林记商贸有限公司: what tells a firm from others. A name without a legal form, of
    an association or a cooperative, stays whole."""
    form = next((f for f in LEGAL_FORMS if name.endswith(f) and f != COOPERATIVE), "")
    if not form:
        return name
    core = re.sub(r"[（(][^（(）)]*[）)]", "", name.removesuffix(form)) or name
    rest = core.removeprefix(max(_at_start(core, places), key=len, default=""))
    return rest if len(rest) > 1 else core


def _county(entries: KnownEntries, regions: Value | None) -> str:
    """The name of the first of these regions in plain letters."""
    first = regions[0] if isinstance(regions, list) and regions else ""
    tree = dict(entries.trees("regions")).get(str(first), {})
    name = str(tree.get("short_name") or tree.get("name") or "")
    return "".join(plain_reading(name).split())
