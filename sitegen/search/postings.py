"""Posting lists as bytes. A list has for each entry, in order of ids: the id as the difference to
the previous one, then a tail.

Numbers are varints: seven bits per byte, low bits first, the high bit set on all bytes but the
last. templates/js/search/postings.js reads the lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub

LONG = 15
"""Maximum number of tokens of a name for which `place` needs only one byte."""


def varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 127:
        encoded.append(value & 127 | 128)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)


class Varints(dict[int, bytes]):
    """A cache of varints by their numbers."""

    def __missing__(self, value: int) -> bytes:
        encoded = self[value] = varint(value)
        return encoded


def joined(ids: Sequence[int], tails: Iterable[bytes], varints: Varints) -> bytes:
    """The bytes of a list. `ids` ascend and may repeat; there is one of `tails` for each."""
    steps = map(varints.__getitem__, map(sub, ids, chain((0,), ids)))
    return b"".join(chain.from_iterable(zip(steps, tails, strict=True)))


def place(position: int, length: int) -> bytes:
    """A position in a name and the length of the name, both in tokens: one byte, or three."""
    if length <= LONG:
        return bytes((position << 4 | length,))
    return bytes((0xF0, min(position, 255), min(length, 255)))


def owner(group: int, name: int) -> bytes:
    """The class of an entry, and the number of its name (0 to 7; 0 is its own) of the posting."""
    return varint(group << 3 | name)
