"""Asking web servers: over few connections, again where the server closed one, and with a reason where none answers."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sitegen.publishing.outside.asking import Asker, NoAnswer


class Counting(ThreadingHTTPServer):
    """Counts the connections; closes one after `most` answers without saying so."""

    def __init__(self, most: int) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.most = most
        self.connections = 0
        self.paths: list[str] = []

    def process_request(self, request: object, address: object) -> None:
        self.connections += 1
        super().process_request(request, address)  # type: ignore[arg-type]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Counting
    answered = 0

    def do_GET(self) -> None:
        self.server.paths.append(self.path)
        cut, packed = self.path == "/cut", self.path == "/packed"
        body = gzip.compress(b"hello") if packed else b"hello"
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Length", str(len(body) + 10 * cut))
        if packed or self.path == "/not-packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.answered += 1
        self.close_connection = cut or self.answered >= self.server.most

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server(most: int = 10_000) -> Iterator[tuple[Counting, str]]:
    made = Counting(most)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    try:
        yield made, f"http://127.0.0.1:{made.server_port}"
    finally:
        made.shutdown()
        made.server_close()


def test_one_connection_is_enough() -> None:
    with server() as (counted, url), Asker() as asker:
        statuses = [asker.ask(f"{url}/{name}").status for name in ("a", "none", "packed") * 5]
        assert statuses == [200, 404, 200] * 5
        assert counted.connections == 1


def test_as_many_connections_as_threads() -> None:
    with server() as (counted, url), Asker() as asker, ThreadPoolExecutor(4) as pool:
        assert {a.body for a in pool.map(lambda n: asker.ask(f"{url}/{n}"), range(80))} == {
            b"hello"
        }
        assert counted.connections <= 4 and len(counted.paths) == 80


def test_a_connection_that_the_server_closed_is_opened_again() -> None:
    with server(most=3) as (counted, url), Asker() as asker:
        assert [asker.ask(f"{url}/{n}").body for n in range(10)] == [b"hello"] * 10
        assert counted.connections == 4


def test_bodies_come_unpacked_and_paths_go_quoted() -> None:
    with server() as (counted, url), Asker() as asker:
        answer = asker.ask(f"{url}/packed", "gzip")
        assert (answer.body, answer.encoding) == (b"hello", "gzip")
        asker.ask(f"{url}/梨 1/?a=b")
        assert counted.paths[-1] == "/%E6%A2%A8%201/?a=b"


def test_what_is_no_answer_has_a_reason() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with server() as (_, url), Asker() as asker:
        for wrong in (
            f"{url}/cut",
            f"{url}/not-packed",
            f"http://127.0.0.1:{port}/",
            "http://nowhere.invalid/",
            f"http://{'长' * 70}.example/",
            f"https://{url.removeprefix('http://')}/",
        ):
            with pytest.raises(NoAnswer) as raised:
                asker.ask(wrong)
            assert str(raised.value), wrong
        assert asker.ask(url).body == b"hello"
