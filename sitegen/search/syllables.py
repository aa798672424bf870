"""Syllables as numbers, and names as sequences of them.

A name is read character by character, without context, because queries are read in this way too.
Where the given reading of a name differs, both readings count. Latin letters and digits have
numbers of their own.

Syllables that southern speakers confuse have neighbouring numbers (zang, zhang, zan, zhan): they
are usually in the same shard, so one file answers a query for any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sitegen.search.folding import DATA

END = 0
"""The number after the last syllable of a name."""
LIMIT = 512
"""All numbers are below this limit, so they have nine bits."""
PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz"
HEADS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
TAILS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@dataclass(frozen=True, slots=True)
class Sounds:
    """The tables of syllables.

    `syllables` are in alphabetical order. `number` is by syllable, `of` is the number by character.
    `letter` is the initial by number: 1 to 26 for a to z, 27 for digits, 28 for others, 0 for END.
    """

    syllables: tuple[str, ...]
    number: dict[str, int]
    of: dict[str, int]
    letter: tuple[int, ...]


def blurred(syllable: str) -> str:
    """One spelling for all syllables that southern speakers confuse: zhang, zang, zhan → zan."""
    for head, replacement in HEADS:
        if syllable.startswith(head):
            syllable = replacement + syllable[len(head) :]
            break
    for head, replacement in TAILS:
        if syllable.endswith(head):
            return syllable[: -len(head)] + replacement
    return syllable


@cache
def sounds() -> Sounds:
    rows = [row.split(" ", 1) for row in _rows("readings.txt")]
    syllables = tuple(syllable for syllable, _ in rows)
    ordered = sorted(syllables, key=lambda syllable: (blurred(syllable), syllable))
    number = {syllable: at for at, syllable in enumerate(ordered, 1)}
    of = {char: number[syllable] for syllable, chars in rows for char in chars}
    of |= {char: at for at, char in enumerate(PLAIN, len(ordered) + 1)}
    letters = [0, *(ord(syllable[0]) - 96 for syllable in ordered)]
    letters += [ord(char) - 96 if char.isalpha() else 27 for char in PLAIN]
    return Sounds(syllables, number, of, (*letters, *[28] * (LIMIT - len(letters))))


def _rows(name: str) -> list[str]:
    rows = (DATA / name).read_text("utf-8").splitlines()
    return [row for row in rows if not row.startswith("#")]


def steady() -> dict[str, str]:
    """The syllable by character, of the characters that have the same reading in every word."""
    varying = set("".join(_rows("varying.txt")))
    rows = (row.split(" ", 1) for row in _rows("readings.txt"))
    return {char: syllable for syllable, chars in rows for char in chars if char not in varying}


def number_of(char: str) -> int:
    """The number of a character of folded text. One without a reading gets a number by its code."""
    tables = sounds()
    number = tables.of.get(char)
    if number is None:
        first = len(tables.syllables) + len(PLAIN) + 1
        number = first + ord(char) % (LIMIT - first)
    return number


def read(folded: str, reading: str) -> tuple[list[int], list[int] | None]:
    """(numbers by characters, numbers by the reading) of a folded name.

    The second is None where it is equal. `reading` has syllables with spaces, one for each
    character and for each run of Latin letters or digits. If their number does not fit, it is
    ignored.
    """
    tables = sounds()
    by_character = [tables.of.get(char) or number_of(char) for char in folded]
    by_reading: list[int] = []
    syllables = reading.split()
    if len(syllables) == len(folded):
        by_reading = [
            tables.number.get(syllable) or number
            for syllable, number in zip(syllables, by_character, strict=True)
        ]
    elif syllables:
        by_reading = _aligned(folded, syllables, by_character)
    return by_character, by_reading if by_reading and by_reading != by_character else None


def _aligned(folded: str, syllables: list[str], by_character: list[int]) -> list[int]:
    """The numbers by a reading with one syllable for each run of Latin letters; [] if none fit."""
    numbers: list[int] = []
    remaining = iter(syllables)
    at = 0
    while at < len(folded):
        syllable = next(remaining, "")
        size = len(syllable) if syllable and folded.startswith(syllable, at) else 0
        if size:
            numbers += by_character[at : at + size]
            at += size
        elif folded[at].isascii():
            return []
        else:
            numbers.append(sounds().number.get(syllable) or by_character[at])
            at += 1
    return numbers if next(remaining, None) is None else []
