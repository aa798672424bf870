"""Postings as bytes. A list is entries in id order: the distance to the id before, then a tail.

Numbers are varints: seven bits a byte, the low ones first, the high bit set on all but the last.
Tails are made once for each value and joined; templates/js/search/postings.js reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub

LONG = 15
"""Names of up to this many tokens have their place and length in one byte."""


def varint(value: int) -> bytes:
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    made.append(value)
    return bytes(made)


class Varints(dict[int, bytes]):
    """Varints by their number, each made once."""

    def __missing__(self, value: int) -> bytes:
        made = self[value] = varint(value)
        return made


def joined(ids: Sequence[int], tails: Iterable[bytes], varints: Varints) -> bytes:
    """The bytes of a list; `ids` ascend and may repeat, `tails` go with them."""
    steps = map(varints.__getitem__, map(sub, ids, chain((0,), ids)))
    return b"".join(chain.from_iterable(zip(steps, tails, strict=True)))


def place(position: int, length: int) -> bytes:
    """Where in a name something stands and how long the name is, in tokens."""
    if length <= LONG:
        return bytes((position << 4 | length,))
    return bytes((0xF0, min(position, 255), min(length, 255)))


def called(group: int, name: int) -> bytes:
    """The class of an entry, and which of its names is meant: 0 is the name itself."""
    return varint(group << 3 | name)
