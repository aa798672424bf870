"""What a few lines of Python cost in a process of their own."""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

from tests.support.basic_site import REPOSITORY


class Cost(NamedTuple):
    """CPU seconds and the peak of memory in MB, with whatever else the program printed."""

    seconds: float
    megabytes: int
    words: list[str]


def cost_of(program: str, *arguments: str) -> Cost:
    """Run a program that prints its seconds, its peak in MB, and words, with spaces between."""
    child = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=REPOSITORY,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    seconds, peak, *words = child.stdout.split()
    return Cost(float(seconds), int(peak), words)
