"""Whether anything has changed since a build that changed nothing, told from stats alone.

Only what the interpreter has loaded anyway is imported here: the answer is there before the parser,
the model and the templates could even be loaded.
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
from sitegen.problems import Kind, Location, Problem, Severity

FILE = "standing.json"
VERSION = 1


class Standing(NamedTuple):
    """What such a build said: how many files stand, the next change of a status, its problems."""

    kept: int
    next_change: date | None
    problems: tuple[Problem, ...]


def read(root: Path, output: Path, today: Callable[[str], date]) -> Standing | None:
    """What a build would say, None where one has to be run. `today` is the as-of date by zone."""
    folder = state.folder_of(root, output)
    kept = state.read_json(folder / FILE)
    try:
        if kept["version"] != VERSION or kept["python"] != sys.version:
            return None
        if today(kept["timezone"]).isoformat() != kept["as_of"]:
            return None
        if any(os.path.lexists(path) for path in _unfinished(output, folder)):
            return None
        if _digest(kept["paths"].split("\n"), None) != kept["stats"]:
            return None
        change = date.fromisoformat(kept["next_change"]) if kept["next_change"] else None
        return Standing(kept["kept"], change, tuple(_problem(*row) for row in kept["problems"]))
    except (KeyError, TypeError, ValueError, AttributeError):
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
    start: int,
) -> None:
    """Put down that a build which began at `start` (ns) found everything in place.

    `made` are the paths of the site's files, `theme` the folder of the default theme. Nothing is
    put down where a file is so young that it could change again without its stat showing it.
    """
    folder = state.folder_of(root, output)
    paths = [*_inputs(root, theme), *(f"{output}/{path}" for path in made)]
    stats = _digest(paths, start - YOUNG_NS)
    if stats is None or any("\n" in path for path in paths):
        return
    value = {
        "version": VERSION,
        "python": sys.version,
        "timezone": timezone,
        "as_of": as_of.isoformat(),
        "kept": standing.kept,
        "next_change": standing.next_change.isoformat() if standing.next_change else None,
        "problems": [_row(problem) for problem in standing.problems],
        "stats": stats,
        "paths": "\n".join(paths),
    }
    state.write_json(folder / FILE, value)


def _unfinished(output: Path, folder: Path) -> tuple[str, str]:
    """What a build that was cut short leaves behind."""
    return f"{folder}/journal.json", f"{output.parent}/.{output.name}.staging"


def _inputs(root: Path, theme: Path) -> Iterator[str]:
    """Everything that a build reads: a folder's own stat tells what came into it and what went."""
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
    yield folder
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{above}/{name}" for name in (*folders, *sorted(names)))


def _digest(paths: Iterable[str], before: int | None) -> str | None:
    """A digest of the stats of these paths; None where one changed at `before` (ns) or later."""
    found = []
    for path in paths:
        try:
            stat = os.lstat(path)
        except OSError:
            found.append("-")
            continue
        if before is not None and max(stat.st_mtime_ns, stat.st_ctime_ns) >= before:
            return None
        found.append(f"{stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_size} {stat.st_ino}")
    return sha256("\n".join(found).encode()).hexdigest()


def _row(problem: Problem) -> list[object]:
    kind, at = problem.kind, problem.at
    words = (kind.code, kind.severity.value, kind.zh, kind.en, kind.fix_zh, kind.fix_en)
    return [words, [at.file, at.line, at.column, at.field], dict(problem.facts)]


def _problem(
    words: list[str],
    at: tuple[str, int | None, int | None, str | None],
    facts: dict[str, str],
) -> Problem:
    code, severity, zh, en, fix_zh, fix_en = words
    kind = Kind(code, Severity(severity), zh, en, fix_zh, fix_en)
    return Problem(kind, Location(*at), facts)
