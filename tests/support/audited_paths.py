"""The files that an audit event of the interpreter names, which may start from an open folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


def audited_path(path: Any, folder: Any = -1) -> str:
    """The whole path of a file that is named from the open `folder` (-1: the working folder)."""
    named = Path(os.fsdecode(path))
    if isinstance(folder, int) and folder >= 0:
        named = Path(f"/proc/self/fd/{folder}").readlink() / named
    return str(named.absolute())


def renamed(arguments: tuple[Any, ...]) -> tuple[str, str]:
    """The old and the new path of an `os.rename` event."""
    old, new, old_folder, new_folder = arguments
    return audited_path(old, old_folder), audited_path(new, new_folder)
