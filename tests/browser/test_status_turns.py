"""A page that is older than a change of a status shows the new one, from its day in China on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sitegen.commands.build import build
from sitegen.problems import Report
from tests.support.basic_site import PEAR, SITE, basic, clock, write
from tests.support.browser.axe import violations
from tests.support.browser.server import serving
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BUILT = date(2026, 11, 29)
ROWS = """\
scheme: gi-protection
document: 国家知识产权局公告第700号
announced: 2025-11-03
rows:
  - {row: a, subject: gi:qingxi-xueli, review_due: 2026-12-31, valid_until: 2028-02-29}
  - {row: b, subject: products:li-gao}
"""
AGAIN = """\
scheme: gi-protection
document: 国家知识产权局公告第{number}号
announced: 2025-11-04
rows:
  - {{row: a, subject: gi:baishan-li, valid_until: {until}}}
"""
PAGES = {"gi/qingxi-xueli/": ".status", "v/cnipa-700/": "tbody tr:first-child"}
"""The pages with the title that will change, and where it stands on them."""
MOMENTS = {
    "2026-11-29T12:00:00+08:00": "有效",
    "2026-12-31T23:59:59+08:00": "有效",
    "2027-01-01T00:00:00+08:00": "待复核",
    "2027-01-02T09:00:00+08:00": "待复核",
    "2028-02-29T23:59:59+08:00": "待复核",
    "2028-03-01T00:00:00+08:00": "已过登记有效期",
    "2035-07-01T12:00:00+08:00": "已过登记有效期",
}
ZONES = ("Asia/Shanghai", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York")
"""China; the first and the last place on Earth to see a day; one with summer time."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "content/recognitions/cnipa-700.yaml": ROWS,
        "content/recognitions/cnipa-701.yaml": AGAIN.format(number=701, until="2026-12-31"),
        "content/recognitions/cnipa-702.yaml": AGAIN.format(number=702, until="2028-02-29"),
        "content/gi/baishan-li.md": PEAR.replace("青溪雪梨", "白山梨").replace(
            "qingxi\n", "baishan\n"
        ),
        "site.yaml": f"{SITE}featured: [gi:qingxi-xueli]\n",
    }
    site = SiteTest(tmp_path_factory.mktemp("turns"), files).build(as_of=BUILT)
    assert site.built is not None
    return site.target


@contextmanager
def reading(browser: Browser, root: Path, zone: str) -> Iterator[Callable[[str, str], Page]]:
    """Opens pages at a moment: (address, moment) → the page."""
    context = browser.new_context(timezone_id=zone, bypass_csp=True)
    page = context.new_page()

    def at(address: str, moment: str) -> Page:
        page.clock.set_fixed_time(datetime.fromisoformat(moment))
        page.goto((root / address / "index.html").as_uri())
        return page

    yield at
    context.close()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("address", PAGES)
def test_the_status_is_that_of_the_day_in_china(
    browser: Browser, root: Path, address: str, zone: str
) -> None:
    with reading(browser, root, zone) as at:
        for moment, word in MOMENTS.items():
            page = at(address, moment)
            box = page.locator(PAGES[address]).first
            shown = box.locator("[data-word]").inner_text()
            assert shown == word, f"{moment} in {zone}"
            remark = box.locator("[data-remark]").inner_text() if word != "有效" else ""
            assert ("请向发布机关核实" in remark) == (word != "有效")


@pytest.mark.parametrize(
    ("moment", "tone"),
    [
        ("2026-12-01T12:00:00+08:00", "current"),
        ("2027-06-01T12:00:00+08:00", "notice"),
        ("2029-01-01T12:00:00+08:00", "ended"),
    ],
)
def test_sign_and_colour_follow_the_word(
    browser: Browser, root: Path, moment: str, tone: str
) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        for address, place in PAGES.items():
            page = at(address, moment)
            box = page.locator(place).first
            assert f"--{tone}" in box.evaluate(
                "box => box.outerHTML.split('>')[0] + box.querySelector('[data-word]').parentElement.className"
            )
            sign = box.locator("[data-word]").evaluate(
                "word => word.parentElement.querySelector('svg').outerHTML"
            )
            right = page.evaluate(
                "tone => document.getElementById('status-turns').content.querySelector(`[data-tone=${tone}] svg`).outerHTML",
                tone,
            )
            assert sign == right


def test_what_was_said_of_all_titles_together_is_taken_back(browser: Browser, root: Path) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        page = at("v/cnipa-700/", "2026-12-01T00:00:00+08:00")
        assert page.inner_text(".verdict").strip() == "在名录里：2件"
        page = at("v/cnipa-700/", "2029-01-01T00:00:00+08:00")
        assert page.inner_text(".verdict").strip() == "状态有变化，请看下面各条"
        assert page.inner_text("tbody tr:nth-child(2) .holders__status").strip() == "有效"


