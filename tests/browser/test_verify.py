"""Looking up a number: in any spelling, on a server or a disk, off line, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.browser.axe import violations
from tests.support.browser.places import Place
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ANSWER = ".lookup__answer"
SPELLINGS = (
    "国家知识产权局公告第646号",
    "国家知识产权局公告第６４６号",
    "国家知识产权局 公告 第 646 号",
    "国家知识产权局公告（第646号）",
    "国家知识产权局公告〔第646号〕",
    "国家知识产权局公告2025年第646号",
    "国家知识产权局2025年第646号公告",
    "知识产权局公告第646号",
    "国知局公告第646号",
    "公告第646号",
    "第646号公告",
    "第646号",
    "646号",
    "646",
    "６４６",
    "第六四六号",
    "第六百四十六号",
    "cnipa-646",
    "國家知識產權局公告第646號",
    "№646",
)


@pytest.fixture(params=["served", "opened", "double_clicked"])
def place(request: pytest.FixtureRequest) -> Place:
    return request.getfixturevalue(request.param)


@contextmanager
def visiting(browser: Browser, place: Place, query: str = "", **options: object) -> Iterator[Page]:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(place.url("verify/") + query)
    yield page
    context.close()


def asked(page: Page, text: str) -> str:
    """The answer to what is typed and sent."""
    page.evaluate("answer => { document.querySelector(answer).hidden = true; }", ANSWER)
    page.fill("#number", text)
    page.press("#number", "Enter")
    page.locator(ANSWER).wait_for()
    return page.inner_text(f"{ANSWER} .verdict").strip()


def links(page: Page) -> list[str]:
    return [str(a.evaluate("a => a.href")) for a in page.query_selector_all(f"{ANSWER} a")]


def test_twenty_spellings_of_a_number_lead_to_one_page(browser: Browser, place: Place) -> None:
    with visiting(browser, place) as page:
        for text in SPELLINGS:
            assert asked(page, text) == "在名录里", text
            assert [place.address(url) for url in links(page)] == ["v/cnipa-646/"], text
        page.click(f"{ANSWER} a")
        assert page.inner_text("h1").replace(" ", "") == "国家知识产权局公告第646号"
        assert "公告全国共列870件" in page.inner_text("main")


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("AGI2010-09-00493", "登记过，状态已变"),
        ("好品山东", "不止一条"),
        ("潍县萝卜", "名录里有这个名称"),
        ("某局公告第77777号", "名录里没有“某局公告第77777号”"),
        ("农业部公告第646号", "名录里没有“农业部公告第646号”"),
    ],
)
def test_each_answer_says_what_it_means(
    browser: Browser, place: Place, typed: str, verdict: str
) -> None:
    with visiting(browser, place) as page:
        assert asked(page, typed) == verdict
        if "没有" in verdict:
            assert "未收录，不等于假冒" in page.inner_text(ANSWER)


def test_numbers_are_answered_off_line_and_from_the_address(
    browser: Browser, served: Place
) -> None:
    with visiting(browser, served, "?q=646号") as page:
        page.wait_for_selector(f"{ANSWER}:not([hidden])")
        assert "在名录里" in page.inner_text(ANSWER)
        page.context.set_offline(True)
        assert asked(page, "2006年第126号") == "在名录里"


def test_without_scripts_the_form_leads_to_the_list(browser: Browser, place: Place) -> None:
    with visiting(browser, place, java_script_enabled=False) as page:
        page.fill("#number", "646号")
        page.press("#number", "Enter")
        page.wait_for_url("**#numbers")
        assert page.locator("#numbers a", has_text="第646号").is_visible()


def test_the_field_is_56_pixels_high(browser: Browser, served: Place) -> None:
    with visiting(browser, served, viewport={"width": 360, "height": 800}) as page:
        box = page.locator("#number").bounding_box()
        assert box and box["height"] == 56


def test_axe_finds_no_violation_in_an_answer(browser: Browser, served: Place, axe: str) -> None:
    with visiting(browser, served, bypass_csp=True) as page:
        for text in ("646号", "好品山东", "没有这个"):
            asked(page, text)
            assert list(violations(page, axe)) == []


def test_of_very_many_numbers_the_answer_is_given_on_the_page_of_the_ending(
    browser: Browser, tmp_path: Path
) -> None:
    """On a disk, where a page may read no other file."""
    head = (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2024-11-03\nrows:\n"
    )
    row = "  - {{row: r{0}, subject: gi:qingxi-xueli, number: AGI2010-05-{0:05}}}\n"
    rows = "".join(row.format(number) for number in range(401))
    files = {"content/recognitions/cnipa-700.yaml": head + rows}
    site = SiteTest(tmp_path, files).build()
    disk = Place(site.target, f"{site.target.as_uri()}/", "index.html")
    with visiting(browser, disk) as page:
        for typed, ending, slug in (
            ("ＡＧＩ2010-05-00146", "46", "agi2010-05-00146"),
            ("700号", "00", "cnipa-700"),
            ("第七百号", "00", "cnipa-700"),
        ):
            page.fill("#number", typed)
            page.press("#number", "Enter")
            page.wait_for_url(f"**/verify/{ending}/index.html?q=*")
            page.locator(ANSWER).wait_for()
            assert page.inner_text(f"{ANSWER} .verdict").strip() == "在名录里"
            assert [disk.address(url) for url in links(page)] == [f"v/{slug}/"]
        assert asked(page, "青溪雪梨") == "名录里有这个名称"
