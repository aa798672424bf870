"""Pages are light and stand still."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.measures import SHIFTS
from tests.support.browser.places import BASE_PATH, MOVED, PAGES, Place
from tests.support.browser.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

KILOBYTE = 1024


@pytest.mark.parametrize("name", ["home", "list", "geographical indication"])
def test_html_and_style_stay_within_the_budget(served: Place, name: str) -> None:
    html = served.file(PAGES[name]).read_bytes()
    assert len(gzip.compress(html)) <= 20 * KILOBYTE
    styles = list(served.folder.rglob("*.css"))
    assert len(styles) == 1
    assert len(gzip.compress(styles[0].read_bytes())) <= 15 * KILOBYTE


@pytest.mark.parametrize(
    ("name", "most"), [("box", 4), ("home", 4), ("page", 6), ("engine", 14), ("fallbacks", 6)]
)
def test_scripts_stay_within_the_budget(served: Place, name: str, most: int) -> None:
    """A page carries one of the first three; the others come when there is something to look for."""
    scripts = list(served.folder.glob(f"assets/search-{name}-*.js"))
    assert len(scripts) == 1
    assert len(gzip.compress(scripts[0].read_bytes())) <= most * KILOBYTE


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", [PAGES["home"], "gi/", "gi/weixian-luobo/", MOVED, "search/"])
def test_a_page_asks_little_and_nothing_moves_while_it_loads(
    browser: Browser, served: Place, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url(address), wait_until="load")
    assert page.evaluate(SHIFTS) == 0
    # On the home page twelve are pictures, most of them fetched ahead of the view; every card of a list
    # has one, and those of the next two screens are fetched ahead. One is the script of the large letters.
    assert len(asked) <= (25 if address == "gi/" else 17), asked
    context.close()


@pytest.mark.parametrize("address", [PAGES["home"], "gi/", "gi/weixian-luobo/"])
def test_nothing_moves_while_a_page_comes_in_pieces(
    browser: Browser, served: Place, address: str
) -> None:
    with serving(served.folder, BASE_PATH, [], pause=0.02) as root:
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = context.new_page()
        page.goto(root + address, wait_until="load")
        assert page.evaluate(SHIFTS) == 0
        context.close()
