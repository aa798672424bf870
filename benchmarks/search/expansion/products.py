"""What the real names are names of: 大葱 of 安丘大葱 and 章丘大葱."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.national_site.spelling import spell
from sitegen.model.pinyin import plain

LONGEST = 5
HAN = range(0x4E00, 0xA000)


@dataclass(frozen=True, slots=True)
class Product:
    """A thing that several places give their name to, with its reading; `names` is how many."""

    name: str
    pinyin: str
    names: int

    @property
    def id(self) -> str:
        return "".join(plain(self.pinyin).split())


def products(names: Iterable[str], places: Iterable[str]) -> tuple[Product, ...]:
    """The products of at least two of the names, the commonest first; `places` are short names."""
    known = frozenset(places)
    counts = Counter(rest for name in names if (rest := _rest(name, known)))
    ranking = sorted((-count, name) for name, count in counts.items() if count > 1)
    return tuple(Product(name, " ".join(spell(name, None)[0]), -minus) for minus, name in ranking)


def _rest(name: str, places: frozenset[str]) -> str:
    """What stands after the longest place in front, "" where that is no plain product."""
    for size in range(min(6, len(name) - 1), 1, -1):
        if name[:size] in places:
            rest = name[size:]
            plain_han = all(ord(char) in HAN for char in rest)
            return rest if plain_han and len(rest) <= LONGEST else ""
    return ""
