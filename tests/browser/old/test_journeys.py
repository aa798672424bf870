"""What readers do, in browsers that they have: on a phone and on a desk."""

from __future__ import annotations

import urllib.parse

import pytest

from tests.support.browser.old.chromium import Chromium
from tests.support.browser.old.driver import Driver, until
from tests.support.browser.places import Place

ENTRY = "gi/weixian-luobo/"
PAGES = ("", "gi/", "products/", ENTRY, "regions/", "search/")
WIDTHS = [390, 1440]
FIELD = "input[type=search]"
NAMES = "[...document.querySelectorAll('.result__name')].map(one => one.textContent)"
COUNT = "document.querySelector('.results__count').textContent"
LOOK = """(() => {
  const of = selector => [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length);
  const boxes = selector => of(selector).map(one => one.getBoundingClientRect());
  const links = boxes(".menu a");
  return {
    sideways: document.documentElement.scrollWidth - innerWidth,
    title: boxes("h1").length,
    skip: Math.max(...boxes(".skip").map(one => one.bottom)),
    masthead: document.querySelector(".masthead").offsetHeight,
    fields: boxes("input[type=search]").map(one => one.width),
    between: links.slice(1).map((one, at) => one.top === links[at].top ? one.left - links[at].right : 99),
    faces: boxes(".card__face").map(one => one.width / one.height),
    tiles: boxes(".tile").map(one => one.width / one.height),
    crumb: of(".breadcrumbs li + li").map(one => getComputedStyle(one, "::before").content),
    sealed: of(".card__face--seal").map(one => getComputedStyle(one).backgroundColor),
  };
})()"""
"""What was wrong in old browsers: things over each other, in one run, without a height or a sign."""


OPERATED = """[...document.querySelectorAll("header button, header input, header li, .masthead__search")]
  .filter(one => one.getClientRects().length).map(one => one.outerHTML)"""
"""What of the masthead can be operated: nothing on paper."""


def asked(driver: Driver) -> dict[str, list[str]]:
    return urllib.parse.parse_qs(urllib.parse.urlsplit(driver.evaluate("location.href")).query)


def looks_right(driver: Driver, place: Place, width: int) -> None:
    for address in PAGES:
        driver.resize(width, 844)
        driver.open(place.url(address))
        seen = driver.evaluate(LOOK)
        assert seen["sideways"] <= 0 and seen["title"] == 1 and seen["skip"] <= 0, address
        assert seen["masthead"] <= 130, address
        assert all(wide >= 120 for wide in seen["fields"]), address
        assert all(gap >= 12 for gap in seen["between"]), address
        assert all(1 <= ratio <= 1.5 for ratio in seen["faces"]), address
        assert all(0.9 <= ratio <= 1.1 for ratio in seen["tiles"]), address
        assert all("/" in sign for sign in seen["crumb"]), address
        assert "rgba(0, 0, 0, 0)" not in seen["sealed"], address
    driver.open(place.url(ENTRY))
    assert driver.evaluate(LOOK)["crumb"]
    driver.open(place.url("products/"))
    assert driver.evaluate(LOOK)["sealed"]


def leads_on_and_prints(driver: Driver, place: Place) -> None:
    driver.resize(390, 844)
    driver.open(place.url(""))
    if driver.evaluate("document.querySelector('.menu').getClientRects().length") == 0:
        driver.click("[popovertarget=menu]")
    driver.click(".menu a")
    until(driver, f"location.href === {place.url('gi/')!r}")
    driver.click(".card__name a")
    until(driver, "document.querySelector('.entry__title')")
    driver.back()
    until(driver, "document.querySelector('.cards')")
    driver.open(place.url(ENTRY))
    if isinstance(driver, Chromium):
        driver.page.emulate_media(media="print")
        assert driver.evaluate(OPERATED) == []
        driver.page.emulate_media(media="screen")
    printed = driver.pdf()
    assert printed is None or (printed.startswith(b"%PDF") and len(printed) > 10_000)


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_look_right(old: Driver, served: Place, width: int) -> None:
    looks_right(old, served, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_look_right_below_the_floor(older: Driver, served: Place, width: int) -> None:
    looks_right(older, served, width)


def test_a_reader_goes_on_and_prints(old: Driver, served: Place) -> None:
    leads_on_and_prints(old, served)


def test_a_reader_goes_on_and_prints_below_the_floor(older: Driver, served: Place) -> None:
    leads_on_and_prints(older, served)


@pytest.mark.parametrize("width", WIDTHS)
def test_search_finds_narrows_opens_comes_back_and_is_shared(
    old: Driver, served: Place, width: int
) -> None:
    old.resize(width, 844)
    old.open(served.url("search/"))
    old.type(FIELD, "weixianluobo\n")
    assert until(old, NAMES)[0] == "潍县萝卜"
    assert asked(old) == {"q": ["weixianluobo"]}
    old.type(FIELD, "寿光\n")
    until(old, f"{NAMES}.length > 5 && {NAMES}.every(one => one.indexOf('萝卜') < 0)")
    every = old.evaluate(COUNT)
    old.click(".narrowing__facet summary")
    old.click("input[name=collection][value=gi]")
    until(old, f"{COUNT} !== {every!r}")
    assert asked(old) == {"q": ["寿光"], "collection": ["gi"]}
    fewer, names, shared = old.evaluate(COUNT), old.evaluate(NAMES), old.evaluate("location.href")
    old.click(".result__name a")
    assert until(old, "(document.querySelector('.entry__title h1') || {}).textContent") == names[0]
    old.back()
    until(old, f"document.querySelector('.results__count') && {COUNT} === {fewer!r}")
    old.open(served.url("about/"))
    old.open(shared)
    until(old, f"document.querySelector('.results__count') && {COUNT} === {fewer!r}")
    assert old.evaluate(NAMES) == names
    assert (printed := old.pdf()) is None or printed.startswith(b"%PDF")


def test_the_masthead_leads_to_the_search(old: Driver, served: Place) -> None:
    """On a desk by suggestions, on a phone by a button or a link."""
    old.resize(1440, 844)
    old.open(served.url(ENTRY))
    old.click(FIELD)
    old.type(FIELD, "韭菜")
    until(old, "document.querySelector('.search__name mark')")
    offered = old.evaluate("document.querySelector('.search__name').textContent")
    assert "韭菜" in offered
    old.click(".search__option")
    until(old, f"(document.querySelector('h1') || {{}}).textContent === {offered!r}")
    old.resize(390, 844)
    old.open(served.url(ENTRY))
    if old.evaluate("document.querySelector('.masthead__search').getClientRects().length"):
        old.click(".masthead__search")
        until(old, f"location.href === {served.url('search/')!r}")
    else:
        old.click(".masthead__find")
    old.type(FIELD, "jiucai\n")
    assert "韭菜" in until(old, f"document.querySelector('.results__count') && {NAMES}")[0]


def test_below_the_floor_the_search_page_says_what_it_cannot_do(
    older: Driver, served: Place
) -> None:
    older.resize(390, 844)
    older.open(served.url("gi/"))
    older.click(".masthead__search")
    until(older, f"location.href === {served.url('search/')!r}")
    older.type(FIELD, "萝卜\n")
    until(older, "location.search")
    assert asked(older) == {"q": ["萝卜"]}
    said = "document.querySelector('.finder__unscripted').innerText"
    assert "浏览器太旧" in until(older, said)
    assert older.evaluate(f"document.querySelector('{FIELD}').value") == "萝卜"
    older.click(".letters a")
    until(older, "location.pathname.includes('/a-z/')")
