"""Bodies as HTML, rendered when they were read."""

from __future__ import annotations


class Rendered:
    """HTML by the digest of its body.

    All of it is one row of bytes: a forked process that reads some makes none of it its own. A text
    is copied into its memory as soon as it counts a reference to it.
    """

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._row = bytearray()

    def add(self, digest: str, html: bytes) -> None:
        if digest not in self._places:
            self._places[digest] = len(self._row) << 32 | len(html)
            self._row += html

    def get(self, digest: str) -> str | None:
        place = self._places.get(digest)
        if place is None:
            return None
        start = place >> 32
        return self._row[start : start + (place & 0xFFFFFFFF)].decode()
