"""Photographs of any shape: upright, lying, a panorama, a tiny one. No card and no page breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import pictures
from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHAPES = {
    "upright": (900, 2000),
    "lying": (1600, 900),
    "panorama": (3000, 500),
    "pillar": (300, 2400),
    "tiny": (48, 36),
}
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" fill="currentColor">'
    '<path d="M40 40h320v320H40z"/></svg>'
)
CARDS = """() => [...document.querySelectorAll(".cards .card")].map(card => {
  const box = element => {
    const {left, right, top, bottom, width, height} = element.getBoundingClientRect();
    return {left, right, top, bottom, width, height};
  };
  const face = card.querySelector(".card__face"), shows = card.querySelector(".card__shows");
  return {card: box(card), face: face && box(face), image: face && box(face.querySelector("img, svg")),
          shows: shows && box(shows), name: card.querySelector("h3").textContent,
          photo: face !== null && face.classList.contains("card__face--photo")};
})"""
WIDTH = "() => document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {"site.yaml": SITE, "content/media/drawn.svg": DRAWING}
    for number, (name, (width, height)) in enumerate(SHAPES.items()):
        photo = pictures.view(width, height, number)
        files[f"content/media/{name}.jpg"] = pictures.saved(photo, quality=80)
        files[f"content/products/{name}.yaml"] = (
            f"name: 照片{name}\nkind: 农产品\nregion: qingxi\nsummary: 一张照片。\n"
            f"images: [{{file: {name}.jpg, alt: 一张照片}}]\n"
        )
    several = ", ".join(f"{{file: {name}.jpg, alt: 一张照片, credit: 某人}}" for name in SHAPES)
    files["content/products/all.yaml"] = (
        f"name: 各种照片\nkind: 农产品\nregion: qingxi\nimages: [{several}]\n"
    )
    drawn = "images: [{file: drawn.svg, alt: 一个方块, illustration: 是}]"
    files["content/products/drawn.yaml"] = f"name: 画的\nkind: 农产品\nregion: qingxi\n{drawn}\n"
    files["content/brands/drawn.yaml"] = f"name: 画牌\nkind: 企业品牌\nregion: qingxi\n{drawn}\n"
    files["content/products/lent.yaml"] = (
        "name: 借图的\nkind: 农产品\nregion: qingxi\nbrand: drawn\n"
    )
    built = SiteTest(tmp_path_factory.mktemp("photos"), files).build()
    return built.target


@pytest.fixture(params=[320, 360, 768, 1440])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield context.new_page()
    context.close()


def visit(page: Page, site: Path, address: str) -> None:
    page.goto((site / address / "index.html").as_uri(), wait_until="load")
    page.evaluate(
        """async () => {
          for (const image of document.images) image.loading = "eager";
          await Promise.all([...document.images].map(image => image.decode()));
        }"""
    )


def inside(inner: dict[str, float], outer: dict[str, float]) -> bool:
    return (
        inner["left"] >= outer["left"] - 1
        and inner["right"] <= outer["right"] + 1
        and inner["top"] >= outer["top"] - 1
        and inner["bottom"] <= outer["bottom"] + 1
    )


def test_cards_have_one_face_whatever_the_shape_of_their_photographs(
    page: Page, site: Path
) -> None:
    visit(page, site, "products")
    cards: list[dict[str, Any]] = page.evaluate(CARDS)
    assert len(cards) >= len(SHAPES) + 3
    faces = [card for card in cards if card["face"]]
    assert len({(round(c["face"]["width"]), round(c["face"]["height"])) for c in faces}) == 1
    for card in faces:
        assert inside(card["image"], card["face"]), card["name"]
        if card["photo"]:
            assert round(card["image"]["height"]) == round(card["face"]["height"]), card["name"]
        if card["shows"]:
            assert inside(card["shows"], card["face"]), card["name"]
        if card["shows"] and not card["photo"]:
            assert card["shows"]["top"] >= card["image"]["bottom"] - 1, "the words cover no drawing"
    rows: dict[int, set[int]] = {}
    for card in cards:
        rows.setdefault(round(card["card"]["top"]), set()).add(round(card["card"]["bottom"]))
    assert all(len(bottoms) == 1 for bottoms in rows.values())
    assert page.evaluate(WIDTH) <= page.viewport_size["width"]  # type: ignore[index]


@pytest.mark.parametrize("name", SHAPES)
def test_an_entry_shows_its_photograph_whole_and_no_larger_than_it_is(
    page: Page, site: Path, name: str
) -> None:
    visit(page, site, f"products/{name}")
    image = page.locator(".entry__picture img").bounding_box()
    assert image is not None
    width, height = SHAPES[name]
    assert image["width"] <= width + 1 and image["height"] <= height + 1
    assert image["height"] <= 0.8 * 900 + 1
    assert image["x"] >= 0 and image["x"] + image["width"] <= page.viewport_size["width"]  # type: ignore[index]
    fit = page.evaluate(
        "() => getComputedStyle(document.querySelector('.entry__picture img')).objectFit"
    )
    assert fit == "contain"
    assert page.evaluate(WIDTH) <= page.viewport_size["width"]  # type: ignore[index]


def test_a_gallery_of_all_shapes_keeps_to_its_frames(page: Page, site: Path) -> None:
    visit(page, site, "products/all")
    frames = page.evaluate(
        """() => [...document.querySelectorAll(".gallery .picture__frame")].map(frame => {
          const outer = frame.getBoundingClientRect(), inner = frame.firstElementChild.querySelector("img").getBoundingClientRect();
          return [outer.width, outer.height, inner.width, inner.height];
        })"""
    )
    assert len(frames) == len(SHAPES) - 1
    assert len({(round(frame[0]), round(frame[1])) for frame in frames}) == 1
    assert all(frame[2] <= frame[0] + 1 and frame[3] <= frame[1] + 1 for frame in frames)
    assert page.evaluate(WIDTH) <= page.viewport_size["width"]  # type: ignore[index]
