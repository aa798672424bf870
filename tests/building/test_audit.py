"""A build opens no socket, starts no program, and writes only where it may."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sites

AUDITED = """
import json, os, sys
log = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

def hook(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "pty.")):
        log.append([event, ""])
    elif event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)) and isinstance(flags, int) and flags & WRITING:
            log.append(["write", os.path.abspath(os.fsdecode(path))])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink",
                   "os.truncate", "os.chmod", "shutil.rmtree"):
        last = arguments[1] if event in ("os.rename", "os.link", "os.symlink") else arguments[0]
        folder = arguments[-1] if event in ("os.remove", "os.rmdir", "os.mkdir") else -1
        base = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else ""
        log.append(["write", os.path.abspath(os.path.join(base, os.fsdecode(last)))])

sys.dont_write_bytecode = True
sys.addaudithook(hook)
from sitegen.cli import cli
try:
    cli(sys.argv[1:], prog_name="sitegen")
except SystemExit as end:
    print(json.dumps({"code": end.code, "log": log}))
"""


def audited(root: Path, *arguments: str) -> list[tuple[str, str]]:
    """Events of a build in its own process: (what, path)."""
    environment = {**os.environ, "PYTHONPATH": str(sites.REPOSITORY)}
    command = [sys.executable, "-c", AUDITED, *arguments, "--as-of", "2026-01-15"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["code"] == 0, done.stderr
    return [(what, path) for what, path in told["log"]]


def large(root: Path) -> Path:
    files: dict[str, str | bytes] = dict(sites.BASIC)
    for number in range(230):
        files[f"content/gi/pear-{number}.md"] = f"---\nname: 梨{number}\npinyin: lí\n---\n\n梨。\n"
    return sites.write(root, files)


pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="names removed files by /proc"
)


def test_a_build_with_workers_opens_no_socket_and_starts_no_program(tmp_path: Path) -> None:
    events = audited(large(tmp_path), "build", "--workers", "2")

    assert [event for event in events if event[0] != "write"] == []


def test_a_build_writes_only_its_output_its_staging_folder_and_its_state(tmp_path: Path) -> None:
    root = sites.basic(tmp_path)

    written = [Path(path) for what, path in audited(root, "build") if what == "write"]

    places = [root / "output", root / ".output.staging", root / ".sitegen"]
    assert any(path.is_relative_to(root / "output") for path in written)
    strays = [path for path in written if not any(path.is_relative_to(p) for p in places)]
    assert strays == []


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    assert audited(sites.basic(tmp_path), "check") == []
