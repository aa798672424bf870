"""Files that cannot be changed themselves come back as a new .xlsx file with the same texts, marked alike."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.authoring.marking.marked_workbook import marked
from sitegen.authoring.marking.marks import Mark
from sitegen.loading.workbooks import kinds
from tests.support.marked_workbooks import RED, again, mark, problems_of, seen
from tests.support.workbook_reading import read
from tests.support.workbooks import MAKERS, ods, xls, xlsx, xlsx_with_part

ROWS = [["编号", "名称", "地区"], ["0536", "梨膏", "青溪线"], ["li-jiu", "=梨&<酒>", "白山"]]
OTHERS = [(extension, make) for extension, make in MAKERS if extension != ".xlsx"]


@pytest.mark.parametrize(("extension", "make"), OTHERS)
def test_the_texts_stand_where_they_stood_and_are_marked(extension: str, make: object) -> None:
    assert callable(make)
    data = make([["登记表"], [], *ROWS])
    result = marked(data, f"名单{extension}", [mark(4, 3, "没有", sheet="Sheet1")])
    assert result is not None and result.extension == ".xlsx"
    (old,), told = read(data, extension)
    (new,), told_after = read(result.data)
    assert (new.header, new.rows, new.lines, new.columns) == (
        old.header,
        old.rows,
        old.lines,
        old.columns,
    )
    assert told == told_after == []
    assert seen(result.data, "Sheet1")["C4"].fill == RED
    assert problems_of(result.data, "Sheet1") == {4: "C列：没有"}


def test_rows_of_csv_files_stand_at_their_lines() -> None:
    data = '编号,名称,地区\n0536,"梨\n膏",青溪线\n\nli-jiu,\'=梨酒,白山\n'.encode("gb18030")
    marks = [Mark("", 5, None, "没有", name="地区"), Mark("", 2, None, "整行")]
    result = marked(data, "名单.csv", marks)
    assert result is not None
    cells = seen(result.data, "Sheet1")
    assert {name for name, cell in cells.items() if cell.fill == RED} == {"C5", "A2"}
    assert (cells["A2"].value, cells["B2"].value, cells["B5"].value) == ("0536", "梨\n膏", "=梨酒")
    (old,), _ = read(data, ".csv")
    (new,), told = read(result.data)
    assert (new.header, new.rows, new.lines, told) == (old.header, old.rows, old.lines, [])


@pytest.mark.parametrize("make", [xls, ods])
def test_what_is_refused_is_refused_in_the_copy_too(make: object) -> None:
    assert callable(make)
    extension = ".xls" if make is xls else ".ods"
    data = make([["编号", "名称", "号码"], ["a", "梨\u202e膏", 9.137e17], ["b", "梨", "9.137E+17"]])
    result = marked(data, f"名单{extension}", [])
    assert result is not None
    assert [p.kind for p in read(result.data)[1]] == [p.kind for p in read(data, extension)[1]]
    assert len(read(data, extension)[1]) == 3


def test_a_day_without_a_year_is_still_one_in_the_copy() -> None:
    data = xls([["编号", "日期"], ["a", date(2024, 9, 10)]], formats=['m"月"d"日"'], styles=[164])
    data = data.replace(
        b"\x03\x02\x0e\x00\x01\x00\x01\x00\x01\x00", b"\x03\x02\x0e\x00\x01\x00\x01\x00\x02\x00"
    )
    assert [p.kind for p in read(data, ".xls")[1]] == [kinds.NO_YEAR]
    result = marked(data, "名单.xls", [])
    assert result is not None
    assert [p.kind for p in read(result.data)[1]] == [kinds.NO_YEAR]


def test_an_xlsx_file_that_cannot_be_changed_is_written_anew() -> None:
    data = xlsx_with_part(xlsx(ROWS), "xl/styles.xml", lambda _: b"<styleSheet/>")
    result = marked(data, "名单.xlsx", [mark(2, 3, sheet="Sheet1")])
    assert result is not None and result.extension == ".xlsx" and result.is_plain
    assert seen(result.data, "Sheet1")["C2"].fill == RED
    assert read(result.data)[0][0].rows == read(data)[0][0].rows


def test_a_marked_copy_of_another_format_is_marked_again_like_any_workbook() -> None:
    first = again(xls(ROWS), mark(2, 3, sheet="Sheet1"), mark(3, 1, sheet="Sheet1"), file="a.xls")
    second = again(first, mark(3, 1, sheet="Sheet1"))
    assert {name for name, cell in seen(second, "Sheet1").items() if cell.fill == RED} == {"A3"}
    assert again(second, mark(3, 1, sheet="Sheet1")) == second


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"<html><table>", b"\xd0\xcf\x11\xe0"])
def test_a_file_that_cannot_be_opened_gives_nothing(data: bytes) -> None:
    assert marked(data, "名单.xlsx", []) is None
    assert marked(data, "名单.xls", []) is None
