"""Cards and sheets each print on one page of their size, with all that stands on them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from tests.support.browser.places import Place

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

A6 = (105, 148)
A4 = (210, 297)
MILLIMETRE = 72 / 25.4
CUT = """() => [...document.querySelectorAll(".paper, .paper *")].filter(one =>
  getComputedStyle(one).overflow === "hidden" && one.scrollHeight > one.clientHeight + 1).length"""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1000, "height": 800}, color_scheme="dark")


def sheets(data: bytes) -> list[tuple[int, int]]:
    """The width and height in millimetres of each page of a PDF."""
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", data)
    return [(round(float(w) / MILLIMETRE), round(float(h) / MILLIMETRE)) for w, h in boxes]


def entries(served: Place, kind: str) -> list[str]:
    found = sorted(served.folder.glob(f"*/*/{kind}/index.html"))
    return [path.parent.relative_to(served.folder).as_posix() + "/" for path in found]


@pytest.mark.parametrize(("kind", "size"), [("card", A6), ("sheet", A4)])
def test_each_prints_on_one_page(
    page: Page, served: Place, kind: str, size: tuple[int, int]
) -> None:
    every = entries(served, kind)
    assert len(every) == 12
    for address in every:
        page.goto(served.url(address))
        pages = sheets(page.pdf(prefer_css_page_size=True, format="A4"))
        assert len(pages) == 1, address
        assert all(abs(a - b) <= 1 for a, b in zip(pages[0], size, strict=True)), (address, pages)
        page.emulate_media(media="print")
        assert page.evaluate(CUT) == 0, address
        page.emulate_media(media="null")
    page.close()


def test_a_printed_card_can_be_read_by_a_phone(page: Page, served: Place) -> None:
    """Drawn as it is printed: white paper though the screen is dark."""
    page.goto(served.url("gi/weixian-luobo/card/"))
    page.emulate_media(media="print")
    card = page.locator(".paper--card")
    shown = Image.open(io.BytesIO(card.screenshot())).convert("L")
    assert shown.getpixel((2, 2)) == 255
    codes = zxingcpp.read_barcodes(shown)
    assert [code.text for code in codes] == ["https://weiyoushangpin.example/gi/weixian-luobo/"]
    words = card.inner_text()
    for word in (
        "潍县萝卜",
        "地理标志产品",
        "有效",
        "2006年第126号",
        "核对至",
        "weiyoushangpin.example",
    ):
        assert word in words
    page.close()


def test_an_entry_prints_its_code_beside_its_address(page: Page, served: Place) -> None:
    page.goto(served.url("gi/weixian-luobo/"))
    page.emulate_media(media="print")
    code = page.locator(".handouts__code")
    code.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.handouts__code').complete")
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())).convert("L"))
    assert [one.text for one in found] == ["https://weiyoushangpin.example/gi/weixian-luobo/"]
    assert not page.locator(".handouts__list").is_visible()
    page.emulate_media(media="null")
    assert len(sheets(page.pdf(format="A4"))) <= 2
    page.close()


def test_the_picture_for_messengers_is_the_first_and_never_fetched(
    page: Page, served: Place
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url("gi/weixian-luobo/"), wait_until="networkidle")
    first = page.locator("main img").first
    assert first.get_attribute("src") == "../../gi/weixian-luobo/thumbnail.jpg"
    assert (first.get_attribute("width"), first.get_attribute("height")) == ("600", "600")
    assert not first.is_visible()
    assert not [url for url in asked if "thumbnail" in url]
    page.close()
