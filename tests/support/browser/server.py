"""A web server as plain as they come, for a site that stands below a sub-path."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

PIECE = 1500
"""Bytes of a piece that a slow server sends at once, about those of a packet."""


@contextmanager
def serving(
    folder: Path,
    base_path: str,
    strays: list[str],
    moved_from: str | None = None,
    pause: float = 0,
) -> Iterator[str]:
    """Serve `folder` under `base_path`, its 404.html for what is missing; gives the URL of it.

    `strays` gathers what is asked for outside the base path, where other people's pages stand. What is asked
    for under the path that it has moved from is sent on, as an operator's one line in nginx does.
    `pause`: the seconds between two pieces of a page.
    """
    handler = partial(Handler, folder, base_path, strays, moved_from, pause)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base_path}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(SimpleHTTPRequestHandler):
    def __init__(
        self,
        folder: Path,
        base_path: str,
        strays: list[str],
        moved_from: str | None,
        pause: float,
        *rest: Any,
        **named: Any,
    ) -> None:
        self._moved_from = moved_from
        self._pause = pause
        self._folder = folder
        self._base_path = base_path
        self._strays = strays
        super().__init__(*rest, directory=str(folder), **named)

    def do_GET(self) -> None:
        old = self._moved_from
        if old is None or not self.path.startswith(old):
            return super().do_GET()
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", self._base_path + self.path.removeprefix(old))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._base_path):
            self._strays.append(path)
            return str(self._folder / "nothing-here")
        return super().translate_path("/" + path.removeprefix(self._base_path))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (self._folder / "404.html").read_bytes()
        self.send_response(HTTPStatus(code))
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if not self._pause or not source.name.endswith(".html"):
            return super().copyfile(source, outputfile)
        while piece := source.read(PIECE):
            outputfile.write(piece)
            time.sleep(self._pause)

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, *words: Any) -> None:
        pass
