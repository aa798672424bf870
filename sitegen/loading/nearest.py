"""The word an author probably meant, for the hint in a problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

SHORT: Final = 3
"""Maximum length of a word that counts as short."""
ENOUGH_SHORT_HAN: Final = 0.5
"""Minimum likeness (0 to 1) of short words in Han characters: one of two is right, as in 绿查, 绿茶."""
ENOUGH_HAN: Final = 0.6
ENOUGH_SHORT: Final = 0.65
ENOUGH: Final = 0.72
LONGEST: Final = 64
"""Longer words get no hint."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The most likely of the choices, or None where a hint would only mislead.

    Case, full width, spaces, `_` and `-` do not count. Of equally likely ones the first is taken.
    """
    folded = _folded(word) if len(word) <= 2 * LONGEST else ""
    if not folded or len(folded) > LONGEST:
        return None
    best, best_score = None, (0.0, False, 0)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    for choice in choices:
        other = _folded(choice)
        if other == folded:
            return choice
        if not other or len(other) > LONGEST:
            continue
        needed = max(_enough(folded, other), best_score[0])
        if 2.0 * min(len(folded), len(other)) / (len(folded) + len(other)) < needed:
            continue  # too different in length
        matcher.set_seq1(other)
        if matcher.quick_ratio() < needed:
            continue
        ratio = matcher.ratio()
        score = (ratio, other[0] == folded[0], -abs(len(other) - len(folded)))
        if ratio >= _enough(folded, other) and score > best_score:
            best, best_score = choice, score
    return best


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    text = unicodedata.normalize("NFKC", word).casefold()
    return "".join(character for character in text if character not in "_- ")


def _enough(word: str, other: str) -> float:
    """The minimum likeness of two words; lower for Han characters, which carry more than letters."""
    short = max(len(word), len(other)) <= SHORT
    if word.isascii() or other.isascii():
        return ENOUGH_SHORT if short else ENOUGH
    return ENOUGH_SHORT_HAN if short else ENOUGH_HAN
