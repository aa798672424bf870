"""The preview's web server: Tornado, and livereload's handler, around `Preview.answer`."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import (
    ParseBodyConfig,
    ParseMultipartConfig,
    ParseUrlEncodedConfig,
    set_parse_body_config,
)
from tornado.iostream import IOStream
from tornado.netutil import bind_sockets

from sitegen.editing.desk import HOME
from sitegen.serving import access, guard, injection
from sitegen.serving.editor_handler import ANSWERS, MOST_PAIRS, Answers, EditorHandler
from sitegen.serving.preview import Preview
from sitegen.serving.preview_handler import PreviewHandler
from sitegen.serving.watcher import SavedFiles

HEADER_LIMIT = 16 * 1024
BODY_LIMIT = 16 * 1024
"""Maximum sizes in bytes of what a client may send. A preview needs no more."""
FORM_LIMIT = 40 * 1024 * 1024
"""The same for what an editor may send: a form with a photograph."""
MOST_CONNECTIONS = 100
"""Browsers open six connections to a host, and one WebSocket for each open page."""
IDLE_SECONDS = 60
"""A connection on which no request arrives for so long is closed; browsers open a new one."""


class Taken(OSError):
    """The port is in use. `free` is the next free port, None if none of the next 99 is free."""

    def __init__(self, free: int | None) -> None:
        super().__init__()
        self.free = free


def bind(port: int) -> list[socket.socket]:
    """Sockets listening on `port` (0: any free one), for this machine only. Raises Taken."""
    try:
        return bind_sockets(port, guard.ADDRESS)
    except OSError:
        raise Taken(_free_after(port)) from None


def _free_after(port: int) -> int | None:
    for candidate in range(port + 1, min(port + 100, 65536)):
        try:
            sockets = bind_sockets(candidate, guard.ADDRESS)
        except OSError:
            continue
        for each in sockets:
            each.close()
        return candidate
    return None


def port_of(sockets: list[socket.socket]) -> int:
    return int(sockets[0].getsockname()[1])


def run(
    preview: Preview, theme: Path, sockets: list[socket.socket], editor: Answers | None = None
) -> None:
    """Build once, then serve until interrupted, and build whenever a file is saved.

    The first build is before any thread exists, so that it may fork workers. With an `editor` its pages are
    served as well.
    """
    watcher = SavedFiles(preview.root, theme, preview.build, preview.catch_up)
    preview.build(set())
    asyncio.run(_serve(preview, watcher, sockets, editor))


async def _serve(
    preview: Preview, watcher: SavedFiles, sockets: list[socket.socket], editor: Answers | None
) -> None:
    LiveReloadHandler.watcher = watcher
    handler_arguments = {"preview": preview, "port": port_of(sockets)}
    handlers: list[Any] = [(injection.LIVE, Live, handler_arguments)]
    if editor is not None:
        handlers.append((f"{HOME}.*", EditorHandler, handler_arguments))
    handlers.append((r".*", PreviewHandler, handler_arguments))
    application = web.Application(handlers, log_function=lambda handler: None)
    if editor is not None:
        application.settings[ANSWERS] = editor
        set_parse_body_config(
            ParseBodyConfig(
                multipart=ParseMultipartConfig(max_parts=MOST_PAIRS),
                urlencoded=ParseUrlEncodedConfig(max_arguments=MOST_PAIRS),
            )
        )
    limit = BODY_LIMIT if editor is None else FORM_LIMIT
    server = BoundedServer(application, max_header_size=HEADER_LIMIT, max_body_size=limit)
    server.add_sockets(sockets)
    LiveReloadHandler.start_tasks()
    await asyncio.Event().wait()


class BoundedServer(HTTPServer):
    """An HTTPServer with at most MOST_CONNECTIONS: a new one closes the oldest.

    Programs of a machine may open connections and leave them idle. Each costs a file descriptor, of
    which a process has few; without any left, nothing is answered and no file is read.
    """

    def initialize(self, *arguments: Any, **options: Any) -> None:
        limits = {"idle_connection_timeout": IDLE_SECONDS, "body_timeout": IDLE_SECONDS}
        super().initialize(*arguments, **{**options, **limits})
        self._streams: list[IOStream] = []

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        self._streams = [each for each in self._streams if not each.closed()]
        while len(self._streams) >= MOST_CONNECTIONS:
            self._streams.pop(0).close()
        self._streams.append(stream)
        super().handle_stream(stream, address)


class Live(LiveReloadHandler):  # type: ignore[misc]
    """livereload's WebSocket, accepted from the preview's own pages only."""

    def initialize(self, preview: Preview, port: int) -> None:
        self._preview = preview
        self._port = port

    def prepare(self) -> None:
        headers = self.request.headers
        if not guard.knows_host(headers.get_list("Host"), self._port):
            raise web.HTTPError(403)
        if not guard.knows_origin(headers.get_list("Origin"), self._port):
            raise web.HTTPError(403)
        if not access.has_key(self.get_cookie(access.cookie_name(self._port)), self._preview.key):
            raise web.HTTPError(403)

    def on_message(self, message: str | bytes) -> None:
        """A page says which build made it. If there is a newer build, the page is reloaded."""
        try:
            values = json.loads(message)
            build = values["build"] if values["command"] == "info" else None
        except (ValueError, TypeError, KeyError):
            return
        if build is None:
            return
        super().on_message(json.dumps({"command": "info", "url": str(values.get("url", ""))}))
        if build != self._preview.state.build:
            self.send_message({"command": "reload", "path": "*"})

    def write_error(self, status_code: int, **about: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")
