"""Real git repositories to publish to, and a git daemon that serves them."""

from __future__ import annotations

import io
import socket
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def git(repository: Path, *arguments: str, bare: bool = True) -> str:
    """What git prints about a repository."""
    where = [f"--git-dir={repository}"] if bare and arguments[0] != "clone" else []
    done = subprocess.run(["git", *where, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def new_repository(path: Path) -> Path:
    """An empty bare repository."""
    git(path, "init", "--bare", "--quiet", str(path), bare=False)
    git(path, "config", "daemon.receivepack", "true")
    return path


def shown(repository: Path, branch: str = "pages") -> dict[str, bytes]:
    """The files of a branch by path, all as of one instant."""
    command = ["git", f"--git-dir={repository}", "archive", "--format=tar", branch]
    packed = subprocess.run(command, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        return {
            item.name: file.read()
            for item in archive
            if item.isfile() and (file := archive.extractfile(item)) is not None
        }


@contextmanager
def daemon(folder: Path) -> Iterator[str]:
    """The address at which a git daemon serves the repositories of a folder, also for writing."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listening = ["--listen=127.0.0.1", f"--port={port}", "--reuseaddr", f"--base-path={folder}"]
    command = ["git", "daemon", *listening, "--export-all", "--enable=receive-pack"]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"git://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()
