"""The streams of a compound file, the container of .xls files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from sitegen.loading.workbooks.facts import Damaged

HEADER: Final = 512
LAST: Final = 0xFFFFFFFA
"""Numbers of sectors from here on are marks: the end of a chain, a free sector."""
SMALL: Final = 4096
"""Streams below this size stand in the stream of small sectors."""
ENTRY: Final = 128


class CompoundFile:
    """The directory of a compound file. Raises Damaged for whatever is not as it should be."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            shift, small_shift = struct.unpack_from("<HH", data, 30)
            fat_count, directory = struct.unpack_from("<II", data, 44)
            small_fat, small_fat_count, more, more_count = struct.unpack_from("<IIII", data, 60)
            heads = list(struct.unpack_from("<109I", data, 76))
            if shift not in (9, 12) or small_shift != 6:
                raise Damaged("sector size")
            self._size = 1 << shift
            # python-calamine reserves memory for what the header and the directory say.
            if max(fat_count, small_fat_count, more_count) * self._size > len(data):
                raise Damaged("sectors")
            while more < LAST and len(heads) < fat_count + self._size:
                *further, more = struct.unpack(f"<{self._size // 4}I", self._sector(more))
                heads += further
            fat = b"".join(self._sector(head) for head in heads[:fat_count] if head < LAST)
            self._fat = struct.unpack(f"<{len(fat) // 4}I", fat)
            small = b"".join(self._chain(small_fat)) if small_fat_count else b""
            self._small_fat = struct.unpack(f"<{len(small) // 4}I", small)
            entries = b"".join(self._chain(directory))
            self._entries = dict(_entries(entries))
            if any(size > len(data) for _, size in self._entries.values()):
                raise Damaged("size of a stream")
            root = next(iter(self._entries.values()))
            self._small = b"".join(self._chain(root[0])) if small else b""
        except (struct.error, StopIteration, UnicodeDecodeError, IndexError) as error:
            raise Damaged(str(error)) from error

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream, None where there is none of this name."""
        if name not in self._entries:
            return None
        first, size = self._entries[name]
        if size >= SMALL:
            return b"".join(self._chain(first))[:size]
        numbers = _numbers(first, self._small_fat)
        return b"".join(self._small[number << 6 : (number + 1) << 6] for number in numbers)[:size]

    def _chain(self, first: int) -> Iterator[bytes]:
        return map(self._sector, _numbers(first, self._fat))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector:
            raise Damaged("sector")
        return sector.ljust(self._size, b"\0")


def _numbers(first: int, following: tuple[int, ...]) -> Iterator[int]:
    """The numbers of a chain of sectors; a chain that bites its tail is damage."""
    count = 0
    while first < LAST:
        count += 1
        if first >= len(following) or count > len(following):
            raise Damaged("chain")
        yield first
        first = following[first]


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """(name, (first sector, size)) of each entry that is used; the root is the first."""
    for start in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, start + 64)
        first, size = struct.unpack_from("<II", directory, start + 116)
        if kind:
            yield (
                directory[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le"),
                (first, size),
            )
