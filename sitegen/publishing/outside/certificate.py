"""The certificate of a web server: until when it holds, and whether it is trusted."""

from __future__ import annotations

import socket
import ssl
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.publishing.outside.asking import TIMEOUT, NoAnswer, ascii_host, cause_of

SEQUENCE, UTC_TIME, GENERALIZED_TIME, VERSION = 0x30, 0x17, 0x18, 0xA0
CENTURY = 50
"""Years below it, in two digits, are of 20xx."""
SOON = 21
"""So many days before its end a certificate should have been renewed."""


class Certificate(NamedTuple):
    """What a server shows of itself: when that ends, as far as it can be read, and why it is not trusted, "" where it
    is."""

    ends: datetime | None
    distrust: str


def certificate_of(url: str, trust: ssl.SSLContext | None = None) -> Certificate:
    """The certificate of the server at an address. `trust` decides which are trusted, by default as the system does.
    Raises NoAnswer where there is no server, or none that shows a certificate."""
    try:
        ends = valid_until(_shown(url, any_certificate()))
        try:
            _shown(url, trust or ssl.create_default_context())
        except ssl.SSLCertVerificationError as error:
            return Certificate(ends, cause_of(error))
        return Certificate(ends, "")
    except (OSError, ValueError) as error:
        raise NoAnswer(cause_of(error)) from error


def any_certificate() -> ssl.SSLContext:
    """Takes any certificate: nothing secret is sent, and what is wrong with it is told apart from all else."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _shown(url: str, context: ssl.SSLContext) -> bytes:
    """The bytes of the certificate that a server shows."""
    parts = urlsplit(url)
    host = ascii_host(parts)
    with (
        socket.create_connection((host, parts.port or 443), TIMEOUT) as plain,
        context.wrap_socket(plain, server_hostname=host) as connection,
    ):
        return connection.getpeercert(binary_form=True) or b""


def valid_until(der: bytes) -> datetime | None:
    """When a certificate ends, read from its bytes, since Python tells that of trusted ones only; None where these
    are no certificate."""
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
