"""Every page, on a server and on a disk: reached from home by links, whole, styled, and quiet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.browser.places import BASE_PATH, MOVED, OLD_ADDRESS, WITHDRAWN, Place
from tests.support.browser.visitor import Walk, visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOCATION = re.compile(r"<loc>https://weiyoushangpin\.example/(.*?)</loc>")
OUTSIDE = ("https://", "http://", "tel:", "mailto:")
FORMER = re.compile(r"^former_urls: \[/(.*)\]$", re.MULTILINE)
FORMER_ADDRESSES = {
    address
    for file in (REPOSITORY / "content").glob("*/*.md")
    for address in FORMER.findall(file.read_text("utf-8"))
}
NARROWER = re.compile(r"\w+/(?:region|category|kind|scheme|status|year)/")
UNLINKED = {"404.html", OLD_ADDRESS, WITHDRAWN, *FORMER_ADDRESSES}


@pytest.fixture(params=["served", "opened"])
def place(request: pytest.FixtureRequest) -> Place:
    return request.getfixturevalue(request.param)


def walked(browser: Browser, place: Place) -> Walk:
    """All that home leads to, and the pages that nothing links to. On a disk the browser opens a part of them:
    they are the same pages."""
    with visitor(browser) as walker:
        walk = walker.walk(place, 1 if place.on_server else 5)
        # 404.html links from the root of a server: on a disk its style is nowhere.
        for address in (WITHDRAWN, "404.html") if place.on_server else (WITHDRAWN,):
            walk.visits[address] = walker.open(place.url(address))
            walk.links[address] = walk.visits[address].links
        return walk


def home_leads_to_every_page(place: Place, walk: Walk) -> None:
    built = {
        place.address(place.root + file.relative_to(place.folder).as_posix())
        for file in place.folder.rglob("*.html")
    }
    announced = set(LOCATION.findall(place.file("sitemap.xml").read_text("utf-8")))
    reached = walk.links.keys() - UNLINKED
    assert len(announced) > 200
    assert announced <= reached
    # Where scripts run on a server, check boxes stand for the links to narrower lists.
    narrower = set(filter(NARROWER.match, built)) if place.on_server else set()
    assert built - reached - narrower == UNLINKED


def every_link_leads_to_something(place: Place, walk: Walk) -> None:
    def leads(link: str) -> bool:
        if link.startswith(place.root):
            return place.file(place.address(link)).is_file()
        return link.startswith(OUTSIDE)

    links = {(address, link) for address, links in walk.links.items() for link in links}
    dead = {(address, link) for address, link in links if not leads(link)}
    assert dead == set()


def every_page_loads_and_wears_its_style(place: Place, walk: Walk) -> None:
    assert {
        address for address, visit in walk.visits.items() if visit.status not in (0, 200)
    } == set()
    assert {address for address, visit in walk.visits.items() if not visit.title} == set()
    assert {address for address, visit in walk.visits.items() if not visit.styled} == set()


def every_page_fits_a_small_phone_and_keeps_its_numbers_whole(place: Place, walk: Walk) -> None:
    assert {
        address: visit.too_wide for address, visit in walk.visits.items() if visit.too_wide
    } == {}
    assert {address: visit.torn for address, visit in walk.visits.items() if visit.torn} == {}


def no_page_asks_anybody_else_for_anything(place: Place, walk: Walk) -> None:
    asked = {url for visit in walk.visits.values() for url in visit.requests}
    assert len(asked) > len(walk.visits)
    assert {url for url in asked if not url.startswith(place.root)} == set()
    assert place.strays == []


def no_page_complains_or_breaks_its_security_policy(place: Place, walk: Walk) -> None:
    assert {address: visit.refused for address, visit in walk.visits.items() if visit.refused} == {}
    said = {address: visit.complaints for address, visit in walk.visits.items() if visit.complaints}
    assert said == {}


CHECKS = (
    home_leads_to_every_page,
    every_link_leads_to_something,
    every_page_loads_and_wears_its_style,
    every_page_fits_a_small_phone_and_keeps_its_numbers_whole,
    no_page_asks_anybody_else_for_anything,
    no_page_complains_or_breaks_its_security_policy,
)


def test_all_pages_from_home_on(browser: Browser, place: Place) -> None:
    """One test, since the walk takes minutes: each of the tests that share it might walk on a worker of its own."""
    walk = walked(browser, place)
    for check in CHECKS:
        check(place, walk)


def test_an_old_address_leads_on(browser: Browser, place: Place) -> None:
    with visitor(browser) as walker:
        walker.page.goto(place.url(OLD_ADDRESS))
        walker.page.wait_for_url(place.url(MOVED))
        assert walker.look().complaints == walker.look().refused == ()


def test_a_visitor_who_clicks_gets_there(browser: Browser, place: Place) -> None:
    with visitor(browser, width=1280) as walker:
        page = walker.page
        page.goto(place.url(""))
        page.get_by_role("navigation", name="主菜单").get_by_role("link", name="地理标志").click()
        page.get_by_role("link", name="潍县萝卜", exact=True).click()
        assert page.title().startswith("潍县萝卜")
        page.get_by_role("navigation", name="当前位置").get_by_role("link", name="首页").click()
        assert page.url == place.url("")


def test_a_missing_page_below_the_base_path_says_so_and_leads_back(
    browser: Browser, served: Place
) -> None:
    with visitor(browser) as walker:
        missing = walker.open(served.root + "gi/no-such/deep/page/")
        assert (missing.status, missing.styled) == (404, True)
        assert walker.page.locator("h1").inner_text() == "没有这个网页"
        links = [link for link in missing.links if link != walker.page.url]
        assert len(links) > 10
        for link in links:
            assert BASE_PATH in link and served.file(served.address(link)).is_file(), link
        walker.page.locator("main").get_by_role("link", name="首页").click()
        assert walker.page.url == served.url("")


def test_the_visitor_would_see_what_a_page_may_not_do(browser: Browser, served: Place) -> None:
    with visitor(browser) as walker:
        walker.open(served.url("about/"))
        walker.page.evaluate(
            """() => {
              document.body.append(Object.assign(new Image(), {src: "https://example.com/a.png"}));
              document.body.setAttribute("style", "color: red");
              return new Promise(done => setTimeout(done, 100));
            }"""
        )
        seen = walker.look()
        assert sorted(seen.refused) == [
            "img-src https://example.com/a.png",
            "style-src-attr inline",
        ]
        assert len(seen.complaints) >= 2
