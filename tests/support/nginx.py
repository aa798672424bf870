"""nginx with the file of docs/operating/, on a free port of this machine, and requests to it."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.basic_site import REPOSITORY

EXAMPLE = REPOSITORY / "docs" / "operating" / "nginx.conf"
FOLDER = "/srv/yunzhou/www/current"
FRAME = """\
{user}
worker_processes 1;
daemon off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include example.conf;
}}
"""
SECONDS = 10
Start = Callable[[Path], AbstractContextManager[int]]
"""Runs nginx with the example showing a folder; gives its port."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    """By their names in lower case."""
    body: bytes


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs, asked by the name of a host."""

    port: int
    host: str

    def get(self, path: str, **headers: str) -> Answer:
        """The answer to a request for `path`; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request("GET", path, headers={"Host": self.host, **headers})
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read())
        finally:
            connection.close()


@contextmanager
def running(program: str, folder: Path, site: Path) -> Iterator[int]:
    """Run nginx in `folder` with the example showing `site`; gives its port."""
    folder.mkdir(exist_ok=True)
    port = _free_port()
    example = EXAMPLE.read_text("utf-8")
    assert example.count("listen 80;") == example.count(FOLDER) == 2
    example = example.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "example.conf").write_text(example.replace(FOLDER, str(site)), "utf-8")
    # As root it would hand the work to a user who may not read the folders of tests.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(FRAME.format(user=user, types=_types(program)), "utf-8")
    command = [program, "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(SECONDS)


def _types(program: str) -> Path:
    """The table of MIME types that came with this nginx."""
    told = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stderr
    (configuration,) = re.findall(r"--conf-path=(\S+)", told)
    return Path(configuration).with_name("mime.types")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[str], port: int) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            assert process.stderr is not None
            raise AssertionError(f"nginx ended: {process.stderr.read()}")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def shell(script: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script with these variables beside those of this process."""
    program = shutil.which("sh") or "sh"
    return subprocess.run(
        [program, str(script), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
