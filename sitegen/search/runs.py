"""The posting lists of the runs of Han characters in texts, encoded with NumPy.

Keys are processed in ranges, which limits the memory needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sitegen.search import run_keys
from sitegen.search.postings import varint
from sitegen.search.run_keys import BEFORE_BITS, KEY_BITS, SEVERAL, Numbers, Texts, is_first
from sitegen.search.shards import PostingList


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
            first = np.flatnonzero(is_first(keys))
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
    count = total // run_keys.CHUNK + 1
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
