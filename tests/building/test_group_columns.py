"""Columns for the items of groups: a row of a table writes what an entry of its own can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.building.parsing import NO_OPTIONS
from sitegen.loading.document import Table
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import column_words
from sitegen.model.table_entries import as_entries
from tests.support.site_test import SiteTest

FIRMS = "content/organizations/firms.csv"


@pytest.mark.parametrize(
    ("phone", "consent"),
    [
        ("公开联系方式.电话", "公开联系方式.同意依据"),
        ("公开联系方式．电话", "公开联系方式 · 同意依据"),
        ("contact_public.phone", "Contact_Public.consent"),
        ("公开联系方式.phone", "contact_public.同意依据"),
    ],
)
def test_an_item_of_a_group_has_a_column(tmp_path: Path, phone: str, consent: str) -> None:
    table = f"编号,名称,kind,{phone},{consent}\njia,甲厂,企业,0536-8888888,回执1\nyi,乙厂,企业,,\n"
    site = SiteTest(tmp_path, {FIRMS: table}).build().passes()
    assert "0536-8888888" in site.text("organizations/jia/index.html")
    assert "0536" not in site.text("organizations/yi/index.html")
    assert "回执1" not in site.text("organizations/jia/index.html")


@pytest.mark.parametrize("header", ["来源", "来源.题名", "sources.title"])
def test_a_row_writes_one_member_of_a_list_of_groups(tmp_path: Path, header: str) -> None:
    table = f"编号,名称,kind,{header},来源.网址\njia,甲厂,企业,年鉴,https://example.com/a\n"
    site = SiteTest(tmp_path, {FIRMS: table}).build().passes()
    source = site.page("organizations/jia/index.html").find("a", href="https://example.com/a")
    assert source is not None and "年鉴" in source.text


@pytest.mark.parametrize(
    ("header", "cells", "problems"),
    [
        ("坐标.经度", "118", ["1 schema.missing-field"]),  # once, though two rows lack it
        ("坐标.经度,坐标.纬度", "118,", [f"{n} [坐标.经度] schema.missing-field" for n in (2, 3)]),
        (
            "坐标.经度,坐标.纬度",
            "东经,36",
            [f"{n} [坐标.经度] schema.not-a-number" for n in (2, 3)],
        ),
        (
            "公开联系方式.电话",
            "13912345678",
            [f"{n} [公开联系方式.电话] contact.mobile-without-consent" for n in (2, 3)],
        ),
        ("坐标", "东经", ["1 [坐标] table.group-column"]),
        ("电话", "0536-8888888", ["1 [电话] table.unknown-column"]),
        ("来源,来源.题名", "年鉴,县志", ["1 [来源.题名] table.double-column"]),
    ],
)
def test_what_is_wrong_is_told_at_its_column(
    tmp_path: Path, header: str, cells: str, problems: list[str]
) -> None:
    table = f"编号,名称,kind,{header}\njia,甲厂,企业,{cells}\nyi,乙厂,企业,{cells}\n"
    lines = SiteTest(tmp_path, {FIRMS: table}).check().problems
    assert [line.removeprefix(f"{FIRMS}:") for line in lines if FIRMS in line] == problems


def test_a_title_of_several_groups_gets_each_of_them(tmp_path: Path) -> None:
    table = "编号,名称,kind,电话\njia,甲厂,企业,0536-8888888\n"
    text = SiteTest(tmp_path, {FIRMS: table}).check().report.text()
    assert "把列名改成“公开联系方式.电话”或“内部联系方式.电话”" in text


def test_a_group_gets_the_columns_of_its_items(tmp_path: Path) -> None:
    table = "编号,名称,kind,坐标\njia,甲厂,企业,118\n"
    text = SiteTest(tmp_path, {FIRMS: table}).check().report.text()
    assert "每一项写成一列，列名用：坐标.纬度、坐标.经度" in text


@pytest.mark.parametrize("collection", sorted(COLLECTIONS))
def test_every_field_has_a_column_by_its_chinese_title(collection: str) -> None:
    words = column_words(COLLECTIONS[collection].model)
    for column in dict.fromkeys(words.by_word.values()):
        table = Table(
            "a.csv", ("编号", column.title), ({"编号": "a", column.title: "x"},), (2,), ""
        )
        document, _ = as_entries([table], collection, NO_OPTIONS)
        value = document.tree["a"]
        for part in column.path:
            value = value[part]  # type: ignore[index,call-overload]
        assert value == "x"
        assert document.at(("a", *column.path)).field == column.title
