"""What a table cannot hold or be made of is named, and never missing in silence."""

from __future__ import annotations

from pathlib import Path

from sitegen.commands.table_export import ExportedTable, export_table
from sitegen.problems import Report
from tests.support import exported_workbooks
from tests.support.basic_site import SITE
from tests.support.site_test import Files, SiteTest


def exported(
    tmp_path: Path, files: Files, name: str = "x.xlsx"
) -> tuple[ExportedTable | None, list[str], Path]:
    root = SiteTest(tmp_path / "site", files).root
    report = Report()
    done = export_table(root, "products", tmp_path / name, report)
    said = [f"{p.at} {p.kind.code} {p.message('zh')}" for p in report.sorted()]
    return done, said, tmp_path / name


def column(path: Path, header: str) -> list[str]:
    _, sheet = next(iter(exported_workbooks.sheets(exported_workbooks.opened(path)).items()))
    at = sheet.header.index(header)
    return [row[at] for row in sheet.rows]


def test_an_entry_with_mistakes_is_exported_as_it_stands_and_named(tmp_path: Path) -> None:
    done, said, path = exported(
        tmp_path, {"content/products/a.yaml": "name: 梨糖\nkind: 农产\nsummary: 甜\n"}
    )
    assert said == [
        "content/products/a.yaml:1:1 export.faulty-entry 条目“a”里有错误，照原样写进了表格"
    ]
    assert column(path, "种类") == ["农产", "农产品"] and done is not None and not done.unread


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    done, said, path = exported(
        tmp_path,
        {
            "content/products/a.yaml": "name: [梨糖\nkind: 农产品\n",
            "content/products/b.csv": "编号,名称,种类\nb,梨酒,农产品\n,无号,农产品\n",
        },
    )
    assert done is not None
    assert list(done.unread) == ["content/products/a.yaml", "content/products/b.csv"]
    assert any("a.yaml" in line for line in said)
    assert any("这一行没有编号" in line for line in said)
    assert column(path, "编号") == ["b", "li-gao"]


def test_an_unknown_field_and_a_text_longer_than_a_cell_are_named(tmp_path: Path) -> None:
    long = "长" * 40_000
    _, said, path = exported(
        tmp_path,
        {"content/products/a.yaml": f"name: 梨糖\nkind: 农产品\nnope: 甲\nnotes_private: {long}\n"},
    )
    assert "content/products/a.yaml:3:7 export.not-held “nope”写不进这个表格" in said
    assert "content/products/a.yaml:4:16 export.not-held “内部备注”写不进这个表格" in said
    assert column(path, "编号") == ["a", "li-gao"]


def test_an_entry_that_stands_twice_is_exported_once_and_told(tmp_path: Path) -> None:
    _, said, path = exported(
        tmp_path, {"content/products/li-gao.yaml": "name: 另一个\nkind: 农产品\n"}
    )
    assert [line for line in said if "content.same-entry" in line]
    assert column(path, "编号") == ["li-gao"]


def test_several_texts_that_no_cell_can_hold_have_a_sheet(tmp_path: Path) -> None:
    files: Files = {
        "content/products/a.yaml": "name: 梨糖\nkind: 农产品\nformer_urls: [/a.html, /b.html]\n"
    }
    done, said, path = exported(tmp_path, files)
    assert said == [] and done is not None and ("旧网址", 2) in done.sheets
    found = exported_workbooks.sheets(exported_workbooks.opened(path))["旧网址"]
    assert found.rows == (("a", "/a.html"), ("a", "/b.html"))
    _, said, _ = exported(tmp_path / "csv", files, "x.csv")
    assert [line for line in said if "“旧网址”写不进这个表格" in line]


def test_statements_that_differ_have_a_row_each(tmp_path: Path) -> None:
    files: Files = {
        "content/gi/a.yaml": "name: 甲\narea_text:\n  - {value: 八镇, source: 县志}\n  - {value: 九镇}\n",
        "content/gi/b.yaml": "name: 乙\narea_text: 全县\n",
    }
    root = SiteTest(tmp_path / "site", files).root
    report = Report()
    assert export_table(root, "gi", tmp_path / "x.xlsx", report) is not None and not report.problems
    found = exported_workbooks.sheets(exported_workbooks.opened(tmp_path / "x.xlsx"))
    assert found["保护范围"].rows == (("a", "八镇", "县志"), ("a", "九镇", ""))
    main = found["地理标志"]
    at = main.header.index("保护范围")
    assert [row[at] for row in main.rows] == ["", "全县", ""]


def test_a_site_of_its_own_fields_has_columns_for_them(tmp_path: Path) -> None:
    fields = "collections:\n  products:\n    fields:\n      sweet: {type: yes-no, label: 甜不甜, label_en: Sweet}\n"
    _, said, path = exported(
        tmp_path,
        {
            "site.yaml": SITE + fields,
            "content/products/a.yaml": "name: 梨糖\nkind: 农产品\nsweet: yes\n",
        },
    )
    assert said == [] and column(path, "甜不甜") == ["是", ""]


def test_lists_of_a_sites_own_have_sheets_that_excel_can_name(tmp_path: Path) -> None:
    fields = (
        "collections:\n  products:\n    fields:\n"
        "      bases: {type: list, label: 产地/基地, label_en: Bases}\n"
        "      lists: {type: list, label: 选项, label_en: Options}\n"
    )
    entry = "name: 梨糖\nkind: 农产品\nbases: [甲村, 乙村]\nlists: [丙, 丁]\n"
    _, said, path = exported(
        tmp_path, {"site.yaml": SITE + fields, "content/products/a.yaml": entry}
    )
    book = exported_workbooks.opened(path)
    assert said == []
    assert [row[1] for row in exported_workbooks.sheets(book)["产地-基地"].rows] == ["甲村", "乙村"]
    assert [row[1].value for row in book["选项 2"]] == ["选项", "丙", "丁"]
