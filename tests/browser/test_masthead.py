"""The masthead holds together whatever the size of letters: nothing overlaps, the name keeps its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.measures import TOO_WIDE
from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OVERLAPS = """() => {
  const parts = [...document.querySelectorAll(".masthead .seal, .brand__name, .masthead__button, .masthead .search, .menu a")]
    .filter(part => part.checkVisibility() && part.getClientRects().length);
  const box = part => part.getBoundingClientRect();
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  return parts.flatMap((one, at) => parts.slice(at + 1)
    .filter(other => !apart(box(one), box(other)))
    .map(other => `${one.className.baseVal ?? one.className} / ${other.className}`));
}"""
LINES = """() => { const range = document.createRange();
  range.selectNodeContents(document.querySelector(".brand__name"));
  return range.getClientRects().length }"""

MOVED = """document.querySelector(".masthead__find").style.cssText =
  "position: relative; right: 9rem" """


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 412, 768, 1024, 1440])
def test_the_masthead_bears_large_letters(page: Page, served: Place, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url("gi/weixian-luobo/"))
    found = {}
    for size in (100, 125, 150, 175, 200):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
        found[size] = (page.evaluate(OVERLAPS), page.evaluate(LINES), page.evaluate(TOO_WIDE))
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate("document.documentElement.dataset.elder = ''")
    found[0] = (page.evaluate(OVERLAPS), page.evaluate(LINES), page.evaluate(TOO_WIDE))
    assert found == dict.fromkeys(found, ([], 1, 0))


@pytest.mark.parametrize("size", [100, 200])
def test_the_open_menu_can_be_closed_and_its_lines_stand_apart(
    page: Page, served: Place, size: int
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(served.url("gi/weixian-luobo/"))
    page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
    page.get_by_role("button", name="菜单").click()
    found = page.evaluate(f"({OVERLAPS})().filter(pair => !/masthead|brand|seal/.test(pair))")
    assert found == []
    clipped = "[...document.querySelectorAll('.menu a')].filter(a => a.scrollWidth > a.clientWidth)"
    assert page.evaluate(f"{clipped}.length") == 0
    page.get_by_role("button", name="关闭").click()
    assert not page.get_by_role("navigation", name="主菜单").is_visible()


def test_parts_of_the_masthead_that_overlap_would_be_found(page: Page, served: Place) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(served.url("gi/weixian-luobo/"))
    page.evaluate(MOVED)
    assert page.evaluate(OVERLAPS)
    page.evaluate("document.querySelector('.brand__name').style.inlineSize = '1em'")
    assert page.evaluate(LINES) > 1
