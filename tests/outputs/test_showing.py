"""A collection shows itself in one row: a new one is found everywhere without any other edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.model.collection import Collection
from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common
from sitegen.model.subjects import SUBJECTS
from sitegen.model.types import Label
from sitegen.outputs.showing.showing import FactsTable, Showing
from sitegen.outputs.showing.table import SHOWINGS, in_menu, showing
from tests.support.site_test import SiteTest

FESTIVALS = Collection("festivals", Label("节庆", "Festivals"), "个", Common, listed=True)
FESTIVAL = (
    "---\nname: 青溪梨花节\npinyin: qīng xī lí huā jié\nregion: qingxi\n"
    "published: 2025-12-18 09:00\naka: 看花节\n---\n\n四月看花。\n"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteTest:
    """The basic site with a collection that the program does not know, and its own row."""
    for table in (SUBJECTS, COLLECTIONS):
        monkeypatch.setitem(table, "festivals", FESTIVALS)
    row = Showing(lead="一年一度。", tables=(FactsTable("names", "名称", ("aka",)),))
    monkeypatch.setitem(SHOWINGS, "festivals", row)
    award = (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第701号\nannounced: 2025-11-04\n"
        "rows:\n  - {row: a, subject: festivals:lihua}\n"
    )
    files = {"content/festivals/lihua.md": FESTIVAL, "content/recognitions/cnipa-701.yaml": award}
    return SiteTest(tmp_path, files).build().passes()


def test_a_new_listed_collection_is_found_everywhere(site: SiteTest) -> None:
    home = site.page("")
    assert home.select_one('header a[href="festivals/"]'), "menu"
    assert "节庆" in home.select_one("main").get_text(), "figures of the home page"  # type: ignore[union-attr]
    listing = site.page("festivals/")
    assert listing.select_one('main a[href="../festivals/lihua/"]'), "list"
    assert "一年一度。" in listing.get_text(), "lead"
    assert site.page("a-z/q/").select_one('a[href="../../festivals/lihua/"]'), "A–Z"
    assert site.page("sitemap/").select_one('a[href="../festivals/"]'), "site map"
    assert site.page("search/").select_one('main a[href="../festivals/"]'), "search"
    names = b"".join(
        file.read_bytes() for file in sorted((site.target / "search").rglob("*.json*"))
    )
    assert "青溪梨花节".encode() in names, "search index"
    sitemap = site.text("sitemap.xml")
    assert "/festivals/lihua/</loc>" in sitemap and "/festivals/</loc>" in sitemap
    assert "青溪梨花节" in site.text("feed.xml")
    page = site.page("festivals/lihua/")
    assert page.select_one("#names"), "facts"
    assert page.select_one(".status"), "a title"
    region = site.page("regions/qingxi/")
    assert region.select_one('main a[href="../../festivals/lihua/"]'), "its region"


def test_a_collection_without_a_row_is_shown_with_the_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for table in (SUBJECTS, COLLECTIONS):
        monkeypatch.setitem(table, "festivals", FESTIVALS)
    assert "festivals" in in_menu() and showing("festivals") == Showing()


def test_every_collection_that_is_shown_has_a_row() -> None:
    assert SHOWINGS.keys() == {name for name, one in COLLECTIONS.items() if one.shown}
