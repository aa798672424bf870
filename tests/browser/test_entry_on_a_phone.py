"""An entry on a phone: what a citizen needs first, and what is only looked up folded until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RADISH = "gi/weixian-luobo/"
LONGEST = 4500
"""The most pixels of the longest entry of the demo at 360 px."""


def phone(browser: Browser, **more: object) -> Page:
    return browser.new_page(viewport={"width": 360, "height": 780}, bypass_csp=True, **more)  # type: ignore[arg-type]


@pytest.fixture
def page(browser: Browser) -> Page:
    return phone(browser)


def folds(page: Page) -> list[bool]:
    return [one.get_attribute("open") is not None for one in page.locator(".fold").all()]


def test_the_longest_entry_is_not_long(page: Page, served: Place) -> None:
    page.goto(served.url(RADISH))
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    page.close()


def test_picture_status_and_complaint_come_first(page: Page, served: Place) -> None:
    page.goto(served.url(RADISH))
    tops = [
        page.locator(part).first.bounding_box()
        for part in (".entry__picture", ".status__word", ".entry__actions")
    ]
    picture, status, actions = (box["y"] for box in tops if box)
    assert picture <= 350 and status < 780 and actions < 2 * 780
    page.close()


def test_what_is_looked_up_is_folded_until_it_is_asked_for(
    page: Page, served: Place, axe: str
) -> None:
    page.goto(served.url(RADISH))
    assert folds(page) == [False, False]
    summary = page.locator(".fold summary").first
    assert summary.inner_text().split() == ["公告写明的指标", "6项"]
    assert not page.get_by_text("维生素C").is_visible()
    box = summary.bounding_box()
    assert box is not None and box["height"] >= 44
    summary.press("Enter")
    page.get_by_text("维生素C").wait_for()
    assert folds(page) == [True, False]
    assert list(violations(page, axe)) == []
    page.close()


def test_a_link_to_a_table_finds_it_open(page: Page, served: Place) -> None:
    page.goto(served.url(RADISH) + "#measures")
    assert folds(page) == [True, False]
    page.close()


def test_where_there_is_room_and_on_paper_all_is_open(page: Page, served: Place) -> None:
    page.goto(served.url(RADISH))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert folds(page) == [True, True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds(page) == [False, False]
    page.set_viewport_size({"width": 768, "height": 900})
    page.wait_for_function("document.querySelectorAll('.fold[open]').length === 2")
    page.close()


def test_without_scripts_all_is_open(browser: Browser, served: Place) -> None:
    page = phone(browser, java_script_enabled=False)
    page.goto(served.url(RADISH))
    assert page.get_by_text("维生素C").is_visible()
    page.close()
