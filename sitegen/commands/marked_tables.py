"""The copy of a table that came back in which the wrong cells are marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.received import ReceivedTables
from sitegen.problems import Kind, Language, Location, Problem, Report, Severity

MARKED = "-问题"
"""What the name of the copy ends with."""
NOT_MARKED = Kind(
    "import.not-marked",
    Severity.WARNING,
    zh="没能做一份标出问题的表格",
    en="no copy of the table with marks could be made",
    fix_zh="照上面的提示在原表里改",
    fix_en="correct the table itself as told above",
)


class MarkedCopy(NamedTuple):
    """A copy with so many marked cells. `is_plain` says that it has only the texts of the table, `left_out` how
    many marks were too many."""

    path: Path
    cells: int
    is_plain: bool
    left_out: int


def write_marked(
    given: GivenTable,
    received: Sequence[ReceivedTables],
    report: Report,
    language: Language,
) -> MarkedCopy | None:
    """Write the copy. None is made where no cell is wrong.

    Another file is never replaced: the copy of a copy takes its place, else a number makes the name a new one. The
    same marks give the same copy.
    """
    from sitegen.authoring.importing.marked_table import marked_table

    marked = marked_table(given, received, report.problems, language)
    if marked is None:
        return None
    made = marked.workbook
    if made is None:
        report.add([Problem(NOT_MARKED, Location(given.name))])
        return None
    copy = _copy_of(given.folder / given.name, made.extension, made.data)
    if not copy.exists() or files.read(copy) != made.data:
        files.write(copy, made.data)
    return MarkedCopy(copy, marked.cells, made.is_plain, made.left_out)


def _copy_of(path: Path, extension: str, data: bytes) -> Path:
    """Where the copy goes. One that is there already with the same bytes is left as it is."""
    if path.stem.endswith(MARKED) and path.suffix.lower() == extension:
        return path
    names = (f"{path.stem}{MARKED}{f'-{n}' if n > 1 else ''}{extension}" for n in count(1))
    copies = (path.with_name(name) for name in names)
    return next(new for new in copies if not new.exists() or files.read(new) == data)
