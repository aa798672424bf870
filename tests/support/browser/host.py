"""A web server as visitors meet it after a deploy: it says little of caches, and not always the truth."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any

FIRST = 1_700_000_000
"""When the first release was made, in seconds since 1970: so long ago that browsers keep its files for
days without asking, as nothing is said of caches."""
PORTAL = "<!doctype html><title>门户</title><p>您要找的网页不见了".encode()


@dataclass
class Host:
    """A server that shows one folder now and another after a deploy.

    `unchanged` answers every question whether a file has changed with no, as servers do that compare
    times only where a release has older files than the one before. `soft` gives a page, with status 200,
    for what is missing. `damage` may give other bytes in place of those of a path; None: there is none.
    """

    folder: Path
    unchanged: bool = False
    soft: bool = False
    damage: Callable[[str, bytes], bytes | None] = lambda path, data: data
    root: str = ""
    releases: int = 1
    asked: list[str] = field(default_factory=list)

    def deploy(self, folder: Path) -> None:
        self.folder = folder
        self.releases += 1

    @property
    def last_modified(self) -> str:
        return formatdate(FIRST + self.releases, usegmt=True)

    def read(self, path: str) -> bytes | None:
        file = self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        return self.damage(path, file.read_bytes()) if file.is_file() else None


@contextmanager
def hosting(folder: Path, **options: Any) -> Iterator[Host]:
    host = Host(folder, **options)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, host))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    host.root = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: Host, *rest: Any) -> None:
        self._host = host
        super().__init__(*rest)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix("/")
        self._host.asked.append(path)
        known = self.headers.get("If-Modified-Since")
        data = self._host.read(path)
        if data is None:
            self._send(200 if self._host.soft else 404, "text/html; charset=utf-8", PORTAL)
        elif known and (self._host.unchanged or known == self._host.last_modified):
            self._send(304, "", b"")
        else:
            name = "index.html" if path.endswith("/") or not path else path
            kind = guess_type(name)[0] or "application/octet-stream"
            self._send(200, f"{kind}; charset=utf-8", data)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Last-Modified", self._host.last_modified)
        if status != 304:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        pass
