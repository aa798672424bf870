"""The blocks of a GIF, walked through in the way Pillow does, with a bound and without painting anything."""

from __future__ import annotations

import struct

HEADER = 13
EXTENSION, FRAME, END = b"!,;"
COMMENT, APPLICATION = 0xFE, 0xFF
LOOPING = b"NETSCAPE2.0"
DESCRIPTOR = struct.Struct("<HHHHB")
"""Of a frame: left, top, width, height, flags."""


def blocks(data: bytes, most: int) -> tuple[int, tuple[int, int]]:
    """The number of blocks up to the second frame, for which Pillow looks to tell whether a GIF moves, and
    the size of the picture: its canvas, or what the first frame makes of it.

    Counting ends with the first block over `most`. Bytes that are no block count as one each.
    """
    if len(data) < HEADER:
        return 0, (0, 0)
    walk = _Walk(data, most)
    width, height = struct.unpack_from("<HH", data, 6)
    walk.at = HEADER + _colours(data[10])
    frames = 0
    while walk.goes_on and data[walk.at] != END and frames < 2:
        kind = data[walk.at]
        walk.at += 1
        walk.parts += 1
        if kind == EXTENSION:
            walk.extension(first=frames == 0)
        elif kind == FRAME:
            if walk.at + DESCRIPTOR.size > len(data):
                break
            left, top, across, down, flags = DESCRIPTOR.unpack_from(data, walk.at)
            if frames == 0:
                width, height = max(width, left + across), max(height, top + down)
            frames += 1
            walk.at += DESCRIPTOR.size + _colours(flags) + 1
            walk.rest()
    return walk.parts, (width, height)


def _colours(flags: int) -> int:
    """The length of a table of colours, by the flags before it."""
    return 3 << (flags & 7) + 1 if flags & 128 else 0


class _Walk:
    """A place in the data, and how many blocks there were before it."""

    def __init__(self, data: bytes, most: int) -> None:
        self._data = data
        self._most = most
        self.at = 0
        self.parts = 0

    @property
    def goes_on(self) -> bool:
        return self.at < len(self._data) and self.parts <= self._most

    def extension(self, *, first: bool) -> None:
        """Pass an extension. Unless it is a comment, its first block may be empty and others follow."""
        label = self._data[self.at] if self.goes_on else 0
        self.at += 1
        if label != COMMENT:
            start = self.at + 1
            held = self._block()
            looping = label == APPLICATION and first and held >= len(LOOPING)
            if looping and self._data.startswith(LOOPING, start):
                self._block()
        self.rest()

    def rest(self) -> None:
        """Pass blocks up to an empty one."""
        while self.goes_on and self._block():
            pass

    def _block(self) -> int:
        """Pass one block; its length."""
        if self.at >= len(self._data):
            return 0
        length = self._data[self.at]
        self.at += 1 + length
        self.parts += 1
        return length
