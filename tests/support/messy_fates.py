"""What becomes of every cell of a messy workbook: published where, refused and why, told and left out, or lost."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from datetime import date, datetime
from typing import Any, Final

from openpyxl import load_workbook

from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.problems import Location, Problem, letters
from tests.support.imported import Imported

LOST: Final = "LOST"
WHOLE_ROWS: Final = ("table.total", "table.note-row", "table.above-header")
WHOLE_COLUMNS: Final = ("import.serial-numbers", "import.unknown-column")
Cells = Mapping[tuple[str, int, int], Any]
"""(sheet, row, column) to the value."""


def cells_of(file: str, data: bytes, rows: Any = None) -> dict[tuple[str, int, int], Any]:
    """Every cell with a value, as another library reads it, or as it was made (`rows` of .xls and .ods files)."""
    if rows is not None:
        return _of_rows("Sheet1", rows)
    if file.endswith(".csv"):
        # Problems of CSV files are placed at lines, which here are rows.
        return _of_rows("", csv.reader(io.StringIO(data.decode("gb18030"))))
    book = load_workbook(io.BytesIO(data), data_only=False)
    found: dict[tuple[str, int, int], Any] = {}
    for sheet in book.worksheets:
        found |= _of_rows(sheet.title, sheet.iter_rows(values_only=True))
    return found


def _of_rows(sheet: str, rows: Any) -> dict[tuple[str, int, int], Any]:
    return {
        (sheet, row, column): value
        for row, values in enumerate(rows, 1)
        for column, value in enumerate(values, 1)
        if value not in (None, "")
    }


def fates(cells: Cells, found: Imported) -> list[str]:
    """A line for each cell: where it is, what it says, what comes of it."""
    lines = []
    for (sheet, row, column), value in sorted(cells.items()):
        place = f"{sheet}!{letters(column)}{row}" if sheet else f"{letters(column)}{row}"
        text = " ".join(str(value).split())[:24]
        lines.append(f"{place} | {text} | {_fate(found, cells, sheet, row, column)}")
    return lines


def _fate(found: Imported, cells: Cells, sheet: str, row: int, column: int) -> str:
    problems = [problem for problem in found.report.problems if problem.at.sheet == sheet]
    header = _header_row(found, sheet)

    def at(row: int) -> list[Problem]:
        return [p for p in problems if _is_at(p.at, cells, sheet, row, column, header)]

    if here := at(row):
        return "; ".join(dict.fromkeys(map(_said, here)))
    if header is None:
        return next((_said(p) for p in problems if p.at.line is None), LOST)
    of_row = [p for p in problems if p.at.line == row and p.kind.code in WHOLE_ROWS]
    if of_row:
        return _said(of_row[0])
    if row <= header:
        return "header" if row == header else "title"
    of_column = [p for p in at(header) if p.kind.code in WHOLE_COLUMNS]
    if of_column:
        return f"column: {_said(of_column[0])}"
    return _of_entries(found, sheet, row, cells[sheet, row, column])


def _of_entries(found: Imported, sheet: str, line: int, value: Any) -> str:
    """Where the entries of a row say the value of a cell. A firm stands in the first row that names it, an
    announcement in its first row."""
    assert found.done is not None
    every = found.done.proposals.rows
    rows = [row for row in every if (row.at.sheet, row.at.line) == (sheet, line)]
    own = [row for row in rows if row.collection not in ("organizations", "recognitions")] or rows
    if any(row.outcome is Outcome.REFUSED for row in own):
        return "row refused"
    subjects = {f"{row.collection}:{row.id}" for row in own}
    places = [place for row in rows for place in _fields(row, value)]
    places += [place for row in every for place in _members(row, value, subjects)]
    elsewhere = [place for row in every for place in _fields(row, value)]
    return ", ".join(dict.fromkeys(places or elsewhere)) or LOST


def _said(problem: Problem) -> str:
    return f"{problem.kind.severity.value} {problem.kind.code}"


def _header_row(found: Imported, sheet: str) -> int | None:
    rows = found.done.proposals.rows if found.done is not None else ()
    lines = [r.at.line or 0 for r in rows if r.at.sheet == sheet]
    tables = [
        p.at.line
        for p in found.report.problems
        if p.at.sheet == sheet and p.at.field and p.kind.code.startswith(("import.", "ledger."))
    ]
    above = [line for line in tables if line and (not lines or line < min(lines))]
    return min(above) if above else (min(lines) - 1 if lines else None)


def _is_at(
    at: Location, cells: Cells, sheet: str, row: int, column: int, header: int | None
) -> bool:
    if at.line != row:
        return False
    if at.column is not None:
        return at.column == column
    named = cells.get((sheet, header or 0, column))
    return at.field is not None and _plain(named) == _plain(at.field)


def _fields(row: Proposal, value: Any) -> Iterator[str]:
    """The fields of an entry that say the value of a cell."""
    for change in row.changes:
        if _is_said(_plain(value), change.new):
            yield f"{row.collection}:{row.id} {change.title}"


def _members(row: Proposal, value: Any, subjects: Set[str]) -> Iterator[str]:
    """The same in the rows of an announcement that name one of these subjects."""
    members = row.tree.get("rows", [])
    for member in members if isinstance(members, list) else []:
        if isinstance(member, dict) and member["subject"] in subjects:
            for name, text in member.items():
                if _is_said(_plain(value), str(text)):
                    yield f"{row.collection}:{row.id} row {member['row']} {name}"


def _is_said(wanted: str, text: str) -> bool:
    plain = _plain(text)
    digits = re.sub(r"\D", "", plain)
    is_month = len(plain) == 7 and wanted.startswith(f"{plain}-")
    return plain == wanted or is_month or (wanted.isdecimal() and digits.lstrip("0") == wanted)


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        value = value.strftime("%Y-%m-%d")
    text = unicodedata.normalize(
        "NFKC",
        {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value),
    )
    if date_parts := re.fullmatch(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?", text):
        text = "-".join(part.zfill(2) for part in date_parts.groups())
    return re.sub(r"[\s、,;]+", "", text.translate(str.maketrans("〔〕", "[]")))
