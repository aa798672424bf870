"""What there is this month, on the home page: of the month in China, whenever the page was built."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
def test_home_shows_the_month_that_it_is_in_china(
    browser: Browser, served: Place, zone: str
) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time(datetime(2027, 3, 31, 16, 30, tzinfo=UTC))
    page.goto(served.url(""))
    section = page.locator("this-month")
    assert section.locator("h2").inner_text() == "4月有什么"
    assert section.locator("a").last.get_attribute("href") == "seasons/4/"
    assert "胶河土豆" in section.inner_text() and "潍县萝卜" not in section.inner_text()
    page.clock.set_fixed_time(datetime(2027, 4, 30, 16, 30, tzinfo=UTC))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert section.locator("h2").inner_text() == "5月有什么"
    context.close()


def test_home_leads_to_the_calendar_without_scripts(browser: Browser, served: Place) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url(""))
    section = page.locator("this-month")
    assert "月有什么" not in section.locator("h2").inner_text()
    page.goto(served.root + str(section.locator("a").get_attribute("href")))
    assert page.locator(".months__row").count() == 12
    context.close()
