"""Where the table of a sheet is: below titles, among blank rows, hidden ones and totals."""

from __future__ import annotations

import re

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.workbook_reading import read, rows, told
from tests.support.workbooks import saved, xlsx, xlsx_with_part

HEADER = ["编号", "名称", "地区"]
ROW = ["a", "梨酒", "青溪县"]


def test_a_merged_title_above_the_header_is_a_title() -> None:
    data = xlsx([["2024年梨产品名单"], HEADER, ROW], lambda sheet: sheet.merge_cells("A1:C1"))
    assert rows(data) == [HEADER, ROW]


def test_a_row_of_several_cells_above_the_header_is_told() -> None:
    data = xlsx([["名单"], ["填报单位", "青溪县"], HEADER, ROW])
    (table,), _ = read(data)
    assert table.rows == (dict(zip(HEADER, ROW, strict=True)),) and table.lines == (4,)
    assert told(data) == ["[Sheet1!A2] table.above-header"]


def test_blank_rows_and_columns_are_nothing() -> None:
    blank: list[str | None] = [None, None, None, None]
    data = xlsx([blank, [None, *HEADER], blank, blank, [None, *ROW]])
    (table,), problems = read(data)
    assert problems == [] and table.header == tuple(HEADER)
    assert (table.header_line, table.lines, table.columns) == (
        2,
        (5,),
        {"编号": 2, "名称": 3, "地区": 4},
    )


def test_a_blank_column_between_others_is_nothing() -> None:
    assert rows(xlsx([["编号", None, "名称"], ["a", None, "梨酒"]])) == [
        ["编号", "名称"],
        ["a", "梨酒"],
    ]


def test_a_column_with_content_and_no_name_is_refused() -> None:
    data = xlsx([["编号", None, "名称"], ["a", "要紧的", "梨酒"]])
    assert told(data) == ["[Sheet1!B1] workbook.blank-header"]


def test_two_columns_of_one_name_are_refused() -> None:
    assert told(xlsx([["编号", "名称", "名称"], ["a", "b", "c"]])) == [
        "[Sheet1!C1] workbook.duplicate-header"
    ]


def test_a_header_in_two_lines_is_read_as_one() -> None:
    assert rows(xlsx([["编号", "有货\n月份"], ["a", "九月"]]))[0] == ["编号", "有货月份"]


def test_cells_merged_below_each_other_all_have_the_value() -> None:
    data = xlsx(
        [HEADER, ["a", "梨酒", "青溪县"], ["b", "梨膏"], ["c", "梨糖"]],
        lambda sheet: sheet.merge_cells("C2:C4"),
    )
    assert [row[2] for row in rows(data)[1:]] == ["青溪县"] * 3


def test_cells_merged_beyond_the_last_row_make_no_rows() -> None:
    data = xlsx([HEADER, ROW], lambda sheet: sheet.merge_cells("C2:C90"))
    assert rows(data) == [HEADER, ROW]


def test_an_error_in_merged_cells_is_refused_in_each_row() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C2"].value = "#N/A"
        sheet.merge_cells("C2:C3")

    assert told(xlsx([HEADER, ["a", "梨酒"], ["b", "梨膏"]], change)) == [
        "[Sheet1!C2 地区] workbook.error-cell",
        "[Sheet1!C3 地区] workbook.error-cell",
    ]


def test_hidden_rows_are_read_and_told_once() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = sheet.row_dimensions[4].hidden = True

    data = xlsx([HEADER, ROW, ["b", "梨膏", ""], ["c", "梨糖", ""]], change)
    (table,), (problem,) = read(data)
    assert [row["编号"] for row in table.rows] == ["a", "b", "c"]
    assert str(problem.at).endswith("[Sheet1!A3]") and "2 行" in problem.message("zh")


@pytest.mark.parametrize("word", ["合计", "合 计", "总计：", "小计", "Total"])
def test_a_row_of_totals_is_told_and_no_entry(word: str) -> None:
    data = xlsx([HEADER, ROW, [None, word, 28]])
    (table,), _ = read(data)
    assert len(table.rows) == 1
    assert told(data) == ["[Sheet1!B3] table.total"]


def test_each_sheet_with_content_is_a_table() -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.append(HEADER)
    first.append(ROW)
    book.create_sheet("空")
    second = book.create_sheet("白山县")
    second.append(["名称", "编号"])
    second.append(["梨膏", "b"])
    tables, problems = read(saved(book))
    assert problems == []
    assert [(table.sheet, table.header) for table in tables] == [
        ("Sheet", tuple(HEADER)),
        ("白山县", ("名称", "编号")),
    ]


def test_a_hidden_sheet_is_told_and_not_read() -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.append(HEADER)
    hidden = book.create_sheet("暂存")
    hidden["A1"].value = "#N/A"
    hidden.sheet_state = "hidden"
    assert told(saved(book)) == ["[暂存] workbook.hidden-sheet"]


