"""Long announcements go over several pages, and every link to one finds the page it begins on."""

from __future__ import annotations

from pathlib import Path

from sitegen.outputs.parts.announcements import ROWS_PER_PAGE
from tests.support.site_test import SiteTest


def announcement(number: int, day: str, rows: int) -> str:
    head = f"scheme: gi-protection\ndocument: 国家知识产权局公告第{number}号\nannounced: {day}\nrows:\n"
    return head + "".join(
        f"  - {{row: r{n}, subject: gi:qingxi-xueli, level: {n} 级}}\n" for n in range(rows)
    )


FILES = {
    "content/recognitions/cnipa-700.yaml": announcement(700, "2025-11-03", ROWS_PER_PAGE + 40),
    "content/recognitions/cnipa-650.yaml": announcement(650, "2025-10-03", 5),
    "content/recognitions/cnipa-600.yaml": announcement(600, "2025-01-03", ROWS_PER_PAGE),
}


def test_rows_are_spread_over_pages_and_each_is_listed_once(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES)
    site.check().passes()
    site.build().passes()
    for base in ("schemes/gi-protection", "ledger"):
        found = [site.page(f"{base}/{rest}") for rest in ("", "page/2/", "page/3/")]
        rows = [len(each.select(".announcement tr:not(:first-child)")) for each in found]
        assert sum(rows) == 2 * ROWS_PER_PAGE + 45 and max(rows) <= ROWS_PER_PAGE
        titles = [[h.get_text() for h in each.select(".announcement h3")] for each in found]
        assert titles[0] == ["国家知识产权局公告第700号"]
        assert titles[1][:2] == ["国家知识产权局公告第700号（续）", "国家知识产权局公告第650号"]
        assert not (site.target / base / "page/4").exists()
    assert not site.page("schemes/gi-protection/page/2/").select("#facts")


def schemes_linked(site: SiteTest, address: str) -> set[str]:
    return {str(a["href"]) for a in site.page(address).select("main a[href*=schemes]")}


def test_the_page_of_a_number_links_to_the_page_on_which_its_announcement_begins(
    tmp_path: Path,
) -> None:
    site = SiteTest(tmp_path, FILES)
    site.build().passes()
    entry = {str(a["href"]) for a in site.page("gi/qingxi-xueli/").select("main a[href*=v]")}
    assert {"../../v/cnipa-700/", "../../v/cnipa-650/"} <= entry
    assert "../../schemes/gi-protection/#cnipa-700" in schemes_linked(site, "v/cnipa-700/")
    assert "../../schemes/gi-protection/page/2/#cnipa-650" in schemes_linked(site, "v/cnipa-650/")


def test_a_page_is_made_again_when_its_announcement_moves_to_another_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES)
    site.build().passes()
    later = announcement(800, "2026-01-03", ROWS_PER_PAGE)
    later = later.replace("gi:qingxi-xueli", "products:li-gao")
    site.write("content/recognitions/cnipa-800.yaml", later).build()
    assert "v/cnipa-700/index.html" in site.remade
    assert "../../schemes/gi-protection/page/2/#cnipa-700" in schemes_linked(site, "v/cnipa-700/")
