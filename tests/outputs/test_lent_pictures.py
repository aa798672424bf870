"""What an entry without a picture shows: the drawing of what it is one of, of its category, then a seal."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.support import pictures
from tests.support.site_test import SiteTest

PRODUCT = "content/products/gao.yaml"
GI = "content/gi/mi.yaml"
BRAND = "content/brands/cailin.yaml"
CATEGORIES = "content/categories.yaml"
FILES = {
    PRODUCT: (
        "name: 蔡林记米糕\nkind: 农产品\nregion: qingxi\ngi: mi\nbrand: cailin\ncategories: rice\n"
    ),
    GI: "name: 青溪米\nregion: qingxi\n",
    BRAND: "name: 蔡林记\nkind: 企业品牌\nregion: qingxi\n",
    CATEGORIES: (
        "pears: {name: 梨}\nfruit: {name: 果}\ncrafts: {name: 工艺}\n"
        "grain: {name: 粮}\nrice: {name: 米, parent: grain}\n"
    ),
    "site.yaml": None,
}


def svg(side: int) -> str:
    box = f"0 0 {side} {side}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="M0 0h9v9z"/></svg>'


def image(name: str, *, drawing: bool = True) -> str:
    return (
        f"images: [{{file: {name}, alt: {name.partition('.')[0]}的图, "
        f"illustration: {'是' if drawing else '否'}}}]\n"
    )


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    files = {name: text for name, text in FILES.items() if text is not None}
    media = {
        f"content/media/{name}.svg": svg(9) for name in ("own", "gi", "brand", "grain", "rice")
    }
    photo = {"content/media/photo.jpg": pictures.jpeg(800, 600)}
    return SiteTest(tmp_path, {**files, **media, **photo})


def give(site: SiteTest, file: str, images: str) -> None:
    site.write(file, (site.root / file).read_text("utf-8") + images)


def card(site: SiteTest) -> Tag:
    cards = site.page("products/index.html").select(".card")
    return next(card for card in cards if "蔡林记米糕" in card.get_text())


def face(site: SiteTest) -> str:
    """The file on the card, or the characters of its seal."""
    shown = card(site).select_one(".card__face")
    assert shown is not None
    pictured = shown.select_one("img")
    if pictured is not None:
        return str(pictured["src"]).rpartition("/")[2]
    return "".join(text.get_text() for text in shown.select(".seal text"))


def with_category(site: SiteTest, node: str, file: str) -> None:
    name = {"grain": "{name: 粮", "rice": "{name: 米"}[node]
    site.change(CATEGORIES, name, f"{name}, images: [{{file: {file}, alt: 图, illustration: 是}}]")


def test_each_lender_comes_before_the_next(site: SiteTest) -> None:
    assert face(site.build()) == "米糕"
    with_category(site, "grain", "grain.svg")
    assert face(site.build()) == "grain.pine.svg", "the category above"
    with_category(site, "rice", "rice.svg")
    assert face(site.build()) == "rice.pine.svg", "its own category"
    give(site, BRAND, image("brand.svg"))
    assert face(site.build()) == "brand.pine.svg"
    give(site, GI, image("gi.svg"))
    assert face(site.build()) == "gi.pine.svg"
    give(site, PRODUCT, image("own.svg"))
    assert face(site.build()) == "own.pine.svg"
    photo = "  - {file: photo.jpg, alt: 一盘米糕}\n"
    site.change(
        PRODUCT,
        image("own.svg"),
        "images:\n  - {file: own.svg, alt: 图, illustration: 是}\n" + photo,
    )
    assert face(site.build()) == "photo-800.jpg", "a photograph, though written after the drawing"
    site.equals_clean_build()


def test_what_is_lent_says_what_it_shows(site: SiteTest) -> None:
    with_category(site, "grain", "grain.svg")
    site.build()
    assert "示意图 · 粮" in card(site).get_text()
    page = site.page("products/gao/index.html")
    caption = page.select_one(".picture--category figcaption")
    assert caption is not None and caption.get_text() == "示意图 · 粮"
    give(site, GI, image("gi.svg"))
    site.build()
    assert "示意图 · 青溪米" in card(site).get_text()
    frame = site.page("products/gao/index.html").select_one(".picture__frame")
    assert frame is not None and frame["aria-label"] == "gi的图"
    assert "示意图" not in site.page("gi/index.html").select_one(".cards").get_text(), "its own"  # type: ignore[union-attr]


def test_a_photograph_is_not_lent_but_called_one_of_the_goods(site: SiteTest) -> None:
    give(site, GI, image("photo.jpg", drawing=False))
    site.build()
    assert face(site) == "米糕"
    shown = site.page("gi/mi/index.html").select_one("figcaption")
    assert shown is not None and shown.get_text() == "实物"
    assert "实物" in site.page("gi/index.html").select_one(".cards").get_text()  # type: ignore[union-attr]


def test_a_drawing_that_is_not_public_is_not_lent(site: SiteTest) -> None:
    give(site, GI, image("gi.svg"))
    site.write(PRODUCT, FILES[PRODUCT].replace("gi: mi\n", ""))  # type: ignore[union-attr]
    assert face(site.build()) == "米糕"
    site.write(PRODUCT, str(FILES[PRODUCT]))
    give(site, GI, "draft: 是\n")
    site.write(PRODUCT, str(FILES[PRODUCT]).replace("gi: mi\n", ""))
    assert face(site.build()) == "米糕"


def test_a_card_changes_with_the_drawing_that_is_lent_to_it(site: SiteTest) -> None:
    with_category(site, "grain", "grain.svg")
    site.build()
    site.write("content/media/grain.svg", svg(8)).build()
    assert 'viewBox="0 0 8 8"' in site.text("media/grain.pine.svg")
    assert 'viewBox="0 0 8 8"' in site.text("products/gao/index.html")
    assert 'viewBox="0 0 8 8"' in site.text("categories/grain/index.html")
    site.change(CATEGORIES, "{name: 粮", "{name: 粮食").build()
    assert "示意图 · 粮食" in card(site).get_text()
    site.change(CATEGORIES, "alt: 图", "alt: 一穗谷").build()
    assert "一穗谷" in site.text("products/gao/index.html")
    site.change(CATEGORIES, "parent: grain", "order: 1").build()
    assert face(site) == "米糕"
    site.equals_clean_build()


def test_a_category_lends_its_drawing_in_the_primary_colour_even_to_crafts(
    site: SiteTest,
) -> None:
    with_category(site, "grain", "grain.svg")
    site.change(PRODUCT, "kind: 农产品", "kind: 手造").build()
    assert face(site) == "grain.pine.svg"
    give(site, GI, image("gi.svg"))
    assert face(site.build()) == "gi.cinnabar.svg"
