"""Syllables as numbers, and names as rows of them.

A name is read one character at a time, without context, since a query is read so; where the reading
that is written for it differs, both count. Latin letters and digits stand for themselves.

Numbers go by what southern speakers take for one another, so that zang, zhang, zan and zhan are
neighbours and one shard answers for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sitegen.search.folding import DATA

END = 0
LIMIT = 512
"""Every number is below this: nine bits."""
PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz"
HEADS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
TAILS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True, slots=True)
class Sounds:
    """`syllables` alphabetically; `number` of a syllable, `of` a character; `letter` by number."""

    syllables: tuple[str, ...]
    number: dict[str, int]
    of: dict[str, int]
    letter: tuple[int, ...]


def blurred(syllable: str) -> str:
    """One spelling for all syllables that southern speakers take for one another."""
    for one, other in HEADS:
        if syllable.startswith(one):
            syllable = other + syllable[len(one) :]
            break
    for one, other in TAILS:
        if syllable.endswith(one):
            return syllable[: -len(one)] + other
    return syllable


@cache
def sounds() -> Sounds:
    said = [row.split(" ", 1) for row in _rows("readings.txt")]
    syllables = tuple(syllable for syllable, _ in said)
    ordered = sorted(syllables, key=lambda syllable: (blurred(syllable), syllable))
    number = {syllable: place for place, syllable in enumerate(ordered, 1)}
    of = {char: number[syllable] for syllable, chars in said for char in chars}
    of |= {char: place for place, char in enumerate(PLAIN, len(ordered) + 1)}
    letters = [0, *(ord(syllable[0]) - 96 for syllable in ordered)]
    letters += [ord(char) - 96 if char.isalpha() else 27 for char in PLAIN]
    return Sounds(syllables, number, of, (*letters, *[28] * (LIMIT - len(letters))))


def _rows(name: str) -> list[str]:
    rows = (DATA / name).read_text("utf-8").splitlines()
    return [row for row in rows if not row.startswith("#")]


@cache
def steady() -> dict[str, str]:
    """The syllables of characters that are read alike in every word."""
    varying = set("".join(_rows("varying.txt")))
    said = (row.split(" ", 1) for row in _rows("readings.txt"))
    return {char: one for one, chars in said for char in chars if char not in varying}


def number_of(char: str) -> int:
    """The number of a character of folded text; what has no reading gets one by its code."""
    known = sounds()
    found = known.of.get(char)
    if found is None:
        first = len(known.syllables) + len(PLAIN) + 1
        found = first + ord(char) % (LIMIT - first)
    return found


def read(folded: str, reading: str) -> tuple[list[int], list[int] | None]:
    """The numbers of a folded name by its characters, and by its reading where that differs.

    `reading` is plain syllables with spaces, one for each character and each run of Latin letters
    or digits; another count of them cannot be lined up and is passed over.
    """
    known = sounds()
    plain = [known.of.get(char) or number_of(char) for char in folded]
    said: list[int] = []
    parts = reading.split()
    if len(parts) == len(folded):
        said = [known.number.get(part) or own for part, own in zip(parts, plain, strict=True)]
    elif parts:
        said = _lined_up(folded, parts, plain)
    return plain, said if said and said != plain else None


def _lined_up(folded: str, parts: list[str], plain: list[int]) -> list[int]:
    said: list[int] = []
    rest = iter(parts)
    place = 0
    while place < len(folded):
        part = next(rest, "")
        size = len(part) if part and folded.startswith(part, place) else 0
        if size:
            said += plain[place : place + size]
            place += size
        elif folded[place].isascii():
            return []
        else:
            said.append(sounds().number.get(part) or plain[place])
            place += 1
    return said if next(rest, None) is None else []
