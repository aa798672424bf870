"""axe-core finds nothing to object to, on any template, in light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browser.places import DISTINCT, OLD_ADDRESS, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: nothing else differs between light and dark."""

RUN = """rules => axe.run({runOnly: rules, preload: false,
  resultTypes: ["violations"]}).then(result =>
  result.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(" "),
    node.failureSummary])))"""
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def violations(page: Page, axe: str) -> Iterator[tuple[Any, ...]]:
    """What axe finds on the open page, at every width and in both colour schemes."""
    page.add_script_tag(content=axe)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in (("light", TAGS), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            for found in page.evaluate(RUN, rules):
                yield (width, scheme, *found)


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
