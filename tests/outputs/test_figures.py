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

from sitegen.outputs.parts.charts import WIDEST, chart
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
    assert list(bars(site, "years")) == [str(year) for year in range(2019, 2026)]


def bars(site: SiteTest, identifier: str) -> dict[str, int]:
    """The numbers of the chart of a section by the labels of its bars."""
    drawing = site.page("figures/").select_one(
        f"section[aria-labelledby={identifier}] svg[role=img]"
    )
    assert drawing is not None
    assert drawing.select_one("title").get_text() == drawing["aria-label"]  # type: ignore[union-attr]
    assert drawing.select_one(f"desc#{drawing['aria-describedby']}").get_text()  # type: ignore[union-attr]
    labels, numbers = (
        [text.get_text() for text in drawing.select(f".chart__{name}")]
        for name in ("label", "number")
    )
    return dict(zip(labels, map(int, numbers), strict=True))


def test_charts_show_the_numbers_of_the_tables_beside_them(demo: SiteTest) -> None:
    by_place, by_title = table(demo, "by-collection"), table(demo, "by-scheme")
    del by_place[""], by_place["合计"]
    assert bars(demo, "by-collection") == {row: int(n[-1]) for row, n in by_place.items()}
    names, totals = by_title[""][:-1], map(int, by_title["合计"][:-1])
    assert bars(demo, "by-scheme") == dict(zip(names, totals, strict=True))


def test_each_series_of_a_chart_has_a_pattern_of_its_own(demo: SiteTest) -> None:
    section = demo.page("figures/").select_one("section[aria-labelledby=by-collection]")
    assert section is not None
    signs = section.select(".chart__key rect")
    assert [key.get_text() for key in section.select(".chart__key > span")] == table(
        demo, "by-collection"
    )[""][:-1]
    fills = [sign.get("fill", str(sign["class"])) for sign in signs]
    assert len(set(fills)) == len(fills) == 5
    patterns = {str(pattern["id"]) for pattern in section.select("pattern")}
    assert {fill[5:-1] for fill in map(str, fills) if fill.startswith("url(#")} == patterns


def test_a_chart_of_more_series_than_patterns_ends_in_one_of_all_others() -> None:
    made = chart(
        "c", "图", "说明", [("甲", range(1, 9)), ("乙", [0] * 8)], "一二三四五六七八", "其他"
    )
    assert made.series == (*"一二三四五", "其他")
    first, second = made.bars
    assert (first.number, second.number, second.parts) == (36, 0, ())
    assert [part.series for part in first.parts] == list(range(6))
    assert first.parts[-1].start + first.parts[-1].width == WIDEST
    starts = [part.start + part.width for part in first.parts[:-1]]
    assert [part.start for part in first.parts[1:]] == starts


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
