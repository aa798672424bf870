"""Which content files there are: found by looking through the folder, or known from a look before."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from sitegen.building.stat import Stat, stat_of
from sitegen.loading import documents, formats
from sitegen.problems import Problem

FOLDER = "content/"


class Sources(NamedTuple):
    """The stats of the content files by name, in path order; which of them hold entries; and what
    is wrong with other files."""

    stats: Mapping[str, Stat]
    entry_files: tuple[str, ...]
    problems: tuple[Problem, ...]


def look(root: Path, now: int) -> Sources:
    """All of the site in `root`; `now` is the time in ns."""
    found, problems = documents.scan(root / FOLDER, prefix=FOLDER)
    stats = {file: stat_of(os.lstat(f"{root}/{file}"), now) for file in found}
    return Sources(stats, tuple(filter(formats.is_entry_file, stats)), tuple(problems))


def look_again(root: Path, before: Sources, saved: Set[str], now: int) -> Sources | None:
    """All of them, where only those `saved` may have changed since `before`.

    None where one of these came or went, or is a folder or no file any more.
    """
    stats = dict(before.stats)
    for file in saved:
        if not f"{file}/".startswith(FOLDER) or file.startswith(f"{FOLDER}media/"):
            continue
        try:
            found = os.lstat(f"{root}/{file}")
        except OSError:
            return None
        if file not in stats or not stat.S_ISREG(found.st_mode):
            return None
        stats[file] = stat_of(found, now)
    return before._replace(stats=stats)
