"""Lists of postings cut into small files, and the directory that finds the file of a key.

The space of (key, id) is halved again and again until what lies in a part is small enough: so a cut
depends on nothing outside of its part, and an entry more changes only the files with its own keys.
A long list is halved by ids in the same way.

A shard is, for each key in it: the distance to the key before, the number of bytes of its list
(both varints), the list. A directory is the tree of halvings as bits (1 halved, 01 a file, 00
nothing) in preorder, and three bytes for each file: the start of its digest. The name of a file is
its path in that tree, in hexadecimal after a leading 1, and the digest, so a name never changes its
content. Where there are very many files the tree is cut once more: pages of it are files too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol, TypeAlias

from sitegen.files import digest
from sitegen.search.postings import Varints, joined, varint

HASH = 3
PAGED = 1400
"""A directory of more files than this is cut into pages …"""
PAGE = 64
"""… of at most so many."""


@dataclass(frozen=True, slots=True)
class List:
    """The postings of one key: ascending ids, the tail of each, both together as bytes."""

    ids: Sequence[int]
    tails: Sequence[bytes]
    data: bytes

    @classmethod
    def of(cls, ids: list[int], tails: list[bytes], varints: Varints) -> List:
        if any(map(int.__gt__, ids, ids[1:])):
            pairs = sorted(zip(ids, tails, strict=True))
            ids = [pair[0] for pair in pairs]
            tails = [pair[1] for pair in pairs]
        return cls(ids, tails, joined(ids, tails, varints))


@dataclass(frozen=True, slots=True)
class Space:
    """Bits of keys and of ids, and how many bytes a shard may have."""

    key_bits: int
    id_bits: int
    limit: int

    @property
    def bits(self) -> int:
        return self.key_bits + self.id_bits


Tree: TypeAlias = "tuple[Tree, Tree, int] | bytes"
"""Two halves and how many files they have; or the hash of a file, empty where there is nothing."""


class Lists(Protocol):
    """The lists of an index by ascending key.

    `ends` has 0 and then, after each list, how many bytes there are so far; three are counted for
    the head of each.
    """

    @property
    def keys(self) -> Sequence[int]: ...

    @property
    def ends(self) -> Sequence[int]: ...

    def shard(self, start: int, end: int) -> bytes:
        """A shard of the lists from number `start` to before `end`."""

    def single(self, at: int) -> List:
        """The list at a place, as postings."""


class Held:
    """Lists from unordered (ids, tails) by key; postings of one id go by their tails."""

    def __init__(
        self, postings: Mapping[int, tuple[list[int], list[bytes]]], varints: Varints
    ) -> None:
        self.keys = sorted(postings)
        self.lists = [List.of(*postings[key], varints) for key in self.keys]
        self.ends = [0, *accumulate(len(one.data) + 3 for one in self.lists)]

    def shard(self, start: int, end: int) -> bytes:
        rows = zip(self.keys[start:end], self.lists[start:end], strict=True)
        return shard((key, one.data) for key, one in rows)

    def single(self, at: int) -> List:
        return self.lists[at]


def shard(lists: Iterable[tuple[int, bytes]]) -> bytes:
    before = 0
    made = []
    for key, data in lists:
        made += [varint(key - before), varint(len(data)), data]
        before = key
    return b"".join(made)


def cut(
    lists: Lists, space: Space, prefix: str, varints: Varints
) -> tuple[bytes, dict[str, bytes]]:
    """The directory, and the files by name: `prefix`, path, digest.

    A directory begins with a byte: 0, or 1 where its files are pages of a directory.
    """
    cutter = _Cutter(lists, space, prefix, varints)
    tree = cutter.grow(0, len(lists.keys), 1, 0)
    if _count(tree) <= PAGED:
        return b"\0" + _directory(tree), cutter.files
    return b"\1" + _directory(cutter.paged(tree, 1)), cutter.files


class _Cutter:
    def __init__(self, lists: Lists, space: Space, prefix: str, varints: Varints) -> None:
        self.lists = lists
        self.space = space
        self.prefix = prefix
        self.varints = varints
        self.files: dict[str, bytes] = {}

    def grow(self, start: int, end: int, path: int, depth: int) -> Tree:
        """Halve the keys from `start` to `end`, which are all those below `path`."""
        keys, ends = self.lists.keys, self.lists.ends
        if ends[end] - ends[start] <= self.space.limit:
            return self.file(path, self.lists.shard(start, end)) if start < end else b""
        if depth == self.space.key_bits:
            return self.halve(keys[start], self.lists.single(start), 0, path, depth)
        rest = self.space.key_bits - depth - 1
        first = (path << 1 | 1) - (2 << depth) << rest
        middle = bisect_left(keys, first, start, end)
        low = self.grow(start, middle, path << 1, depth + 1)
        return _both(low, self.grow(middle, end, path << 1 | 1, depth + 1))

    def halve(self, key: int, one: List, base: int, path: int, depth: int) -> Tree:
        """Halve one list by its ids, which are at least `base`."""
        if len(one.data) <= self.space.limit or depth == self.space.bits:
            return self.file(path, shard([(key, one.data)])) if one.ids else b""
        middle = base + (1 << self.space.bits - depth - 1)
        at = bisect_left(one.ids, middle)
        low = self.part(one.ids[:at], one.tails[:at])
        high = self.part(one.ids[at:], one.tails[at:])
        first = self.halve(key, low, base, path << 1, depth + 1)
        return _both(first, self.halve(key, high, middle, path << 1 | 1, depth + 1))

    def part(self, ids: Sequence[int], tails: Sequence[bytes]) -> List:
        return List(ids, tails, joined(ids, tails, self.varints))

    def file(self, path: int, data: bytes) -> bytes:
        short = digest(data)[: 2 * HASH]
        self.files[f"{self.prefix}{path:x}-{short}.bin"] = data
        return bytes.fromhex(short)

    def paged(self, tree: Tree, path: int) -> Tree:
        """The tree whose files are pages: directories of its smaller subtrees."""
        if isinstance(tree, tuple) and tree[2] > PAGE:
            low, high, _ = tree
            return _both(self.paged(low, path << 1), self.paged(high, path << 1 | 1))
        return self.file(path, _directory(tree))


def _count(tree: Tree) -> int:
    return tree[2] if isinstance(tree, tuple) else bool(tree)


def _both(low: Tree, high: Tree) -> Tree:
    return (low, high, _count(low) + _count(high))


def _directory(tree: Tree) -> bytes:
    """The bits of the tree, filled up with 0 to whole bytes, then the hashes in order."""
    bits: list[str] = []
    hashes: list[bytes] = []

    def walk(tree: Tree) -> None:
        if isinstance(tree, tuple):
            bits.append("1")
            walk(tree[0])
            walk(tree[1])
        else:
            bits.append("01" if tree else "00")
            hashes.append(tree)

    walk(tree)
    text = "".join(bits)
    text += "0" * (-len(text) % 8)
    size = len(text) // 8
    return varint(size) + int(text, 2).to_bytes(size, "big") + b"".join(hashes)
