"""A mistake in one field or row hides none in another: all are told at once, and none that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

ENTRY = "content/products/gao.md"
TABLE = "content/products/list.csv"
REGIONS = "content/regions.yaml"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (
            "name: 甲\nkind: 食品\nregion: [qingxi\nimages: a.jpg\n",
            ["3:7 schema.not-a-choice", "4:9 yaml.unclosed-bracket", "5:9 schema.wrong-shape"],
        ),
        (
            "name: \"甲\nkind: 食品\nsummary: '乙\nregion: nowhere\n",
            [
                "2:7 yaml.unclosed-quote",
                "3:7 schema.not-a-choice",
                "4:10 yaml.unclosed-quote",
                "5:9 reference.missing",
            ],
        ),
        (
            "name: 甲\nkind: *b\nregion: nowhere\n",
            ["3:7 yaml.alias", "4:9 reference.missing"],
        ),
        (
            "name：甲\nkind: 农产品\nsummary: [一\nregion: nowhere\n",
            [
                "2:5 yaml.full-width-colon",
                "4:10 yaml.unclosed-bracket",
                "5:9 reference.missing",
            ],
        ),
        ("name: 甲\nkind: [农产品\n", ["3:7 yaml.unclosed-bracket"]),
        ("kind: [农产品\n", ["2:7 yaml.unclosed-bracket"]),
    ],
)
def test_what_is_wrong_in_other_fields_is_told_too(
    tmp_path: Path, fields: str, found: list[str]
) -> None:
    text = f"---\n{fields}---\n\n见[它](gi:nowhere)。\n"
    body = f"{ENTRY}:{fields.count(chr(10)) + 4}:6 reference.missing"
    site = SiteTest(tmp_path, {ENTRY: text}).check()
    assert site.problems == [*(f"{ENTRY}:{line}" for line in found), body]


def test_what_refers_to_an_entry_that_could_be_read_in_part_is_right(tmp_path: Path) -> None:
    regions = "heishan: {name: 黑山县, kind: 县市区, parent: [yunzhou}\n"
    site = SiteTest(tmp_path)
    before = (site.root / REGIONS).read_text("utf-8")
    site.write(REGIONS, regions + before).write(
        ENTRY, "---\nname: 甲\nkind: 农产品\nregion: [qingxi, heishan]\n---\n"
    )
    (problem,) = site.check().report.problems
    assert (problem.at.file, problem.at.line) == (REGIONS, 1)


def test_a_row_with_a_cell_too_many_hides_no_other_row(tmp_path: Path) -> None:
    table = (
        "编号,名称,种类,地区\na,甲,食品,nowhere\nb,乙,农产品,qingxi,多\nc,丙,农产品,xx\nd,丁,,\n"
    )
    linking = "---\nname: 戊\nkind: 农产品\n---\n\n见[乙](products:b)。\n"
    SiteTest(tmp_path, {TABLE: table, ENTRY: linking}).check().fails_with(
        f"{TABLE}:2 [地区] reference.missing",
        f"{TABLE}:2 [种类] schema.not-a-choice",
        f"{TABLE}:3 table.long-row",
        f"{TABLE}:4 [地区] reference.missing",
        f"{TABLE}:5 schema.missing-field",
    )


@pytest.mark.parametrize("row", [",乙,农产品,多", "乙,乙,农产品,多", "a,乙,农产品,多"])
def test_the_id_of_a_row_with_a_cell_too_many_is_not_blamed(tmp_path: Path, row: str) -> None:
    table = f"编号,名称,种类\na,甲,农产品\n{row}\n"
    SiteTest(tmp_path, {TABLE: table}).check().fails_with(f"{TABLE}:3 table.long-row")


def test_a_list_with_a_cell_too_many_in_a_row_is_read_too(tmp_path: Path) -> None:
    rows = "行号,对象,等次\na,products:li-gao,一等,多\nb,products:nowhere,\n"
    files = {
        "content/recognitions/cnipa-701.yaml": (
            "scheme: gi-protection\ndocument: 国家知识产权局公告第701号\nannounced: 2025-11-04\n"
        ),
        "content/recognitions/cnipa-701.csv": rows,
    }
    SiteTest(tmp_path, files).check().fails_with(
        "content/recognitions/cnipa-701.csv:2 table.long-row",
        "content/recognitions/cnipa-701.csv:3 [对象] reference.missing",
    )


def test_a_setting_that_cannot_be_read_hides_no_other_one(tmp_path: Path) -> None:
    settings = SITE.replace("home_region: yunzhou", "home_region: [yunzhou") + "page_size: 99\n"
    SiteTest(tmp_path, {"site.yaml": settings}).check().fails_with(
        "site.yaml:6:14 yaml.unclosed-bracket", "site.yaml:7:12 schema.out-of-range"
    )


def test_a_mistake_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    before = site.output
    site.write(TABLE, "编号,名称,种类\na,甲,农产品\nb,乙,农产品,多\n").build()
    assert site.output == before
    site.write(TABLE, "编号,名称,种类\na,甲,农产品\nb,乙,农产品\n").build().passes()
    site.equals_clean_build()
