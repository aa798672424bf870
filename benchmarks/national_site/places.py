"""The table of administrative divisions becomes places with permanent ids.

An id is a matter of the whole table, not of the places that occur: a product from one more county
changes no address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.national_site import rows
from sitegen.model.pinyin import plain
from sitegen.model.pinyin_dictionary import reading

NATION = "000000"
NATION_ID = "zhongguo"
MUNICIPALITIES = ("11", "12", "31", "50")
"""Their counties belong to them: what the table puts between is no city."""

SPELLINGS = {"610000": "shaanxi"}
"""Ids that are spelled officially in another way, to tell them from a homophone."""


@dataclass(frozen=True, slots=True)
class Place:
    """A nation, province, city or county, or a zone without a code of its own.

    `key` is its code (a zone's: the one its announcement gave), `parent` the key above.
    """

    key: str
    code: str
    id: str
    name: str
    short: str
    syllables: tuple[str, ...]
    kind: str
    parent: str


@dataclass(frozen=True, slots=True)
class Places:
    """Places by key; `keys` finds those of one name below one parent."""

    by_key: Mapping[str, Place]
    keys: Mapping[tuple[str, str], tuple[str, ...]]

    def above(self, key: str) -> Iterator[str]:
        """Keys from the parent up to the nation."""
        while key != NATION:
            key = self.by_key[key].parent
            yield key

    def named(self, name: str, parent: str) -> str | None:
        """The one place of this full name right below `parent`."""
        matches = self.keys.get((parent, name), ())
        return matches[0] if len(matches) == 1 else None

    def full_name(self, key: str) -> str:
        """`四川省成都市郫都区`."""
        text = ""
        for step in (key, *self.above(key)):
            name = self.by_key[step].name
            if step != NATION and not text.startswith(name):
                text = name + text
        return text


def read(data: Path) -> Places:
    """Every place of the code table."""
    drafts = [NATION_PLACE, *_drafts(rows.table(data / rows.CODES))]
    return _indexed({place.key: place for place in _with_ids(drafts)})


def _indexed(by_key: Mapping[str, Place]) -> Places:
    keys: dict[tuple[str, str], tuple[str, ...]] = {}
    for place in by_key.values():
        at = (place.parent, place.name)
        keys[at] = (*keys.get(at, ()), place.key)
    return Places(by_key, keys)


NATION_PLACE = Place(NATION, "", NATION_ID, "中国", "中国", ("zhong", "guo"), "nation", "")


def _drafts(table: Iterable[Mapping[str, str]]) -> Iterator[Place]:
    """Places without ids. A city or a county without a level below it stands there twice."""
    for line in table:
        number, above = line["id"], line["pid"]
        code = number.ljust(6, "0")
        if line["ext_id"] == "0" or len(number) == 9 or (len(number) == 6 and code.endswith("00")):
            continue
        municipal = number[:2] in MUNICIPALITIES
        if municipal and line["deep"] == "1":
            continue
        parent = above[:2].ljust(6, "0") if municipal else above.ljust(6, "0")
        kind = "province" if len(number) == 2 else "city" if len(number) == 4 else "county"
        yield Place(
            key=code,
            code=code,
            id="",
            name=line["ext_name"],
            short=line["name"],
            syllables=tuple(line["pinyin"].split()),
            kind=kind,
            parent=NATION if kind == "province" else parent,
        )


def _with_ids(drafts: Iterable[Place]) -> Iterator[Place]:
    """Ids are short names in pinyin; of those that sound alike, all but the one of the highest
    level get the parent's pinyin, and the code where even that is taken."""
    every = {place.key: place for place in drafts}
    taken: set[str] = set()
    for kind in ("nation", "province", "city", "county"):
        level = sorted((p for p in every.values() if p.kind == kind), key=lambda p: p.key)
        alike = Counter(stem(place) for place in level)
        fresh: set[str] = set()
        for place in level:
            name = stem(place)
            if alike[name] > 1 or name in taken:
                name = f"{name}-{stem(every[place.parent])}"
            if name in taken or name in fresh:
                name = f"{name}-{place.code}"
            fresh.add(name)
            yield replace(place, id=name)
        taken |= fresh


def stem(place: Place) -> str:
    return SPELLINGS.get(place.code) or "".join(place.syllables)


def with_zones(places: Places, zones: Mapping[str, str]) -> Places:
    """The places with zones, given as code → name, each below the city of its code."""
    by_key = dict(places.by_key)
    taken = {place.id for place in by_key.values()}
    for key, name in sorted(zones.items()):
        parent = f"{key[:4]}00"
        syllables = tuple(plain(reading(name)).split())
        plain_id = "".join(syllables)
        number = plain_id if plain_id not in taken else f"{plain_id}-{key}"
        taken.add(number)
        by_key[key] = Place(key, "", number, name, name, syllables, "zone", parent)
    return _indexed(by_key)
