"""The link to where a title is verified opens the query, or says what it opens and what to look for there."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitegen.model.web_address import is_front_page
from tests.support.basic_site import SCHEME
from tests.support.site_test import SiteTest

FILE = "content/schemes/gi-protection.yaml"
FRONT = "verify_url: https://www.gov.example/\n"
NUMBER = "v/cnipa-700/"
ANNOUNCED = (
    "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2024-11-03\n"
    "rows:\n  - {row: a, subject: gi:qingxi-xueli}\n"
)


def with_lines(root: Path, lines: str) -> SiteTest:
    return SiteTest(root, {FILE: SCHEME + lines, "content/recognitions/cnipa-700.yaml": ANNOUNCED})


def link_to(page: BeautifulSoup, address: str) -> str:
    link = page.select_one(f'main a[href="{address}"]')
    assert link is not None
    return link.get_text()


@pytest.mark.parametrize(
    "rest", ["", "/", "/index.html", "/Index.htm", "/default.aspx", "/#top", "/index.html#top"]
)
def test_the_front_page_of_a_host_is_known_in_all_its_spellings(rest: str) -> None:
    assert is_front_page(f"https://www.gov.example{rest}")


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.example/chaxun",
        "https://www.gov.example/?q=chaxun",
        "https://www.gov.example/#/chaxun",
        "https://www.gov.example/chaxun/index.html",
        "/",
        "",
    ],
)
def test_a_page_on_a_host_is_no_front_page(address: str) -> None:
    assert not is_front_page(address)


def test_an_author_is_told_that_a_front_page_verifies_nothing(tmp_path: Path) -> None:
    site = with_lines(tmp_path, FRONT).check()
    assert [p.kind.code for p in site.report.problems] == ["scheme.verify-front-page"]
    assert "verify_query: 商标查询" in site.report.text("zh")
    site.write(FILE, f"{SCHEME}{FRONT}verify_query: 公告查询\n").check()
    assert not site.report.problems
    site.write(FILE, f"{SCHEME}verify_url: https://www.gov.example/chaxun\n").check()
    assert not site.report.problems


def test_the_link_to_a_front_page_says_so_and_what_to_look_for(tmp_path: Path) -> None:
    site = with_lines(tmp_path, f"{FRONT}verify_query: 公告查询\n").build().passes()
    said = "官网首页（www.gov.example），找“公告查询”"
    for address in ("schemes/gi-protection/", NUMBER):
        assert link_to(site.page(address), "https://www.gov.example/") == said
    site.write(FILE, f"{SCHEME}{FRONT}verify_query: 批准公告\n").build()
    assert "找“批准公告”" in link_to(site.page(NUMBER), "https://www.gov.example/")
    site.equals_clean_build()


def test_the_link_to_a_front_page_is_truthful_where_nobody_knows_more(tmp_path: Path) -> None:
    site = with_lines(tmp_path, FRONT).build()
    said = link_to(site.page("schemes/gi-protection/"), "https://www.gov.example/")
    assert said == "官网首页（www.gov.example）"


def test_the_link_to_a_query_keeps_its_words(tmp_path: Path) -> None:
    query = "https://www.gov.example/chaxun"
    site = with_lines(tmp_path, f"verify_url: {query}\n").build().passes()
    assert link_to(site.page("schemes/gi-protection/"), query) == query
    assert link_to(site.page(NUMBER), query).startswith("到")
