"""Runs of Han characters in texts as lists of postings, by arrays of NumPy; texts.py says of what.

All texts are one row of character codes, 0 for what is no Han character. A key, a text and what stands
before the run there make one whole number, so that sorting puts lists in order of keys and each list in
order of texts. Texts are taken some at a time, and keys a range at a time, which bounds the memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sitegen.search.folding import traditional
from sitegen.search.postings import varint
from sitegen.search.shards import List

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint16]

FIRST, LAST = 0x3400, 0x9FFF
KEY_BITS = 34
PRIME = 17_179_869_143
"""The largest prime below 2 ** KEY_BITS."""
BEFORE_BITS = 4
SEVERAL = (1 << BEFORE_BITS) - 1
"""For what stands before a run that stands after different characters in one text."""
AT_ONCE = 1 << 17
"""So many characters or postings are worked on at a time: that is some 8 MB, and as quick as more."""


def lists_of(
    texts: Iterable[str], ids: Sequence[int], groups: Sequence[int], most: int
) -> tuple[Runs, Runs]:
    """The lists of threes, and of fives around those that stand in more than `most` texts.

    `ids` of the entries, ascending, and their classes `groups` go with the texts.
    """
    codes = Texts(texts)
    own = np.asarray(ids, np.int64)
    marks = np.asarray(groups, np.int64) << BEFORE_BITS
    threes = Runs(codes.threes(), codes.bits, own, marks, most)
    return threes, Runs(codes.fives(threes.many), codes.bits, own, marks, most)


class Texts:
    """Texts as codes, numbered in the order given."""

    def __init__(self, texts: Iterable[str]) -> None:
        raw = bytearray()
        ends: list[int] = []
        for text in texts:
            raw += (text + "\0").encode("utf-16-le", "surrogatepass")
            ends.append(len(raw) // 2)
        self._codes = _plain()[np.frombuffer(raw, "<u2")]
        self._ends = np.asarray(ends, np.int64)
        self.bits = max(1, len(ends).bit_length())
        """Of the number of a text."""

    def threes(self) -> list[Numbers]:
        """Key of three in a row, text they stand in and what is before them as numbers of 34,
        `bits` and BEFORE_BITS bits, ascending in each part."""
        return [
            self._pairs(three_keys(codes, at), numbers[at], before(codes, at))
            for codes, at, numbers in self._parts()
        ]

    def fives(self, many: Numbers) -> list[Numbers]:
        """The same of the five around those threes whose keys are `many`."""
        found = []
        for codes, at, numbers in self._parts():
            at = at[(at > 0) & (at + 3 < len(codes))]
            whole = (codes[at - 1] > 0) & (codes[at + 2] > 0) & (codes[at + 3] > 0)
            at = at[whole]
            keys = three_keys(codes, at)
            known = np.append(many, -1)
            at = at[known[np.searchsorted(many, keys)] == keys]
            found.append(self._pairs(five_keys(codes, at), numbers[at], before(codes, at - 1)))
        return found

    def _pairs(self, keys: Numbers, texts: Numbers, marks: Numbers) -> Numbers:
        """Each (key, text) once, with its mark."""
        pairs = (keys << self.bits | texts) << BEFORE_BITS | marks
        pairs.sort()
        pairs = pairs[_begins(pairs)]
        first = _begins(pairs >> BEFORE_BITS)
        pairs[:-1] |= np.where(first[1:], 0, SEVERAL)
        return pairs[first]

    def _parts(self) -> Iterator[tuple[Codes, Numbers, Numbers]]:
        """Codes of some whole texts, where in them two Han characters in a row begin, and the number
        of the text by place."""
        start = text = 0
        while start < len(self._codes):
            after = int(np.searchsorted(self._ends, start + AT_ONCE, side="right"))
            after = min(after + 1, len(self._ends))
            ends = self._ends[text:after]
            codes = self._codes[start : int(ends[-1])]
            numbers = np.repeat(np.arange(text, after), np.diff(ends, prepend=start))
            yield codes, np.flatnonzero((codes[:-1] > 0) & (codes[1:] > 0)), numbers
            start, text = int(ends[-1]), after


def three_keys(codes: Codes, at: Numbers) -> Numbers:
    """The keys of the three from each place: the first character, hashes of 10 and 9 bits of the
    others. A third that is no Han character is 0."""
    second, third, _ = _hashes()
    one = codes[at].astype(np.int64) - FIRST
    return one << 19 | second[codes[at + 1]] | third[codes[at + 2]]


def five_keys(codes: Codes, at: Numbers) -> Numbers:
    """The keys of the five of which those at each place are the second."""
    keys = np.zeros(len(at), np.int64)
    for step in range(-1, 4):
        keys = keys * 131 + codes[at + step]  # far below 2 ** 63 after five of them
    return keys % PRIME


def before(codes: Codes, at: Numbers) -> Numbers:
    """Hashes, below SEVERAL, of what stands before each place."""
    # Before the first place of a part there is the end of a text, as its last code is one.
    return _hashes()[2][codes[at - 1]]


@cache
def _hashes() -> tuple[Numbers, Numbers, Numbers]:
    """Hashes of a second character, of a third and of the one before by code."""
    spread = np.arange(1 << 16) * 40503 >> 3
    third = spread % 511 + 1
    third[0] = 0
    return spread % 1024 << 9, third, spread % SEVERAL


def _plain() -> Codes:
    """By code: the simplified Han character it is written for, 0 for what is none."""
    table = np.zeros(1 << 16, np.uint16)
    table[FIRST : LAST + 1] = np.arange(FIRST, LAST + 1)
    for old, new in traditional().items():
        if FIRST <= old <= LAST:
            table[old] = ord(new)
    return table


class Runs:
    """Lists of postings by ascending key, in the form of postings.py, as `shards.Lists` are."""

    def __init__(
        self, pairs: Sequence[Numbers], bits: int, ids: Numbers, marks: Numbers, most: int
    ) -> None:
        """`bits` of a pair are its text, BEFORE_BITS what is before; `ids` and `marks` (the class,
        with room for those bits) go by text.

        A list of more than `most` postings is empty.
        """
        self.keys: list[int] = []
        self.ends: list[int] = [0]
        self._after: list[int] = []
        self._starts: list[int] = [0]
        many: list[Numbers] = [np.zeros(0, np.int64)]
        streams: list[bytes] = []
        for part in _ranges(pairs, bits + BEFORE_BITS):
            keys = part >> bits + BEFORE_BITS
            first = np.flatnonzero(_begins(keys))
            keys = keys[first]
            counts = np.diff(first, append=len(part))
            many.append(keys[counts > most])
            kept = np.repeat(counts <= most, counts)
            part = part[kept]
            texts = part >> BEFORE_BITS & (1 << bits) - 1
            counts[counts > most] = 0
            streams.append(self._stream_of(keys, counts, ids[texts], marks[texts] | part & SEVERAL))
        self._stream = b"".join(streams)
        self.many = np.concatenate(many)
        """The keys of the empty lists."""

    def _stream_of(self, keys: Numbers, counts: Numbers, ids: Numbers, marks: Numbers) -> bytes:
        """Keys and their lists one after the other: as one shard would have them."""
        steps = np.diff(ids, prepend=0)
        begins = (np.cumsum(counts) - counts)[counts > 0]
        steps[begins] = ids[begins]
        sizes = _length(steps) + _length(marks)
        ends = np.concatenate([[0], np.cumsum(sizes)])
        edges = np.concatenate([[0], np.cumsum(counts)])
        data = np.diff(ends[edges])
        gaps = np.diff(keys, prepend=self.keys[-1] if self.keys else 0)
        heads = _length(gaps) + _length(data)
        starts = np.cumsum(heads + data) - heads - data
        stream = np.zeros(int((heads + data).sum()), np.uint8)
        _put(stream, starts, gaps)
        _put(stream, starts + _length(gaps), data)
        places = ends[:-1] + np.repeat(np.cumsum(heads), counts)
        _put(stream, places, steps)
        _put(stream, places + _length(steps), marks)
        so_far = self._starts[-1]
        self.keys += keys.tolist()
        self.ends += (self.ends[-1] + np.cumsum(data + 3)).tolist()
        self._after += (so_far + starts + _length(gaps)).tolist()
        self._starts += (so_far + starts + heads + data).tolist()
        return stream.tobytes()

    def shard(self, start: int, end: int) -> bytes:
        return varint(self.keys[start]) + self._stream[self._after[start] : self._starts[end]]

    def single(self, at: int) -> List:
        size = self.ends[at + 1] - self.ends[at] - 3
        end = self._starts[at + 1]
        data = self._stream[end - size : end]
        numbers = list(_numbers(data))
        ids = np.cumsum(numbers[::2]).tolist()
        return List(ids, [varint(mark) for mark in numbers[1::2]], data)


def _ranges(parts: Sequence[Numbers], bits: int) -> Iterator[Numbers]:
    """All pairs in order, some at a time, no key in two of the lots."""
    total = sum(map(len, parts))
    lots = total // AT_ONCE + 1
    # Edges from a sample: the parts are alike, so lots come out about equal.
    sample = np.sort(np.concatenate([*(part[::997] for part in parts), np.zeros(0, np.int64)]))
    inner = sample[len(sample) * np.arange(1, lots) // lots] >> bits << bits
    edges = np.unique(np.concatenate([[0], inner, [np.iinfo(np.int64).max]]))
    for low, high in pairwise(edges):
        lot = np.concatenate(
            [part[slice(*np.searchsorted(part, (low, high)))] for part in parts]
            + [np.zeros(0, np.int64)]
        )
        if len(lot):
            yield np.sort(lot, kind="stable")  # it merges what is in order already


def _begins(values: Numbers) -> npt.NDArray[np.bool_]:
    """Where a value stands for the first time among ascending ones."""
    different: npt.NDArray[np.bool_] = np.diff(values, prepend=-1) != 0
    return different


def _length(values: Numbers) -> Numbers:
    """How many bytes their varints have."""
    length = np.ones(len(values), np.int64)
    for bits in range(7, KEY_BITS + 1, 7):
        length += values >= 1 << bits
    return length


def _put(stream: npt.NDArray[np.uint8], places: Numbers, values: Numbers) -> None:
    """Write varints."""
    while len(values):
        more = values > 127
        stream[places] = np.where(more, values & 127 | 128, values)
        places, values = places[more] + 1, values[more] >> 7


def _numbers(data: bytes) -> Iterator[int]:
    """The numbers of varints."""
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0
