"""The list an editor begins with: what is wrong first, found by name, pinyin and initials."""

from __future__ import annotations

import time
from pathlib import Path

from sitegen.editing.entry_list import Choice, listed
from sitegen.editing.known_names import KnownNames
from sitegen.problems import Language
from tests.support.basic_site import basic
from tests.support.editing import EditedSite, Page, site_of

FILES = {
    "content/products/guo-gan.md": "---\nname: 果干\nkind: 农产品\nregion: 没有的县\n---\n",
    "content/products/guo-jiu.md": "---\nname: 果酒\nkind: 没有的种类\n---\n",
    "content/products/guo-cu.md": "---\nname: 果醋\nkind: 农产品\ndraft: 是\npinyin: guǒ cù\n---\n",
}


def rows(page: Page) -> list[str]:
    return [row.get_text(" ", strip=True) for row in page.soup.select(".entries tbody tr")]


def test_what_is_wrong_comes_first_with_how_much(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, FILES)
    first = rows(site.get(""))[:2]
    assert {row.split()[0] for row in first} == {"guo-jiu", "果干"}
    assert all("1 处错误" in row for row in first)
    assert len(rows(site.get("", only="problems"))) == 2


def test_drafts_and_kinds_are_chosen(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, FILES)
    assert [row.split()[0] for row in rows(site.get("", only="drafts"))] == ["果醋"]
    assert {row.split()[1] for row in rows(site.get("", kind="regions"))} == {"县市区"}
    assert rows(site.get("", only="drafts", kind="gi")) == []


def test_names_pinyin_and_initials_find_an_entry(tmp_path: Path) -> None:
    site = EditedSite(tmp_path, FILES)
    for typed in ("果醋", "醋", "guocu", "gc", "GUO-CU", "guo cu"):
        assert "果醋" in " ".join(rows(site.get("", q=typed))), typed
    assert rows(site.get("", q="没有这样的")) == []
    assert site.get("", q="x", page="99999").status == 200


def test_of_five_thousand_entries_a_page_of_the_list_and_a_name_take_a_moment(
    tmp_path: Path,
) -> None:
    pear = site_of(basic(tmp_path)).known.by_key["gi:qingxi-xueli"]
    known = KnownNames(
        [
            pear._replace(
                id=f"pear-{n}", key=f"gi:pear-{n}", name=f"第{n}号雪梨", sort=f"di {n} hao xue li"
            )
            for n in range(5000)
        ]
    )
    assert known.like("di5", ["gi"]) and listed(known, (), (), Choice()).total == 5000
    for work in (
        lambda: listed(known, (), (), Choice("雪")),
        lambda: listed(known, (), (), Choice()),
        lambda: known.like("dhxl", ["gi", "brands"]),
    ):
        start = time.process_time()
        work()
        assert time.process_time() - start < 0.25


def test_in_english(tmp_path: Path) -> None:
    language: Language = "en"
    site = EditedSite(tmp_path, FILES, language)
    page = site.get("entry/products/guo-cu")
    assert page.soup.html is not None and page.soup.html["lang"] == "en"
    assert page.soup.select_one("h1") and "Edit 果醋" in page.soup.get_text()
    sent = site.edit("entry/products/guo-cu", {"kind": "crop"})
    assert sent.status in (303, 422)
    assert site_of(site.root)
