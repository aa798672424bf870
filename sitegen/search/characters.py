"""The table of characters that the browser folds and reads by, as small as it can be had.

The 3,755 everyday characters stand in GB 2312 in the order of their readings, and every browser can
decode GB 2312: so their readings are run lengths, and a few exceptions. Then come the other
characters of this site's names, and the traditional ones of all these. What a query may hold beside
them is in a second table, fetched when it does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from sitegen.search.folding import traditional
from sitegen.search.postings import varint
from sitegen.search.syllables import sounds

FIRST = 0x4E00
ROWS = range(0xB0, 0xD8)
CELLS = range(0xA1, 0xFF)


@cache
def everyday() -> str:
    """The first level of GB 2312, in its order."""
    codes = (bytes((row, cell)) for row in ROWS for cell in CELLS)
    return "".join(code.decode("gb2312", "ignore") for code in codes)


HEADS = ("zh", "ch", "sh", *"bcdfghjklmnpqrstwxyz", "")
ENDS = (
    "a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu m o ong ou u ua uai uan uang"
    " ue ui un uo v ve "
)
TAILS = tuple(ENDS.split(" "))


@cache
def syllables() -> bytes:
    """Which heads go with which tails to make the syllables there are: 40 bits for each head."""
    known = set(sounds().syllables)
    made = [
        [bool(head or tail != "m") and head + tail in known for tail in TAILS] for head in HEADS
    ]
    assert sum(map(sum, made)) == len(known), "a syllable is made in two ways, or in none"
    rows = ("".join(map(str, map(int, row))).ljust(40, "0") for row in made)
    return b"".join(int(row, 2).to_bytes(5, "big") for row in rows)


@cache
def hashes() -> dict[str, int]:
    """Four bits by which characters of one syllable differ: everyday ones by their order in it."""
    counts: dict[int, int] = {}
    found = {}
    for char in everyday():
        syllable = sounds().of[char.translate(traditional())]
        found[char] = counts.get(syllable, 0) & 15
        counts[syllable] = counts.get(syllable, 0) + 1
    return found


def hash_of(char: str) -> int:
    known = hashes().get(char)
    return ord(char) * 40503 >> 8 & 15 if known is None else known


@cache
def level() -> bytes:
    """Readings of the everyday characters, by the alphabetical place of their syllables.

    For each syllable: how many characters in a row have it. Then the exceptions: their number, and
    for each the distance to the one before and its syllable.
    """
    known = sounds()
    place = {known.number[syllable]: at for at, syllable in enumerate(known.syllables)}
    said = [place[known.of[char.translate(traditional())]] for char in everyday()]
    regular = set(_ascending(said))
    counts = [0] * len(known.syllables)
    exceptions = []
    before = 0
    for at, syllable in enumerate(said):
        if at in regular:
            counts[syllable] += 1
        else:
            exceptions += [at - before, syllable]
            before = at
    return b"".join(map(varint, [*counts, len(exceptions) // 2, *exceptions]))


def more(chars: Iterable[str]) -> tuple[str, bytes]:
    """Characters beside the everyday ones that have a reading, and the table of them.

    For each: the distance of its code to the one before, the number of its syllable.
    """
    known = sounds()
    found = sorted(
        char for char in set(chars) - set(everyday()) if char in known.of and char > "\x7f"
    )
    made = []
    before = 0
    for char in found:
        made += [varint(ord(char) - before), varint(known.of[char])]
        before = ord(char)
    return "".join(found), b"".join(made)


def old(chars: Iterable[str], known: str, *, every: bool = False) -> bytes:
    """The traditional characters that are written for `chars`, all of which stand in `known`.

    For each: the distance of the place in `known` to the one before, its code from 4E00. Without
    `every` of everyday ones only what Big5 has: others are variants that hardly anybody types.
    """
    wanted = set(chars)
    usual = set() if every else set(everyday())
    place = {char: at for at, char in enumerate(known)}
    pairs = sorted(
        (place[new], code)
        for code, new in traditional().items()
        if new in wanted
        and new in place
        and code >= FIRST
        and (new not in usual or chr(code).encode("big5", "ignore"))
    )
    made = []
    before = 0
    for at, code in pairs:
        made += [varint(at - before), varint(code - FIRST)]
        before = at
    return b"".join(made)


def rest() -> bytes:
    """What the second table has: all of GB 2312 and its traditional characters.

    `more`, `old`, and before them how many bytes `more` has.
    """
    codes = (bytes((row, cell)) for row in range(0xD8, 0xF8) for cell in CELLS)
    rare = "".join(code.decode("gb2312", "ignore") for code in codes)
    found, table = more(rare)
    more_old = old(everyday() + found, everyday() + found, every=True)
    return varint(len(table)) + table + more_old


def _ascending(numbers: Sequence[int]) -> Iterable[int]:
    """The places of a longest row of numbers that never falls."""
    lasts: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for at, number in enumerate(numbers):
        rank = bisect_right(lasts, number)
        back.append(ends[rank - 1] if rank else -1)
        lasts[rank : rank + 1] = [number]
        ends[rank : rank + 1] = [at]
    at = ends[-1]
    while at >= 0:
        yield at
        at = back[at]
