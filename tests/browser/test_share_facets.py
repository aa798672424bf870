"""The facets of regions, categories and schemes, with scripts: each value leads to just the entries it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browser.axe import violations
from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCOPES = (
    "regions/shouguang/",
    "regions/weifang/",
    "categories/vegetables/",
    "schemes/gi-protection-cnipa/",
    "schemes/haopin-shandong/",
)
VALUES = """all => all.map(one => ({
  url: one.href, number: Number(one.querySelector('.note').textContent), words: one.textContent.trim()}))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scope", SCOPES)
def test_every_value_leads_to_a_list_with_its_number(page: Page, served: Place, scope: str) -> None:
    page.goto(served.url(scope))
    assert not page.locator(".narrowing__plain").count(), "with scripts every value leads on"
    values = page.locator("[data-facet] li a").evaluate_all(VALUES)
    assert len(values) > 5
    for value in values if len(values) < 12 else [*values[:6], *values[6::6]]:
        page.goto(value["url"])
        page.get_by_role("heading", name=f"符合的有{value['number']}条", exact=True).wait_for()
        assert page.locator("[data-values] > *").count() == value["number"], value


def test_what_was_left_is_still_chosen_on_the_list(page: Page, served: Place) -> None:
    page.goto(served.url("regions/shouguang/"))
    page.get_by_text("类别", exact=True).click()
    share = page.get_by_role("group", name="地理标志").locator("visible=true")
    share.get_by_role("link", name="畜禽 1").click()
    expect(page.get_by_role("button", name="去掉：寿光")).to_be_visible()
    expect(page.locator(".cards .card__name")).to_have_text(["寿光鸡"])


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scope", SCOPES[:1] + SCOPES[3:4])
def test_open_facets_are_for_everyone(
    page: Page, served: Place, axe: str, scope: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.url(scope))
    page.locator(".narrowing__facet summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert list(violations(page, axe)) == []
