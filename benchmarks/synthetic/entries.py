"""The entries in outline: who they are, where they belong, whom they refer to.

Fields and bodies are made from an entry when it is written, so that 100,000 fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from random import Random
from unicodedata import combining, normalize

from benchmarks.synthetic.words import (
    CATEGORIES,
    PLACE_FIRST,
    PLACE_LAST,
    VILLAGE_FIRST,
    VILLAGE_LAST,
    Word,
)

SHARES = {"gi": 10, "brands": 20, "products": 40, "organizations": 30}
"""Of a hundred entries."""
TITLES = {"gi": "地理标志", "brands": "品牌", "products": "特色产品", "organizations": "企业与机构"}
TAILS = {
    "gi": Word("", ""),
    "brands": Word("牌", "pái"),
    "products": Word("礼", "lǐ"),
    "organizations": Word("合作社", "hé zuò shè"),
}
REFERS = {
    "gi": (("applicant", "organizations"),),
    "brands": (("owner", "organizations"),),
    "products": (("maker", "organizations"), ("gi", "gi")),
    "organizations": (),
}
NEAR = 4
"""So many neighbours of the same place and category an entry's page shows, as sitegen does."""


def ascii_of(pinyin: str) -> str:
    """`lǜ dòu` → `lvdou`."""
    text = normalize("NFD", pinyin.replace("ü", "v").replace("ǜ", "v"))
    return "".join(char for char in text if not combining(char)).replace(" ", "")


@dataclass(frozen=True, slots=True)
class Region:
    id: str
    name: str
    pinyin: str


REGIONS = tuple(
    Region(ascii_of(a.pinyin + b.pinyin), a.text + b.text, f"{a.pinyin} {b.pinyin}")
    for a in PLACE_FIRST
    for b in PLACE_LAST
)


def goods_of(region: Region) -> list[str]:
    """A place is known for three categories, so that entries have neighbours at any size."""
    first = REGIONS.index(region)
    return [tuple(CATEGORIES)[(first + 4 * step) % len(CATEGORIES)] for step in range(3)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `number` counts within its collection."""

    collection: str
    number: int
    id: str
    name: str
    pinyin: str
    place: str
    village: str
    village_id: str
    good: str
    region: str
    category: str

    @property
    def key(self) -> str:
        return f"{self.collection}/{self.id}"


@dataclass(frozen=True)
class Dataset:
    """`count` entries made from `seed`; `rich` bodies use what only a full Markdown reader knows."""

    count: int
    seed: int = 1
    rich: bool = False
    by_collection: dict[str, list[Entry]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_collection", dict(_collections(self.count, self.seed)))

    @property
    def entries(self) -> Iterator[Entry]:
        return chain.from_iterable(self.by_collection.values())

    def references(self, entry: Entry) -> Iterator[tuple[str, Entry]]:
        """(field, entry referred to), spread evenly."""
        for name, collection in REFERS[entry.collection]:
            others = self.by_collection[collection]
            yield name, others[entry.number * 7 % len(others)]

    def related(self, entry: Entry) -> tuple[Entry, ...]:
        """The cards on an entry's page: those that refer to it, then its neighbours."""
        users = self._users.get(entry.key, [])
        group = self._groups[entry.collection, entry.region, entry.category]
        near = [other for other in group[: NEAR + len(users) + 1] if other not in (entry, *users)]
        return (*users, *near[:NEAR])

    @cached_property
    def _users(self) -> dict[str, list[Entry]]:
        users: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for _, other in self.references(entry):
                users.setdefault(other.key, []).append(entry)
        return users

    @cached_property
    def _groups(self) -> dict[tuple[str, str, str], list[Entry]]:
        groups: dict[tuple[str, str, str], list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault((entry.collection, entry.region, entry.category), []).append(entry)
        return groups


def _collections(count: int, seed: int) -> Iterator[tuple[str, list[Entry]]]:
    left = count
    for name, share in SHARES.items():
        size = left if name == "organizations" else count * share // 100
        left -= size
        chance = Random(f"{seed}-{name}")
        made = [_entry(name, number, chance) for number in range(1, size + 1)]
        yield name, sorted(made, key=lambda entry: entry.id)


def _entry(collection: str, number: int, chance: Random) -> Entry:
    region = chance.choice(REGIONS)
    category = chance.choice(goods_of(region))
    good = chance.choice(CATEGORIES[category][1])
    first, last = chance.choice(VILLAGE_FIRST), chance.choice(VILLAGE_LAST)
    tail = TAILS[collection]
    parts = (region.pinyin, first.pinyin, last.pinyin, good.pinyin, tail.pinyin)
    village_id = ascii_of(first.pinyin + last.pinyin)
    return Entry(
        collection=collection,
        number=number,
        id=f"{region.id}-{village_id}-{ascii_of(good.pinyin)}-{number}",
        name=f"{region.name}{first.text}{last.text}{good.text}{tail.text}",
        pinyin=" ".join(part for part in parts if part),
        place=region.name,
        village=first.text + last.text,
        village_id=village_id,
        good=good.text,
        region=region.id,
        category=category,
    )
