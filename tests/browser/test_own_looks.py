"""A site with menu, home page, colours and logo of its own is as easy to read as one without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ADDRESSES = ("", "gi/", "gi/weixian-luobo/", "schemes/china-quality-award/")
COLOUR = "selector => getComputedStyle(document.querySelector(selector)).color"
PRIMARY, PRIMARY_IN_THE_DARK = "rgb(179, 38, 30)", "rgb(241, 166, 155)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_no_violation(page: Page, own_looks: Place, axe: str, address: str) -> None:
    page.goto(own_looks.url(address))
    assert list(violations(page, axe)) == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_is_wider_than_the_screen(page: Page, own_looks: Place, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(own_looks.url(""))
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_red_site_shows_valid_titles_as_any_other_does(
    page: Page, own_looks: Place, opened: Place
) -> None:
    for scheme, primary in (("light", PRIMARY), ("dark", PRIMARY_IN_THE_DARK)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        words = []
        for place in (opened, own_looks):
            page.goto(place.url("gi/weixian-luobo/"))
            words.append(page.evaluate(COLOUR, ".status--current .status__word"))
        assert words[0] == words[1] != primary
        assert page.evaluate(COLOUR, "main .facts a") == primary


def test_the_logo_is_seen_where_it_is_and_moves_nothing(page: Page, own_looks: Place) -> None:
    for address in ("", "gi/weixian-luobo/"):
        page.goto(own_looks.url(address))
        size = page.evaluate(
            "(image => [image.naturalWidth > 0, image.width, image.height])"
            "(document.querySelector('.brand img'))"
        )
        assert size == [True, 44, 44]
