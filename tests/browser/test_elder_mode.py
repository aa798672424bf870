"""长者版: one button, remembered, nothing small before it; large letters, contrast, few blocks, no overlap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.measures import CUT, TOO_WIDE
from tests.support.browser.places import DISTINCT, PAGES, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRST_PAINTED = """() => new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  window.seenFirst = "elder" in document.documentElement.dataset;
}).observe(document, { childList: true, subtree: true })"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main *, header *, footer *")]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    && one.getBoundingClientRect().width > 2)
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, bypass_csp=True, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_one_button_makes_all_pages_large_until_it_is_pressed_again(
    page: Page, served: Place
) -> None:
    page.add_init_script(f"({FIRST_PAINTED})()")
    page.goto(served.url("gi/"))
    page.get_by_role("button", name="长者版").click()
    assert page.evaluate("document.documentElement.dataset.elder") == ""
    page.goto(served.url("gi/weixian-luobo/"))
    assert page.evaluate("window.seenFirst") is True, "before there was a body to paint"
    assert page.evaluate(SMALLEST) >= 24
    leave = page.get_by_role("button", name="退出长者版")
    box = leave.bounding_box()
    assert box is not None and box["height"] >= 60
    leave.click()
    page.goto(served.url(""))
    assert page.evaluate("window.seenFirst") is False
    assert page.evaluate("document.documentElement.dataset.elder") is None


def test_the_home_page_has_five_blocks_at_most(page: Page, served: Place) -> None:
    page.goto(served.url(""))
    blocks = page.locator("main > div:visible")
    before = blocks.count()
    page.get_by_role("button", name="长者版").click()
    assert blocks.count() <= 5 < before


@pytest.mark.parametrize("name", DISTINCT)
def test_axe_has_nothing_against_it_and_nothing_overlaps(
    page: Page, served: Place, axe: str, name: str
) -> None:
    page.goto(served.url(PAGES[name]))
    page.get_by_role("button", name="长者版").click()
    assert list(violations(page, axe)) == []
    contrast = page.evaluate(
        """() => axe.run({runOnly: ["color-contrast-enhanced"], resultTypes: ["violations"]})
        .then(result => result.violations.flatMap(rule => rule.nodes.map(node => node.html)))"""
    )
    assert contrast == []
    for width in (320, 360, 412):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) <= 0, width
        assert page.evaluate(CUT) == [], width


def test_without_scripts_there_is_no_button_that_does_nothing(
    browser: Browser, served: Place
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url("gi/"))
    assert not page.locator(".elder").is_visible()
    context.close()


def test_what_is_remembered_is_of_this_site_alone(page: Page, served: Place) -> None:
    page.goto(served.url("gi/"))
    page.get_by_role("button", name="长者版").click()
    keys = page.evaluate("Object.keys(localStorage)")
    assert len([key for key in keys if key.startswith("elder /") and key.endswith("/")]) == 1
    assert served.url("").endswith(keys[0].removeprefix("elder "))


def test_the_page_is_read_aloud_where_there_is_a_voice(page: Page, served: Place) -> None:
    page.add_init_script(
        """window.said = [];
        const voices = [{ lang: "zh-CN", name: "甲" }];
        const synthesis = { speaking: false, getVoices: () => voices, addEventListener() {},
          speak(one) { this.speaking = true; window.said.push(one.text); window.last = one; },
          cancel() { this.speaking = false; window.last.onerror(); } };
        Object.defineProperty(window, "speechSynthesis", { value: synthesis });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };"""
    )
    page.goto(served.url("gi/weixian-luobo/"))
    page.get_by_role("button", name="长者版").click()
    page.get_by_role("button", name="朗读本页").click()
    said = page.evaluate("window.said")
    assert "潍县萝卜" in said and all(len(part) <= 60 for part in said)
    page.get_by_role("button", name="停止朗读").click()
    assert page.get_by_role("button", name="朗读本页").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_asks_for_more_contrast_gets_it_without_large_letters(
    browser: Browser, served: Place, axe: str, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        bypass_csp=True,
        color_scheme=scheme,
        contrast="more",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name in ("home", "list", "geographical indication", "scheme", "ledger", "search", "makers"):
        page.goto(served.url(PAGES[name]))
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") < 20
        assert list(violations(page, axe)) == []
        contrast = page.evaluate(
            """() => axe.run({runOnly: ["color-contrast-enhanced"], resultTypes: ["violations"]})
            .then(result => result.violations.flatMap(rule => rule.nodes.map(node => node.html)))"""
        )
        assert contrast == [], name
    context.close()
