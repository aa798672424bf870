"""Sheets as a workbook for Excel and WPS. The same sheets always give the same bytes.

All cells are text, also those that are still empty: 0536 stays 0536, a code of 18 digits keeps all of them, and
nothing that is typed becomes a date or a formula. XlsxWriter is loaded in rendering/workbooks.py only.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sitegen.authoring.sheets.drop_downs import DropDowns
from sitegen.authoring.sheets.guide import Guide
from sitegen.authoring.sheets.notes import column_note
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.authoring.sheets.widths import column_width, row_height, width_of
from sitegen.loading.workbook_marks import GUIDE_SHEET, LISTS_SHEET
from sitegen.rendering.workbooks import new_workbook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FREE_ROWS: Final = 1_000
"""Drop-downs reach so many rows below the last one."""
FROZEN: Final = 2
"""Columns that stay in sight: the id and the name."""
TEXT: Final = {"num_format": "@", "valign": "top", "text_wrap": True}
HEADER: Final = {
    **{"bold": True, "valign": "vcenter", "text_wrap": True, "num_format": "@", "border": 1},
    **{"border_color": "#BFBFBF", "bg_color": "#E7EDF5", "font_color": "#1F2A44"},
}
STYLES: Final[Mapping[str, dict[str, Any]]] = {
    "text": TEXT,
    "example": {**TEXT, "italic": True, "font_color": "#6B6B6B", "bg_color": "#F0F0F0"},
    "header": HEADER,
    "required": {**HEADER, "bg_color": "#FBE3B5", "font_color": "#5A3A00"},
    "private": {**HEADER, "bg_color": "#F6D5D5", "font_color": "#7A1212"},
    "title": {"bold": True, "font_size": 16, "valign": "vcenter"},
    "line": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "bottom": 1, "valign": "vcenter"},
}


@dataclass(slots=True)
class _Writing:
    workbook: Workbook
    styles: Mapping[str, Format]
    drop_downs: DropDowns


def workbook_bytes(
    sheets: list[Sheet], drop_downs: DropDowns, guide: Guide, *, guide_first: bool
) -> bytes:
    """The workbook with these sheets, a sheet of instructions, and the lists of its drop-downs."""
    data = io.BytesIO()
    workbook = new_workbook(data)
    styles = {name: workbook.add_format(properties) for name, properties in STYLES.items()}
    writing = _Writing(workbook, styles, drop_downs)
    if guide_first:
        _write_guide(writing, guide)
    for sheet in sheets:
        _write_sheet(writing, sheet)
    if not guide_first:
        _write_guide(writing, guide)
    _write_lists(writing)
    workbook.close()
    return data.getvalue()


def _write_sheet(writing: _Writing, sheet: Sheet) -> None:
    page = writing.workbook.add_worksheet(sheet.title)
    styles = writing.styles
    widths = []
    for number, column in enumerate(sheet.columns):
        widths.append(column_width(column.header, (row[number] for row in sheet.rows)))
        page.set_column(number, number, widths[-1], styles["text"])
        style = "private" if column.is_private else "required" if column.is_required else "header"
        page.write_string(0, number, column.header, styles[style])
        note = column_note(column)
        lines = sum(1 + width_of(line) // 30 for line in note.split("\n"))
        page.write_comment(
            0, number, note, {"width": 240, "height": 24 + 17 * lines, "font_size": 10}
        )
        last = len(sheet.rows) + FREE_ROWS
        _write_drop_down(writing, page, number, sheet, last)
    for line, row in enumerate(sheet.rows, start=1):
        style = styles["example" if line <= sheet.examples else "text"]
        page.set_row(line, row_height(row, widths))
        for number, cell in enumerate(row):
            if cell or line <= sheet.examples:
                page.write_string(line, number, cell, style)
    page.set_row(0, 32)
    page.freeze_panes(1, min(FROZEN, len(sheet.columns) - 1))
    if sheet.rows and not sheet.examples:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    _set_up_printing(page)


def _write_drop_down(
    writing: _Writing, page: Worksheet, number: int, sheet: Sheet, last: int
) -> None:
    column = sheet.columns[number]
    source = writing.drop_downs.source_of(column)
    if not source:
        return
    closed = bool(column.choices)
    rule = {
        "validate": "list",
        "source": source,
        "show_error": closed or not column.is_list,
        "error_type": "stop" if closed else "warning",
        "error_title": "请从下拉里选",
        "error_message": f"“{column.header}”请从下拉里选一个。"[:255],
    }
    page.data_validation(1, number, last, number, rule)


def _write_guide(writing: _Writing, guide: Guide) -> None:
    page = writing.workbook.add_worksheet(GUIDE_SHEET)
    styles = writing.styles
    page.hide_gridlines(2)
    for number, width in enumerate((24, 10, 70)):
        page.set_column(number, number, width)
    page.set_row(0, 30)
    page.write_string(0, 0, guide.title, styles["title"])
    at = 2
    for line in guide.lines:
        page.merge_range(at, 0, at, 2, "", styles["line"])
        page.write_string(at, 0, line, styles["line"])
        page.set_row(at, 18 * (1 + width_of(line) // 100))
        at += 1
    for title, rows in guide.tables:
        at += 1
        for number, heading in enumerate((title, "", "怎么填")):
            page.write_string(at, number, heading, styles["heading"])
        for row in rows:
            at += 1
            for number, cell in enumerate(row):
                page.write_string(at, number, cell, styles["line"])
            page.set_row(at, 18 * (1 + width_of(row[2]) // 68))
        at += 1
    _set_up_printing(page)


def _write_lists(writing: _Writing) -> None:
    page = writing.workbook.add_worksheet(LISTS_SHEET)
    text = writing.styles["text"]
    for number, (title, values) in enumerate(writing.drop_downs.columns()):
        page.set_column(number, number, column_width(title, values), text)
        for line, value in enumerate((title, *values)):
            page.write_string(line, number, value, text)
    page.hide()


def _set_up_printing(page: Worksheet) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
