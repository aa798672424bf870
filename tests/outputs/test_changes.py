"""What changed on the site, as entries state it, and the feeds beside it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

GAO = "content/products/li-gao.md"
FILES = {
    "content/products/cha.yaml": (
        "name: 茶饼\npinyin: chá bǐng\nkind: 手造\nregion: baishan\npublished: 2025-11-01 08:00\n"
        "updated: 2025-12-20 08:00\n"
    ),
    "content/products/mi.yaml": (
        "name: 米\npinyin: mǐ\nkind: 农产品\npublished: 2025-11-01 09:00\nupdated: 2025-11-01 10:00\n"
    ),
    "content/products/jiu.yaml": (
        "name: 旧酒\npinyin: jiù jiǔ\nkind: 农产品\npublished: 2025-11-02 08:00\n"
        "withdrawn: {on: 2026-01-10, reason: 停产}\n"
    ),
    "content/products/later.yaml": (
        "name: 以后\npinyin: yǐ hòu\nkind: 农产品\npublished: 2025-11-01 08:00\n"
        "updated: 2026-01-16 08:00\n"
    ),
}


def told(site: SiteTest, address: str = "changes/") -> list[str]:
    """The headings and entries of the page, in their order."""
    items = site.page(address).select("main h2, main h3, main .changes__entries li")
    return [" ".join(item.get_text(" ").split()) for item in items]


def test_days_are_told_newest_first_with_what_is_new_changed_and_withdrawn(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    assert told(site) == [
        *("2026-01-10", "下架 1条", "旧酒 特色产品"),
        *("2025-12-20", "新收录 1条", "第一篇 文章", "更新 1条", "茶饼 特色产品 · 白山"),
        *("2025-12-16", "新收录 1条", "青溪雪梨 地理标志 · 青溪"),
        *("2025-11-02", "新收录 1条", "旧酒 特色产品"),
        *("2025-11-01", "新收录 3条", "茶饼 特色产品 · 白山", "米 特色产品", "以后 特色产品"),
    ]


def test_nothing_is_told_that_is_dated_after_the_day_of_the_data(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    assert "2026-01-16" not in site.text("changes/index.html")


def test_the_changes_are_paged(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {**FILES, "site.yaml": SITE + "page_size: 1\n"}).build().passes()
    assert told(site)[-2:] == ["更新 1条", "茶饼 特色产品 · 白山"]
    assert told(site, "changes/page/2/")[:2] == ["2025-12-16", "新收录 1条"]
    assert told(site, "changes/page/3/") == [
        "2025-11-01",
        "新收录 共3条，这一页2条",
        "米 特色产品",
        "以后 特色产品",
    ]


def test_the_changes_are_made_anew_for_what_they_show_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    site.change(GAO, "kind:", "summary: 很甜。\nkind:").build()
    assert "changes/index.html" not in site.remade and "feed.json" not in site.remade
    site.change(GAO, "kind:", "published: 2026-01-02 08:00\nkind:").build()
    assert {"changes/index.html", "feed.json", "feed.xml"} <= site.remade
    site.equals_clean_build()


def test_the_json_feed_tells_what_the_atom_feed_tells(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    feed = json.loads(site.text("feed.json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["title"], feed["feed_url"]) == ("试验名录", "https://test.example/feed.json")
    atom = site.text("feed.xml")
    assert [item["title"] for item in feed["items"]] == ["第一篇", "青溪雪梨", "米", "茶饼", "以后"]
    for item in feed["items"]:
        assert f"<id>{item['id']}</id>" in atom and item["content_text"]
        assert f"<updated>{item['date_modified']}</updated>" in atom
    assert feed["items"][0]["date_published"] == "2025-12-20T08:00:00+08:00"


def test_a_site_that_states_no_days_has_no_such_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path)
    site.change("content/gi/qingxi-xueli.md", "published: 2025-12-16 09:00\n", "")
    site.remove("content/articles/first.md").build()
    assert not (site.target / "changes").exists()
    assert "更新记录" not in site.text("index.html")
