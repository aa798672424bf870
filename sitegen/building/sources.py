"""The list of content files with their stats: from a walk through the folder, or from the last one."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from sitegen.building.stat import Stat, stat_of
from sitegen.loading import documents
from sitegen.model.validate import holds_entries
from sitegen.problems import Problem

FOLDER = "content/"


class Sources(NamedTuple):
    """The stats of the content files by name, in path order; which of them hold entries; and what
    is wrong with other files."""

    stats: Mapping[str, Stat]
    entry_files: tuple[str, ...]
    problems: tuple[Problem, ...]


def look(root: Path, now: int) -> Sources:
    """The content files of the site in `root`; `now` is the time in ns."""
    files, problems = documents.scan(root / FOLDER, prefix=FOLDER)
    stats = {file: stat_of(os.lstat(f"{root}/{file}"), now) for file in files}
    return Sources(stats, tuple(filter(holds_entries, stats)), tuple(problems))


def look_again(root: Path, before: Sources, saved: Set[str], now: int) -> Sources | None:
    """The content files, where only those in `saved` may have changed since `before`.

    None where that is not enough: one of `saved` is new, removed, or not an ordinary file.
    """
    stats = dict(before.stats)
    for file in saved:
        if not f"{file}/".startswith(FOLDER) or file.startswith(f"{FOLDER}media/"):
            continue
        try:
            result = os.lstat(f"{root}/{file}")
        except OSError:
            return None
        if file not in stats or not stat.S_ISREG(result.st_mode):
            return None
        stats[file] = stat_of(result, now)
    return before._replace(stats=stats)
