"""Pinyin of names and the ids made of it. A place is read as the code table reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pypinyin import Style, pinyin

from benchmarks.national_site.places import Place
from sitegen.model.pinyin import plain
from sitegen.model.pinyin_dictionary import READINGS, reading
from sitegen.model.types import ID_LIMIT, is_id

ASIDE = re.compile(r"（[^）]*）")


def prefix(name: str, near: Iterable[Place]) -> Place | None:
    """The place with whose name a name begins, the longest of them."""
    matches = [p for p in near if name.startswith(p.short) and len(name) > len(p.short)]
    return max(matches, key=lambda place: len(place.short), default=None)


def spell(name: str, place: Place | None) -> tuple[list[str], bool]:
    """The syllables of a name with tone marks, and whether the code table had to correct them."""
    syllables = [part for part in reading(name).split() if plain(part)]
    if place is None or any(known in place.name for known in READINGS):
        return syllables, False
    size = len(place.short)
    wanted = place.syllables
    read = [plain(part) for part in syllables[:size]]
    if len(wanted) != size or _same(read, wanted):
        return syllables, False
    toned = [
        own if plain(own) == sound else _toned(char, sound)
        for own, char, sound in zip(syllables, place.short, wanted, strict=False)
    ]
    return [*toned, *syllables[size:]], True


def region_spelling(place: Place) -> tuple[list[str], bool]:
    """The same for the full name of a place."""
    return spell(place.name, place)


def _same(read: Iterable[str], wanted: Iterable[str]) -> bool:
    return [part.replace("lve", "lue") for part in read] == list(wanted)


def _toned(char: str, sound: str) -> str:
    """The reading of a character that sounds so, with its tone mark where one is known."""
    every = pinyin(char, style=Style.TONE, heteronym=True)[0]
    return next((one for one in every if plain(one) == sound), sound)


def wish(name: str, place: Place | None) -> str:
    """The id that a name would like: `anqiu-dacong`, brackets left out."""
    bare = ASIDE.sub("", name)
    syllables = [plain(part) for part in spell(bare, place)[0]]
    size = len(place.short) if place is not None and bare.startswith(place.short) else 0
    parts = ["".join(syllables[:size]), "".join(syllables[size:])]
    return "-".join(part for part in parts if part)


def assign(wishes: Mapping[str, tuple[str, ...]], known: Mapping[str, str]) -> dict[str, str]:
    """An id for every name. `wishes` holds for each what it would like, then what may be added.

    Known names keep theirs; the others choose in the order of their characters, so that the order
    of the data never shows.
    """
    given = dict(known)
    taken = set(known.values())
    for name in sorted(wishes.keys() - known.keys()):
        base, *more = wishes[name]
        tails = ["", *(f"-{part}" for part in more), *(f"-{n}" for n in range(2, 100))]
        given[name] = next(one for tail in tails if (one := _fit(base, tail)) not in taken)
        taken.add(given[name])
    return given


def _fit(base: str, tail: str) -> str:
    identifier = base[: ID_LIMIT - len(tail)].rstrip("-") + tail
    return identifier if is_id(identifier) else f"gi-{identifier}"[:ID_LIMIT]
