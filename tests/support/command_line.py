"""The command line as a user runs it: another process, its exit code, what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.basic_site import REPOSITORY


def run(
    *arguments: str, cwd: Path | None = None, encoding: str = "utf-8", typed: str | None = None
) -> subprocess.CompletedProcess[str]:
    """`sitegen` with these arguments; `encoding` is what the console can print, `typed` is in standard input."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": os.pathsep.join([str(REPOSITORY), *sys.path]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": encoding,
    }
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=cwd,
        env=environment,
        input=typed,
        capture_output=True,
        encoding=encoding,
        errors="replace",
        timeout=120,
        check=False,
    )
