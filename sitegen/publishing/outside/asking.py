"""Requests to web servers, and what they answer. No redirect is followed, nothing is kept but the connections: a look
asks one server for hundreds of files.
"""

from __future__ import annotations

import http.client
import ssl
import zlib
from contextlib import suppress
from threading import Lock
from typing import NamedTuple, Self
from urllib.parse import SplitResult, quote, urlsplit

import brotli

TIMEOUT = 20
MOST_BYTES = 200_000_000
HEADERS = {"User-Agent": "sitegen", "Cache-Control": "no-cache"}
IN_PATHS = "/%:@!$&'()*+,;=~"
"""What stays as it is in a path, beside letters and figures."""


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


class Asker:
    """Asks servers over connections that are kept until the end of `with`; several threads may ask at a time.

    `context` decides which certificates are trusted, by default as the system does.
    """

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._context = context
        self._lock = Lock()
        self._idle: dict[tuple[str, str], list[http.client.HTTPConnection]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for connections in self._idle.values():
            for connection in connections:
                connection.close()
        self._idle.clear()

    def ask(self, url: str, accept: str = "identity") -> Answer:
        """The answer to GET. `accept` are the packed forms that are asked for. Raises NoAnswer."""
        try:
            parts = urlsplit(url)
            kept = self._kept(parts)
            if kept is not None:
                # The server may have closed it since: then it is asked again over a new one.
                with suppress(OSError, http.client.HTTPException):
                    return self._asked(kept, parts, accept)
            return self._asked(self._new(parts), parts, accept)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NoAnswer(cause_of(error)) from error

    def _asked(
        self, connection: http.client.HTTPConnection, parts: SplitResult, accept: str
    ) -> Answer:
        path = quote(parts.path or "/", safe=IN_PATHS)
        target = f"{path}?{parts.query}" if parts.query else path
        try:
            connection.request("GET", target, headers={**HEADERS, "Accept-Encoding": accept})
            response = connection.getresponse()
            data = response.read(MOST_BYTES)
            if not response.isclosed():
                raise http.client.IncompleteRead(data)
        except BaseException:
            connection.close()
            raise
        self._keep(parts, connection)
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, _unpacked(data, told.get("content-encoding", "")))

    def _kept(self, parts: SplitResult) -> http.client.HTTPConnection | None:
        with self._lock:
            idle = self._idle.get((parts.scheme, parts.netloc))
            return idle.pop() if idle else None

    def _keep(self, parts: SplitResult, connection: http.client.HTTPConnection) -> None:
        """Keep a connection, unless the server ended it with its answer."""
        if connection.sock is not None:
            with self._lock:
                self._idle.setdefault((parts.scheme, parts.netloc), []).append(connection)

    def _new(self, parts: SplitResult) -> http.client.HTTPConnection:
        host = ascii_host(parts)
        if parts.scheme != "https":
            return http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT)
        with self._lock:
            self._context = self._context or ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=TIMEOUT, context=self._context)


def ascii_host(parts: SplitResult) -> str:
    """The host of an address as servers know it. Raises ValueError where it cannot be one."""
    host = parts.hostname or ""
    return host if host.isascii() else host.encode("idna").decode()


def cause_of(error: Exception) -> str:
    """Why there is no answer, in the words of the system."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _unpacked(data: bytes, encoding: str) -> bytes:
    """A body as it was before it was packed. Raises ValueError where it is nothing packed."""
    try:
        if encoding.lower() == "gzip":
            return zlib.decompress(data, 31)
        if encoding.lower() == "br":
            unpacked: bytes = brotli.decompress(data)
            return unpacked
    except (zlib.error, brotli.error) as error:
        raise ValueError(f"Content-Encoding: {encoding}") from error
    return data