def test_the_guide_and_the_lists_of_our_own_workbooks_are_passed_over() -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.append(HEADER)
    book.create_sheet("填写说明").append(["怎样填写"])
    lists = book.create_sheet("选项")
    lists.append(["#N/A"])
    lists.sheet_state = "hidden"
    assert told(saved(book)) == []


def with_prose(title: str) -> bytes:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.append(HEADER)
    first.append(ROW)
    book.create_sheet(title)["B2"].value = "填表前请先看这里"
    return saved(book)


def test_a_sheet_that_is_called_explanations_is_told_and_left_out() -> None:
    tables, (problem,) = read(with_prose("说明"))
    assert (problem.kind.code, str(problem.at)[-4:]) == ("workbook.prose", "[说明]")
    assert tables is not None and len(tables) == 1


def test_a_sheet_of_another_name_without_a_header_is_refused_with_the_way_to_keep_it() -> None:
    _, (problem,) = read(with_prose("名单"))
    assert (problem.kind.code, str(problem.at)[-4:]) == ("workbook.no-header", "[名单]")
    assert "隐藏这张工作表" in problem.fix("zh")


def texts(data: bytes) -> list[list[str]]:
    """The rows of the one table."""
    (table,), _ = read(data)
    return [list(row.values()) for row in table.rows]


@pytest.mark.parametrize(
    "note",
    [
        ["填表说明：一个产品填一行"],
        ["制表人：李工", None, "日期：2026年1月5日"],
        ["填报单位（盖章）：青溪县", None],
        [None, "注: 本表一式两份"],
        ["（以下空白）"],
    ],
)
def test_notes_and_signatures_below_a_table_are_told_and_no_entries(
    note: list[str | None],
) -> None:
    data = xlsx([HEADER, ROW, note])
    assert texts(data) == [ROW]
    (problem,) = told(data)
    assert problem.endswith("table.note-row")


def test_a_note_of_several_rows_is_a_note_until_a_row_with_several_cells() -> None:
    data = xlsx([HEADER, ["注：以下为续展"], ["1. 名称写全称"], ROW])
    assert texts(data) == [ROW]
    assert told(data) == ["[Sheet1!A2] table.note-row", "[Sheet1!A3] table.note-row"]


@pytest.mark.parametrize("name", ["注册商标", "单位", "说明书", "人员：", "日期2026"])
def test_a_name_that_only_begins_like_a_note_is_an_entry(name: str) -> None:
    row = ["a", name, "青溪县"]
    assert texts(xlsx([HEADER, row])) == [row]


def test_a_cell_with_a_picture_of_wps_is_told_and_blank() -> None:
    formula = '=DISPIMG("ID_0123456789ABCDEF0123456789ABCDEF",1)'
    data = xlsx([HEADER, [*ROW[:2], formula]])
    assert texts(data) == [[*ROW[:2], ""]]
    assert told(data) == ["[Sheet1!C2 地区] workbook.picture-in-cell"]


def test_a_cell_with_a_picture_of_excel_is_told_and_blank() -> None:
    # Excel keeps the picture elsewhere; programs that do not know it read #VALUE!.
    def change(part: bytes) -> bytes:
        return re.sub(
            rb'<c r="C2".*?</c>', b'<c r="C2" t="e" vm="1"><v>#VALUE!</v></c>', part, flags=re.S
        )

    data = xlsx_with_part(xlsx([HEADER, ROW]), "xl/worksheets/sheet1.xml", change)
    assert told(data) == ["[Sheet1!C2 地区] workbook.error-cell"]
    data = xlsx_with_part(data, "xl/richData/richValueRel.xml", lambda _: b"<richValueRels/>")
    assert told(data) == ["[Sheet1!C2 地区] workbook.picture-in-cell"]
    assert texts(data) == [[*ROW[:2], ""]]


def test_hidden_columns_are_read_and_told() -> None:
    data = xlsx([HEADER, ROW], lambda s: setattr(s.column_dimensions["B"], "hidden", True))
    assert texts(data) == [ROW]
    assert told(data) == ["[Sheet1!B1] workbook.hidden-columns"]


def test_a_workbook_without_content_has_no_table() -> None:
    assert told(xlsx()) == ["table.no-header"]


def test_pictures_in_cells_are_told() -> None:
    data = xlsx_with_part(xlsx([HEADER, ROW]), "xl/media/image1.png", lambda _: b"png")
    assert told(data) == ["workbook.pictures"]


def test_cells_that_do_not_say_where_they_are_stand_next_to_each_other() -> None:
    # Exports of web sites leave the references out, and put a prefix before each name.
    def change(part: bytes) -> bytes:
        part = re.sub(rb' r="[A-Z]*[0-9]+"', b"", part)
        part = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", part)
        return part.replace(b"xmlns=", b"xmlns:x=")

    data = xlsx_with_part(xlsx([HEADER, ROW]), "xl/worksheets/sheet1.xml", change)
    assert rows(data) == [HEADER, ROW]
