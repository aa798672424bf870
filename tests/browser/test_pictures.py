"""Photographs: the right file for the screen, nothing moves, nothing is blown up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browser.measures import SHIFTS
from tests.support.browser.places import MOVED, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PICTURES = """() => [...document.querySelectorAll("main img")].map(image => {
  const box = image.getBoundingClientRect();
  return {file: image.currentSrc.split("/").pop(), done: image.complete && image.naturalWidth > 0,
          lazy: image.loading === "lazy", priority: image.fetchPriority,
          width: Math.round(box.width), height: Math.round(box.height)};
})"""
SCROLL = """async () => {
  for (let at = 0; at < document.body.scrollHeight; at += 300) {
    scrollTo(0, at);
    await new Promise(done => setTimeout(done, 30));
  }
  await Promise.all([...document.images].map(image => image.decode()));
}"""


def pictures(
    browser: Browser, place: Place, width: int, scale: float = 1, address: str = MOVED
) -> tuple[list[dict[str, Any]], float]:
    """The pictures of a page that was read to its end, and how much moved meanwhile."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, device_scale_factor=scale
    )
    page = context.new_page()
    page.goto(place.url(address), wait_until="load")
    page.evaluate(SCROLL)
    found = page.evaluate(PICTURES)
    moved = page.evaluate(SHIFTS)
    context.close()
    return found, moved


@pytest.mark.parametrize(
    ("width", "scale", "files"),
    [
        (360, 1, ["shiyan-480.webp", "heng-480.webp", "shu-480.webp"]),
        (360, 3, ["shiyan-640.webp", "heng-1600.webp", "shu-1200.webp"]),
        (1440, 1, ["shiyan-640.webp", "heng-960.webp", "shu-960.webp"]),
    ],
)
def test_each_screen_gets_the_file_it_needs(
    browser: Browser, served: Place, width: int, scale: float, files: list[str]
) -> None:
    found, moved = pictures(browser, served, width, scale)
    assert all(picture["done"] for picture in found)
    assert [picture["file"] for picture in found[:3]] == files
    assert moved == 0


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_pictures_keep_their_shape_and_fit_the_screen(
    browser: Browser, served: Place, width: int
) -> None:
    found, _ = pictures(browser, served, width)
    hero, wide, tall, *gallery = found[:5]
    assert hero["width"] <= 640, "it is no larger than it is"
    assert abs(wide["width"] / wide["height"] - 2000 / 1300) < 0.02
    assert tall["height"] <= 640 and len(gallery) == 2
    assert len({picture["height"] // 10 for picture in gallery}) <= 2
    assert max(picture["width"] for picture in found) <= width


def test_only_the_first_picture_is_fetched_at_once(browser: Browser, served: Place) -> None:
    found, _ = pictures(browser, served, 360)
    assert [picture["lazy"] for picture in found[:5]] == [False, True, True, True, True]
    assert [picture["priority"] for picture in found[:2]] == ["high", "auto"]


@pytest.mark.parametrize("width", [360, 1440])
def test_photographs_and_drawings_stand_alike_on_cards(
    browser: Browser, served: Place, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(served.url("products/"))
    faces = page.evaluate(
        """() => [...document.querySelectorAll(".card__face")].map(face => {
          const photo = face.querySelector("picture img");
          return [face.offsetWidth, face.offsetHeight, photo?.offsetWidth, photo?.offsetHeight];
        })"""
    )
    assert len({(face[0], face[1]) for face in faces}) == 1
    filled = [face for face in faces if face[2] is not None]
    assert filled and all(face[:2] == face[2:] for face in filled)
    context.close()
