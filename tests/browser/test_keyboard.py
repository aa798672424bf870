"""With a keyboard: the skip link first, the order of reading, a focus one can see. With a thumb:
targets that are large enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.browser.measures import EVERY, SMALL
from tests.support.browser.places import DISTINCT, PAGES, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOCUSED = """() => {
  const element = document.activeElement;
  const ring = [element, element.closest(".card, .plate, .search__form")].some(one => one &&
    getComputedStyle(one).outlineStyle === "solid" &&
    parseFloat(getComputedStyle(one).outlineWidth) >= 2);
  const box = element.getBoundingClientRect();
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
  return [[...document.body.querySelectorAll("*")].indexOf(element), ring && seen];
}"""
STOPS = """() => { const all = [...document.body.querySelectorAll("*")];
  return all.filter(one => one.matches("a[href], button, input, summary") && one.checkVisibility())
    .map(one => all.indexOf(one)) }"""
ACTIONS = {
    "of": ".masthead :is(a, button, input), .menu a, .letters a, .pager a, .chips a, .button,"
    " .search__form :is(input, button), .figures a,"
    " .kinds a, .tile a, .narrowing :is(a, label, summary), .switch :is(a, button)",
    "high": 44,
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["home", "list", "geographical indication", "not found"])
def test_the_skip_link_comes_first_and_leads_past_the_menu(
    page: Page, served: Place, name: str
) -> None:
    page.goto(served.url(PAGES[name]))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "跳到正文"
    box = skip.bounding_box()
    assert box is not None and box["x"] >= 0 and box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.masthead, .breadcrumbs')")


@pytest.mark.parametrize(
    ("name", "width"),
    [
        ("home", 360),
        ("list", 1280),
        ("geographical indication", 360),
        ("scheme", 1280),
        ("search", 360),
    ],
)
def test_the_tab_key_visits_every_link_in_reading_order_with_a_focus_one_can_see(
    page: Page, served: Place, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url(PAGES[name]))
    stops = page.evaluate(STOPS)
    visited: list[Any] = []
    for _ in stops:
        page.keyboard.press("Tab")
        visited.append(page.evaluate(FOCUSED))
    assert visited == [[stop, True] for stop in stops]
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("address", DISTINCT.values(), ids=DISTINCT)
def test_targets_are_large_enough(page: Page, served: Place, address: str) -> None:
    page.goto(served.url(address))
    assert page.evaluate(SMALL, EVERY) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate(SMALL, EVERY) == []
    assert page.evaluate(SMALL, ACTIONS) == []
    page.set_viewport_size({"width": 1280, "height": 800})
