"""Each cell of a workbook becomes the text that one reads in it, or is refused at its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.workbook_reading import read, rows, told
from tests.support.workbooks import MAKERS, Rows, saved, xlsx, xlsx_with_part

HEADER = ["编号", "名称"]


def one(value: Any, number_format: str = "") -> bytes:
    """A workbook with this value in B2."""

    def change(sheet: Worksheet) -> None:
        sheet["B2"].value = value
        if number_format:
            sheet["B2"].number_format = number_format

    return xlsx([HEADER, ["a"]], change)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("梨酒", "", "梨酒"),
        ("\u3000 梨酒\xa0\n", "", "梨酒"),
        ("青溪\xa0梨酒", "", "青溪 梨酒"),
        ("青溪\n梨酒", "", "青溪\n梨酒"),
        ("２０２４", "", "２０２４"),
        ("2024.6.1", "", "2024.6.1"),
        ("0536", "@", "0536"),
        (12.0, "", "12"),
        (12.5, "0.00", "12.5"),
        (2025.1, "0.00", "2025.10"),
        (2025.1, "0.00_ ", "2025.10"),
        (2025.2, "0.00", "2025.2"),
        (2025.1, "", "2025.1"),
        (0.1 + 0.2, "", "0.3"),
        (0.00001, "", "0.00001"),
        (-3, "", "-3"),
        (123456789012345, "", "123456789012345"),
        (536, "0000", "0536"),
        (536, "0000;@", "0536"),
        (12, "0000", "0012"),
        (12345, "0000", "12345"),
        (5361234567, "0000-0000000", "0536-1234567"),
        (5361234567, '0000"-"0000000', "0536-1234567"),
        (12345, "#,##0", "12345"),
        (0.125, "0.0%", "12.5%"),
        (True, "", "是"),
        (False, "", "否"),
        (date(2024, 6, 1), "", "2024-06-01"),
        (date(2024, 6, 1), 'yyyy"年"m"月"d"日"', "2024-06-01"),
        (date(2024, 6, 1), "[$-804]yyyy/m/d;@", "2024-06-01"),
        (date(2024, 6, 1), 'yyyy"年"m"月"', "2024-06"),
        (date(2024, 6, 1), "yyyy", "2024"),
        (datetime(2024, 6, 1, 9, 30), "", "2024-06-01 09:30"),
        (time(8, 30), "", "08:30"),
    ],
)
def test_a_cell_is_the_text_that_one_reads_in_it(value: Any, number_format: str, text: str) -> None:
    assert rows(one(value, number_format)) == [HEADER, ["a", text]]


@pytest.mark.parametrize(
    ("value", "number_format", "code"),
    [
        (913700000000000000, "", "workbook.lost-digits"),
        (913700000000000000, "0", "workbook.lost-digits"),
        (6222021234567890, "0000", "workbook.lost-digits"),
        ("9.137E+17", "", "workbook.lost-digits"),
        ("#N/A", "", "workbook.error-cell"),
        ("#REF!", "", "workbook.error-cell"),
        ("=A2&1", "", "workbook.no-result"),
        (date(2026, 9, 10), 'm"月"d"日"', "workbook.no-year"),
        (13812345678, "yyyy-mm-dd", "workbook.no-day"),
        (-5, "yyyy-mm-dd", "workbook.no-day"),
        (0, 'yyyy"年"m"月"', "workbook.no-day"),
        ("青\u200b溪", "", "text.invisible-character"),
    ],
)
def test_a_cell_whose_value_is_not_known_is_refused_at_its_place(
    value: Any, number_format: str, code: str
) -> None:
    assert told(one(value, number_format)) == [f"[Sheet1!B2 名称] {code}"]


def test_how_to_retype_a_long_code_is_said() -> None:
    _, (problem,) = read(one(913700000000000000))
    assert "9.137E+17" in problem.message("zh")
    assert "“文本”" in problem.fix("zh") and "as text first" in problem.fix("en")


def test_the_row_and_its_other_cells_are_still_read() -> None:
    (table,), _ = read(one("#N/A"))
    assert table.rows == ({"编号": "a", "名称": ""},)
    assert table.refused == {(2, "名称")}


@pytest.mark.parametrize(
    ("value", "number_format", "is_cut"),
    [
        (2025.1, "", True),
        (2025.1, "0.0", True),
        (2025.1, "0.00", False),
        (2025.01, "", False),
        (2025.11, "", False),
        (2025, "", False),
        (12025.1, "", False),
        ("2025.1", "", False),
    ],
)
def test_a_number_that_may_be_october_is_marked(
    value: Any, number_format: str, is_cut: bool
) -> None:
    (table,), _ = read(one(value, number_format))
    assert table.cut_months == ({(2, "名称")} if is_cut else set())


def test_a_formula_that_gives_nothing_is_blank() -> None:
    # Excel stores the empty result of a formula as text.
    def change(sheet: Worksheet) -> None:
        sheet["B2"].value = '=IF(A2="","x","")'

    data = xlsx([HEADER, ["a"]], change)

    def as_excel(part: bytes) -> bytes:
        assert b"<v></v>" in part or b"<v />" in part or b"<v/>" in part
        return part.replace(b'<c r="B2">', b'<c r="B2" t="str">')

    assert rows(xlsx_with_part(data, "xl/worksheets/sheet1.xml", as_excel)) == [HEADER, ["a", ""]]


def test_dates_in_the_system_of_1904_are_the_days_that_they_show() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (HEADER, ["a", date(2024, 6, 1)]):
        sheet.append(row)
    assert rows(saved(book)) == [HEADER, ["a", "2024-06-01"]]


TABLE = [
    ["编号", "名称", "日期", "数"],
    ["a", "梨\n酒", date(2024, 6, 1), 12],
    ["b", "梨膏", None, 0.5],
]


@pytest.mark.parametrize(("extension", "make"), MAKERS)
def test_every_format_gives_the_same_table(extension: str, make: Callable[[Rows], bytes]) -> None:
    assert rows(make(TABLE), extension) == [
        ["编号", "名称", "日期", "数"],
        ["a", "梨\n酒", "2024-06-01", "12"],
        ["b", "梨膏", "", "0.5"],
    ]


@pytest.mark.parametrize(("extension", "make"), MAKERS)
def test_every_format_refuses_digits_that_are_lost(
    extension: str, make: Callable[[Rows], bytes]
) -> None:
    data = make([HEADER, ["a", 913700000000000000]])
    assert told(data, extension) == ["[Sheet1!B2 名称] workbook.lost-digits"]
