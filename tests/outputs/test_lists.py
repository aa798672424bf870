"""Lists in their forms: cards, tables and their orders; what search engines are told of them."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

QUIET = f"{SITE}rules: {{entry.unannounced: off}}\n"
PEARS = {
    "site.yaml": QUIET,
    "content/gi/baishan-li.md": "---\nname: 白山梨\npinyin: bái shān lí\nregion: baishan\n---\n",
    "content/gi/gou-li.md": "---\nname: 沟梨\npinyin: gōu lí\n---\n",
    "content/recognitions/cnipa-700.yaml": (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\n"
        "rows:\n  - {row: a, subject: gi:qingxi-xueli}\n  - {row: b, subject: gi:gou-li, valid_from: 2019-02-01}\n"
    ),
}


def names(site: SiteTest, address: str) -> list[str]:
    """The names in a table, in their order."""
    return [cell.get_text() for cell in site.page(address).select(".entries tbody th")]


def test_a_list_is_shown_as_cards_and_as_a_table_which_lead_to_each_other(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PEARS).build().passes()
    for address, others in {
        "gi/": ["./", "table/"],
        "gi/table/": ["../../gi/", "../../gi/table/"],
    }.items():
        links = site.page(address).select(".switch:not(.switch--orders) a")
        assert [link.get_text() for link in links] == ["图", "表"]
        assert len(others) == len(links)
    assert len(site.page("gi/").select(".card")) == 3 == len(names(site, "gi/table/"))


def test_a_table_is_in_the_order_of_names_of_titles_or_of_places(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PEARS).build()
    assert names(site, "gi/table/") == ["白山梨", "沟梨", "青溪雪梨"]
    assert names(site, "gi/table/newest/") == ["青溪雪梨", "沟梨", "白山梨"]
    assert names(site, "gi/table/region/") == ["青溪雪梨", "白山梨", "沟梨"]
    for address in ("gi/table/", "gi/table/newest/", "gi/table/region/"):
        current = site.page(address).select(".switch--orders [aria-current]")
        assert len(current) == 1


def test_a_row_has_place_title_with_status_and_year(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PEARS).change(
        "content/recognitions/cnipa-700.yaml",
        "rows:",
        "history:\n  - {row: a, date: 2025-12-01, status: 撤销, document: 某号}\nrows:",
    )
    site.build().passes()
    rows = {
        row.th.get_text(): [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in site.page("gi/table/").select(".entries tbody tr")
        if row.th
    }
    assert rows["青溪雪梨"] == ["青溪", "地理标志产品 · 已撤销", "2025"]
    assert rows["沟梨"] == ["", "地理标志产品", "2019"]
    assert rows["白山梨"] == ["白山", "未见公告", ""]


def test_offices_have_no_pictures_and_are_listed_as_a_table(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    page = site.page("organizations/")
    assert names(site, "organizations/") == ["青溪县雪梨协会"]
    assert not page.select(".card, .switch:not(.switch--orders)")
    assert "organizations/table/index.html" not in site.output
    assert "organizations/table/newest/index.html" in site.output


def test_search_engines_take_in_the_whole_list_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, PEARS | {"site.yaml": f"{QUIET}page_size: 2\n"}).build()
    robots = {
        address: [tag["content"] for tag in site.page(address).select('meta[name="robots"]')]
        for address in ("gi/", "gi/page/2/", "gi/table/", "gi/region/qingxi/", "regions/qingxi/")
    }
    assert robots == {
        "gi/": [],
        "gi/page/2/": [],
        "gi/table/": ["noindex, follow"],
        "gi/region/qingxi/": ["noindex, follow"],
        "regions/qingxi/": [],
    }
    sitemap = site.text("sitemap.xml")
    assert "/gi/</loc>" in sitemap and "/gi/region/" not in sitemap and "/table/" not in sitemap
