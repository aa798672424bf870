"""Workbooks as people have them, marked, and what openpyxl sees in them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sitegen.authoring.marking.marked_workbook import marked
from sitegen.authoring.marking.marks import Mark
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.problems import Severity

SHEET = "名单"
RED, YELLOW = "FFFFA7A7", "FFFFE896"
GREEN = "FFC6E0B4"


class Seen(NamedTuple):
    """What one sees of a cell."""

    value: object
    fill: str | None
    font: object
    border: object
    alignment: object
    number_format: str
    comment: str


def mark(
    row: int, column: int | None, text: str = "写错了", *, sheet: str = SHEET, warning: bool = False
) -> Mark:
    severity = Severity.WARNING if warning else Severity.ERROR
    return Mark(sheet, row, column, text, severity)


def again(data: bytes, *marks: Mark, file: str = "名单.xlsx") -> bytes:
    """The workbook with these marks."""
    result = marked(data, file, marks)
    assert result is not None
    return result.data


def sheet_of(data: bytes, name: str = SHEET) -> Worksheet:
    page = load_workbook(io.BytesIO(data), rich_text=True)[name]
    assert isinstance(page, Worksheet)
    return page


def seen(data: bytes, name: str = SHEET) -> dict[str, Seen]:
    """The cells of a sheet by their names."""
    return {
        cell.coordinate: Seen(
            str(cell.value) if cell.value is not None else None,
            cell.fill.fgColor.rgb if cell.fill.patternType else None,
            *(repr(look) for look in (cell.font, cell.border, cell.alignment)),
            cell.number_format,
            cell.comment.text if cell.comment else "",
        )
        for row in sheet_of(data, name).iter_rows()
        for cell in row
    }


def problems_of(data: bytes, name: str = SHEET) -> dict[int, str]:
    """What the column of problems says by row, its header left out; {} where there is no such column."""
    found: dict[int, str] = {}
    for column in sheet_of(data, name).iter_cols():
        headers = [cell.row for cell in column if cell.value == PROBLEMS_HEADER]
        if headers:
            found |= {c.row: str(c.value) for c in column if c.value and c.row not in headers}
    return found


def without_problems(cells: dict[str, Seen], letter: str) -> dict[str, Seen]:
    """The cells without those of one column and without blank ones that look like no cell."""
    return {
        name: cell
        for name, cell in cells.items()
        if name.rstrip("0123456789") != letter and (cell.value or cell.fill or cell.comment)
    }


def full_workbook(rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A workbook with nearly all that Excel has, by XlsxWriter: the header is in row 2, below a merged title."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})
        page, lists = book.add_worksheet(SHEET), book.add_worksheet("选项")
        lists.hide()
        lists.write_column(0, 0, ["青溪县", "白山县"])
        _write(book, page, rows or [[f"a{n}", f"梨{n}", "青溪线", str(n)] for n in range(3, 9)])
        chart: Any = book.add_chart({"type": "column"})
        chart.add_series({"values": f"={SHEET}!$D$3:$D$8"})
        page.insert_chart("H2", chart)
        page.insert_textbox("H20", "请看说明")
        page.add_sparkline("J3", {"range": f"{SHEET}!D3:D8"})
    return buffer.getvalue()


def _write(book: Any, page: Any, rows: Sequence[Sequence[str]]) -> None:
    green = book.add_format({"bg_color": f"#{GREEN[2:]}", "num_format": "@", "border": 1})
    bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
    page.merge_range("A1:E1", "特色产品登记表", book.add_format({"bold": True, "align": "center"}))
    page.write_row(1, 0, ["编号", "名称", "地区", "数", "合计"], bold)
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row):
            page.write_string(number, column, text, green if column == 2 else None)
        page.write_number(number, 3, number)
        page.write_formula(number, 4, f"=D{number + 1}*2", None, number * 2)
    page.write_rich_string(2, 1, bold, "雪", red, "花", "梨")
    page.write_comment(3, 2, "作者的话", {"width": 300, "height": 120})
    page.merge_range(5, 2, 6, 2, "青溪线", green)
    page.set_column(0, 0, 12.5)
    page.set_column(4, 9, 7, green)
    page.set_row(4, 40)
    page.set_row(7, None, None, {"hidden": True})
    page.freeze_panes(2, 1)
    page.autofilter(1, 0, 7, 4)
    page.data_validation("C3:C90", {"validate": "list", "source": "=选项!$A$1:$A$2"})
    page.conditional_format("D3:D8", {"type": "data_bar", "data_bar_2010": True})
