"""Posting lists of the runs of Han characters in texts, made with NumPy. texts.py has the format.

All texts are one array of character codes; 0 stands for all characters that are not Han. A key, a
text and the hash of the preceding character are packed into one integer. So sorting these integers
puts the lists in order of keys, and each list in order of texts. Texts are processed in chunks and
keys in ranges, which limits the memory needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sitegen.search.folding import traditional
from sitegen.search.postings import varint
from sitegen.search.shards import PostingList

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


def lists_of(
    texts: Iterable[str], ids: Sequence[int], groups: Sequence[int], limit: int
) -> tuple[Runs, Runs]:
    """The lists of three characters, and of five around those threes that are in more than `limit`
    texts.

    `ids` (ascending) and `groups` have the id and the class of the entry of each text.
    """
    all_texts = Texts(texts)
    id_array = np.asarray(ids, np.int64)
    marks = np.asarray(groups, np.int64) << BEFORE_BITS
    threes = Runs(all_texts.threes(), all_texts.bits, id_array, marks, limit)
    return threes, Runs(all_texts.fives(threes.common_keys), all_texts.bits, id_array, marks, limit)


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
        pairs = pairs[_is_first(pairs)]
        is_first = _is_first(pairs >> BEFORE_BITS)
        pairs[:-1] |= np.where(is_first[1:], 0, SEVERAL)
        return pairs[is_first]

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


class Runs:
    """The posting lists of runs, encoded as in postings.py: they are `shards.PostingLists`."""

    def __init__(
        self, pairs: Sequence[Numbers], bits: int, ids: Numbers, marks: Numbers, limit: int
    ) -> None:
        """`pairs` are as from `Texts`; their texts have `bits` bits.

        `ids` and `marks` are by text: the id of the entry, and its class shifted left by
        BEFORE_BITS. Lists of more than `limit` postings are left empty.
        """
        self.keys: list[int] = []
        self.ends: list[int] = [0]
        self._after: list[int] = []
        self._starts: list[int] = [0]
        common_keys: list[Numbers] = [np.zeros(0, np.int64)]
        streams: list[bytes] = []
        for part in _ranges(pairs, bits + BEFORE_BITS):
            keys = part >> bits + BEFORE_BITS
            first = np.flatnonzero(_is_first(keys))
            keys = keys[first]
            counts = np.diff(first, append=len(part))
            common_keys.append(keys[counts > limit])
            kept = np.repeat(counts <= limit, counts)
            part = part[kept]
            texts = part >> BEFORE_BITS & (1 << bits) - 1
            counts[counts > limit] = 0
            streams.append(self._stream_of(keys, counts, ids[texts], marks[texts] | part & SEVERAL))
        self._stream = b"".join(streams)
        self.common_keys = np.concatenate(common_keys)
        """The keys of the lists that were left empty, ascending."""

    def _stream_of(self, keys: Numbers, counts: Numbers, ids: Numbers, marks: Numbers) -> bytes:
        """The keys and their lists, encoded as in one shard."""
        steps = np.diff(ids, prepend=0)
        first_of_list = (np.cumsum(counts) - counts)[counts > 0]
        steps[first_of_list] = ids[first_of_list]
        posting_sizes = _length(steps) + _length(marks)
        posting_ends = np.concatenate([[0], np.cumsum(posting_sizes)])
        list_edges = np.concatenate([[0], np.cumsum(counts)])
        list_sizes = np.diff(posting_ends[list_edges])
        gaps = np.diff(keys, prepend=self.keys[-1] if self.keys else 0)
        heads = _length(gaps) + _length(list_sizes)
        entry_starts = np.cumsum(heads + list_sizes) - heads - list_sizes
        stream = np.zeros(int((heads + list_sizes).sum()), np.uint8)
        _put(stream, entry_starts, gaps)
        _put(stream, entry_starts + _length(gaps), list_sizes)
        posting_starts = posting_ends[:-1] + np.repeat(np.cumsum(heads), counts)
        _put(stream, posting_starts, steps)
        _put(stream, posting_starts + _length(steps), marks)
        offset = self._starts[-1]
        self.keys += keys.tolist()
        self.ends += (self.ends[-1] + np.cumsum(list_sizes + 3)).tolist()
        self._after += (offset + entry_starts + _length(gaps)).tolist()
        self._starts += (offset + entry_starts + heads + list_sizes).tolist()
        return stream.tobytes()

    def shard(self, start: int, end: int) -> bytes:
        return varint(self.keys[start]) + self._stream[self._after[start] : self._starts[end]]

    def single(self, at: int) -> PostingList:
        size = self.ends[at + 1] - self.ends[at] - 3
        end = self._starts[at + 1]
        data = self._stream[end - size : end]
        values = list(_numbers(data))
        ids = np.cumsum(values[::2]).tolist()
        return PostingList(ids, [varint(mark) for mark in values[1::2]], data)


def _ranges(parts: Sequence[Numbers], bits: int) -> Iterator[Numbers]:
    """All pairs in ascending order, in chunks. The pairs of a key are all in one chunk."""
    total = sum(map(len, parts))
    count = total // CHUNK + 1
    # The edges are from a sample. The parts are alike, so the chunks have about the same size.
    sample = np.sort(np.concatenate([*(part[::997] for part in parts), np.zeros(0, np.int64)]))
    inner = sample[len(sample) * np.arange(1, count) // count] >> bits << bits
    edges = np.unique(np.concatenate([[0], inner, [np.iinfo(np.int64).max]]))
    for low, high in pairwise(edges):
        chunk = np.concatenate(
            [part[slice(*np.searchsorted(part, (low, high)))] for part in parts]
            + [np.zeros(0, np.int64)]
        )
        if len(chunk):
            yield np.sort(chunk, kind="stable")  # a stable sort merges the ordered parts


def _is_first(values: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each of the ascending values is the first of equal ones."""
    different: npt.NDArray[np.bool_] = np.diff(values, prepend=-1) != 0
    return different


def _length(values: Numbers) -> Numbers:
    """The number of bytes of the varint of each value."""
    length = np.ones(len(values), np.int64)
    for bits in range(7, KEY_BITS + 1, 7):
        length += values >= 1 << bits
    return length


def _put(stream: npt.NDArray[np.uint8], places: Numbers, values: Numbers) -> None:
    """Write `values` as varints into `stream`, at `places`."""
    while len(values):
        is_longer = values > 127
        stream[places] = np.where(is_longer, values & 127 | 128, values)
        places, values = places[is_longer] + 1, values[is_longer] >> 7


def _numbers(data: bytes) -> Iterator[int]:
    """The numbers encoded as varints in `data`."""
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0
