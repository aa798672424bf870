"""The lines that calendars (RFC 5545) and address cards (RFC 6350, and 2426 before it) are made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

WIDEST: Final = 75
"""So many bytes a line may have; what is longer goes on in the next one, behind a space."""
ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})

Line = tuple[str, str]
"""A name with its parameters, and a value in which special characters are escaped already."""


def text(value: str) -> str:
    """A text as a value."""
    return value.translate(ESCAPES)


def encoded(lines: Iterable[Line]) -> bytes:
    """The lines as a file."""
    return b"".join(_folded(f"{name}:{value}".encode()) + b"\r\n" for name, value in lines)


def _folded(line: bytes) -> bytes:
    """A line in pieces that are short enough; no character is cut in two."""
    pieces: list[bytes] = []
    while len(line) > WIDEST - bool(pieces):
        end = WIDEST - bool(pieces)
        while line[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(line[:end])
        line = line[end:]
    return b"\r\n ".join([*pieces, line])
