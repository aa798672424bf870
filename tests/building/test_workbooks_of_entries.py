"""Workbooks in content/ stand wherever CSV tables may, and what is wrong in them is told at its cell."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.basic_site import BASIC, REPOSITORY
from tests.support.planned_site import catalogue
from tests.support.site_test import SiteTest
from tests.support.workbooks import MAKERS, Rows, saved, xlsx

PRODUCTS = "content/products/名单.xlsx"
HEADER = ["编号", "名称", "种类", "地区"]
RECOGNITION = BASIC["content/recognitions/cnipa-700.yaml"]
WITHOUT_ROWS = RECOGNITION.partition("rows:")[0]
LIST = [["行号", "对象", "等次"], ["a", "青溪雪梨", "一等"]]


def two_sheets(*sheets: Rows) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(list(row))
    return saved(book)


@pytest.mark.parametrize(("extension", "make"), MAKERS)
def test_each_row_of_a_workbook_is_an_entry(
    tmp_path: Path, extension: str, make: Callable[[Rows], bytes]
) -> None:
    rows = [
        HEADER,
        ["li-jiu", "梨酒", "农产品", "青溪、baishan"],
        ["li-tang", "梨糖", "农产品", None],
    ]
    file = PRODUCTS.replace(".xlsx", extension)
    entries = catalogue(tmp_path, {file: make(rows)}).entries
    assert (entries["products:li-jiu"].name, entries["products:li-jiu"].file) == ("梨酒", file)
    assert entries["products:li-jiu"].regions == ("qingxi", "baishan")
    assert entries["products:li-tang"].name == "梨糖"


def test_every_sheet_has_entries(tmp_path: Path) -> None:
    data = two_sheets(
        [HEADER[:3], ["a", "甲", "农产品"]], [["名称", "编号", "种类"], ["乙", "b", "农产品"]]
    )
    entries = catalogue(tmp_path, {PRODUCTS: data}).entries
    assert (entries["products:a"].name, entries["products:b"].name) == ("甲", "乙")


SOURCES = ["编号", "题名", "网址"]


def with_sources(*rows: Sequence[str], name: str = "来源") -> bytes:
    """Two entries, and a further sheet with their sources."""
    data = two_sheets([HEADER[:3], ["a", "甲", "农产品"], ["b", "乙", "农产品"]], [SOURCES, *rows])
    book = load_workbook(io.BytesIO(data))
    book.worksheets[1].title = name
    return saved(book)


@pytest.mark.parametrize("name", ["来源", "来源 2"])
def test_a_sheet_named_after_a_list_has_members_of_it(tmp_path: Path, name: str) -> None:
    rows = [
        ["b", "青溪年鉴", "https://example.com/b"],
        ["a", "县志", ""],
        ["b", "公报", "https://example.com/c"],
    ]
    found = catalogue(tmp_path, {PRODUCTS: with_sources(*rows, name=name)})
    titles = {
        key: [source.title for source in found.record(found.entries[f"products:{key}"]).sources]
        for key in ("a", "b")
    }
    assert titles == {"a": ["县志"], "b": ["青溪年鉴", "公报"]}


def test_a_mistake_in_a_further_sheet_is_told_at_its_cell(tmp_path: Path) -> None:
    rows = [["a", "县志", ""], ["b", "年鉴", "javascript:x"], ["bb", "公报", ""]]
    site = SiteTest(tmp_path, {PRODUCTS: with_sources(*rows)})
    site.check().fails_with(
        "content/products/名单.xlsx [来源!C3 网址] schema.not-an-address",
        "content/products/名单.xlsx [来源!A4 编号] table.no-such-row",
    )


def test_regions_may_be_in_a_workbook(tmp_path: Path) -> None:
    data = xlsx([["编号", "名称", "层级", "上级"], ["heishan", "黑山县", "县市区", "yunzhou"]])
    regions = catalogue(tmp_path, {"content/regions.xlsx": data}).regions
    assert regions.parent["heishan"] == "yunzhou"


@pytest.mark.parametrize("rows", ["", "rows: cnipa-700.xlsx\n"])
def test_the_rows_of_an_announcement_may_be_in_the_workbook_beside_it(
    tmp_path: Path, rows: str
) -> None:
    files: dict[str, str | bytes | None] = {
        "content/recognitions/cnipa-700.yaml": WITHOUT_ROWS + rows,
        "content/recognitions/cnipa-700.xlsx": xlsx(LIST),
    }
    ledger = catalogue(tmp_path, files).ledger
    assert [(row.subject, row.level) for row in ledger] == [("gi:qingxi-xueli", "一等")]


def test_a_list_in_two_sheets_is_refused(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "content/recognitions/cnipa-700.yaml": WITHOUT_ROWS,
        "content/recognitions/cnipa-700.xlsx": two_sheets(LIST, LIST),
    }
    SiteTest(tmp_path, files).check().fails_with(
        "content/recognitions/cnipa-700.xlsx [表2!A1] table.second-table"
    )


def test_a_workbook_and_a_csv_of_one_name_are_not_both_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        "content/recognitions/cnipa-700.yaml": WITHOUT_ROWS,
        "content/recognitions/cnipa-700.csv": "行号,对象\na,青溪雪梨\n",
        "content/recognitions/cnipa-700.xlsx": xlsx(LIST),
    }
    codes = SiteTest(tmp_path, files).check().codes
    assert codes == ["recognition.two-lists"]


def test_a_month_of_which_excel_cut_the_zero_is_asked_for(tmp_path: Path) -> None:
    rows: Rows = [
        ["编号", "名称", "种类", "成立"],
        ["a", "甲", "专利池", 2025.1],
        ["b", "乙", "专利池", 2025.2],
        ["c", "丙", "专利池", "2025.1"],
    ]
    site = SiteTest(tmp_path, {"content/clusters/名单.xlsx": xlsx(rows)}).check()
    assert site.problems == ["content/clusters/名单.xlsx [Sheet1!D2 成立] table.cut-month"]
    (problem,) = site.report.problems
    assert problem.fix("zh").startswith("写 2025-01 或 2025-10；")


def test_a_month_of_a_claim_is_asked_for_too(tmp_path: Path) -> None:
    rows: Rows = [["编号", "名称", "创立.内容"], ["a", "甲", 2024.1]]
    site = SiteTest(tmp_path, {"content/brands/名单.xlsx": xlsx(rows)}).check()
    assert "content/brands/名单.xlsx [Sheet1!C2 创立.内容] table.cut-month" in site.problems


def test_a_month_in_a_list_and_one_in_a_field_of_the_site_are_asked_for_too(tmp_path: Path) -> None:
    files = {
        "site.yaml": BASIC["site.yaml"]
        + "collections: {products: {fields: {tested: {label: 检测, type: 日期}}}}\n",
        PRODUCTS: xlsx([["编号", "名称", "种类", "检测"], ["a", "甲", "农产品", 2025.1]]),
        "content/recognitions/cnipa-700.yaml": WITHOUT_ROWS,
        "content/recognitions/cnipa-700.xlsx": xlsx(
            [["行号", "对象", "起"], ["a", "青溪雪梨", 2025.1]]
        ),
    }
    site = SiteTest(tmp_path, files).check()
    assert [line for line in site.problems if line.endswith("table.cut-month")] == [
        "content/products/名单.xlsx [Sheet1!D2 检测] table.cut-month",
        "content/recognitions/cnipa-700.xlsx [Sheet1!C2 起] table.cut-month",
    ]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        ([HEADER, ["a", "甲", "农产", None]], ["[Sheet1!C2 种类] schema.not-a-choice"]),
        ([HEADER, ["a", "甲", "农产品", "nowhere"]], ["[Sheet1!D2 地区] reference.missing"]),
        (
            [["名单"], HEADER[:2], ["a", "甲"], ["b", "乙"]],
            ["[Sheet1!A2] schema.missing-field"],
        ),
        ([HEADER[1:3], ["甲", "农产品"]], ["[Sheet1!A1] table.no-id-column"]),
        ([HEADER[:3], [None, "梨酒", "农产品"]], ["[Sheet1!A2 编号] table.no-id"]),
        ([HEADER[:3], ["梨酒", "梨酒", "农产品"]], ["[Sheet1!A2 编号] schema.not-an-id"]),
        (
            [HEADER[:3], ["a", "甲", "农产品"], ["a", "乙", "农产品"]],
            ["[Sheet1!A3 编号] table.same-id"],
        ),
        (
            [["编号", "名称", "name", "种类"], ["a", "甲", "乙", "农产品"]],
            ["[Sheet1!C1 name] table.double-column"],
        ),
        (
            [["编号", "名称", "种类", "产地"], ["a", "甲", "农产品", "x"]],
            ["[Sheet1!D1 产地] table.unknown-column"],
        ),
        (
            [HEADER, ["a", "#N/A!", "农产", 1e16], ["b", None, "农产品", None]],
            [
                "[Sheet1!A3] schema.missing-field",
                "[Sheet1!C2 种类] schema.not-a-choice",
                "[Sheet1!D2 地区] workbook.lost-digits",
            ],
        ),
    ],
)
def test_what_is_wrong_in_a_workbook_is_told_at_its_cell(
    tmp_path: Path, rows: Rows, problems: list[str]
) -> None:
    site = SiteTest(tmp_path, {PRODUCTS: xlsx(rows)}).check()
    found = [line.replace(PRODUCTS, "").strip() for line in site.problems]
    assert sorted(found) == sorted(problems)


def test_a_cell_that_is_refused_is_not_missing_too(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet["B2"].value = "#N/A"
        sheet["A3"].value = "=1+1"

    data = xlsx([HEADER[:3], ["a", None, "农产品"], [None, "乙", "农产品"]], change)
    SiteTest(tmp_path, {PRODUCTS: data}).check().fails_with(
        f"{PRODUCTS} [Sheet1!B2 名称] workbook.error-cell",
        f"{PRODUCTS} [Sheet1!A3 编号] workbook.no-result",
    )


def test_the_place_is_printed_as_spreadsheets_name_it(tmp_path: Path) -> None:
    data = xlsx([HEADER, ["a", "甲", "农产", None]])
    report = SiteTest(tmp_path, {PRODUCTS: data}).check().report
    assert report.text("zh").startswith("content/products/名单.xlsx [Sheet1!C2 种类]: 错误: ")
    assert '"sheet": "Sheet1",\n  "cell": "C2",' in report.json("zh")
    assert "::[Sheet1!C2] " in report.github("zh")


def test_an_id_used_in_two_sheets_is_told_with_the_first(tmp_path: Path) -> None:
    sheet = [HEADER[:3], ["a", "甲", "农产品"]]
    site = SiteTest(tmp_path, {PRODUCTS: two_sheets(sheet, sheet)}).check()
    site.fails_with(f"{PRODUCTS} [表2!A2 编号] table.same-id")
    assert "在工作表“表1”第 2 行已经用过" in site.report.text("zh")


def test_the_lock_of_excel_is_no_file_of_the_site(tmp_path: Path) -> None:
    files = {
        "content/products/~$名单.xlsx": b"\x05Wang",
        PRODUCTS: xlsx([HEADER, ["a", "甲", "农产品"]]),
    }
    SiteTest(tmp_path, files).check().passes()


def test_a_row_that_is_edited_is_made_anew_and_the_others_are_kept(tmp_path: Path) -> None:
    header = ["编号", "名称", "种类", "一句话"]
    rows = [["a", "甲", "农产品", "一"], ["b", "乙", "农产品", "二"]]
    site = SiteTest(tmp_path, {PRODUCTS: xlsx([header, *rows])})
    site.build().passes()
    rows[1][3] = "改过的"
    site.write(PRODUCTS, xlsx([header, *rows])).build().passes()
    assert "products/b/index.html" in site.remade
    assert "products/a/index.html" not in site.remade
    site.equals_clean_build()


def test_a_preview_sees_a_workbook_that_was_saved(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {PRODUCTS: xlsx([HEADER[:3], ["a", "甲", "农产品"]])})
    site.preview().build().passes()
    site.save({PRODUCTS: xlsx([HEADER[:3], ["a", "改名", "农产品"]])}).passes()
    assert "改名" in site.text("products/a/index.html")


def test_notes_on_a_workbook_are_told_again_by_a_build_that_finds_nothing_changed(
    tmp_path: Path,
) -> None:
    data = xlsx([HEADER[:3], ["a", "甲", "农产品"], ["合计", 1, None]])
    site = SiteTest(tmp_path, {PRODUCTS: data})
    for _ in range(3):
        assert "table.total" in site.build().codes


LOADED = """
import sys
from datetime import date
from pathlib import Path
from sitegen.commands.build import build
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, clock

root = Path(sys.argv[1])
assert build(root, root / "output", Report(), clock(AS_OF), workers=1) is not None
sys.exit(str({"python_calamine", "openpyxl"} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("with_workbook", "loaded"), [(False, "set()"), (True, "{'python_calamine'}")]
)
def test_the_library_is_loaded_only_to_read_a_workbook(
    tmp_path: Path, with_workbook: bool, loaded: str
) -> None:
    files = {PRODUCTS: xlsx([HEADER[:3], ["a", "甲", "农产品"]])} if with_workbook else {}
    SiteTest(tmp_path, files)
    said = [
        subprocess.run(
            [sys.executable, "-c", LOADED, str(tmp_path)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            check=False,
        ).stderr.strip()
        for _ in range(2)
    ]
    assert said == [loaded, "set()"]
