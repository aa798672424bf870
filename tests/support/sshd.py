"""A real sshd on a free port of this machine, with keys of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.publishing.targets.openssh import Ssh

PROGRAM = shutil.which("sshd") or ("/usr/sbin/sshd" if Path("/usr/sbin/sshd").exists() else None)
needs_sshd = pytest.mark.skipif(
    PROGRAM is None or shutil.which("ssh") is None,
    reason="没有 sshd 或 ssh：跳过发布到 SSH 服务器的测试 (no sshd or no ssh)",
)
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/authorized_keys
PidFile {folder}/pid
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PermitRootLogin yes
MaxStartups 100:30:200
MaxSessions 100
Subsystem sftp internal-sftp
"""


@contextmanager
def sshd(folder: Path) -> Iterator[Ssh]:
    """sshd that runs with its files in `folder`; gives the way to it."""
    assert PROGRAM is not None
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host_key", "user_key"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    shutil.copy(folder / "user_key.pub", folder / "authorized_keys")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder), "utf-8")
    key = (folder / "host_key.pub").read_text("utf-8").split()[:2]
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {' '.join(key)}\n", "utf-8")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    command = [PROGRAM, "-D", "-e", "-f", str(folder / "config")]
    log = folder / "log"
    with log.open(
        "wb"
    ) as messages:  # not a pipe that nobody reads: sshd would wait where it is full
        process = subprocess.Popen(command, stderr=messages)
    try:
        _wait_for(port, process, log)
        yield Ssh(
            "production",
            "127.0.0.1",
            getpass.getuser(),
            port,
            str(folder / "user_key"),
            str(folder / "known_hosts"),
        )
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            raise AssertionError(f"sshd ended: {log.read_text('utf-8')}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("sshd does not answer")
