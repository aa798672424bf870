"""The tables by which the browser folds and reads characters, in as few bytes as possible.

Functions have the names of the tables in root.json. `level` has the readings of the 3,755 everyday
characters: GB 2312 lists them in the order of their readings, and every browser can decode GB 2312,
so run lengths and a few exceptions are enough. `more` has the other characters of this site's
names, `old` the traditional forms of both. `rest` has everything else that queries may contain; the
browser loads it only if a query does (decision 0011).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from sitegen.search.folding import traditional
from sitegen.search.postings import varint
from sitegen.search.syllables import sounds

FIRST = 0x4E00
"""The first code point of traditional characters in these tables."""
ROWS = range(0xB0, 0xD8)
"""The first bytes in GB 2312 of its first level, the everyday characters."""
CELLS = range(0xA1, 0xFF)
"""All second bytes in GB 2312."""


@cache
def everyday() -> str:
    """The characters of the first level of GB 2312, in its order."""
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
    """Which heads and tails form existing syllables: 40 bits for each head, one for each tail."""
    known = set(sounds().syllables)
    rows = [
        [bool(head or tail != "m") and head + tail in known for tail in TAILS] for head in HEADS
    ]
    assert sum(map(sum, rows)) == len(known), "a syllable is made in two ways, or in none"
    bit_rows = ("".join(map(str, map(int, row))).ljust(40, "0") for row in rows)
    return b"".join(int(row, 2).to_bytes(5, "big") for row in bit_rows)


@cache
def hashes() -> dict[str, int]:
    """Four bits that distinguish everyday characters of one syllable: their rank modulo 16."""
    counts: dict[int, int] = {}
    hash_of_char = {}
    for char in everyday():
        syllable = sounds().of[char.translate(traditional())]
        hash_of_char[char] = counts.get(syllable, 0) & 15
        counts[syllable] = counts.get(syllable, 0) + 1
    return hash_of_char


def hash_of(char: str) -> int:
    """Four bits for any character: those of `hashes`, otherwise from its code point."""
    rank = hashes().get(char)
    return ord(char) * 40503 >> 8 & 15 if rank is None else rank


@cache
def level() -> bytes:
    """The readings of the everyday characters, as varints. Syllables are in alphabetical order.

    For each syllable: the number of characters in a row that have it. Then the number of
    exceptions, and for each exception its distance to the previous one and its syllable.
    """
    tables = sounds()
    order_of = {tables.number[order]: at for at, order in enumerate(tables.syllables)}
    orders = [order_of[tables.of[char.translate(traditional())]] for char in everyday()]
    regular = set(_ascending(orders))
    counts = [0] * len(tables.syllables)
    exceptions = []
    previous = 0
    for at, order in enumerate(orders):
        if at in regular:
            counts[order] += 1
        else:
            exceptions += [at - previous, order]
            previous = at
    return b"".join(map(varint, [*counts, len(exceptions) // 2, *exceptions]))


def more(chars: Iterable[str]) -> tuple[str, bytes]:
    """Those of `chars` that have a reading but are not everyday characters, and their table.

    The table has for each: the difference of its code point to the previous one, and the number of
    its syllable, as varints.
    """
    tables = sounds()
    others = sorted(
        char for char in set(chars) - set(everyday()) if char in tables.of and char > "\x7f"
    )
    encoded = []
    previous = 0
    for char in others:
        encoded += [varint(ord(char) - previous), varint(tables.of[char])]
        previous = ord(char)
    return "".join(others), b"".join(encoded)


def old(chars: Iterable[str], known: str, *, every: bool = False) -> bytes:
    """The table of the traditional forms of `chars`, all of which must be in `known`.

    It has for each form: the distance of the simplified character's position in `known` to the
    previous one, and the form's code point minus 4E00, as varints. Without `every`, forms of
    everyday characters are left out unless Big5 has them: hardly anybody types such variants.
    """
    in_use = set(chars)
    common = set() if every else set(everyday())
    position = {char: at for at, char in enumerate(known)}
    pairs = sorted(
        (position[simplified], code)
        for code, simplified in traditional().items()
        if simplified in in_use
        and simplified in position
        and code >= FIRST
        and (simplified not in common or chr(code).encode("big5", "ignore"))
    )
    encoded = []
    previous = 0
    for at, code in pairs:
        encoded += [varint(at - previous), varint(code - FIRST)]
        previous = at
    return b"".join(encoded)


def rest() -> bytes:
    """The table that is loaded on demand: all of GB 2312 and its traditional forms.

    It has the number of bytes of the `more` table, that table, and the `old` table.
    """
    codes = (bytes((row, cell)) for row in range(0xD8, 0xF8) for cell in CELLS)
    rare = "".join(code.decode("gb2312", "ignore") for code in codes)
    others, table = more(rare)
    forms = old(everyday() + others, everyday() + others, every=True)
    return varint(len(table)) + table + forms


def _ascending(numbers: Sequence[int]) -> Iterable[int]:
    """The positions of a longest non-decreasing subsequence, from last to first."""
    # By length minus 1 of a subsequence: the smallest number that it can end with, its position.
    smallest_last: list[int] = []
    last_at: list[int] = []
    predecessor: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_right(smallest_last, number)
        predecessor.append(last_at[length - 1] if length else -1)
        smallest_last[length : length + 1] = [number]
        last_at[length : length + 1] = [at]
    at = last_at[-1]
    while at >= 0:
        yield at
        at = predecessor[at]
