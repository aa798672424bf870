"""No card stands alone beside an empty row where three are across."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ENDS = """all => all.map(list => {
  const boxes = [...list.children].map(card => card.getBoundingClientRect());
  const last = boxes.filter(box => box.top === boxes.at(-1).top);
  return { cards: boxes.length, across: last.length, filled: last[0].width / list.getBoundingClientRect().width };
})"""


@pytest.mark.parametrize("width", [640, 768, 1000])
@pytest.mark.parametrize("address", ["gi/?region=shouguang", "regions/shouguang/"])
def test_the_one_card_left_over_fills_its_row(
    browser: Browser, served: Place, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(served.url(address))
    expect(page.locator(".cards").first.locator("> *")).to_have_count(13)
    ends = page.locator(".cards").evaluate_all(ENDS)
    context.close()
    assert ends[0]["cards"] == 13
    for end in ends:
        assert end["across"] == (end["cards"] % 3 or 3)
        assert (end["filled"] > 0.99) == (end["across"] == 1), end


def test_large_letters_stand_one_below_the_other_as_before(browser: Browser, served: Place) -> None:
    context = browser.new_context(viewport={"width": 768, "height": 900})
    page = context.new_page()
    page.goto(served.url("gi/region/shouguang/"))
    page.evaluate("document.documentElement.dataset.elder = ''")
    faces = page.locator(".card__face").evaluate_all("all => all.map(one => one.clientWidth)")
    context.close()
    assert len(faces) == 13 and len(set(faces)) == 1
