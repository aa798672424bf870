"""A web server that a crowd of connections does not stop.

Programs of a machine can open connections and leave them idle. Each costs a file descriptor, of which a
process has few; without any left, nothing is answered and no file is read.
"""

from __future__ import annotations

from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream

MOST = 100
"""Browsers open six connections to a host, and one WebSocket for each open page."""
IDLE_SECONDS = 60
"""A connection on which no request arrives for so long is closed; browsers open a new one."""


class BoundedServer(HTTPServer):
    """An HTTPServer with at most MOST connections: a new one closes the oldest."""

    def initialize(self, *arguments: Any, **options: Any) -> None:
        limits = {"idle_connection_timeout": IDLE_SECONDS, "body_timeout": IDLE_SECONDS}
        super().initialize(*arguments, **{**options, **limits})
        self._streams: list[IOStream] = []

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        self._streams = [each for each in self._streams if not each.closed()]
        while len(self._streams) >= MOST:
            self._streams.pop(0).close()
        self._streams.append(stream)
        super().handle_stream(stream, address)
