"""A static server as sites have them: text gzipped, names with a digest kept for ever."""

from __future__ import annotations

import gzip
import mimetypes
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TEXT = frozenset({".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".xml"})


@dataclass
class Served:
    """Where a site is served, and how many bytes of which files were sent, headers not counted."""

    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)

    @property
    def bytes(self) -> int:
        return sum(size for _, size in self.sent)


@contextmanager
def serving(root: Path, beside: Mapping[str, Path | bytes] | None = None) -> Iterator[Served]:
    """Serves `root` on this machine only.

    `beside` has further content by its path: bytes for one file, a folder for all below it.
    """
    served = Served()
    own = {"root": root.resolve(), "beside": dict(beside or {}), "served": served}
    handler = type("Handler", (Handler,), own)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        served.address = f"http://127.0.0.1:{server.server_port}/"
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(BaseHTTPRequestHandler):
    """GET only; a folder is its index.html."""

    protocol_version = "HTTP/1.1"
    root: Path
    beside: Mapping[str, Path | bytes]
    served: Served

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        file = self._find(path)
        if file is None:
            self.send_error(404)
            return
        data, packed = file
        self.served.sent.append((path, len(data)))
        self.send_response(200)
        kind = (
            "text/javascript" if path.endswith((".js", ".mjs")) else mimetypes.guess_type(path)[0]
        )
        self.send_header("Content-Type", kind or "application/octet-stream")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _find(self, path: str) -> tuple[bytes, bool] | None:
        if ".." in posixpath.normpath(path).split("/"):
            return None
        for prefix, content in self.beside.items():
            if isinstance(content, bytes):
                if path == prefix:
                    return content, False
            elif path.startswith(prefix):
                return _sent(content / path.removeprefix(prefix))
        return _sent(self.root / path)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@cache
def _sent(path: Path) -> tuple[bytes, bool] | None:
    """A file's bytes on the wire, and whether they are gzipped."""
    if not path.is_file():
        return None
    data = path.read_bytes()
    if path.suffix in TEXT and len(packed := gzip.compress(data, 6, mtime=0)) < len(data):
        return packed, True
    return data, False
