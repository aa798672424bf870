"""Decides from file stats alone whether anything changed since a build that had nothing to do.

Only modules that are already loaded anyway are imported here. So the answer takes less time than
loading the parser, the model and the templates (decision 0007).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from sitegen.building import state
from sitegen.building.stat import YOUNG_NS
from sitegen.problems import NAMES, Kind, Location, Problem, Severity

FILE = "standing.json"
VERSION = 2
UNFINISHED = ("journal.json", "staging.json")
"""The state files that are there only after an interrupted build."""


class Standing(NamedTuple):
    """The result of such a build: number of unchanged files, date of the next change of a status,
    problems."""

    kept: int
    next_change: date | None
    problems: tuple[Problem, ...]


def read(
    root: Path, output: Path, today: Callable[[str], date], *, archive: bool = False
) -> Standing | None:
    """The result that a build would have; None if it must be run to know.

    `today` returns the as-of date for a time zone, `archive` says whether that was asked for.
    """
    folder = state.folder_of(root, output)
    recorded = state.read_json(folder / FILE)
    try:
        if recorded["version"] != VERSION or recorded["python"] != sys.version:
            return None
        if today(recorded["timezone"]).isoformat() != recorded["as_of"]:
            return None
        if recorded["archive"] is not archive:
            return None
        if any(os.path.lexists(folder / name) for name in UNFINISHED):
            return None
        if _digest(recorded["paths"].split("\n"), None) != recorded["stats"]:
            return None
        next_change = (
            date.fromisoformat(recorded["next_change"]) if recorded["next_change"] else None
        )
        problems = tuple(_problem(*row) for row in recorded["problems"])
        return Standing(int(recorded["kept"]), next_change, problems)
    except (OSError, *state.DAMAGED):
        return None


def record(
    root: Path,
    output: Path,
    theme: Path,
    made: Iterable[str],
    standing: Standing,
    *,
    timezone: str,
    as_of: date,
    archive: bool,
    start: int,
) -> None:
    """Record that a build which began at `start` (ns) had nothing to do.

    `made` are the paths of the site's files, `theme` is the folder of the default theme. Nothing is
    recorded if a file is so young that it could still change without a change of its stat.
    """
    folder = state.folder_of(root, output)
    paths = [*_inputs(root, theme), *(f"{output}/{path}" for path in made)]
    stats = _digest(paths, start - YOUNG_NS)
    if stats is None or any("\n" in path for path in paths):
        return
    content = {
        "version": VERSION,
        "python": sys.version,
        "timezone": timezone,
        "as_of": as_of.isoformat(),
        "archive": archive,
        "kept": standing.kept,
        "next_change": standing.next_change.isoformat() if standing.next_change else None,
        "problems": [_row(problem) for problem in standing.problems],
        "stats": stats,
        "paths": "\n".join(paths),
    }
    state.write_json(folder / FILE, content)


def _inputs(root: Path, theme: Path) -> Iterator[str]:
    """All files and folders that a build reads. A folder's stat shows additions and removals."""
    yield f"{root}/site.yaml"
    program = Path(__file__).parent.parent
    for folder in (root / "content", root / "templates", theme, program):
        yield from _tree(str(folder))
    packages = {
        str(Path(file).parent.parent)
        for name in ("jinja2", "markdown", "pydantic", "yaml", "nh3", "pypinyin", "PIL")
        if (file := getattr(sys.modules.get(name), "__file__", None))
    }
    yield from sorted(packages)


def _tree(folder: str) -> Iterator[str]:
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        yield above
        try:
            with os.scandir(above) as items:
                entries = sorted(items, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif entry.name != "__pycache__":
                waiting.append(entry.path)


def _digest(paths: Iterable[str], before: int | None) -> str | None:
    """A digest of the stats of these paths; None if one has changed at `before` (ns) or later."""
    lines = []
    for path in paths:
        try:
            stat = os.lstat(path)
        except OSError:
            lines.append("-")
            continue
        if before is not None and max(stat.st_mtime_ns, stat.st_ctime_ns) >= before:
            return None
        lines.append(f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size} {stat.st_ino}")
    return sha256("\n".join(lines).encode()).hexdigest()


def _row(problem: Problem) -> list[object]:
    kind, at = problem.kind, problem.at
    words = (kind.code, kind.severity.value, kind.zh, kind.en, kind.fix_zh, kind.fix_en)
    return [words, [at.file, at.line, at.column, at.field, at.sheet], dict(problem.facts)]


def _problem(
    words: list[str],
    at: tuple[str, int | None, int | None, str | None, str],
    facts: dict[str, str],
) -> Problem:
    """The problem of a row. Raises one of `state.DAMAGED` where that cannot be shown."""
    code, severity, zh, en, fix_zh, fix_en = words
    file, line, column, field, sheet = at
    texts = (*words, file, field or "", sheet, *facts, *facts.values())
    if not all(type(text) is str for text in texts):
        raise TypeError(texts)
    if not all(type(number) is int for number in (line or 0, column or 0)):
        raise TypeError(at)
    kind = Kind(code, Severity(severity), zh, en, fix_zh, fix_en)
    for wording in (zh, en, fix_zh, fix_en):
        if not facts.keys() >= set(NAMES.findall(wording)):
            raise KeyError(wording)
    return Problem(kind, Location(file, line, column, field, sheet), facts)
