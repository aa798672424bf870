"""Every page, on a server and on a disk: reached from home by links, whole, styled, and quiet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import REPOSITORY
from tests.support.browser.places import BASE_PATH, MOVED, OLD_ADDRESS, WITHDRAWN, Place
from tests.support.browser.visitor import Visit, visitor

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


@pytest.fixture(scope="module", params=["served", "opened"])
def place(request: pytest.FixtureRequest) -> Place:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def visits(browser: Browser, place: Place) -> dict[str, Visit]:
    """All that home leads to, and the pages that nothing links to."""
    with visitor(browser) as walker:
        visits = walker.walk(place)
        # 404.html links from the root of a server: on a disk its style is nowhere.
        for address in (WITHDRAWN, "404.html") if place.on_server else (WITHDRAWN,):
            visits[address] = walker.open(place.url(address))
        return visits


def test_home_leads_to_every_page(place: Place, visits: dict[str, Visit]) -> None:
    built = {
        place.address(place.root + file.relative_to(place.folder).as_posix())
        for file in place.folder.rglob("*.html")
    }
    announced = set(LOCATION.findall(place.file("sitemap.xml").read_text("utf-8")))
    reached = visits.keys() - UNLINKED
    assert len(announced) > 200
    assert announced <= reached
    # Where scripts run on a server, check boxes stand for the links to narrower lists.
    narrower = set(filter(NARROWER.match, built)) if place.on_server else set()
    assert built - reached - narrower == UNLINKED


def test_every_link_leads_to_something(place: Place, visits: dict[str, Visit]) -> None:
    def leads(link: str) -> bool:
        if link.startswith(place.root):
            return place.file(place.address(link)).is_file()
        return link.startswith(OUTSIDE)

    links = {(address, link) for address, visit in visits.items() for link in visit.links}
    dead = {(address, link) for address, link in links if not leads(link)}
    assert dead == set()


def test_every_page_loads_and_wears_its_style(visits: dict[str, Visit]) -> None:
    assert {address for address, visit in visits.items() if visit.status not in (0, 200)} == set()
    assert {address for address, visit in visits.items() if not visit.title} == set()
    assert {address for address, visit in visits.items() if not visit.styled} == set()


def test_every_page_fits_a_small_phone_and_keeps_its_numbers_whole(
    visits: dict[str, Visit],
) -> None:
    assert {address: visit.too_wide for address, visit in visits.items() if visit.too_wide} == {}
    assert {address: visit.torn for address, visit in visits.items() if visit.torn} == {}


def test_no_page_asks_anybody_else_for_anything(place: Place, visits: dict[str, Visit]) -> None:
    asked = {url for visit in visits.values() for url in visit.requests}
    assert len(asked) > len(visits)
    assert {url for url in asked if not url.startswith(place.root)} == set()
    assert place.strays == []


def test_no_page_complains_or_breaks_its_security_policy(visits: dict[str, Visit]) -> None:
    assert {address: visit.refused for address, visit in visits.items() if visit.refused} == {}
    said = {address: visit.complaints for address, visit in visits.items() if visit.complaints}
    assert said == {}


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
