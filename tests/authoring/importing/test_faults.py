"""What is wrong in a table is told at its cells, all at once, and keeps just its own rows out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sitegen.commands.table_export import export_table
from sitegen.problems import Report
from tests.support.basic_site import basic, write
from tests.support.imported import taken
from tests.support.workbooks import Rows, saved, xlsx


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return basic(tmp_path / "site")


def test_every_mistake_is_told_at_its_cell_in_one_run(root: Path) -> None:
    rows: Rows = [
        ["某市特色产品", None, None, None, None],
        ["名称", "种类", "地区", "有货月份", "制作者"],
        ["梨酒", "农产", "青洲县", "十三月", ""],
        ["梨糖", "农产品", "青溪县", "9-11", "白石厂"],
        [None, "农产品", "青溪县", None, None],
        ["枣酒", "农产品", "黑山县", None, None],
    ]
    found = taken(root, rows)
    assert found.outcomes == [
        ("refused", "lijiu"),
        ("new", "litang"),
        ("refused", ""),
        ("refused", "zaojiu"),
    ]
    assert found.problems == [
        "特色产品.xlsx [Sheet1!B3 种类] schema.not-a-choice",
        "特色产品.xlsx [Sheet1!D3 有货月份] schema.not-months",
        "特色产品.xlsx [Sheet1!C3 地区] reference.missing",
        "特色产品.xlsx [Sheet1!A5] import.no-name",
        "特色产品.xlsx [Sheet1!C6 地区] reference.missing",
    ]


def test_a_row_with_a_wrong_id_has_its_other_mistakes_told_too(root: Path) -> None:
    found = taken(root, [["编号", "名称", "种类"], ["梨酒", "梨酒", "农产"]])
    assert found.problems == [
        "特色产品.xlsx [Sheet1!A2 编号] schema.not-an-id",
        "特色产品.xlsx [Sheet1!B2 种类] schema.not-a-choice".replace("B2", "C2"),
    ]
    assert found.outcomes == [("refused", "lijiu")]


def test_a_row_with_a_cell_that_cannot_be_read_is_refused(root: Path) -> None:
    rows: Rows = [["名称", "种类", "海关编码"], ["梨酒", "农产品", 913707000000000000]]
    found = taken(root, rows)
    assert found.outcomes == [("refused", "lijiu")]
    assert found.problems == ["特色产品.xlsx [Sheet1!C2 海关编码] workbook.lost-digits"]


def test_a_month_that_may_be_january_or_october_keeps_its_row_out(root: Path) -> None:
    rows: Rows = [
        ["编号", "名称", "种类", "成立"],
        ["a", "甲片区", "专利池", 2025.1],
        ["b", "乙片区", "专利池", "2025.1"],
    ]
    found = taken(root, rows, "片区.xlsx", name="clusters")
    assert found.outcomes == [("refused", "a"), ("new", "b")]
    assert found.problems == ["片区.xlsx [Sheet1!D2 成立] table.cut-month"]


def test_two_new_rows_of_one_name_place_and_maker_are_told(root: Path) -> None:
    header = ["名称", "种类", "地区", "制作者"]
    rows: Rows = [
        header,
        ["梨酒", "农产品", "青溪县", ""],
        ["梨酒", "农产品", "白山县", ""],
        ["梨酒", "农产品", "青溪县", "白石厂"],
        ["梨酒 ", "农产品", "青溪县", ""],
    ]
    found = taken(root, rows)
    assert [outcome for outcome, _ in found.outcomes] == ["new"] * 4
    assert "特色产品.xlsx [Sheet1!A5] import.same-name" in found.problems
    assert "和第 2 行同名，地区、制作者也一样，成了两个条目：lijiu-2 和 lijiu" in found.said
    assert sum("same-name" in problem for problem in found.problems) == 1


def test_an_entry_that_stands_in_a_table_is_changed_there(root: Path) -> None:
    write(root, {"content/products/名单.csv": "编号,名称,种类\nli-jiu,梨酒,农产品\n"})
    found = taken(root, [["编号", "一句话"], ["li-jiu", "好喝"]])
    assert found.outcomes == [("refused", "li-jiu")]
    assert "写在表格 content/products/名单.csv:2 里" in found.said


def test_mistakes_in_the_sheet_of_a_list_are_told_there(root: Path) -> None:
    pear = (root / "content/gi/qingxi-xueli.md").read_text()
    sources = "sources:\n  - title: 年鉴\n    url: https://example.com/a\n  - title: 县志\n"
    write(root, {"content/gi/qingxi-xueli.md": pear.replace("applicant", sources + "applicant")})
    path = root.parent / "gi.xlsx"
    assert export_table(root, "gi", path, Report()) is not None
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book["来源"]
    column = next(cell.column for cell in sheet[1] if cell.value == "网址")
    sheet.cell(3, column).value = "javascript:x"
    sheet.cell(2, 2).value = "青溪年鉴"
    found = taken(root, saved(book), "地理标志.xlsx")
    assert found.outcomes == [("refused", "qingxi-xueli")]
    assert [p.partition("!")[2] for p in found.problems] == [
        f"{sheet.cell(3, column).coordinate} 网址] schema.not-an-address"
    ]
    assert found.changes["qingxi-xueli"]["来源.题名"] == ("年鉴", "青溪年鉴")


def test_an_entry_that_has_a_text_in_place_of_a_group_is_corrected_first(root: Path) -> None:
    write(root, {"content/products/zao.md": "---\nname: 枣\nkind: 农产品\nimages: a.jpg\n---\n"})
    found = taken(root, [["编号", "图片.文件", "图片.图片说明"], ["zao", "b.jpg", "枣"]])
    assert found.outcomes == [("refused", "zao")]
    assert "条目“zao”的文件里有错误" in found.said


def test_what_the_rules_of_a_site_find_in_an_entry_is_told_before_it_is_written(root: Path) -> None:
    rows: Rows = [
        ["名称", "性质", "公开联系方式.电话", "图片.文件"],
        ["白石厂", "企业", "13800138000", None],
        ["黑石厂", "企业", "0536-1234567", "hei.jpg"],
    ]
    found = taken(root, rows, "企业.xlsx")
    assert [outcome for outcome, _ in found.outcomes] == ["refused", "refused"]
    assert found.problems == [
        "企业.xlsx [Sheet1!C2 公开联系方式.电话] contact.mobile-without-consent",
        "企业.xlsx [Sheet1!D3 图片.文件] photo.not-given",
        "企业.xlsx [Sheet1!D3 图片.文件] image.no-alt",
    ]


def test_a_row_that_refers_to_a_refused_row_waits_for_it(root: Path) -> None:
    book = load_workbook(io.BytesIO(xlsx([["名称", "种类", "地理标志"]])))
    products = book.worksheets[0]
    products.title = "特色产品"
    products.append(["梨酒", "农产品", "白山梨"])
    products.append(["梨糖", "农产品", "青溪雪梨"])
    gi = book.create_sheet("地理标志")
    gi.append(["名称", "地区"])
    gi.append(["白山梨", "黑山县"])
    found = taken(root, saved(book), "收到的表.xlsx", write=True)
    assert found.outcomes == [
        ("refused", "lijiu"),
        ("new", "litang"),
        ("refused", "baishan-li"),
    ]
    assert found.problems == [
        "收到的表.xlsx [地理标志!B2 地区] reference.missing",
        "收到的表.xlsx [特色产品!A2] import.waits-for-row",
    ]
    assert "“白山梨”在工作表“地理标志”第 2 行，那一行不收，所以这一行也先不收" in found.said


def test_one_cell_that_two_entries_are_made_of_is_told_once(root: Path) -> None:
    rows: Rows = [["产品名称", "企业名称", "县区", "种类"], ["梨酒", "白石厂", "黑山县", "农产品"]]
    assert taken(root, rows).problems == ["特色产品.xlsx [Sheet1!C2 县区] reference.missing"]
