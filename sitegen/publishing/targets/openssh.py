"""Commands on another machine by the `ssh` program: no secret passes through us, agents and keys are its own affair."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from sitegen import files
from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing.target import at, unreachable

NO_SSH = Kind(
    "publish.no-ssh",
    Severity.ERROR,
    zh="这台机器上没有 ssh 程序，到不了“{target}”",
    en="there is no ssh program on this machine to reach “{target}”",
    fix_zh="装上 OpenSSH（Windows：设置里的可选功能“OpenSSH 客户端”）",
    fix_en="install OpenSSH (Windows: the optional feature “OpenSSH Client”)",
)
UNKNOWN_HOST = Kind(
    "publish.unknown-host",
    Severity.ERROR,
    zh="不认识“{target}”的主机 {host}，或它的公钥变了：{cause}",
    en="the host {host} of “{target}” is not known, or its key has changed: {cause}",
    fix_zh="问清它的指纹，再用 ssh 连一次，把它记进 known_hosts",
    fix_en="ask for its fingerprint, then connect once with ssh, which adds it to known_hosts",
)
REFUSED = Kind(
    "publish.not-let-in",
    Severity.ERROR,
    zh="“{target}”的主机 {host} 不让登录：{cause}",
    en="the host {host} of “{target}” does not let us in: {cause}",
    fix_zh="检查 user 和 key_file，或在 SSH agent 里加上密钥；公钥要在那边的 authorized_keys 里",
    fix_en="look at user and key_file, or add the key to the SSH agent; its public half belongs into authorized_keys there",
)
NO_CONNECTION = 255
"""How ssh itself ends where it has no connection."""
OPTIONS = (
    "BatchMode=yes",
    "ConnectTimeout=20",
    "ServerAliveInterval=15",
    "ServerAliveCountMax=4",
    "Compression=yes",
    "LogLevel=ERROR",
)
MOST_OF_A_CAUSE = 300
LONGEST_SOCKET = 80
"""In bytes. ssh appends to it, and systems take some 100."""


@dataclass(frozen=True, slots=True)
class Ssh:
    """A host as ssh reaches it. `user`, `port`, `key_file` and `known_hosts` may be left to ssh's own settings.

    Between `connected()` and its end all commands share one connection, where the system can share.
    """

    target: str
    host: str
    user: str = ""
    port: int | None = None
    key_file: str = ""
    known_hosts: str = ""
    shared: str = ""
    """The socket of the connection that is shared; "" where there is none."""

    def run(self, script: str, given: bytes | Iterable[bytes] = b"") -> bytes:
        """What a shell script prints there; `given` is its input. Raises Mistaken where it cannot be run, or fails."""
        process = self._started(script)
        assert process.stdin is not None
        with suppress(BrokenPipeError, ConnectionError):
            for part in (given,) if isinstance(given, bytes) else given:
                process.stdin.write(part)
        out, errors = self._ended(process)
        if process.returncode:
            raise self.failed(process.returncode, errors)
        return out

    @contextmanager
    def held(self, script: str) -> Iterator[str]:
        """Runs a script that prints a line and then waits for the end of its input: gives the line."""
        process = self._started(script)
        try:
            assert process.stdout is not None
            line = process.stdout.readline().decode(errors="replace").strip()
            if not line:
                _, errors = self._ended(process)
                raise self.failed(process.returncode or NO_CONNECTION, errors)
            yield line
        finally:
            _close(process.stdin)
            process.wait()
            _close(process.stdout)
            _close(process.stderr)

    @contextmanager
    def connected(self) -> Iterator[Ssh]:
        """The same host with a connection that stays, if this system can share one."""
        # In the folder that ssh keeps private, under a name that nobody can foresee.
        socket = Path.home() / ".ssh" / f"sitegen-{files.random_name()}"
        if not _can_share(socket):
            yield self
            return
        shared = replace(self, shared=str(socket))
        try:
            yield shared
        finally:
            with suppress(OSError):
                command = [*shared._command(), "-O", "exit", self.host]
                subprocess.run(command, capture_output=True, check=False)

    def failed(self, code: int, errors: bytes) -> Mistaken:
        """What to raise for a command that ended with this code and these messages."""
        text = " ".join(errors.decode(errors="replace").split())[-MOST_OF_A_CAUSE:]
        facts = {"target": self.target, "host": self.host, "cause": text}
        if code == NO_CONNECTION and "Host key verification failed" in text:
            return Mistaken(Problem(UNKNOWN_HOST, at(self.target), facts))
        if code == NO_CONNECTION and "Permission denied" in text:
            return Mistaken(Problem(REFUSED, at(self.target), facts))
        return unreachable(self.target, f"{self.host}: {text or code}")

    def _started(self, script: str) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                [*self._command(), self.host, f"LC_ALL=C sh -c {shlex.quote(script)}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError:
            facts = {"target": self.target}
            raise Mistaken(Problem(NO_SSH, at(self.target), facts)) from None

    def _ended(self, process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
        with suppress(BrokenPipeError, ConnectionError):
            return process.communicate()
        process.stdin = None
        return process.communicate()

    def _command(self) -> list[str]:
        command = ["ssh", *(part for option in OPTIONS for part in ("-o", option))]
        if self.shared:
            share = ("ControlMaster=auto", f"ControlPath={self.shared}", "ControlPersist=60")
            command += [part for option in share for part in ("-o", option)]
        if self.port:
            command += ["-p", str(self.port)]
        if self.user:
            command += ["-l", self.user]
        if self.key_file:
            command += ["-i", str(Path(self.key_file).expanduser()), "-o", "IdentitiesOnly=yes"]
        if self.known_hosts:
            command += ["-o", f"UserKnownHostsFile={Path(self.known_hosts).expanduser()}"]
        return command


def _can_share(socket: Path) -> bool:
    """Whether commands can share a connection by this socket: not on Windows, and not by a long path."""
    fits = len(str(socket).encode()) <= LONGEST_SOCKET
    return sys.platform != "win32" and fits and socket.parent.is_dir()


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        with suppress(OSError):
            pipe.close()
