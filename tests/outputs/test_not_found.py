"""The page for what is not found offers the search, and ways that need no script."""

from __future__ import annotations

from pathlib import Path

from tests.support.site_test import SiteTest


def test_what_is_not_found_can_be_searched_for_or_found_by_links(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build().passes()
    page = site.page("404.html")
    boxes = page.select("site-search")
    assert [box.find_parent("main") is not None for box in boxes] == [True]
    form = page.select_one("main form[role=search]")
    assert form is not None and str(form["action"]).endswith("/search/")
    assert len(page.select("#search")) == 1
    links = {str(link["href"]) for link in page.select("main .plain > ul a")}
    assert {link.rpartition("/zt")[2] for link in links} >= {"/", "/a-z/", "/sitemap/"}


def test_other_plain_pages_have_their_box_in_the_masthead(tmp_path: Path) -> None:
    line = "withdrawn: {on: 2026-01-01, reason: 申请人要求}\nname:"
    site = SiteTest(tmp_path).change("content/products/li-gao.md", "name:", line).build()
    page = site.page("products/li-gao/")
    assert page.select_one("header site-search") is not None
    assert page.select_one("main site-search") is None
