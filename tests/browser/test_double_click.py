"""A site built for a server, opened by a double click on its index.html: no link ends in a list of files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.places import Place
from tests.support.browser.searcher import searcher
from tests.support.browser.visitor import visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ENTRY = "gi/weixian-luobo/"


def here(page: Page, place: Place) -> str:
    """The address of the page that is open; fails where it is no page of the site."""
    page.wait_for_load_state()
    address = place.address(page.url)
    assert page.url.partition("?")[0] == place.url(address), "a list of files"
    assert page.locator("main#main h1").count() == 1
    return address


def test_the_pages_really_link_to_folders(double_clicked: Place) -> None:
    """Else the other tests would show nothing."""
    home = double_clicked.file("").read_text("utf-8")
    assert 'href="gi/"' in home and 'action="search/"' in home and "index.html" not in home


def test_a_visitor_clicks_from_page_to_page(browser: Browser, double_clicked: Place) -> None:
    with visitor(browser, width=1280) as walker:
        page = walker.page
        page.goto(double_clicked.url(""))
        page.get_by_role("navigation", name="主菜单").get_by_role("link", name="地理标志").click()
        assert here(page, double_clicked) == "gi/"
        page.get_by_role("link", name="潍县萝卜", exact=True).click()
        assert here(page, double_clicked) == ENTRY
        page.get_by_role("navigation", name="当前位置").get_by_role("link", name="首页").click()
        assert here(page, double_clicked) == ""
        page.locator("input[type=search]").fill("潍县萝卜")
        page.get_by_role("button", name="搜索", exact=True).click()
        page.locator(".result").first.wait_for()
        assert here(page, double_clicked) == "search/" and "?q=" in page.url
        page.locator(".result a").first.click()
        assert here(page, double_clicked) == ENTRY
        assert walker.look().complaints == walker.look().refused == ()


def test_every_link_of_home_leads_to_a_page_by_the_keyboard_too(
    browser: Browser, double_clicked: Place
) -> None:
    with visitor(browser, width=1280) as walker:
        page = walker.page
        page.goto(double_clicked.url(""))
        focused = "document.querySelectorAll('main a[href]').forEach(link => link.focus())"
        page.evaluate(focused)
        links = page.evaluate(
            "[...document.querySelectorAll('main a[href]')].map(link => link.href)"
        )
        inside = [link for link in links if link.startswith(double_clicked.root)]
        assert len(inside) > 20
        for link in inside:
            assert double_clicked.url(double_clicked.address(link)) == re.split("[?#]", link)[0]
        page.locator("main a[href]").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != double_clicked.url(""))
        here(page, double_clicked)


def test_a_middle_click_opens_a_page(browser: Browser, double_clicked: Place) -> None:
    with visitor(browser, width=1280) as walker:
        walker.page.goto(double_clicked.url("gi/"))
        with walker.page.context.expect_page() as opened:
            walker.page.get_by_role("link", name="潍县萝卜", exact=True).click(button="middle")
        assert here(opened.value, double_clicked) == ENTRY


@pytest.mark.parametrize("by_key", [False, True])
def test_suggestions_lead_to_pages(browser: Browser, double_clicked: Place, by_key: bool) -> None:
    with searcher(browser, double_clicked) as one:
        one.open("about/")
        first = one.suggest("潍县萝卜").first
        if by_key:
            one.page.keyboard.press("ArrowDown")
            one.page.keyboard.press("Enter")
        else:
            first.click()
        one.page.wait_for_url("**/weixian-luobo/**")
        assert here(one.page, double_clicked) == ENTRY


def test_all_results_of_a_suggestion_stand_on_the_search_page(
    browser: Browser, double_clicked: Place
) -> None:
    with searcher(browser, double_clicked) as one:
        one.open(ENTRY)
        one.suggest("寿光").last.click()
        one.results.first.wait_for()
        assert here(one.page, double_clicked) == "search/" and one.query() == "?q=寿光"
