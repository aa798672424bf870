"""Cards and sheets each print on one page of their size, with all that stands on them."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

from tests.support.basic_site import SCHEME, SITE
from tests.support.browser.places import Place
from tests.support.site_test import SiteTest

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


LONG = """\
---
name: 青溪县白山镇雪峰村高山有机雪梨
pinyin: qīng xī xiàn bái shān zhèn xuě fēng cūn gāo shān yǒu jī xuě lí
summary: {summary}
region: qingxi
categories: pears
harvest: 8-10
available: 9-12
stored: 9-3
varieties: [{varieties}]
area_text: {area}
quality:
  sensory: {sensory}
  process: {process}
  measures:
{measures}
sources:
{sources}
---

正文。
"""
SENTENCE = "果形端正，果皮薄而细，果肉洁白，石细胞少，汁多味甜，耐贮藏。"


def long_entry() -> str:
    measures = (
        f'    - {{name: 可溶性固形物第{n}等, op: 不低于, value: {n}, unit: "%", note: 按企业标准测定}}'
        for n in range(1, 31)
    )
    sources = (
        f"  - {{publisher: 青溪县市场监督管理局和农业农村局, title: 关于青溪雪梨保护范围第{n}次调整的联合公告, kind: notice}}"
        for n in range(1, 13)
    )
    return LONG.format(
        summary=SENTENCE * 2,
        varieties=", ".join(f"雪峰{n}号" for n in range(1, 41)),
        area=SENTENCE * 20,
        sensory=SENTENCE * 12,
        process=SENTENCE * 60,
        measures="\n".join(measures),
        sources="\n".join(sources),
    )


@pytest.fixture(scope="module")
def long_one(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """An entry of which everything is long, with five titles."""
    files = {
        "site.yaml": f"{SITE}featured: [gi:qingxi-xueli]\n",
        "content/gi/qingxi-xueli.md": long_entry(),
    }
    for n in range(5):
        files[f"content/schemes/title-{n}.yaml"] = SCHEME.replace(
            "地理标志产品保护", f"绿色优质农产品示范称号{n}"
        ).replace("badge_text: 地理标志产品", f"badge_text: 绿色优质农产品示范称号{n}")
        files[f"content/recognitions/title-{n}.yaml"] = (
            f"scheme: title-{n}\ndocument: 省农业农村厅、省市场监督管理局、省商务厅联合公告2024年第{n}号\n"
            f"number_slug: title-{n}\nannounced: 2024-11-0{n + 1}\nrows:\n  - {{row: a, subject: gi:qingxi-xueli}}\n"
        )
    site = SiteTest(tmp_path_factory.mktemp("long"), files).build()
    assert site.built is not None, site.report.text("zh")
    return site


@pytest.mark.parametrize("kind", ["card", "sheet"])
def test_a_long_entry_prints_on_one_page_that_says_what_is_left_out(
    page: Page, long_one: SiteTest, kind: str
) -> None:
    page.goto((long_one.target / f"gi/qingxi-xueli/{kind}/index.html").as_uri())
    assert len(sheets(page.pdf(prefer_css_page_size=True, format="A4"))) == 1
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == 0
    words = page.locator(".paper").inner_text()
    left = re.search(r"另有(\d)项，见网页", words)
    assert left and int(left[1]) + page.locator(".paper__title").count() == 6
    assert ("其余见网页" in words) == (kind == "sheet")
    page.close()


def test_a_sheet_that_was_shortened_is_still_well_filled(page: Page, long_one: SiteTest) -> None:
    page.set_viewport_size({"width": 688, "height": 1000})
    page.emulate_media(media="print")
    page.goto((long_one.target / "gi/qingxi-xueli/sheet/index.html").as_uri())
    box = page.locator(".paper").bounding_box()
    assert box is not None and 800 < box["height"] <= 275 * 96 / 25.4
    page.close()
