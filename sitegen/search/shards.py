"""Cuts posting lists into small files (shards), with a directory that has the file of each key.

The space of keys is halved repeatedly until the lists of each part are small enough. A list that is
too long for a file is halved by ids in the same way. Whether a part is halved depends only on the
lists within it, so a new entry changes only the files with its own keys.

A shard has for each of its keys: the difference to the previous key and the number of bytes of the
list (both varints), then the list. A directory is the tree of halvings in preorder, as bits (1 is
halved, 01 is a file, 00 is empty), followed by three bytes for each file: its checksum.
The name of a file is its path in the tree (after a leading 1, in hexadecimal) and the checksum, so a
name never gets other content. A directory of very many files is itself cut into files, its pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, TypeAlias

from sitegen.search.checksum import checksum
from sitegen.search.postings import Varints, joined, varint

PAGED = 1400
"""Maximum number of files in a directory that is not cut into pages."""
PAGE = 64
"""Maximum number of files in one page of a directory."""


@dataclass(frozen=True, slots=True)
class PostingList:
    """The postings of one key: ascending ids, a tail for each, and both encoded as `data`."""

    ids: Sequence[int]
    tails: Sequence[bytes]
    data: bytes

    @classmethod
    def of(cls, ids: list[int], tails: list[bytes], varints: Varints) -> PostingList:
        if any(map(int.__gt__, ids, ids[1:])):
            pairs = sorted(zip(ids, tails, strict=True))
            ids = [pair[0] for pair in pairs]
            tails = [pair[1] for pair in pairs]
        return cls(ids, tails, joined(ids, tails, varints))


@dataclass(frozen=True, slots=True)
class Space:
    """The number of bits of keys and of ids, and the maximum size of a shard in bytes."""

    key_bits: int
    id_bits: int
    limit: int

    @property
    def bits(self) -> int:
        return self.key_bits + self.id_bits


Tree: TypeAlias = "tuple[Tree, Tree, int] | bytes"
"""(lower half, upper half, number of files), or the checksum of a file, or b"" if there is no file."""


class PostingLists(Protocol):
    """The posting lists of an index, by ascending key.

    `ends` has 0 and then the number of bytes up to the end of each list; three bytes are counted
    for the head of each list.
    """

    @property
    def keys(self) -> Sequence[int]: ...

    @property
    def ends(self) -> Sequence[int]: ...

    def shard(self, start: int, end: int) -> bytes:
        """A shard of the lists from position `start` to before `end`."""

    def single(self, at: int) -> PostingList:
        """The list at a position."""


class SortedLists:
    """Posting lists from unsorted (ids, tails) by key. Postings of one id are sorted by tail."""

    def __init__(
        self, postings: Mapping[int, tuple[list[int], list[bytes]]], varints: Varints
    ) -> None:
        self.keys = sorted(postings)
        self.lists = [PostingList.of(*postings[key], varints) for key in self.keys]
        self.ends = [0, *accumulate(len(posting_list.data) + 3 for posting_list in self.lists)]

    def shard(self, start: int, end: int) -> bytes:
        rows = zip(self.keys[start:end], self.lists[start:end], strict=True)
        return shard((key, posting_list.data) for key, posting_list in rows)

    def single(self, at: int) -> PostingList:
        return self.lists[at]


def shard(lists: Iterable[tuple[int, bytes]]) -> bytes:
    """A shard of (key, encoded list), by ascending key."""
    previous = 0
    encoded = []
    for key, data in lists:
        encoded += [varint(key - previous), varint(len(data)), data]
        previous = key
    return b"".join(encoded)


def cut(
    lists: PostingLists, space: Space, prefix: str, varints: Varints
) -> tuple[bytes, dict[str, bytes]]:
    """The directory, and the files by name (`prefix`, path, checksum).

    The first byte of the directory is 1 if its files are pages of a directory, otherwise 0.
    """
    cutter = _Cutter(lists, space, prefix, varints)
    tree = cutter.grow(0, len(lists.keys), 1, 0)
    if _count(tree) <= PAGED:
        return b"\0" + _directory(tree), cutter.files
    return b"\1" + _directory(cutter.paged(tree, 1)), cutter.files


class _Cutter:
    def __init__(self, lists: PostingLists, space: Space, prefix: str, varints: Varints) -> None:
        self.lists = lists
        self.space = space
        self.prefix = prefix
        self.varints = varints
        self.files: dict[str, bytes] = {}

    def grow(self, start: int, end: int, path: int, depth: int) -> Tree:
        """The tree of the keys at positions `start` to `end`, all that begin with the bits of `path`.

        `depth` is the number of bits of `path` after its leading 1.
        """
        keys, ends = self.lists.keys, self.lists.ends
        if ends[end] - ends[start] <= self.space.limit:
            return self.file(path, self.lists.shard(start, end)) if start < end else b""
        if depth == self.space.key_bits:
            return self.halve(keys[start], self.lists.single(start), 0, path, depth)
        remaining_bits = self.space.key_bits - depth - 1
        first_key = (path << 1 | 1) - (2 << depth) << remaining_bits
        middle = bisect_left(keys, first_key, start, end)
        low_tree = self.grow(start, middle, path << 1, depth + 1)
        return _both(low_tree, self.grow(middle, end, path << 1 | 1, depth + 1))

    def halve(self, key: int, posting_list: PostingList, base: int, path: int, depth: int) -> Tree:
        """The tree of one list, halved by its ids, which are at least `base`."""
        if len(posting_list.data) <= self.space.limit or depth == self.space.bits:
            return self.file(path, shard([(key, posting_list.data)])) if posting_list.ids else b""
        middle = base + (1 << self.space.bits - depth - 1)
        split = bisect_left(posting_list.ids, middle)
        low = self.part(posting_list.ids[:split], posting_list.tails[:split])
        high = self.part(posting_list.ids[split:], posting_list.tails[split:])
        low_tree = self.halve(key, low, base, path << 1, depth + 1)
        return _both(low_tree, self.halve(key, high, middle, path << 1 | 1, depth + 1))

    def part(self, ids: Sequence[int], tails: Sequence[bytes]) -> PostingList:
        return PostingList(ids, tails, joined(ids, tails, self.varints))

    def file(self, path: int, data: bytes) -> bytes:
        own = checksum(data)
        self.files[f"{self.prefix}{path:x}-{own}.bin"] = data
        return bytes.fromhex(own)

    def paged(self, tree: Tree, path: int) -> Tree:
        """The upper part of the tree. Its files are pages, the directories of lower subtrees."""
        if isinstance(tree, tuple) and tree[2] > PAGE:
            low, high, _ = tree
            return _both(self.paged(low, path << 1), self.paged(high, path << 1 | 1))
        return self.file(path, _directory(tree))


def _count(tree: Tree) -> int:
    return tree[2] if isinstance(tree, tuple) else bool(tree)


def _both(low: Tree, high: Tree) -> Tree:
    return (low, high, _count(low) + _count(high))


def _directory(tree: Tree) -> bytes:
    """The number of bytes of the bits, the bits of the tree padded with 0, the checksums in order."""
    bits: list[str] = []
    checksums: list[bytes] = []

    def walk(tree: Tree) -> None:
        if isinstance(tree, tuple):
            bits.append("1")
            walk(tree[0])
            walk(tree[1])
        else:
            bits.append("01" if tree else "00")
            checksums.append(tree)

    walk(tree)
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    size = len(text) // 8
    return varint(size) + int(text, 2).to_bytes(size, "big") + b"".join(checksums)
