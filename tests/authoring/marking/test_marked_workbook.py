"""Marks in real files: exactly the wrong cells are marked, and all else stays as it was."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sitegen.authoring.marking.marked_workbook import marked
from sitegen.authoring.marking.marks import LONGEST_OF_ROW, MOST, Mark, mark_of
from sitegen.loading.workbook_marks import COMMENT_END, COMMENT_START, PROBLEMS_HEADER
from sitegen.loading.workbooks import kinds
from sitegen.problems import Location, Problem
from tests.support.marked_workbooks import (
    GREEN,
    RED,
    SHEET,
    YELLOW,
    again,
    full_workbook,
    mark,
    problems_of,
    seen,
    sheet_of,
    without_problems,
)
from tests.support.workbooks import xlsx, xlsx_with_part, xlsx_with_shared_texts, zipped

ROWS = [["编号", "名称", "地区"], ["li-gao", "梨膏", "青溪线"], ["li-jiu", "梨酒", "白山"]]
PART = "xl/worksheets/sheet1.xml"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_exactly_the_wrong_cells_are_coloured_and_commented() -> None:
    before = full_workbook()
    after = again(before, mark(4, 1, "写错了编号"), mark(5, 2, "最好写全", warning=True))
    cells = seen(after)
    marked_cells = {name: cell.fill for name, cell in cells.items() if cell.fill in (RED, YELLOW)}
    assert marked_cells == {"A4": RED, "B5": YELLOW}
    assert cells["A4"].comment == f"{COMMENT_START}\n写错了编号\n{COMMENT_END}"
    commented = {name for name, cell in cells.items() if COMMENT_START in cell.comment}
    assert commented == {"A4", "B5"}
    unmarked = without_problems(seen(before), "F")
    changed = {name: cells[name]._replace(fill=None, comment="") for name in ("A4", "B5")}
    assert {**without_problems(cells, "F"), **changed} == unmarked


def test_a_column_says_for_each_row_what_is_wrong() -> None:
    marks = [
        Mark(SHEET, 3, 3, "没有“青溪线”：改成 青溪县", name="地区"),
        mark(3, 1, "少了一个字"),
        mark(5, None, "这一行重复了", warning=True),
    ]
    after = again(full_workbook(), *marks)
    assert sheet_of(after)["F2"].value == PROBLEMS_HEADER
    assert problems_of(after) == {
        3: "A列：少了一个字\nC列 地区：没有“青溪线”：改成 青溪县",
        5: "（提醒）这一行重复了",
    }
    assert sheet_of(after).auto_filter.ref == "A2:F8"
    assert seen(after)["A5"].fill == YELLOW


def test_english_readers_get_the_names_of_columns_in_english() -> None:
    result = marked(
        full_workbook(), "a.xlsx", [Mark(SHEET, 3, 3, "unknown", name="地区")], language="en"
    )
    assert result is not None
    assert problems_of(result.data) == {3: "Column C (地区): unknown"}


def test_every_part_that_holds_no_mark_keeps_its_bytes() -> None:
    before, after = parts(full_workbook()), parts(again(full_workbook(), mark(3, 3)))
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        *("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/comments1.xml"),
        *("xl/drawings/vmlDrawing1.vml",),
    }
    assert {"xl/charts/chart1.xml", "xl/drawings/drawing1.xml"} <= before.keys()
    assert b"sparkline" in after[PART] and b"x14:dataBar" in after[PART]


def test_results_of_formulas_formats_and_rules_of_the_sheet_stay() -> None:
    before, after = full_workbook(), again(full_workbook(), mark(3, 5), mark(3, 2))
    values = load_workbook(io.BytesIO(after), data_only=True)[SHEET]
    assert (values["E3"].value, sheet_of(after)["E3"].value) == (4, "=D3*2")
    old, new = sheet_of(before), sheet_of(after)
    assert repr(new["B3"].value) == repr(old["B3"].value) and "雪" in repr(new["B3"].value)
    assert new.merged_cells.ranges == old.merged_cells.ranges
    assert new.data_validations == old.data_validations
    assert new.freeze_panes == old.freeze_panes
    assert new.row_dimensions[8].hidden and new.row_dimensions[5].height == 39.75
    for letter in "AE":
        assert new.column_dimensions[letter].width == old.column_dimensions[letter].width
    assert load_workbook(io.BytesIO(after))["选项"].sheet_state == "hidden"


def test_a_cell_that_is_not_there_is_marked_in_the_style_of_its_column() -> None:
    def change(part: bytes) -> bytes:
        return part.replace(
            b"<sheetData>", b'<cols><col min="2" max="4" width="9" style="1"/></cols><sheetData>'
        )

    with_style = xlsx_with_part(
        xlsx_with_shared_texts([*ROWS, ["a", None, date(2024, 6, 1)]]), PART, change
    )
    after = again(with_style, mark(4, 2, sheet="Sheet1"))
    assert seen(after, "Sheet1")["B4"].fill == RED
    assert seen(after, "Sheet1")["B4"].number_format == "yyyy-mm-dd"


def test_a_merged_cell_is_marked_where_it_shows() -> None:
    after = again(full_workbook(), mark(7, 3, "没有这个地区"))
    cells = seen(after)
    assert cells["C6"].fill == RED and "没有这个地区" in cells["C6"].comment
    assert problems_of(after) == {7: "C列：没有这个地区"}


def test_what_the_author_wrote_in_a_comment_stays_below_ours() -> None:
    after = again(full_workbook(), mark(4, 3, "没有这个地区"))
    ours = f"{COMMENT_START}\n没有这个地区\n{COMMENT_END}\n"
    assert seen(after)["C4"].comment == f"{ours}作者的话"


def test_the_box_of_a_comment_fits_its_text() -> None:
    def height(text: str) -> int:
        part = parts(again(xlsx(ROWS), mark(2, 2, text, sheet="Sheet1")))[
            "xl/drawings/vmlDrawing1.vml"
        ]
        return int(part.partition(b"height:")[2].partition(b"pt")[0])

    assert height("短") < height("很长的文字，" * 20) <= 400


def test_a_workbook_with_macros_keeps_them_unread() -> None:
    macros = b"\xd0\xcf\x11\xe0 any bytes"
    with_macros = xlsx_with_part(xlsx(ROWS), "xl/vbaProject.bin", lambda _: macros)
    result = marked(with_macros, "名单.xlsm", [mark(2, 3, sheet="Sheet1")])
    assert result is not None
    assert (parts(result.data)["xl/vbaProject.bin"], result.extension) == (macros, ".xlsm")


def test_a_table_of_excel_takes_in_the_column_with_its_own_filter() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet(SHEET)
        columns = [{"header": name} for name in ROWS[0]]
        page.add_table(0, 0, 2, 2, {"columns": columns, "data": ROWS[1:], "name": "表"})
    after = again(buffer.getvalue(), mark(2, 3))
    table = sheet_of(after).tables["表"]
    assert (table.ref, table.autoFilter.ref) == ("A1:D3", "A1:D3")
    assert [column.name for column in table.tableColumns][-1] == PROBLEMS_HEADER
    assert sheet_of(after).auto_filter.ref is None
    table = sheet_of(again(after)).tables["表"]
    assert (table.ref, len(table.tableColumns)) == ("A1:C3", 3)


def test_texts_are_no_formulas_and_no_codes_of_excel() -> None:
    after = again(full_workbook(), mark(3, None, "=HYPERLINK(1)"), mark(4, None, "_x0041_\x01<&>"))
    assert problems_of(after) == {3: "=HYPERLINK(1)", 4: "_x0041_\\x01<&>"}
    assert sheet_of(after)["F3"].data_type == "s" or b'r="F3" s=' in parts(after)[PART]
    assert b"<f>HYPERLINK" not in parts(after)[PART]


def test_long_texts_and_very_many_marks_are_bounded() -> None:
    marks = [mark(3, column, f"{column}" * 1_000) for column in range(1, 50)]
    assert len(problems_of(again(full_workbook(), *marks))[3]) <= LONGEST_OF_ROW
    many = [mark(row, 1) for row in range(3, MOST + 100)]
    result = marked(full_workbook(), "名单.xlsx", many)
    assert result is not None and not result.is_plain
    assert (len(problems_of(result.data)), result.left_out) == (MOST, len(many) - MOST)


def test_the_same_marks_give_the_same_bytes() -> None:
    marks = [mark(4, 3), mark(8, None, warning=True), mark(12, 2)]
    first = again(full_workbook(), *marks)
    assert again(full_workbook(), *marks) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_workbook_whose_xml_has_prefixes_is_marked() -> None:
    def prefixed(part: bytes) -> bytes:
        text = part.decode().replace("</", "\x00").replace("<", "<x:").replace("\x00", "</x:")
        return text.replace("<x:?", "<?").replace("xmlns=", "xmlns:x=", 1).encode()

    data = xlsx_with_part(xlsx(ROWS), PART, prefixed)
    data = xlsx_with_part(data, "xl/styles.xml", prefixed)
    cells = seen(again(data, mark(2, 3, sheet="Sheet1"), mark(5, 1, sheet="Sheet1")), "Sheet1")
    assert (cells["C2"].fill, cells["A5"].fill) == (RED, RED)


def test_a_workbook_whose_parts_are_named_as_in_windows_keeps_its_looks() -> None:
    as_in_windows = {name.replace("/", "\\"): part for name, part in parts(full_workbook()).items()}
    after = again(zipped(as_in_windows), mark(3, 3))
    assert (seen(after)["C3"].fill, seen(after)["C4"].fill) == (RED, GREEN)


def test_a_workbook_without_styles_is_marked() -> None:
    bare = parts(xlsx(ROWS))
    relations = bare["xl/_rels/workbook.xml.rels"]
    start = relations.rindex(b"<Relationship", 0, relations.index(b"relationships/styles"))
    end = relations.index(b"/>", start) + 2
    data = xlsx_with_part(xlsx(ROWS), "xl/_rels/workbook.xml.rels", lambda p: p[:start] + p[end:])
    assert seen(again(data, mark(2, 3, sheet="Sheet1")), "Sheet1")["C2"].fill == RED


def test_a_sheet_without_marks_and_one_that_is_not_there_change_nothing() -> None:
    before = parts(full_workbook())
    after = parts(again(full_workbook(), mark(2, 3, sheet="没有这张表")))
    assert after == before


def test_a_problem_becomes_a_mark_with_what_to_do() -> None:
    problem = Problem(kinds.ERROR_CELL, Location("a.xlsx", 7, 3, "地区", SHEET), {"value": "#N/A"})
    found = mark_of(problem, "zh")
    text = "这一格是公式的错误值 #N/A：改正公式，或把值直接写进去"
    assert found == Mark(SHEET, 7, 3, text, name="地区")
    assert mark_of(Problem(kinds.DAMAGED, Location("a.xlsx")), "zh") is None


TEXTS = st.text(st.sampled_from("梨酒 =+<&>'\"_x1\n"), max_size=6)


@given(
    rows=st.lists(st.lists(TEXTS, min_size=2, max_size=6), min_size=1, max_size=8),
    places=st.sets(st.tuples(st.integers(2, 14), st.integers(1, 9)), max_size=12),
    by_openpyxl=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_random_sheets_change_where_they_are_marked_only(
    rows: list[list[str]], places: set[tuple[int, int]], by_openpyxl: bool
) -> None:
    make = xlsx if by_openpyxl else xlsx_with_shared_texts
    before = make([["编号", "名称"], *rows])
    marks = [mark(row, column, f"错{row}", sheet="Sheet1") for row, column in sorted(places)]
    after = again(before, *marks)
    old, new = sheet_of(before, "Sheet1"), sheet_of(after, "Sheet1")
    found = set()
    headers = [cell.column for cell in new[1] if cell.value == PROBLEMS_HEADER]
    assert len(headers) == bool(places)
    for row in new.iter_rows():
        for cell in row:
            if cell.fill.fgColor.rgb == RED:
                assert cell.comment and f"错{cell.row}" in cell.comment.text
                found.add((cell.row, cell.column))
            if cell.column not in headers:
                assert cell.value == old.cell(cell.row, cell.column).value
    assert found == places
    assert set(problems_of(after, "Sheet1")) == {row for row, _ in places}
    assert again(after, *marks) == after
    cleared = seen(again(after), "Sheet1")
    assert without_problems(cleared, "") == without_problems(seen(before, "Sheet1"), "")


@pytest.mark.parametrize("count", [500])
def test_five_thousand_rows_take_no_more_than_a_few_seconds(count: int) -> None:
    data = xlsx_with_shared_texts([[f"字{r}-{c}" for c in range(20)] for r in range(5_000)])
    marks = [mark(10 * n + 2, n % 20 + 1, sheet="Sheet1") for n in range(count)]
    start = time.perf_counter()
    after = again(data, *marks)
    assert time.perf_counter() - start < 5
    assert len(problems_of(after, "Sheet1")) == count


def test_the_colour_of_before_is_remembered_beside_the_mark() -> None:
    marked_once = again(full_workbook(), mark(3, 3), mark(3, 1))
    assert (seen(marked_once)["C3"].fill, seen(marked_once)["A3"].fill) == (RED, RED)
    cleared = seen(again(marked_once))
    assert (cleared["C3"].fill, cleared["A3"].fill) == (GREEN, None)
