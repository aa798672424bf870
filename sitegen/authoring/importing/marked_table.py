"""A table that came back with its wrong cells marked, as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.received import ReceivedTables
from sitegen.authoring.marking.marked_workbook import MarkedWorkbook, marked
from sitegen.authoring.marking.marks import mark_of
from sitegen.problems import Language, Problem, Severity


class MarkedTable(NamedTuple):
    """So many cells are marked; `workbook` is None where no copy of this file can be made."""

    workbook: MarkedWorkbook | None
    cells: int


def marked_table(
    given: GivenTable,
    received: Sequence[ReceivedTables],
    problems: Sequence[Problem],
    language: Language,
) -> MarkedTable | None:
    """The copy of a table with these problems marked, except notes. None where no cell has an error."""
    wrong = [problem for problem in problems if problem.at.file == given.name]
    told = [problem for problem in wrong if problem.kind.severity is not Severity.NOTE]
    marks = [mark for problem in told if (mark := mark_of(problem, language)) is not None]
    if not any(mark.severity is Severity.ERROR for mark in marks):
        return None
    tables = (table for one in received for table in one.entries)
    headers = {table.sheet: table.header_line for table in tables}
    made = marked(given.data, given.name, marks, headers=headers, language=language)
    cells = {(mark.sheet, mark.row, mark.column, mark.name) for mark in marks}
    return MarkedTable(made, len(cells))
