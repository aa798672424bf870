"""A marked workbook comes back: corrected, sorted, saved by another program, put into content/."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from openpyxl import load_workbook

from sitegen.loading.workbook_marks import COMMENT_END, COMMENT_START, PROBLEMS_HEADER
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
from tests.support.workbook_reading import read
from tests.support.workbooks import ods, saved, xls, xlsx, zipped

ROWS = [["编号", "名称", "地区"], ["li-gao", "梨膏", "青溪线"], ["li-jiu", "梨酒", "白山"]]


def changed(data: bytes, change: Callable[[Any], object], name: str = SHEET) -> bytes:
    """The workbook as another program saves it after a change to one sheet."""
    book = load_workbook(io.BytesIO(data), rich_text=True)
    change(book[name])
    return saved(book)


def test_marks_of_what_is_right_now_go_and_the_others_stay() -> None:
    first = again(full_workbook(), mark(3, 3, "一"), mark(4, 3, "二"), mark(5, 1, "三"))
    second = again(first, mark(4, 3, "二"))
    cells = seen(second)
    assert {name for name, cell in cells.items() if cell.fill == RED} == {"C4"}
    assert problems_of(second) == {4: "C列：二"}
    assert (cells["C3"].fill, cells["C3"].comment) == (GREEN, "")
    assert (cells["A5"].fill, cells["A5"].comment) == (None, "")


def test_without_marks_the_workbook_is_as_it_was() -> None:
    marks = [mark(3, 3), mark(4, 3), mark(5, 1, warning=True), mark(7, 3), mark(8, None)]
    cleared = again(again(full_workbook(), *marks))
    assert without_problems(seen(cleared), "") == without_problems(seen(full_workbook()), "")
    assert sheet_of(cleared).auto_filter.ref == "A2:E8"
    assert seen(cleared)["C4"].comment == "作者的话"
    assert "F" not in sheet_of(cleared).column_dimensions
    without_widths = xlsx(ROWS)
    cleared = again(again(without_widths, mark(2, 3, sheet="Sheet1")))
    assert dict(sheet_of(cleared, "Sheet1").column_dimensions) == {}


def test_marking_again_changes_nothing_and_adds_nothing() -> None:
    marks = [mark(2, 5), mark(3, 3), mark(4, 3), mark(5, 1, warning=True), mark(12, 2)]
    first = again(full_workbook(), *marks)
    assert again(first, *marks) == first
    longer = again(again(first, mark(3, 3, "别的" * 90)), *marks)
    assert again(longer, *marks) == longer


def test_rows_may_be_sorted_and_deleted_and_saved_by_another_program() -> None:
    first = again(full_workbook(), mark(3, 3, "一"), mark(4, 1, "二"))

    def turn_round(page: Any) -> None:
        page.move_range("A3:F3", rows=10)
        page.delete_rows(3)

    second = again(changed(first, turn_round), mark(12, 1, "三"))
    cells = seen(second)
    assert {name for name, cell in cells.items() if cell.fill == RED} == {"A12"}
    assert (cells["C12"].value, cells["C12"].fill) == ("青溪线", GREEN)
    assert problems_of(second) == {12: "A列：三"}
    assert not [name for name, c in cells.items() if "二" in c.comment or "一" in c.comment]


def test_a_colour_that_the_author_gave_since_stays() -> None:
    def colour(page: Any) -> None:
        page["C3"].fill = page["C3"].fill.copy(fgColor="FF112233")

    second = again(changed(again(full_workbook(), mark(3, 3)), colour))
    assert seen(second)["C3"].fill == "FF112233"


def test_named_styles_of_the_author_come_back() -> None:
    def name_style(page: Any) -> None:
        page["C3"].style = "Good"

    before = changed(full_workbook(), name_style)
    first = again(before, mark(3, 3))
    assert sheet_of(first)["C3"].style.startswith("问题标记")
    second = again(first)
    assert sheet_of(second)["C3"].style == "Good"
    assert seen(second)["C3"].fill == seen(before)["C3"].fill


def test_a_program_that_loses_named_styles_leaves_no_mark_behind() -> None:
    def lose(page: Any) -> None:
        for row in page.iter_rows():
            for cell in row:
                if cell._style is not None:
                    cell._style.xfId = 0

    lost = changed(again(full_workbook(), mark(3, 3), mark(4, 1, warning=True)), lose)
    assert sheet_of(lost)["C3"].style == "Normal"
    second = again(lost, mark(4, 1))
    assert {name for name, cell in seen(second).items() if cell.fill in (RED, YELLOW)} == {"A4"}
    assert seen(second)["C5"].fill == GREEN


def test_what_the_author_adds_to_a_comment_of_ours_stays() -> None:
    def answer(page: Any) -> None:
        page["A3"].comment.text = f"问过了。{page['A3'].comment.text}\n等回复"

    answered = changed(again(full_workbook(), mark(3, 1, "一")), answer)
    second = again(answered, mark(3, 1, "二"))
    ours = f"{COMMENT_START}\n二\n{COMMENT_END}\n"
    assert seen(second)["A3"].comment == f"{ours}问过了。等回复"
    assert seen(again(second))["A3"].comment == "问过了。等回复"


def test_the_column_stays_where_the_author_moved_it() -> None:
    first = again(full_workbook(), mark(3, 3, "一"))
    second = again(changed(first, lambda page: page.insert_cols(1)), mark(3, 4, "二"))
    assert [c.value for c in sheet_of(second)[2]].count(PROBLEMS_HEADER) == 1
    assert problems_of(second) == {3: "D列：二"}


def test_a_marked_workbook_reads_like_the_one_it_was_made_of() -> None:
    before = xlsx([["登记表"], *ROWS, [], ["li-su", "梨酥", "白山"]])
    marks = [
        mark(row, column, sheet="Sheet1") for row, column in ((1, 1), (3, 3), (4, None), (9, 2))
    ]
    after = again(before, *marks)
    (old,), told = read(before)
    (new,), told_after = read(after)
    assert replace(new, digest=old.digest) == old
    assert told_after == told == []


def test_an_own_field_may_be_called_problem() -> None:
    rows = [["编号", "名称", "问题"], ["a", "梨", "果小"]]
    (table,), _ = read(again(xlsx(rows), mark(2, 2, sheet="Sheet1")))
    assert [dict(row) for row in table.rows] == [{"编号": "a", "名称": "梨", "问题": "果小"}]


def test_a_row_with_nothing_but_our_text_is_no_row() -> None:
    after = again(xlsx(ROWS), mark(3, 1, sheet="Sheet1"))

    def clear(page: Any) -> None:
        for column in (1, 2, 3):
            page.cell(3, column).value = None

    (table,), _ = read(changed(after, clear, "Sheet1"))
    assert table.lines == (2,)


def test_a_marked_workbook_saved_as_csv_reads_like_the_one_before() -> None:
    after = sheet_of(again(xlsx(ROWS), mark(3, 3, sheet="Sheet1")), "Sheet1")
    out = io.StringIO()
    csv.writer(out).writerows(after.iter_rows(values_only=True))
    (table,), told = read(out.getvalue().encode(), ".csv")
    assert told == [] and table.header == tuple(ROWS[0])
    assert [list(row.values()) for row in table.rows] == ROWS[1:]


def test_the_column_is_passed_over_in_other_formats_too() -> None:
    rows = [[*ROWS[0], PROBLEMS_HEADER], [*ROWS[1], "C列：写错了"], [*ROWS[2], ""]]
    for extension, make in ((".ods", ods), (".xls", xls)):
        (table,), told = read(make(rows), extension)
        assert told == [] and table.header == tuple(ROWS[0])


def test_a_comment_that_stands_for_a_thread_is_left_alone() -> None:
    marked_once = again(xlsx(ROWS), mark(2, 3, "一", sheet="Sheet1"))
    with zipfile.ZipFile(io.BytesIO(marked_once)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    thread = parts["xl/comments1.xml"].replace(b"<author>sitegen<", b"<author>tc={1-2}<")
    data = zipped({**parts, "xl/comments1.xml": thread})
    second = again(data, mark(2, 3, "二", sheet="Sheet1"))
    with zipfile.ZipFile(io.BytesIO(second)) as archive:
        assert archive.read("xl/comments1.xml") == thread
    assert seen(second, "Sheet1")["C2"].fill == RED
