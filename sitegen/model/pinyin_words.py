"""Pinyin written in words, as GB/T 16159 has it: Wéixiàn luóbo for wéi xiàn luó bo, and back.

Authors write a space between syllables, which sorting and search need. Where words begin is known of the place at
the start of a name and of the goods at its end. The rest follows a rule that most names keep: two characters are a
word, of an odd number the last three; three are one word where the third is 山, 河 and the like, and a little word
such as 的 stands alone. An author who writes
words (`pinyin: Wéixiàn luóbo`) is taken at his word.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from sitegen.model.pinyin import TRADES, place_at_start, plain
from sitegen.search.syllables import sounds

HAN = re.compile("[\u3400-\u9fff]+")
PLACE_KINDS = frozenset("省市县区镇乡村")
"""What is a word of its own after a name of two syllables or more, and part of the word after one: Wéixiàn."""
LANDFORMS = frozenset("山河湖江岛口峪洼埠庄")
"""The third character of the name of a small place: 金鸽山, 老河口."""
ALONE = frozenset("的和与")
SIZES = frozenset("大小")
"""These belong to the goods that follow: dàyīngtáo."""
TRADE_ENDS = tuple(TRADES)
VOWELS = frozenset("aāáǎàeēéěèoōóǒò")
LONGEST_GOODS = 12
"""No word for goods has more characters."""
LONGEST = 24
"""No word of a name has more letters in one row; what has is left as it is."""


def by_word(
    name: str, pinyin: str, places: Collection[str] = (), goods: Collection[str] = ()
) -> str:
    """A reading in words, for a name that may begin with one of `places` and end with one of `goods`; as it is
    where it is in words already, or where it has not one syllable for each character."""
    syllables = pinyin.split()
    if len(syllables) != len(name) or not HAN.fullmatch(name) or pinyin != pinyin.lower():
        return pinyin
    place = place_at_start(name, places)
    words = _place(place)
    rest = name[len(place) :]
    words += _rest(rest, _goods(rest, goods))
    read, at = [], 0
    for word in words:
        read.append(_joined(syllables[at : at + len(word)]))
        at += len(word)
    capitals = len(_place(place)) or 1
    return " ".join([*(word[:1].upper() + word[1:] for word in read[:capitals]), *read[capitals:]])


def _place(place: str) -> list[str]:
    """安丘市 is a name and 市; 潍县 is one word."""
    if len(place) > 2 and place[-1] in PLACE_KINDS:
        return [place[:-1], place[-1]]
    return [place] if place else []


def _goods(rest: str, goods: Collection[str]) -> str:
    """What the rest of a name says at its end that it is, with 大 or a single character before it."""
    longest = min(len(rest), LONGEST_GOODS + 1)
    known = {end for length in range(2, longest) if (end := rest[-length:]) in goods}
    if rest.endswith(TRADE_ENDS):
        known |= {trade for trade in TRADES if rest.endswith(trade) and rest != trade}
    end = max(known, key=len, default="")
    before = rest[: -len(end)] if end else ""
    if len(before) == 1 or (before and before[-1] in SIZES):
        return before[-1] + end
    return end


def _rest(rest: str, end: str) -> list[str]:
    """The words between the place and the goods, then those of the goods."""
    words: list[str] = []
    for run in (*re.split("([的和与])", rest.removesuffix(end) if end else rest), end):
        if run in ALONE or len(run) <= 3:
            words += [run] if run else []
            continue
        head = 3 if run[2] in LANDFORMS and len(run) > 4 else 0
        words += [run[:head]] if head else []
        cuts = range(head, len(run) - 1, 2)
        words += [run[cut : cut + 2] for cut in cuts[:-1]] + [run[cuts[-1] :]]
    return words


def _joined(syllables: list[str]) -> str:
    """One word; an apostrophe where a syllable that begins with a vowel would be read with the one before."""
    word = ""
    for syllable in syllables:
        word += f"’{syllable}" if word and syllable[0] in VOWELS else syllable
    return word


def by_syllable(pinyin: str) -> str:
    """The plain reading of a name with a space between syllables, however its author wrote it."""
    known = _known()
    tokens = plain(pinyin).split()
    if known.issuperset(tokens):
        return " ".join(tokens)
    return " ".join(part for token in tokens for part in _parted(token))


@lru_cache(maxsize=4096)
def _parted(word: str) -> tuple[str, ...]:
    """The syllables of a word in plain letters: as few as it can have, and of these the ones that begin with
    a vowel as few as possible; the word itself where it is none."""
    if len(word) > LONGEST:
        return (word,)
    known = _known()
    best: list[tuple[int, int, tuple[str, ...]] | None] = [(0, 0, ())]
    for end in range(1, len(word) + 1):
        ways = [
            (way[0] + 1, way[1] + (word[start] in VOWELS), (*way[2], word[start:end]))
            for start in range(max(end - 6, 0), end)
            if (way := best[start]) is not None and word[start:end] in known
        ]
        best.append(min(ways, default=None))
    found = best[-1]
    return found[2] if found else (word,)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(sounds().syllables)
