"""axe-core finds nothing to object to, on any template, in light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.places import DISTINCT, OLD_ADDRESS, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", DISTINCT.values(), ids=DISTINCT)
def test_axe_finds_no_violation(page: Page, served: Place, axe: str, address: str) -> None:
    page.goto(served.url(address))
    assert list(violations(page, axe)) == []


def test_axe_finds_no_violation_on_an_old_address_before_it_goes_on(
    page: Page, served: Place, axe: str
) -> None:
    page.route("**/products/shiyan-ligao/", lambda route: route.abort("aborted"))
    page.goto(served.url(OLD_ADDRESS))
    assert page.url == served.url(OLD_ADDRESS)
    assert list(violations(page, axe)) == []
    page.unroute_all()


def test_axe_would_find_faint_text_and_a_picture_without_words(
    page: Page, served: Place, axe: str
) -> None:
    page.goto(served.url("about/"))
    page.evaluate(
        """document.querySelector("main").insertAdjacentHTML("beforeend",
        '<p style="color:#bbb;background:#ccc">faint</p><img src="none.png">')"""
    )
    rules = {rule for _, _, rule, *_ in violations(page, axe)}
    assert rules == {"color-contrast", "image-alt"}
