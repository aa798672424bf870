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
    """Where a symbolic link leads, as it is written but with slashes; None where there is none."""
    try:
        return os.readlink(link).replace(os.sep, "/")
    except OSError:
        return None


def takes_links(folder: Path) -> bool:
    """Whether a folder takes symbolic links, one in place of another: not every disk and system does.

    Windows may make a link to a folder, and never puts one in place of another in one step.
    """
    first, second = (folder / temporary_name() for _ in range(2))
    try:
        os.symlink("nowhere", first, target_is_directory=True)
        os.symlink("nowhere", second, target_is_directory=True)
        os.replace(first, second)
    except (OSError, NotImplementedError):
        return False
    finally:
        for trial in (first, second):
            with suppress(OSError):
                os.unlink(trial)
    return True
