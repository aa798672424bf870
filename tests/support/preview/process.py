"""`sitegen serve` as a process of its own, and requests to it byte by byte."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.support.basic_site import AS_OF, REPOSITORY

PATIENCE = 60.0


@dataclass
class Running:
    """A preview with the lines it has printed so far."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The address that is printed, with the key."""
        return self.lines[0].split()[1]

    @property
    def key(self) -> str:
        return self.url.partition("?key=")[2]

    @property
    def port(self) -> int:
        return int(self.url.split(":")[2].partition("/")[0])

    def address(self, page: str) -> str:
        """The address of a page for a new visitor, with the key."""
        return self.url.replace("?", f"{page}?")

    def wait_for(self, text: str, times: int = 1) -> None:
        """Wait until so many lines hold the text."""
        end = time.monotonic() + PATIENCE
        while sum(text in line for line in self.lines) < times:
            assert time.monotonic() < end, (text, self.lines)
            time.sleep(0.01)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds: a new folder may make the preview build once more than told."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, self.lines
            time.sleep(0.02)

    def ask(self, request: bytes, *, head_only: bool = False) -> bytes:
        """All that comes back for these bytes, or no more than the head: who asks to listen is not hung up on."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            answer = b""
            try:
                while chunk := connection.recv(65536):
                    answer += chunk
                    if head_only and b"\r\n\r\n" in answer:
                        break
            except (ConnectionResetError, TimeoutError):
                pass
        return answer

    def get(
        self,
        target: str,
        *headers: str,
        method: str = "GET",
        key: str | None = None,
        sent: str = "",
        head_only: bool = False,
    ) -> bytes:
        """The answer to a visitor who has the key, or another one; "" for none. `sent` is what is posted."""
        known = f"sitegen-key-{self.port}={self.key if key is None else key}"
        lines = [f"{method} {target} HTTP/1.1", "Connection: close", *headers]
        cookies = [line for line in headers if line.startswith("Cookie: ")]
        lines = [line for line in lines if line not in cookies]
        cookies = [line.removeprefix("Cookie: ") for line in cookies]
        lines.append(f"Cookie: {'; '.join([known, *cookies])}")
        if not any(header.startswith("Host:") for header in headers):
            lines.append(f"Host: 127.0.0.1:{self.port}")
        request = "\r\n".join([*lines, "", sent]).encode("utf-8")
        return self.ask(request, head_only=head_only)

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@contextmanager
def running(
    root: Path,
    *options: str,
    until: str = "用时",
    port: int = 0,
    files: int | None = None,
    command: str = "serve",
) -> Iterator[Running]:
    """A preview of the site in `root`, once it has printed `until`. `files` is how many files and
    connections it may have open; the `command` edit has forms besides."""
    started = [sys.executable, "-m", "sitegen", command, "--site", str(root), "--port", str(port)]
    given = ["--as-of", AS_OF.isoformat()] if command == "serve" else ["--no-browser"]
    process = subprocess.Popen(
        [*started, *given, *options],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        # A job in the background, as of a script with &, hands down that Ctrl-C is to be ignored.
        preexec_fn=lambda: _begin(files),
    )
    preview = Running(process)

    def listen() -> None:
        assert process.stdout is not None
        preview.lines.extend(line.rstrip("\n") for line in process.stdout)

    listener = Thread(target=listen, daemon=True)
    listener.start()
    try:
        preview.wait_for(until)
        yield preview
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        listener.join(timeout=5)


def _begin(files: int | None) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if files is not None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))


def status(answer: bytes) -> int:
    """The status of an answer, 0 where the connection was only closed."""
    return int(answer.split(b" ", 2)[1]) if answer else 0


def body(answer: bytes) -> str:
    return answer.partition(b"\r\n\r\n")[2].decode("utf-8")
