"""Until when a TLS certificate holds, read from its bytes: Python tells that of trusted ones only."""

from __future__ import annotations

from datetime import UTC, datetime

SEQUENCE, UTC_TIME, GENERALIZED_TIME, VERSION = 0x30, 0x17, 0x18, 0xA0
CENTURY = 50
"""Years below it, in two digits, are of 20xx."""


def valid_until(der: bytes) -> datetime | None:
    """When a certificate ends; None where these are no certificate."""
    try:
        (_, certificate) = _parts(der)[0]
        (_, told) = _parts(certificate)[0]
        fields = [(tag, value) for tag, value in _parts(told) if tag != VERSION]
        # Its number, the algorithm, who signed it, from when to when.
        tag, value = _parts(fields[3][1])[1]
        text = value.decode("ascii").removesuffix("Z")
        if tag == UTC_TIME:
            text = ("20" if int(text[:2]) < CENTURY else "19") + text
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except (ValueError, LookupError):
        return None


def _parts(data: bytes) -> list[tuple[int, bytes]]:
    """(tag, content) of the values in a DER sequence."""
    found = []
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            count = size & 0x7F
            size, at = int.from_bytes(data[at : at + count], "big"), at + count
        if at + size > len(data):
            raise ValueError(size)
        found.append((tag, data[at : at + size]))
        at += size
    return found
