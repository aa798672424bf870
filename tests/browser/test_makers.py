"""The table of makers with its script: sorted, chosen from, printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.basic_site import SITE
from tests.support.browser.axe import violations
from tests.support.site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

USERS = """\
mark_users:
  - {organization: 丙萝卜社, from: 2019, checked: 2025-12-01, notice: 国家知识产权局公告第9号}
  - {organization: 甲萝卜社, from: 2021, checked: 2025-12-01, notice: 国家知识产权局公告第10号}
  - {organization: yi, from: 2015}
"""
FILES = {
    "site.yaml": f"{SITE}rules: {{entry.unannounced: 关闭}}\n",
    "content/gi/radish.yaml": f"name: 青溪萝卜\npinyin: qīng xī luó bo\nregion: qingxi\n{USERS}",
    "content/organizations/yi.yaml": (
        "name: 乙萝卜社\npinyin: yǐ luó bo shè\nkind: 合作社\nregion: qingxi\n"
        "contact_public: {phone: 0536-1234567}\n"
    ),
}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = SiteTest(tmp_path_factory.mktemp("makers"), FILES).build().passes()
    return site.target / "gi/radish/makers/index.html"


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, table: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(table.as_uri())
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    every = page.locator("tbody tr:visible th").all_inner_texts()
    return [text.split()[0] for text in every]


def test_a_column_sorts_both_ways_and_says_so(browser: Browser, table: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(table.as_uri())
    names = ["乙萝卜社", "丙萝卜社", "甲萝卜社"]
    assert shown(page) == names
    head = page.get_by_role("columnheader", name="专用标志")
    head.get_by_role("button").click()
    assert shown(page) == ["乙萝卜社", "丙萝卜社", "甲萝卜社"], "2015, then notices 9 and 10"
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert shown(page) == ["甲萝卜社", "丙萝卜社", "乙萝卜社"]
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator("[aria-sort]").count() == 1
    page.get_by_role("columnheader", name="电话").get_by_role("button").click()
    assert shown(page)[0] == "乙萝卜社", "those that state none come last"
    page.get_by_role("columnheader", name="企业").get_by_role("button").click()
    assert shown(page) == names
    page.close()


def test_the_chosen_ones_stand_alone_and_all_come_back(page: Page) -> None:
    page.get_by_label("选乙萝卜社").check()
    assert (
        page.locator(".makers__choice [role=status], .makers__choice")
        .first.inner_text()
        .startswith("已选1家")
    )
    page.get_by_label("选甲萝卜社").check()
    page.get_by_role("button", name="只看选中的").click()
    assert shown(page) == ["乙萝卜社", "甲萝卜社"]
    page.get_by_role("button", name="全部显示").click()
    assert len(shown(page)) == 3


def test_axe_finds_no_violation_before_and_after_a_choice(page: Page, axe: str) -> None:
    assert list(violations(page, axe)) == []
    page.get_by_label("选乙萝卜社").check()
    page.get_by_label("选丙萝卜社").check()
    page.get_by_role("button", name="只看选中的").click()
    assert list(violations(page, axe)) == []


def test_three_of_them_print_on_one_page_across(page: Page) -> None:
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    (box,) = re.findall(rb"/MediaBox \[([\d. ]+)\]", pdf)
    assert [round(float(edge)) for edge in box.split()] == [0, 0, 842, 595], "A4 across"
    page.emulate_media(media="print")
    assert not page.get_by_text("勾选两家以上").is_visible()
    assert all(page.get_by_text(word).first.is_visible() for word in ("甲萝卜社", "0536-1234567"))
