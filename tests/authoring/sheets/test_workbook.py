"""What Excel and WPS find in a workbook, as another library reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from sitegen.authoring.sheets.parts import parts_of
from sitegen.commands.table_export import export_table
from sitegen.loading.workbook_marks import GUIDE_SHEET, LISTS_SHEET
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import column_words, folded
from sitegen.model.options import Options
from sitegen.problems import Report
from tests.support import exported_workbooks
from tests.support.basic_site import SITE
from tests.support.site_test import Files, SiteTest

FIRM = (
    "name: 青溪梨厂\nkind: 企业\nregion: [qingxi, baishan]\ncredit_code: 91110000600037341L\n"
    "summary: '=1+1'\naddress: '@SUM(A1)'\ncontact_public: {phone: 0536-8888888}\n"
    "contact_private: {person: 张三, phone: '0536'}\nnotes_private: 老客户\n"
)


def exported(tmp_path: Path, collection: str, files: Files, **options: Any) -> Workbook:
    root = SiteTest(tmp_path / "site", files).root
    report = Report()
    path = tmp_path / "x.xlsx"
    assert export_table(root, collection, path, report, force=True, **options) is not None
    assert not report.problems, report.text()
    return exported_workbooks.opened(path)


@pytest.fixture
def firms(tmp_path: Path) -> Workbook:
    return exported(tmp_path, "企业", {"content/organizations/firm.yaml": FIRM})


def cell(book: Workbook, header: str, row: int = 2) -> Any:
    page = book.worksheets[0]
    return next(page.cell(row, c.column) for c in page[1] if c.value == header)


def drop_down(book: Workbook, header: str) -> DataValidation:
    wanted = f"{cell(book, header).column_letter}2"
    rules = book.worksheets[0].data_validations.dataValidation
    return next(rule for rule in rules if wanted in rule.sqref)


def values_of(book: Workbook, rule: DataValidation) -> list[str]:
    sheet, _, cells = str(rule.formula1).partition("!")
    assert sheet == f"'{LISTS_SHEET}'"
    return [str(row[0].value) for row in book[LISTS_SHEET][cells.replace("$", "")]]


def test_codes_and_telephones_stay_as_they_were_typed(firms: Workbook) -> None:
    for header, text in {
        "统一社会信用代码": "91110000600037341L",
        "公开联系方式.电话": "0536-8888888",
        "内部联系方式.电话": "0536",
    }.items():
        found = cell(firms, header)
        assert (found.value, found.data_type, found.number_format) == (text, "s", "@")


def test_columns_that_are_still_empty_are_text_too(firms: Workbook) -> None:
    page = firms.worksheets[0]
    styled = [d for d in page.column_dimensions.values() if d.number_format == "@"]
    reached = {n for d in styled for n in range(d.min, d.max + 1)}
    assert {cell.column for cell in page[1]} <= reached


def test_a_text_that_looks_like_a_formula_is_a_text(firms: Workbook) -> None:
    assert (cell(firms, "一句话").value, cell(firms, "一句话").data_type) == ("=1+1", "s")
    assert (cell(firms, "地址").value, cell(firms, "地址").data_type) == ("@SUM(A1)", "s")


def test_references_show_names_and_keep_ids_beside_them(firms: Workbook) -> None:
    assert cell(firms, "地区").value == "青溪县、白山县"
    rule = drop_down(firms, "地区")
    names = values_of(firms, rule)
    assert names == ["云州市", "青溪县", "白山县"]
    assert not rule.showErrorMessage, "several values may be typed"
    lists = {
        column[0].value: [c.value for c in column[1:]] for column in firms[LISTS_SHEET].columns
    }
    assert lists["地区的编号"][:3] == ["yunzhou", "qingxi", "baishan"]
    assert firms[LISTS_SHEET].sheet_state == "hidden"


def test_a_name_that_is_not_enough_has_its_id_behind_it(tmp_path: Path) -> None:
    files: Files = {
        "content/products/a.yaml": "name: 梨糖\nkind: 农产品\nmaker: firm\ngi: two\n",
        "content/products/b.yaml": "name: 梨酒\nkind: 农产品\nmaker: 无名作坊\ngi: qingxi-xueli\n",
        "content/organizations/firm.yaml": FIRM,
        "content/gi/two.yaml": "name: 重名\n",
        "content/gi/three.yaml": "name: 重名\n",
    }
    book = exported(tmp_path, "products", files)
    assert cell(book, "制作者", 2).value == "青溪梨厂（firm）"
    assert cell(book, "制作者", 3).value == "无名作坊"
    assert cell(book, "地理标志", 2).value == "重名（two）"
    assert cell(book, "地理标志", 3).value == "青溪雪梨"
    assert values_of(book, drop_down(book, "地理标志")) == [
        "青溪雪梨",
        "重名（three）",
        "重名（two）",
    ]


def test_choices_are_chosen_from_a_list_of_any_length(tmp_path: Path) -> None:
    kinds = {f"k{number}": f"一个名称很长的种类{number}" for number in range(40)}
    added = "".join(f"      {code}: {word}\n" for code, word in kinds.items())
    site = f"collections:\n  products:\n    choices:\n     kind:\n{added}"
    book = exported(tmp_path, "products", {"site.yaml": SITE + site})
    rule = drop_down(book, "种类")
    assert values_of(book, rule)[-1] == "一个名称很长的种类39"
    assert len("".join(values_of(book, rule))) > 255
    assert rule.errorStyle in (None, "stop") and rule.showErrorMessage


def test_headers_say_what_is_wanted_and_what_is_private(firms: Workbook) -> None:
    name, private = cell(firms, "名称", 1), cell(firms, "内部备注", 1)
    assert name.comment.text.startswith("必填。\n公告或登记的名称")
    assert "内部资料，不会公开。" in private.comment.text
    plain = cell(firms, "一句话", 1).fill.fgColor.rgb
    assert len({name.fill.fgColor.rgb, private.fill.fgColor.rgb, plain}) == 3
    page = firms.worksheets[0]
    assert page.freeze_panes == "C2"
    assert all(c.comment is not None for c in page[1])


def test_the_workbook_says_what_is_private_unless_it_is_left_out(tmp_path: Path) -> None:
    files: Files = {"content/organizations/firm.yaml": FIRM}
    guide = [str(c.value) for r in exported(tmp_path, "企业", files)[GUIDE_SHEET] for c in r]
    assert any("内部备注" in line and "请勿外传" in line for line in guide)
    book = exported(tmp_path, "企业", files, public=True)
    everything = "".join(str(c.value) for page in book for row in page for c in row)
    assert "张三" not in everything and "老客户" not in everything and "内部" not in everything
    assert "0536-8888888" in everything


def test_columns_are_wide_enough_to_read_and_never_too_wide(tmp_path: Path) -> None:
    long = "很长的一句话" * 10
    files: Files = {"content/products/a.yaml": f"name: 梨\nkind: 农产品\nsummary: {long}\n"}
    book = exported(tmp_path, "products", files)
    page = book.worksheets[0]
    widths = {
        c.value: next(
            d.width for d in page.column_dimensions.values() if d.min <= c.column <= d.max
        )
        for c in page[1]
    }
    assert 40 <= widths["一句话"] <= 46
    assert widths["有货月份"] >= 2 * len("有货月份")
    assert cell(book, "一句话").alignment.wrap_text
    assert page.row_dimensions[2].height == 3 * 15 and page.row_dimensions[3].height in (None, 15)


def test_a_very_long_text_does_not_push_the_other_rows_out_of_sight(tmp_path: Path) -> None:
    files: Files = {
        "content/products/a.yaml": f"name: 梨\nkind: 农产品\nnotes_private: {'长' * 900}\n"
    }
    page = exported(tmp_path, "products", files).worksheets[0]
    assert page.row_dimensions[2].height == 75


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        root = SiteTest(tmp_path / name, {"content/organizations/firm.yaml": FIRM}).root
        export_table(root, "企业", root / "x.xlsx", Report())
        made.append((root / "x.xlsx").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_header_is_one_that_tables_are_read_by(collection: str) -> None:
    words = column_words(COLLECTIONS[collection].model).by_word
    for part in parts_of(collection, Options()):
        if len(part.path) > 1 and part.is_list:
            continue
        for column in part.in_entry:
            path = words[folded(column.header)].path
            without_positions = tuple(step for step in path if isinstance(step, str))
            assert without_positions == (*part.path, column.name), column.header