def test_axe_finds_no_violation_after_a_change(browser: Browser, root: Path, axe: str) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        for address in PAGES:
            page = at(address, "2029-01-01T00:00:00+08:00")
            assert list(violations(page, axe)) == []


def test_a_number_whose_titles_have_changed_says_so_where_it_is_looked_up(
    browser: Browser, root: Path
) -> None:
    with reading(browser, root, "America/New_York") as at:
        for moment, note in (
            ("2026-12-31T23:59:59+08:00", "2件"),
            ("2027-01-01T00:00:00+08:00", "状态有变化，点开看"),
        ):
            page = at("verify/", moment)
            page.fill("#number", "700号")
            page.press("#number", "Enter")
            assert page.locator(".lookup__list .note").inner_text() == note


def test_an_archive_stays_as_it_is_of_its_day(browser: Browser, tmp_path: Path) -> None:
    root = write(basic(tmp_path), {"content/recognitions/cnipa-700.yaml": ROWS})
    archive = replace(clock(BUILT), archive=True)
    assert build(root, root / "output", Report(), archive, workers=1) is not None
    with reading(browser, root / "output", "Asia/Shanghai") as at:
        page = at("v/cnipa-700/", "2029-01-01T00:00:00+08:00")
        assert page.inner_text(".verdict").strip() == "在名录里：2件"
        assert page.locator("#status-turns").count() == 0


BADGES = {
    "gi/": ".card:has(a[href$='qingxi-xueli/']) .badge",
    "gi/table/": "tr:has(a[href$='qingxi-xueli/']) .badge",
    "regions/qingxi/": ".card:has(a[href$='qingxi-xueli/']) .badge",
    "": ".plate__badge .badge",
}
"""Pages with a badge of the title that will change, and where."""


@pytest.mark.parametrize("address", BADGES)
def test_a_badge_says_how_its_title_stands_on_the_day_in_china(
    browser: Browser, root: Path, address: str
) -> None:
    with reading(browser, root, "America/New_York") as at:
        for moment, word in MOMENTS.items():
            page = at(address, moment)
            badge = page.locator(BADGES[address]).first
            assert badge.is_visible() == (address != "" or word != "有效")
            said = "地理标志产品" if word == "有效" else f"地理标志产品 · {word}"
            assert badge.text_content() == said, moment
            tone = {"有效": "current", "待复核": "notice"}.get(word, "ended")
            assert f"badge--{tone}" in str(badge.get_attribute("class"))


def test_a_badge_of_two_titles_holds_as_long_as_one_of_them(browser: Browser, root: Path) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        for moment, said in (
            ("2027-06-01T00:00:00+08:00", "地理标志产品"),
            ("2028-03-01T00:00:00+08:00", "地理标志产品 · 已过登记有效期"),
        ):
            page = at("gi/", moment)
            badge = page.locator(".card:has(a[href$='baishan-li/']) .badge")
            assert badge.text_content() == said


@pytest.mark.parametrize("address", ["schemes/gi-protection/", "timeline/"])
def test_a_title_in_a_table_of_holders_is_put_right(
    browser: Browser, root: Path, address: str
) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        for moment, word in MOMENTS.items():
            page = at(address, moment)
            row = page.locator("tr:has(a[href$='qingxi-xueli/']) .holders__status")
            assert row.inner_text().strip() == word, moment
            assert row.locator("svg").count() == 1


@pytest.mark.parametrize("address", ["", "gi/", "figures/", "schemes/", "schemes/gi-protection/"])
def test_numbers_that_are_older_than_a_change_say_so(
    browser: Browser, root: Path, address: str
) -> None:
    with reading(browser, root, "Asia/Shanghai") as at:
        for moment in MOMENTS:
            page = at(address, moment)
            assert page.locator(".stale").is_visible() == (moment >= "2027-01-01T00:00:00+08:00")


def test_badges_of_lists_that_are_fetched_are_put_right(browser: Browser, root: Path) -> None:
    """Narrowing reads the entries of other lists from their pages."""
    with serving(root, "/", []) as origin:
        context = browser.new_context(timezone_id="Asia/Shanghai")
        page = context.new_page()
        page.clock.set_fixed_time(datetime.fromisoformat("2029-01-01T00:00:00+08:00"))
        page.goto(f"{origin}gi/?region=qingxi")
        badge = page.locator(".card:has(a[href$='qingxi-xueli/']) .badge")
        badge.wait_for()
        # The cards of the whole list stand there until those of the narrowed one are fetched.
        expect(page.locator(".cards .card")).to_have_count(1)
        expect(badge).to_have_text("地理标志产品 · 已过登记有效期")
        context.close()
