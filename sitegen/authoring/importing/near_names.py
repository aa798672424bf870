"""Names that are much like a known one: they sound the same, differ in one of many characters, or in what says
nothing of the thing, such as 有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from sitegen.authoring.importing.standing import NamedEntry
from sitegen.authoring.proposed_id import without_legal_form
from sitegen.catalogue.names import folded
from sitegen.model.pinyin import plain_reading

SHORTEST = 3
LONG = 8
"""In a name of so many characters any other one may be a slip; in a shorter one, one that sounds the same:
青溪梨露 is no slip for 青溪梨酒, 清溪梨酒 may be."""
FIGURES = re.compile(r"[0-9一二三四五六七八九十百甲乙丙丁]")
"""Two names that differ in a number are two things: 一号, 二号."""


class NearNames:
    """The entries of one collection by names that may be slips for theirs."""

    def __init__(self, entries: Iterable[NamedEntry], places: Set[str]) -> None:
        self._places = places
        self._by_core: dict[str, list[NamedEntry]] = {}
        self._by_rest: dict[str, list[tuple[str, NamedEntry]]] = {}
        for entry in entries:
            name = folded(entry.name)
            self._by_core.setdefault(self._core(entry.name), []).append(entry)
            for rest in _without_one(name):
                self._by_rest.setdefault(rest, []).append((name, entry))

    def near(self, name: str) -> NamedEntry | None:
        """The one entry whose name is near to this one; None where there are none or several."""
        wanted = folded(name)
        found = {entry.id: entry for entry in self._by_core.get(self._core(name), ())}
        if not found:
            for rest in _without_one(wanted):
                for other, entry in self._by_rest.get(rest, ()):
                    if _is_slip(wanted, other):
                        found[entry.id] = entry
        return next(iter(found.values())) if len(found) == 1 else None

    def _core(self, name: str) -> str:
        return folded(without_legal_form(name, self._places))


def _without_one(name: str) -> Iterator[str]:
    """The name, and the name without each of its characters."""
    if len(name) >= SHORTEST:
        yield name
        yield from {name[:place] + name[place + 1 :] for place in range(len(name))}


def _is_slip(one: str, other: str) -> bool:
    """Whether two names that share all but a character differ in one that is no figure."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rests = (one[start : len(one) - end], other[start : len(other) - end])
    if max(map(len, rests)) > 1 or any(FIGURES.search(rest) for rest in rests):
        return False
    return min(len(one), len(other)) >= LONG or plain_reading(one) == plain_reading(other)
