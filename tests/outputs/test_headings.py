"""Headings that claim no more than is known, and that say what stands below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

GOODS = {
    "content/brands/li.yaml": "name: 梨缘\nkind: 企业品牌\nregion: qingxi\n",
    "content/heritage/gao.yaml": "name: 熬膏技艺\nclass: 传统技艺\nregion: qingxi\n",
    "content/products/a.yaml": (
        "name: 膏甲\nkind: 非遗\nregion: qingxi\ngi: qingxi-xueli\nbrand: li\nheritage: gao\n"
        "maker: qingxi-li-xiehui\n"
    ),
    "content/products/b.yaml": "name: 膏乙\nkind: 地标\nregion: qingxi\n",
}


def headings(site: SiteTest, address: str) -> list[str]:
    return [heading.get_text() for heading in site.page(address).select("main h1, main h2")]


@pytest.mark.parametrize(
    ("months", "title"),
    [
        ("harvest: 10-11", "采收期"),
        ("available: 10-3", "什么时候有"),
        ("harvest: 10-11\navailable: 10-3", "什么时候有"),
        ("harvest: 10-11\nstored: 10-3", "采收与贮存"),
        ("stored: 10-3", "能存到什么时候"),
        ("available: 10-3\nstored: 10-5", "什么时候有"),
    ],
)
def test_a_harvest_alone_does_not_say_when_it_is_to_be_had(
    tmp_path: Path, months: str, title: str
) -> None:
    files = {"content/gi/a.yaml": f"name: 甲梨\nregion: qingxi\n{months}\n"}
    site = SiteTest(tmp_path, files).build()
    titles = ("采收期", "什么时候有", "采收与贮存", "能存到什么时候")
    assert [h for h in headings(site, "gi/a/") if h in titles] == [title]


def test_each_month_says_what_is_known_of_it_in_words(tmp_path: Path) -> None:
    months = "harvest: 10-11\navailable: 11\nstored: 11-2\n"
    files = {"content/gi/a.yaml": f"name: 甲梨\nregion: qingxi\n{months}"}
    cells = SiteTest(tmp_path, files).build().page("gi/a/").select(".season li")
    said = [" ".join(cell.get_text(" ").split()) for cell in cells]
    assert said[:3] == ["1 月 可存", "2 月 可存", "3 月"]
    assert said[9:] == ["10 月 采收", "11 月 采收 有货 可存", "12 月 可存"]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("gi/qingxi-xueli/", "用它做的产品"),
        ("heritage/gao/", "用它做的产品"),
        ("brands/li/", "用这个品牌的产品"),
        ("organizations/qingxi-li-xiehui/", "制作的产品"),
    ],
)
def test_products_stand_under_what_they_have_to_do_with_the_entry(
    tmp_path: Path, address: str, title: str
) -> None:
    assert title in headings(SiteTest(tmp_path, GOODS).build(), address)


def test_kinds_of_products_do_not_read_like_other_collections(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, GOODS).build()
    kinds = [kind.get_text() for kind in site.page("index.html").select(".kinds__name")]
    assert {"地标产品", "非遗产品"} < set(kinds)
    assert "地标" not in kinds
    assert "非遗产品" in headings(site, "products/kind/heritage/")
