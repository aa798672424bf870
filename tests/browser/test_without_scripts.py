"""With JavaScript switched off everything reads and leads on, the menu of a phone included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.places import DISTINCT, MOVED, OLD_ADDRESS, PAGES, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", DISTINCT.values(), ids=DISTINCT)
def test_a_page_reads_without_scripts(page: Page, served: Place, address: str) -> None:
    page.goto(served.url(address))
    assert page.locator("h1").is_visible()
    assert len(page.locator("main").inner_text()) > 30
    assert page.get_by_role("contentinfo").get_by_role("link").count() >= 8


@pytest.mark.parametrize("name", ["home", "geographical indication", "not found"])
def test_the_menu_of_a_phone_opens_and_leads_on(page: Page, served: Place, name: str) -> None:
    page.goto(served.url(PAGES[name]))
    menu = page.get_by_role("navigation", name="主菜单")
    assert not menu.is_visible()
    page.get_by_role("button", name="菜单").click()
    assert menu.is_visible()
    links = menu.get_by_role("link")
    assert links.count() >= 6
    for link in links.all():
        box = link.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    page.get_by_role("button", name="菜单").click()
    menu.get_by_role("button", name="关闭").click()
    assert not menu.is_visible()
    page.get_by_role("button", name="菜单").click()
    menu.get_by_role("link", name="认定体系").click()
    assert page.url == served.url("schemes/")
    assert page.locator("h1").inner_text() == "认定体系"


def test_an_old_address_leads_on_without_scripts(page: Page, served: Place) -> None:
    page.goto(served.url(OLD_ADDRESS))
    page.wait_for_url(served.url(MOVED))
    assert page.locator("h1").inner_text() == "试验梨膏"
