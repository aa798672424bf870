"""Entries and titles by place and by year: the numbers of the pages they lead to."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import openpyxl
import pytest
from bs4 import Tag

from tests.support.basic_site import REPOSITORY, SITE
from tests.support.site_test import SiteTest

SETTINGS = SITE + "rules: {entry.unannounced: 关闭}\n"
SCHEME = (
    "name: {name}\npinyin: jiǎ\nkind: 评选\nauthority: 甲\nlevel: 市级\nstatus: 现行\ndisplay: {display}\n"
    "wording: 授予\n{more}"
)
FILES = {
    "site.yaml": SETTINGS,
    "content/gi/cha.yaml": "name: 白山茶\npinyin: bái\nregion: [baishan, qingxi]\n",
    "content/gi/mi.yaml": "name: 云州米\npinyin: yún\nregion: yunzhou\n",
    "content/schemes/prize.yaml": SCHEME.format(name="好东西", display="标牌", more=""),
    "content/schemes/mark.yaml": SCHEME.format(name="驰名", display="仅记录", more=""),
    "content/recognitions/prize-1.yaml": (
        "scheme: prize\ndocument: 甲〔2019〕1号\nnumber_slug: prize-1\nannounced: 2019-05-01\nrows:\n"
        "  - {row: a, subject: gi:cha}\n  - {row: b, subject: gi:mi, valid_until: 2021-12-31}\n"
        "  - {row: c, subject: products:li-gao}\n"
    ),
    "content/recognitions/prize-2.yaml": (
        "scheme: prize\ndocument: 甲〔2021〕1号\nnumber_slug: prize-2\nannounced: 2021-05-01\nrows:\n"
        "  - {row: a, subject: gi:cha, number: 二号}\n"
    ),
    "content/recognitions/mark-1.yaml": (
        "scheme: mark\ndocument: 乙〔2019〕1号\nnumber_slug: mark-1\nannounced: 2019-06-01\nrows:\n"
        "  - {row: a, subject: products:li-gao}\n"
    ),
}


def table(site: SiteTest, identifier: str) -> dict[str, list[str]]:
    """The numbers of a table by the head of their row, the heads of the columns at ""."""
    section = site.page("figures/").select_one(f"section[aria-labelledby={identifier}]")
    assert section is not None
    rows = [[c.get_text(strip=True) for c in row.select("th, td")] for row in section.select("tr")]
    return {"": rows[0][1:], **{row[0]: row[1:] for row in rows[1:]}}


def test_entries_are_counted_by_place_and_once_in_the_total(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    assert table(site, "by-collection") == {
        "": ["地理标志", "特色产品", "企业与机构", "合计"],
        "青溪": ["2", "1", "1", "4"],
        "白山": ["1", "0", "0", "1"],
        "未细分或未注明": ["1", "0", "0", "1"],
        "合计": ["3", "1", "1", "5"],
    }


def test_titles_in_force_are_counted_by_entry_and_none_that_shows_no_badge(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    assert table(site, "by-scheme") == {
        "": ["地理标志产品", "好东西", "合计"],
        "青溪": ["1", "2", "3"],
        "白山": ["0", "1", "1"],
        "合计": ["1", "2", "3"],
    }


def test_years_count_titles_and_tell_those_in_force_apart(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    page = site.page("figures/")
    rows = page.select(".counted__table--years tbody tr")
    assert [[cell.get_text() for cell in row.select("th, td")] for row in rows] == [
        ["2019", "4", "3", "1"],
        ["2021", "1", "1", "0"],
        ["2025", "1", "1", "0"],
    ]
    assert "历年共6次认定，现在有效的5次，其余1次" in page.get_text()
    assert [t.get_text() for t in page.select(".chart__year")] == [
        str(year) for year in range(2019, 2026)
    ]
    assert page.select_one("svg[role=img] title") and page.select_one("svg[role=img] desc")


def test_the_workbook_has_the_same_tables_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    data = site.output["figures/figures.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["各地收录多少", "各地各种称号有多少"]
    for sheet, identifier in zip(book, ("by-collection", "by-scheme"), strict=True):
        rows = list(sheet.iter_rows(min_row=5, values_only=True))
        heads, *body = ([*map(str, row)] for row in rows if row[0] is not None)
        wanted = table(site, identifier)
        assert heads[1:] == wanted[""]
        assert {row[0]: row[1:] for row in body} == {k: v for k, v in wanted.items() if k}
        assert isinstance(rows[1][1], int)
        assert sheet.page_setup.paperSize == 9 and sheet.sheet_properties.pageSetUpPr.fitToPage
    site.equals_clean_build()


def test_the_figures_are_made_anew_for_what_they_show_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    site.change("content/gi/cha.yaml", "region", "summary: 好茶。\nregion").build()
    assert not {path for path in site.remade if path.startswith(("figures/", "timeline/"))}
    site.change("content/gi/mi.yaml", "region: yunzhou", "region: baishan").build()
    assert {"figures/index.html", "figures/figures.xlsx"} <= site.remade
    site.equals_clean_build()


def _listed(page: Tag) -> int:
    counts = re.findall(r"共(\d+)[^\d]", page.get_text())
    return int(counts[0]) if counts else len(page.select("main .card"))


def test_every_number_with_a_link_is_that_of_the_page_it_leads_to(
    demo: SiteTest,
) -> None:
    links = [
        link for link in demo.page("figures/").select(".counted td a") if link.get_text() != "0"
    ]
    assert len(links) > 60
    wrong = []
    for link in links:
        address = urljoin("http://x/figures/", str(link["href"])).removeprefix("http://x/")
        if _listed(demo.page(address)) != int(link.get_text()):
            wrong.append((address, link.get_text(), _listed(demo.page(address))))
    assert wrong == []


def test_every_year_leads_to_as_many_titles(demo: SiteTest) -> None:
    for row in demo.page("figures/").select(".counted__table--years tbody tr"):
        link = row.select_one("a")
        assert link is not None
        address, _, fragment = str(link["href"]).partition("#")
        page = demo.page(urljoin("http://x/figures/", address).removeprefix("http://x/"))
        heading = page.select_one(f"#{fragment}")
        assert heading is not None
        assert f"{row.select('td')[0].get_text()}次" in heading.get_text()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """The demo site, built in a copy."""
    root = tmp_path_factory.mktemp("demo")
    shutil.copytree(REPOSITORY / "content", root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "site.yaml", root)
    return SiteTest.at(root).build()
