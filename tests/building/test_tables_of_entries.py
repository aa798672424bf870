"""Tables in content/: each row of one is an entry, or a row of an announcement. None is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import BASIC, SITE
from tests.support.planned_site import catalogue
from tests.support.site_test import SiteTest

PRODUCTS = "content/products/from-enterprises.csv"
RECOGNITION = BASIC["content/recognitions/cnipa-700.yaml"]
WITHOUT_ROWS = RECOGNITION.partition("rows:")[0]


def test_each_row_of_a_table_is_an_entry(tmp_path: Path) -> None:
    table = (
        "编号,名称,kind,地区,Available,制作者\n"
        "li-jiu,梨酒,农产品,青溪、baishan,九月到十月,青溪县雪梨协会\n\nli-tang,梨糖,农产品,,,\n"
    )
    entries = catalogue(tmp_path, {PRODUCTS: "\ufeff" + table}).entries
    wine = entries["products:li-jiu"]
    assert (wine.name, wine.regions, wine.available) == ("梨酒", ("qingxi", "baishan"), (9, 10))
    assert wine.file == PRODUCTS
    assert entries["products:li-tang"].name == "梨糖"


def test_regions_may_be_in_a_table(tmp_path: Path) -> None:
    table = "编号,名称,层级,上级\nheishan,黑山县,县市区,yunzhou\n"
    regions = catalogue(tmp_path, {"content/regions.csv": table}).regions
    assert regions.parent["heishan"] == "yunzhou"


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ("编号,名称,种类\na,甲,农产\n", ["2 [种类] schema.not-a-choice"]),
        ("编号,名称,种类,地区\na,甲,农产品,nowhere\n", ["2 [地区] reference.missing"]),
        ("编号,名称\na,甲\nb,乙\n", ["1 schema.missing-field"]),
        ("名称,种类\n甲,农产品\n", ["1 table.no-id-column"]),
        ("编号,名称,种类\n,梨酒,农产品\n", ["2 [编号] table.no-id"]),
        ("编号,名称,种类\n梨酒,梨酒,农产品\n", ["2 [编号] schema.not-an-id"]),
        ("编号,名称,种类\na,甲,农产品\na,乙,农产品\n", ["3 [编号] table.same-id"]),
        ("编号,名称,name,种类\na,甲,乙,农产品\n", ["1 [name] table.double-column"]),
        ("编号,名称,种类,产量\na,甲,农产品,3\nb,乙,农产品,4\n", ["1 [产量] table.unknown-column"]),
        ("编号,名称,种类\nli-gao,甲,农产品\n", [":1:1 content.same-entry"]),
    ],
)
def test_what_is_wrong_in_a_table_is_told_once_at_its_cell(
    tmp_path: Path, table: str, problems: list[str]
) -> None:
    lines = [
        line.replace(f"{PRODUCTS}:", "").replace(PRODUCTS, "")
        for line in SiteTest(tmp_path, {PRODUCTS: table}).check().problems
    ]
    expected = [
        line.replace(":1:1 content.same-entry", "content/products/li-gao.md:1:1 content.same-entry")
        for line in problems
    ]
    assert lines == expected


def test_the_id_that_is_missing_is_proposed(tmp_path: Path) -> None:
    report = SiteTest(tmp_path, {PRODUCTS: "编号,名称,种类\n,青溪梨酒,农产品\n"}).check().report
    assert "如 qingxi-lijiu" in report.text()


def test_a_site_s_own_fields_are_columns_too(tmp_path: Path) -> None:
    settings = SITE + (
        "collections:\n  products:\n    fields:\n      acres: {type: number, label: 种植面积}\n"
    )
    files = {"site.yaml": settings, PRODUCTS: "编号,名称,种类,种植面积\na,甲,农产品,12万\n"}
    assert catalogue(tmp_path, files).entries["products:a"].extra == {"acres": ("120000",)}


@pytest.mark.parametrize(
    "files",
    [
        {"content/recognitions/cnipa-700.yaml": WITHOUT_ROWS},
        {"content/recognitions/cnipa-700.yaml": f"{WITHOUT_ROWS}rows: cnipa-700.csv\n"},
    ],
)
@pytest.mark.parametrize("header", ["row,subject,level", "行号,对象,等次"])
def test_the_rows_of_an_announcement_may_be_in_the_table_beside_it(
    tmp_path: Path, files: dict[str, str], header: str
) -> None:
    table = {"content/recognitions/cnipa-700.csv": f"{header}\na,青溪雪梨,一等\n"}
    ledger = catalogue(tmp_path, {**files, **table}).ledger
    assert [(row.subject, row.level) for row in ledger] == [("gi:qingxi-xueli", "一等")]


def test_a_table_beside_rows_that_are_written_is_told(tmp_path: Path) -> None:
    files = {"content/recognitions/cnipa-700.csv": "row,subject\nb,products:li-gao\n"}
    SiteTest(tmp_path, files).check().fails_with(
        "content/recognitions/cnipa-700.yaml:4:1 recognition.two-lists"
    )


def test_a_table_that_no_announcement_names_is_told(tmp_path: Path) -> None:
    files = {"content/recognitions/cnipa-007.csv": "row,subject\nb,products:li-gao\n"}
    SiteTest(tmp_path, files).check().fails_with("content/recognitions/cnipa-007.csv table.unused")


def test_a_header_that_is_wrong_is_one_problem_whatever_the_number_of_rows(tmp_path: Path) -> None:
    rows = "".join(f"{number},products:li-gao\n" for number in range(46))
    files = {
        "content/recognitions/cnipa-700.yaml": WITHOUT_ROWS,
        "content/recognitions/cnipa-700.csv": f"行号,产品\n{rows}",
    }
    SiteTest(tmp_path, files).check().fails_with(
        "content/recognitions/cnipa-700.csv:1 schema.missing-field",
        "content/recognitions/cnipa-700.csv:1 [产品] table.unknown-column",
    )


def test_a_row_that_is_edited_is_made_anew_and_the_others_are_kept(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {PRODUCTS: "编号,名称,种类,一句话\na,甲,农产品,一\nb,乙,农产品,二\n"})
    site.build().passes()
    site.change(PRODUCTS, "二", "改过的").build().passes()
    assert "products/b/index.html" in site.remade
    assert "products/a/index.html" not in site.remade
    site.equals_clean_build()
