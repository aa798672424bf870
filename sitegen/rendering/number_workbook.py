"""Tables of numbers as a workbook for Excel and WPS, each printed on one page of A4. The same tables always
give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sitegen.rendering.workbooks import new_workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

A4: Final = 9
WIDEST_TITLE: Final = 31
"""So many characters Excel allows in the name of a sheet."""


class NumberSheet(NamedTuple):
    """`header` are the heads of the columns, that of the rows first; each row is its head and its numbers. The
    last row has the totals. `lines` stand below the title, `title` is in the tab as well."""

    title: str
    lines: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def workbook_bytes(sheets: Sequence[NumberSheet]) -> bytes:
    """The workbook with these sheets; their titles differ, and have none of `[]:*?/\\`."""
    data = io.BytesIO()
    workbook = new_workbook(data)
    for sheet in sheets:
        _write(workbook, sheet)
    workbook.close()
    return data.getvalue()


def _write(workbook: Workbook, sheet: NumberSheet) -> None:
    title = workbook.add_format({"bold": True, "font_size": 16})
    header = workbook.add_format(
        {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter"}
    )
    cell = workbook.add_format({"border": 1})
    total = workbook.add_format({"border": 1, "bold": True, "top": 2})
    page = workbook.add_worksheet(sheet.title[:WIDEST_TITLE])
    page.write_string(0, 0, sheet.title, title)
    for number, line in enumerate(sheet.lines, start=1):
        page.write_string(number, 0, line)
    first = len(sheet.lines) + 2
    for column, text in enumerate(sheet.header):
        page.write_string(first, column, text, header)
    page.set_row(first, 48)
    last = len(sheet.rows) - 1
    for place, row in enumerate(sheet.rows):
        _write_row(page, first + 1 + place, row, total if place == last else cell)
    page.set_column(0, 0, 16)
    page.set_column(1, len(sheet.header) - 1, 11)
    page.freeze_panes(first + 1, 1)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 1)


def _write_row(page: object, line: int, row: tuple[str | int, ...], style: Format) -> None:
    for column, value in enumerate(row):
        if isinstance(value, int):
            page.write_number(line, column, value, style)  # type: ignore[attr-defined]
        else:
            page.write_string(line, column, value, style)  # type: ignore[attr-defined]
