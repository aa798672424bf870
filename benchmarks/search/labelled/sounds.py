"""Readings: what sounds alike, what southern ears take for alike, and what a keyboard shortens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import product

from sitegen.model.pinyin import plain

FUZZY_HEADS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
FUZZY_TAILS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


@cache
def common_characters() -> tuple[str, ...]:
    """The 3,755 characters of everyday use: the first level of GB 2312."""
    rows = range(0xB0, 0xD8)
    codes = (bytes([row, cell]) for row in rows for cell in range(0xA1, 0xFF))
    return tuple(char for code in codes if (char := code.decode("gb2312", "ignore")))


@cache
def by_sound() -> dict[str, tuple[str, ...]]:
    """Everyday characters by their usual syllable, without tone."""
    chars_by_sound: dict[str, list[str]] = {}
    for char in common_characters():
        chars_by_sound.setdefault(sound(char), []).append(char)
    return {syllable: tuple(chars) for syllable, chars in chars_by_sound.items()}


@cache
def sound(char: str) -> str:
    """The usual syllable of a character, without tone."""
    return readings(char)[0] if readings(char) else ""


@cache
def readings(char: str) -> tuple[str, ...]:
    """Every syllable of a character, without tones, the usual one first."""
    from pypinyin import Style, pinyin

    readings = pinyin(char, style=Style.TONE, heteronym=True)[0]
    return tuple(dict.fromkeys(plain(one) for one in readings if plain(one) != char))


def initials(syllables: Sequence[str]) -> str:
    return "".join(syllable[:1] for syllable in syllables)


def heads(syllable: str) -> tuple[str, ...]:
    """What a syllable is shortened to: its first letter, or zh, ch, sh in full."""
    first = syllable[:1]
    return (first, syllable[:2]) if syllable[:2] in ("zh", "ch", "sh") else (first,)


def abbreviations(syllables: Sequence[str]) -> frozenset[str]:
    """Every way to shorten a reading syllable by syllable."""
    return frozenset(map("".join, product(*map(heads, syllables))))


def slurred(syllable: str) -> tuple[str, ...]:
    """What a southern speaker may type for a syllable, each with one sound taken for another."""
    slips = []
    for one, other in FUZZY_HEADS:
        if syllable.startswith(one):
            slips.append(other + syllable[len(one) :])
        elif syllable.startswith(other) and not syllable.startswith(("sh", "zh", "ch")):
            slips.append(one + syllable[len(other) :])
    for one, other in FUZZY_TAILS:
        if syllable.endswith(one):
            slips.append(syllable[: -len(one)] + other)
        elif syllable.endswith(other):
            slips.append(syllable[: -len(other)] + one)
    return tuple(one for one in slips if one in known_syllables())


@cache
def known_syllables() -> frozenset[str]:
    return frozenset(by_sound())


def blurred(syllable: str) -> str:
    """One spelling for all syllables that southern speakers take for one another."""
    for one, other in FUZZY_HEADS[:3]:
        syllable = syllable.replace(one, other) if syllable.startswith(one) else syllable
    syllable = "l" + syllable[1:] if syllable.startswith("n") else syllable
    for one, other in FUZZY_TAILS:
        syllable = syllable.removesuffix(one) + other if syllable.endswith(one) else syllable
    return syllable


def writes(query: str, name: str, syllables: Sequence[str]) -> bool:
    """Whether `query` writes `name` character by character: itself, its syllable or its initial."""
    ends = {0}
    for char, syllable in zip(name, syllables, strict=True):
        ends = {
            end + len(part)
            for end in ends
            for part in (char, syllable, *heads(syllable))
            if query.startswith(part, end)
        }
        if not ends:
            return False
    return len(query) in ends
