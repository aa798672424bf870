"""Work in a fork of the test that is killed before one of its changes of the disk."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

needs_fork = pytest.mark.skipif(
    not hasattr(os, "fork") or not Path("/proc/self/fd").exists(), reason="needs fork and /proc"
)
CHANGES = frozenset(["os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"])
Event = Callable[[str, tuple[Any, ...]], bool]


def any_change(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether something on the disk is about to change."""
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_ACCMODE
    return event in CHANGES or bool(writes)


def killed(work: Callable[[], object], count: int, event: Event = any_change) -> bool:
    """Do some work, but be killed just before the event that follows `count` such events. Whether it was."""
    child = os.fork()
    if child == 0:
        left = count

        def hook(name: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if event(name, arguments):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])
