"""The bodies of entries as HTML, rendered when their files were parsed."""

from __future__ import annotations


class Rendered:
    """HTML by the digest of the Markdown body.

    All of it is in one bytearray, which forked processes share. Separate objects would be copied into
    each process, since reading an object writes its reference count.
    """

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        """Start and length of each text in one number: a small int is cheaper than a tuple."""
        self._bytes = bytearray()

    def add(self, digest: str, html: bytes) -> None:
        if digest not in self._places:
            self._places[digest] = len(self._bytes) << 32 | len(html)
            self._bytes += html

    def get(self, digest: str) -> str | None:
        place = self._places.get(digest)
        if place is None:
            return None
        start = place >> 32
        return self._bytes[start : start + (place & 0xFFFFFFFF)].decode()
