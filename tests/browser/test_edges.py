"""What only a colour would show has an edge: cells of the season, plates and buttons, the place of a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CONTRAST = """() => {
  const channel = value => value <= 10.31475 ? value / 3294.6 : ((value / 255 + .055) / 1.055) ** 2.4;
  const light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(channel);
    return .2126 * r + .7152 * g + .0722 * b };
  const empty = [...document.querySelectorAll(".season__cell")].find(cell => !cell.textContent);
  const edge = light(getComputedStyle(empty).borderTopColor);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  return (Math.max(edge, ground) + .05) / (Math.min(edge, ground) + .05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_empty_month_has_an_edge_that_can_be_seen(
    browser: Browser, served: Place, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(served.url("gi/weixian-luobo/"))
    assert page.evaluate(CONTRAST) >= 3
    context.close()


@pytest.mark.parametrize("part", [".plate", ".search__button"])
def test_parts_have_an_edge_where_the_reader_chooses_the_colours(
    browser: Browser, served: Place, part: str
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served.url(""))
    edge = page.eval_on_selector(part, "part => getComputedStyle(part).borderTopWidth")
    assert edge != "0px"
    context.close()


def test_the_place_that_a_link_leads_to_is_marked(browser: Browser, served: Place) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url("gi/weixian-luobo/") + "#mark-users")
    shadow = "place => getComputedStyle(document.querySelector(place)).boxShadow"
    assert page.evaluate(shadow, "#mark-users") != "none"
    assert page.evaluate(shadow, "#sources") == "none"
    page.goto(served.url("gi/weixian-luobo/") + "#main")
    assert page.evaluate(shadow, "#main") == "none"
    context.close()
