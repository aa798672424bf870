"""A sheet with its marks: rows, the column of problems, its width and its filter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sitegen.authoring.marking.column_edits import (
    ColumnStyles,
    extent_edits,
    filter_edits,
    usual_width_edits,
    width_edits,
)
from sitegen.authoring.marking.marks import Mark, text_of_comment, text_of_row, worst
from sitegen.authoring.marking.references import LAST_COLUMN, area_of
from sitegen.authoring.marking.row_edits import RowChange, changed_row
from sitegen.authoring.marking.sheet_look import SheetLook
from sitegen.authoring.marking.styles import Styles
from sitegen.authoring.marking.xml_edits import Edit, edited
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.loading.workbooks.facts import Damaged
from sitegen.problems import Language, Severity

MOST_STEPS: Final = 1_000_000


@dataclass(slots=True)
class SheetMarks:
    """The marks of a sheet at the cells where they show: a merged cell shows all that is wrong within it."""

    by_row: dict[int, list[Mark]]
    by_cell: dict[tuple[int, int], list[Mark]]

    def comments(self) -> dict[tuple[int, int], str]:
        return {cell: text_of_comment(marks) for cell, marks in self.by_cell.items()}


def placed(marks: Iterable[Mark], look: SheetLook) -> SheetMarks:
    """The marks of a sheet by row and by cell. Raises Damaged."""
    found = SheetMarks({}, {})
    at: dict[int, dict[int, list[Mark]]] = {}
    for mark in sorted(marks, key=lambda one: (one.row, one.column or 0)):
        found.by_row.setdefault(mark.row, []).append(mark)
        at.setdefault(mark.row, {}).setdefault(mark.column or look.first_column, []).append(mark)
    shown_in = _first_of_merged(look, at)
    for row, columns in at.items():
        for column, some in columns.items():
            cell = shown_in.get((row, column), (row, column))
            found.by_cell.setdefault(cell, []).extend(some)
    return found


def _first_of_merged(
    look: SheetLook, at: Mapping[int, Mapping[int, object]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell of the merged ones for each of these cells that is merged with others."""
    merged = look.child("mergeCells")
    rows = sorted(at)
    found = {}
    steps = 0
    for one in merged.children if merged else ():
        top, left, bottom, right = area_of(one.attributes.get("ref", ""))
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            for column in at[row]:
                steps += 1
                if left <= column <= right:
                    found[row, column] = (top, left)
        if steps > MOST_STEPS:
            raise Damaged("merged cells")  # they overlap, which no program writes
    return found


def with_marks(
    look: SheetLook,
    marks: SheetMarks,
    styles: Styles,
    language: Language,
    more: Sequence[Edit] = (),
) -> tuple[bytes, str]:
    """The XML of the sheet, and the area of its filter, "" where that has not changed. `more` are further edits
    below the rows."""
    column = column_of_problems(look, marks)
    cols = look.child("cols")
    style_of_column = ColumnStyles(cols.children if cols else ())
    edits: list[Edit] = []
    severities: dict[int, dict[int, Severity]] = {}
    for (row, at), found in marks.by_cell.items():
        severities.setdefault(row, {})[at] = worst(found)
    for row in sorted({*look.rows, *look.gaps}):
        text, style = None, 0
        if not column or not marks.by_row:
            pass
        elif row == look.header:
            text, style = PROBLEMS_HEADER, styles.header()
        elif row in marks.by_row:
            text, style = text_of_row(marks.by_row[row], language), styles.text()
        change = RowChange(severities.get(row, {}), text, style, column)
        element = look.rows.get(row)
        start, end = (element.start, element.end) if element else (look.gaps[row],) * 2
        new = changed_row(look.part[start:end], row, look.prefix, change, styles, style_of_column)
        edits.append((start, end, new))
    data = look.child("sheetData")
    if data is not None and data.is_empty_tag:
        new = b"".join(new for _, _, new in edits)
        tag = look.part[data.start : data.end].removesuffix(b"/>")
        edits = [(data.start, data.end, tag + b">" + new + f"</{look.prefix}sheetData>".encode())]
    area = ""
    if column:
        if not look.problems:
            edits += width_edits(look, column)
        elif not marks.by_row:
            edits += usual_width_edits(look, column)
        of_filter, area = filter_edits(look, column, max(marks.by_row, default=0))
        edits += of_filter + extent_edits(look, column)
    return edited(look.part, [*edits, *more]), area


def column_of_problems(look: SheetLook, marks: SheetMarks) -> int:
    """The number of the column that says what is wrong, 0 where none is needed or no header is known."""
    return look.problems or (_free_column(look, marks) if marks.by_row and look.header else 0)


def _free_column(look: SheetLook, marks: SheetMarks) -> int:
    """The column to the right of all that stands in the header or below it, and of all marks."""
    last = max(look.last_column, *(column for _, column in marks.by_cell))
    merged = look.child("mergeCells")
    for one in merged.children if merged else ():
        _, _, bottom, right = area_of(one.attributes.get("ref", ""))
        if bottom >= look.header and right < last + 200:
            last = max(last, right)
    if last >= LAST_COLUMN:
        raise Damaged("columns")
    return last + 1
