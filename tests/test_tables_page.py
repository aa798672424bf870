"""docs/tables.md: its examples are a site that passes, and it names every kind of file that holds a table."""

from __future__ import annotations

import re
from pathlib import Path

from sitegen.loading import tables
from sitegen.model.collections import COLLECTIONS
from sitegen.model.table_entries import ENTRIES
from tests.support.basic_site import REPOSITORY
from tests.support.site_test import SiteTest

PAGE = (REPOSITORY / "docs" / "tables.md").read_text("utf-8")
EXAMPLE = re.compile(r"`(content/\S+?)`[^\n`]*(?:`[^`\n]*`[^\n`]*)*：\n\n```\w+\n(.*?)```", re.S)


def examples() -> dict[str, str]:
    return dict(EXAMPLE.findall(PAGE))


def test_every_example_has_its_file() -> None:
    assert len(examples()) == PAGE.count("```") // 2 == 5


def test_the_examples_pass_and_their_values_are_on_pages(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, examples()).build()
    assert [line for line in site.problems if "错误" in line or "error" in line] == []
    wine = site.text("products/li-jiu/index.html")
    assert [
        word
        for word in ("青溪县雪梨协会", "白山", "雪梨酒", "微甜", "第701号", "二等", "有货")
        if word not in wine
    ] == []
    firm = site.text("organizations/li-chang/index.html")
    assert [word for word in ("0536-8888888", "青溪年鉴", "119.1") if word not in firm] == []
    assert "黑山县" in site.text("regions/heishan/index.html")


def test_the_limits_are_those_of_the_reader() -> None:
    assert f"{ENTRIES:,} 个条目，名单最多 {tables.ROWS:,} 行" in PAGE
    assert f"{tables.COLUMNS} 列、{tables.LIMIT >> 20} MB" in PAGE


def test_the_collections_named_are_collections() -> None:
    named = re.findall(r"`content/(\w+)/`|、`(\w+)/`", PAGE)
    assert {a or b for a, b in named} <= COLLECTIONS.keys()
