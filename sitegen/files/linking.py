"""Links of our own: second names of a file, and the pointer to the release that is shown."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from sitegen.files.writing import temporary_name


def link_or_copy(source: Path, target: Path) -> None:
    """Let `target`, which is not there yet, be a second name of the file `source`; where the disk knows no such
    names, be a copy with the same time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def point(link: Path, to: str) -> None:
    """Let the symbolic link `link` lead to `to`, in one step. Raises OSError where the disk takes no links."""
    new = link.with_name(temporary_name())
    os.symlink(to, new, target_is_directory=True)
    try:
        os.replace(new, link)
    except OSError:
        with suppress(OSError):
            os.unlink(new)
        raise


def leads_to(link: Path) -> str | None:
    """Where a symbolic link leads, as it is written; None where there is none."""
    try:
        return os.readlink(link)
    except OSError:
        return None


def takes_links(folder: Path) -> bool:
    """Whether a folder takes symbolic links: not every disk and system does."""
    trial = folder / temporary_name()
    try:
        os.symlink("nowhere", trial)
    except (OSError, NotImplementedError):
        return False
    os.unlink(trial)
    return True
