"""One thing entered twice is told; two things of one name in two places are fine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

FILE = "content/products/second.yaml"


@pytest.mark.parametrize("name", ["梨膏", "梨 膏"])
def test_a_second_entry_of_one_name_and_place_is_told(tmp_path: Path, name: str) -> None:
    text = f"name: {name}\nkind: 农产品\nregion: qingxi\nmaker: qingxi-li-xiehui\n"
    site = SiteTest(tmp_path, {FILE: text}).check()
    site.warns_of(f"{FILE}:1:7 entry.same-name")
    assert site.report.problems[0].facts == {"other": "products:li-gao"}


def test_towns_of_two_counties_may_have_one_name(tmp_path: Path) -> None:
    town = "{name: 城关镇, kind: 镇街, parent: %s}"
    site = SiteTest(tmp_path)
    regions = (site.root / "content/regions.yaml").read_text("utf-8")
    towns = f"east: {town % 'qingxi'}\nwest: {town % 'baishan'}\n"
    site.write("content/regions.yaml", regions + towns).check().passes()
    site.write("content/regions.yaml", regions + towns.replace("baishan", "qingxi")).check()
    site.warns_of("content/regions.yaml:5:14 entry.same-name")


def test_goods_of_another_maker_may_have_the_name(tmp_path: Path) -> None:
    text = "name: 梨膏\nkind: 农产品\nregion: qingxi\nmaker: 某厂\n"
    SiteTest(tmp_path, {FILE: text}).check().passes()


@pytest.mark.parametrize(
    ("file", "region"), [(FILE, "baishan"), ("content/brands/li-gao.yaml", "qingxi")]
)
def test_another_place_or_collection_is_another_thing(
    tmp_path: Path, file: str, region: str
) -> None:
    kind = "农产品" if "products" in file else "企业品牌"
    SiteTest(tmp_path, {file: f"name: 梨膏\nkind: {kind}\nregion: {region}\n"}).check().passes()
