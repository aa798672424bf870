"""Nothing is cut off or needs sideways scrolling: small phones, zoom, large text, wide spacing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browser.measures import CUT, SPACING, TOO_WIDE
from tests.support.browser.places import DISTINCT, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", DISTINCT.values(), ids=DISTINCT)
def test_a_page_fits_whatever_the_reader_needs(page: Page, served: Place, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served.url(address))
    found: dict[str, Any] = {}

    def look(name: str) -> None:
        found[name] = (max(0, page.evaluate(TOO_WIDE)), page.evaluate(CUT))

    look("320 px")
    page.set_viewport_size({"width": 360, "height": 640})
    look("360 px")
    page.evaluate(SPACING)
    look("360 px, text spacing")
    page.set_viewport_size({"width": 1280, "height": 800})
    look("1280 px, text spacing")
    page.evaluate("document.adoptedStyleSheets = []")
    page.set_viewport_size({"width": 640, "height": 400})
    look("1280 px at 200 %")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    look("1280 px, text at 200 %")

    assert found == dict.fromkeys(found, (0, []))


def test_text_that_does_not_fit_would_be_found(page: Page, served: Place) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served.url("about/"))
    assert page.evaluate(CUT) == []
    page.evaluate(
        """() => { const one = document.querySelector("h1");
        one.style.whiteSpace = "nowrap"; one.style.inlineSize = "2em"; one.style.overflow = "clip" }"""
    )
    assert len(page.evaluate(CUT)) == 1
    page.evaluate("document.querySelector('main').style.inlineSize = '400px'")
    assert page.evaluate(TOO_WIDE) > 0
