"""On paper and in forced colours the pages still say everything."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.places import PAGES, Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LUMINANCE = """
const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
function luminance(colour) {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
  return a === 0 ? null : (.2126 * r + .7152 * g + .0722 * b) / 255;
}
const shown = [...document.querySelectorAll("html, body, body *")].filter(one =>
  one.checkVisibility() && !one.closest("svg"));
const name = one => one.tagName + "." + one.className;
"""
DARK = f"""() => {{ {LUMINANCE}
return shown.filter(one => {{
  const ground = luminance(getComputedStyle(one).backgroundColor);
  return ground !== null && ground < .5;
}}).map(name) }}"""
FAINT = f"""() => {{ {LUMINANCE}
return shown.filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  && luminance(getComputedStyle(one).color) > .5).map(name) }}"""
PRINTED = ("home", "list", "geographical indication", "product", "scheme", "ledger", "regions")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("name", PRINTED)
def test_paper_is_white_with_dark_words_even_where_the_screen_is_dark(
    page: Page, served: Place, name: str
) -> None:
    page.emulate_media(media="screen")
    page.goto(served.url(PAGES[name]))
    assert "BODY." in page.evaluate(DARK)
    page.emulate_media(media="print")
    assert page.evaluate(DARK) == []
    assert page.evaluate(FAINT) == []
    page.evaluate("document.documentElement.dataset.elder = ''")
    assert page.evaluate(FAINT) == [], "large letters"


def test_the_boxes_of_home_are_not_cut_across_sheets(page: Page, served: Place) -> None:
    page.goto(served.url(PAGES["home"]))
    page.emulate_media(media="print")
    for boxes in (".card", ".kinds", ".tiles", ".figures", ".recent li"):
        of = page.locator(boxes)
        assert of.count() > 0, boxes
        assert of.evaluate_all(
            "all => all.every(one => getComputedStyle(one).breakInside === 'avoid')"
        )


@pytest.mark.parametrize("name", [*PRINTED, "article with tables", "number"])
def test_no_heading_and_no_head_of_a_table_is_left_at_the_foot_of_a_sheet(
    page: Page, served: Place, name: str
) -> None:
    page.goto(served.url(PAGES[name]))
    page.emulate_media(media="print")
    loose = page.locator("h1, h2, h3, h4, caption, thead, .announcement__note").evaluate_all(
        """all => all.filter(one => getComputedStyle(one).breakAfter !== "avoid"
          || getComputedStyle(one).breakInside !== "avoid").map(one => one.outerHTML)"""
    )
    first_rows = page.locator("tbody:first-of-type > tr:first-child").evaluate_all(
        """all => all.filter(one => getComputedStyle(one).breakBefore !== "avoid")
          .map(one => one.outerHTML)"""
    )
    assert page.locator("h1").count() == 1
    assert (loose, first_rows) == ([], [])


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext (poppler-utils)")
@pytest.mark.parametrize(
    ("name", "paper"), [("ledger", "A4"), ("ledger", "A5"), ("timeline", "A4")]
)
def test_the_last_line_of_a_sheet_is_no_heading(
    page: Page, served: Place, tmp_path: Path, name: str, paper: str
) -> None:
    page.goto(served.url(PAGES[name]))
    page.emulate_media(media="print")
    heads = page.locator("h1, h2, h3, caption, thead tr, .announcement__note").all_inner_texts()
    file = tmp_path / "printed.pdf"
    page.pdf(path=file, format=paper)
    read = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    sheets = [sheet.split("\n") for sheet in read.stdout.decode().split("\f") if sheet.strip()]
    ends = {"".join([line for line in lines if line.strip()][-1].split()) for lines in sheets[:-1]}
    assert ends and ends.isdisjoint({"".join(head.split()) for head in heads})


def test_a_list_of_39_prints_on_three_sheets_with_its_pictures_beside_the_words(
    page: Page, served: Place
) -> None:
    page.goto(served.url(PAGES["list"]))
    page.emulate_media(media="print")
    assert page.locator(".card").count() == 39
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 3
    picture, words = page.locator(".card").first.locator(".card__face, .card__words").all()
    boxes = sorted((one.bounding_box() or {})["x"] for one in (picture, words))
    assert boxes[1] - boxes[0] > 50


def test_the_longest_entry_prints_on_two_sheets_without_menus(page: Page, served: Place) -> None:
    page.goto(served.url(PAGES["geographical indication"]))
    page.emulate_media(media="print")
    assert not page.get_by_role("navigation", name="主菜单").is_visible()
    assert not page.get_by_text("跳到正文").is_visible()
    assert page.locator("h1").is_visible()
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2


@pytest.mark.parametrize("name", ["geographical indication", "scheme", "figures", "number"])
def test_paper_says_where_the_page_is_and_up_to_when_it_was_checked(
    page: Page, served: Place, name: str
) -> None:
    page.goto(served.url(PAGES[name]))
    page.emulate_media(media="screen")
    address = page.locator(".printed")
    assert not address.is_visible()
    page.emulate_media(media="print")
    assert address.is_visible()
    assert address.inner_text().endswith(f"/{PAGES[name]}")
    assert re.search(r"核对[至于]? ?\s*2025-12-16", page.locator("main").inner_text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_what_colour_alone_would_say(
    browser: Browser, served: Place, scheme: str
) -> None:
    context = browser.new_context(
        forced_colors="active",
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": 1280, "height": 800},
    )
    page = context.new_page()
    page.goto(served.url("gi/"))
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    current = page.locator(".menu [aria-current]").first
    assert current.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.goto(served.url(PAGES["geographical indication"]))
    for part in (".status", ".season__harvest"):
        edge = page.locator(part).first
        assert edge.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid", part
    sign, words = (
        page.locator(".status__word .icon").first.evaluate("one => getComputedStyle(one).fill"),
        page.locator("h1").evaluate("one => getComputedStyle(one).color"),
    )
    assert sign == words
    assert len(page.screenshot()) > 10_000
    context.close()
