"""The id that is proposed for a new entry, made of its name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from sitegen.authoring.drafts import Value
from sitegen.authoring.known_entries import KnownEntries
from sitegen.catalogue import numbers
from sitegen.model.collections import COLLECTIONS
from sitegen.model.organizations import LEGAL_FORMS
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
) -> str:
    """An id for an entry with this name and these values that is not `taken`; empty where there is none."""
    places = frozenset(entries.region_names())
    county = _county(entries, values.get("region"))
    return id_of(collection, name, places, county, taken)


def id_of(collection: str, name: str, places: Set[str], county: str, taken: Set[str]) -> str:
    """The same with all names of regions, and the county of the entry in plain letters, known.

    A second entry whose name reads the same gets its county in the id, any further one a number.
    """
    if COLLECTIONS[collection].shown:
        short = without_legal_form(name, places) if collection == "organizations" else name
        first = slug(short, _at_start(short, places)) or collection
    else:
        first = numbers.slug(name) or numbers.proposed(name)
    if first not in taken and is_id(first):
        return first
    others = [f"{first}-{county}"] if county else []
    others += [f"{first}-{count}" for count in range(2, 1000)]
    return next((text for text in others if text not in taken and is_id(text)), "")


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
