"""The seal of an entry without a picture: what its name says besides its place and its brand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

PRODUCT = "content/products/gao.yaml"
BRAND = "content/brands/cailin.yaml"


def files(name: str, brand: str) -> dict[str, str]:
    return {
        PRODUCT: f"name: {name}\nkind: 农产品\nregion: qingxi\nbrand: {brand}\n",
        BRAND: "name: 蔡林记\nkind: 企业品牌\nregion: qingxi\n",
    }


def seal(site: SiteTest, address: str, name: str) -> str:
    card = next(c for c in site.page(address).select(".card") if name in c.get_text())
    return "".join(text.get_text() for text in card.select(".seal text"))


@pytest.mark.parametrize("brand", ["cailin", "蔡林记"])
@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("蔡林记热干面", "热干面"),
        ("青溪蔡林记热干面（盒装）", "热干面"),
        ("蔡林记绿豆麻糕", "绿豆麻糕"),
        ("蔡林记面", "蔡林记面"),
        ("热干面", "热干面"),
        ("蔡林记独根红韭菜", "韭菜"),
    ],
)
def test_a_seal_leaves_out_the_place_and_the_brand(
    tmp_path: Path, name: str, characters: str, brand: str
) -> None:
    site = SiteTest(tmp_path, files(name, brand)).build()
    assert seal(site, "products/index.html", name) == characters


def test_a_brand_that_is_renamed_changes_the_seals_of_its_goods(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, files("蔡林记热干面", "cailin")).build()
    site.change(BRAND, "蔡林记", "林记").build()
    assert seal(site, "products/index.html", "蔡林记热干面") == "干面"
    site.equals_clean_build()
