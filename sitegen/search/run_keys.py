"""The runs of Han characters in texts as sorted integers, made with NumPy. texts.py has the format.

All texts are one array of character codes; 0 stands for all characters that are not Han. A key, a
text and the hash of the preceding character are packed into one integer. So sorting these integers
puts the keys in order, and the texts of each key. Texts are processed in chunks, which limits the
memory needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from sitegen.search.folding import traditional

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint16]

FIRST, LAST = 0x3400, 0x9FFF
"""Code points of Han characters."""
KEY_BITS = 34
PRIME = 17_179_869_143
"""The largest prime below 2 ** KEY_BITS."""
BEFORE_BITS = 4
SEVERAL = (1 << BEFORE_BITS) - 1
"""In place of the hash where a run follows different characters at different places of one text."""
CHUNK = 1 << 17
"""Characters or postings processed at a time. This takes some 8 MB; more would not be faster."""


class Texts:
    """All texts as character codes. Texts have numbers, in the order given."""

    def __init__(self, texts: Iterable[str]) -> None:
        raw = bytearray()
        ends: list[int] = []
        for text in texts:
            raw += (text + "\0").encode("utf-16-le", "surrogatepass")
            ends.append(len(raw) // 2)
        self._codes = _simplified_codes()[np.frombuffer(raw, "<u2")]
        self._ends = np.asarray(ends, np.int64)
        self.bits = max(1, len(ends).bit_length())
        """The number of bits of a text's number."""

    def threes(self) -> list[Numbers]:
        """(key, text, hash of the preceding character) of all threes, packed into integers.

        They have 34, `bits` and BEFORE_BITS bits. Each array has one chunk of texts, ascending.
        """
        return [
            self._pairs(three_keys(codes, first), numbers[first], before(codes, first))
            for codes, first, numbers in self._parts()
        ]

    def fives(self, common_keys: Numbers) -> list[Numbers]:
        """The same for the fives around those threes whose keys are `common_keys` (ascending)."""
        parts = []
        for codes, first, numbers in self._parts():
            first = first[(first > 0) & (first + 3 < len(codes))]
            whole = (codes[first - 1] > 0) & (codes[first + 2] > 0) & (codes[first + 3] > 0)
            first = first[whole]
            keys = three_keys(codes, first)
            with_end = np.append(common_keys, -1)
            first = first[with_end[np.searchsorted(common_keys, keys)] == keys]
            parts.append(
                self._pairs(five_keys(codes, first), numbers[first], before(codes, first - 1))
            )
        return parts

    def _pairs(self, keys: Numbers, texts: Numbers, marks: Numbers) -> Numbers:
        """Each (key, text) once, with its mark, or SEVERAL if it has different marks."""
        pairs = (keys << self.bits | texts) << BEFORE_BITS | marks
        pairs.sort()
        pairs = pairs[is_first(pairs)]
        first = is_first(pairs >> BEFORE_BITS)
        pairs[:-1] |= np.where(first[1:], 0, SEVERAL)
        return pairs[first]

    def _parts(self) -> Iterator[tuple[Codes, Numbers, Numbers]]:
        """The texts in chunks of whole texts.

        For each chunk: its codes, the positions at which two Han characters follow one another, and
        the number of the text by position.
        """
        start = first_text = 0
        while start < len(self._codes):
            end_text = int(np.searchsorted(self._ends, start + CHUNK, side="right"))
            end_text = min(end_text + 1, len(self._ends))
            ends = self._ends[first_text:end_text]
            codes = self._codes[start : int(ends[-1])]
            numbers = np.repeat(np.arange(first_text, end_text), np.diff(ends, prepend=start))
            yield codes, np.flatnonzero((codes[:-1] > 0) & (codes[1:] > 0)), numbers
            start, first_text = int(ends[-1]), end_text


def three_keys(codes: Codes, start: Numbers) -> Numbers:
    """The keys of the three characters from each position of `start`.

    A key is the first character (15 bits) and hashes of the second (10 bits) and third (9 bits).
    The hash of a third that is not a Han character is 0.
    """
    second, third, _ = _hashes()
    first = codes[start].astype(np.int64) - FIRST
    return first << 19 | second[codes[start + 1]] | third[codes[start + 2]]


def five_keys(codes: Codes, second: Numbers) -> Numbers:
    """The keys of the five characters whose second one is at each position of `second`."""
    keys = np.zeros(len(second), np.int64)
    for step in range(-1, 4):
        keys = keys * 131 + codes[second + step]  # far below 2 ** 63 after five of them
    return keys % PRIME


def before(codes: Codes, at: Numbers) -> Numbers:
    """Hashes (below SEVERAL) of the characters before each position."""
    # For position 0 this is the last code, which is the 0 after the last text.
    return _hashes()[2][codes[at - 1]]


@cache
def _hashes() -> tuple[Numbers, Numbers, Numbers]:
    """The hashes of a second, a third and a preceding character, each by its code."""
    spread = np.arange(1 << 16) * 40503 >> 3
    third = spread % 511 + 1
    third[0] = 0
    return spread % 1024 << 9, third, spread % SEVERAL


def _simplified_codes() -> Codes:
    """The simplified Han character by code; 0 where the code is not a Han character."""
    table = np.zeros(1 << 16, np.uint16)
    table[FIRST : LAST + 1] = np.arange(FIRST, LAST + 1)
    for traditional_code, char in traditional().items():
        if FIRST <= traditional_code <= LAST:
            table[traditional_code] = ord(char)
    return table


def is_first(values: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each of the ascending values is the first of equal ones."""
    different: npt.NDArray[np.bool_] = np.diff(values, prepend=-1) != 0
    return different
