"""Requests to a web server, and what it answers; no redirect is followed, nothing is kept."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

import brotli

TIMEOUT = 20
MOST_BYTES = 200_000_000


class Answer(NamedTuple):
    """What a server answers: the status, the headers by small name, and the body, unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def encoding(self) -> str:
        """How the body came: gzip, br or "" for plain."""
        return self.headers.get("content-encoding", "").lower()


class NoAnswer(Exception):
    """There is no answer, for the reason given."""


def ask(url: str, accept: str = "identity") -> Answer:
    """The answer to GET. `accept` are the packed forms that are asked for. Raises NoAnswer."""
    parts = urlsplit(url)
    connection = _connection(parts)
    try:
        path = parts.path or "/"
        target = f"{path}?{parts.query}" if parts.query else path
        headers = {"Accept-Encoding": accept, "User-Agent": "sitegen", "Cache-Control": "no-cache"}
        connection.request("GET", target, headers=headers)
        response = connection.getresponse()
        data = response.read(MOST_BYTES)
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, _unpacked(data, told.get("content-encoding", "")))
    except (OSError, http.client.HTTPException, zlib.error, brotli.error) as error:
        raise NoAnswer(_cause(error)) from error
    finally:
        connection.close()


def certificate_ends(url: str) -> datetime:
    """When the certificate of a server ends. Raises NoAnswer where it cannot be trusted."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 443
    context = ssl.create_default_context()
    try:
        with (
            socket.create_connection((host, port), TIMEOUT) as plain,
            context.wrap_socket(plain, server_hostname=host) as secure,
        ):
            told = secure.getpeercert() or {}
    except OSError as error:
        raise NoAnswer(_cause(error)) from error
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told["notAfter"])), UTC)


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=TIMEOUT)
    return http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT)


def _unpacked(data: bytes, encoding: str) -> bytes:
    if encoding.lower() == "gzip":
        return zlib.decompress(data, 31)
    if encoding.lower() == "br":
        unpacked: bytes = brotli.decompress(data)
        return unpacked
    return data


def _cause(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
