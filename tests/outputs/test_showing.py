"""A collection shows itself in one row: a new one is found everywhere without any other edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from sitegen.model.collections import COLLECTIONS, Collection
from sitegen.model.common import Common
from sitegen.model.types import Label
from sitegen.outputs.showing.showing import FactsTable, Showing
from sitegen.outputs.showing.table import SHOWINGS, in_menu, showing
from tests.support import planned_site
from tests.support.basic_site import build

FESTIVALS = Collection("festivals", Label("节庆", "Festivals"), "个", Common, listed=True)
FESTIVAL = (
    "---\nname: 青溪梨花节\npinyin: qīng xī lí huā jié\nregion: qingxi\n"
    "published: 2025-12-18 09:00\naka: 看花节\n---\n\n四月看花。\n"
)


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The basic site with a collection that the program does not know, and its own row."""
    monkeypatch.setitem(COLLECTIONS, "festivals", FESTIVALS)
    row = Showing(lead="一年一度。", tables=(FactsTable("names", "名称", ("aka",)),))
    monkeypatch.setitem(SHOWINGS, "festivals", row)
    award = (
        "scheme: gi-protection\ndocument: 国家知识产权局公告第701号\nannounced: 2025-11-04\n"
        "rows:\n  - {row: a, subject: festivals:lihua}\n"
    )
    files = {"content/festivals/lihua.md": FESTIVAL, "content/recognitions/cnipa-701.yaml": award}
    root = planned_site.site(tmp_path, files)
    outcome = build(root)
    assert outcome.built is not None, outcome.report.text()
    return root / "output"


def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "html.parser")


def test_a_new_listed_collection_is_found_everywhere(output: Path) -> None:
    home = soup(output / "index.html")
    assert home.select_one('header a[href="festivals/"]'), "menu"
    assert "节庆" in home.select_one("main").get_text(), "figures of the home page"  # type: ignore[union-attr]
    listing = soup(output / "festivals/index.html")
    assert listing.select_one('main a[href="../festivals/lihua/"]'), "list"
    assert "一年一度。" in listing.get_text(), "lead"
    assert soup(output / "a-z/q/index.html").select_one('a[href="../../festivals/lihua/"]'), "A–Z"
    assert soup(output / "sitemap/index.html").select_one('a[href="../festivals/"]'), "site map"
    assert soup(output / "search/index.html").select_one('main a[href="../festivals/"]'), "search"
    names = b"".join(file.read_bytes() for file in sorted((output / "search").rglob("*.json*")))
    assert "青溪梨花节".encode() in names, "search index"
    sitemap = (output / "sitemap.xml").read_text("utf-8")
    assert "/festivals/lihua/</loc>" in sitemap and "/festivals/</loc>" in sitemap
    assert "青溪梨花节" in (output / "feed.xml").read_text("utf-8")
    page = soup(output / "festivals/lihua/index.html")
    assert page.select_one("#names"), "facts"
    assert page.select_one(".status"), "a title"
    region = soup(output / "regions/qingxi/index.html")
    assert region.select_one('main a[href="../../festivals/lihua/"]'), "its region"


def test_a_collection_without_a_row_is_shown_with_the_defaults(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(COLLECTIONS, "festivals", FESTIVALS)
    assert "festivals" in in_menu() and showing("festivals") == Showing()


def test_every_collection_that_is_shown_has_a_row() -> None:
    assert SHOWINGS.keys() == {name for name, one in COLLECTIONS.items() if one.shown}
