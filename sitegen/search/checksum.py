"""The checksum that stands in the name of a file of the index.

The browser works it out again from the bytes it was sent (templates/js/search/checksum.js): so it knows
a page of the server's, or half a file, from what it asked for. Browsers give digests to pages on HTTPS
only, and SHA-256 in a script of our own would be longer than all that reads the index.
"""

from __future__ import annotations

from zlib import crc32


def checksum(data: bytes) -> str:
    """The lower three bytes of the CRC-32 of `data`, as six hexadecimal digits."""
    return f"{crc32(data) & 0xFFFFFF:06x}"
