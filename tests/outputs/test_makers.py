"""The table of the makers of one geographical indication or category: which there is, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SITE
from tests.support.site_test import Files, SiteTest

GI = "content/gi/pear.yaml"
SOCIETY = "content/organizations/jia.yaml"
GOOD = "content/products/cake.yaml"
FILES: Files = {
    "site.yaml": f"{SITE}rules: {{entry.unannounced: 关闭}}\n",
    GI: (
        "name: 青溪梨\npinyin: qīng xī lí\nregion: qingxi\ncategories: pears\n"
        "mark_users:\n"
        "  - {organization: jia, notice: 核准公告七, from: 2024-01, checked: 2025-12-16}\n"
        "  - {organization: 乙果业公司, from: 2010}\n"
    ),
    SOCIETY: (
        "name: 甲梨社\npinyin: jiǎ lí shè\nkind: 合作社\nregion: qingxi\n"
        "contact_public: {phone: 0536-1234567}\n"
    ),
    "content/organizations/bing.yaml": (
        "name: 丙糕坊\npinyin: bǐng gāo fāng\nkind: 企业\nregion: baishan\n"
    ),
    GOOD: (
        "name: 梨糕\npinyin: lí gāo\nkind: 农产品\nmaker: bing\ngi: pear\n"
        "categories: fruit\navailable: 10-2\n"
    ),
}
TABLE = "gi/pear/makers/"


def rows(site: SiteTest, address: str = TABLE) -> list[list[str]]:
    """The texts of the cells, without the heads that phones show."""
    page = site.page(address)
    for head in page.select(".makers__head"):
        head.decompose()
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
        for row in page.select("table.makers tr")
    ]


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    return SiteTest(tmp_path, FILES).build().passes()


def test_who_may_use_the_mark_and_who_makes_goods_of_it_stand_side_by_side(site: SiteTest) -> None:
    assert rows(site) == [
        ["企业", "产品", "专用标志", "有货", "电话"],
        ["丙糕坊 白山", "梨糕", "未注明", "10月至次年2月", "未注明"],
        [
            "甲梨社 青溪",
            "未注明",
            "核准公告七 2024-01 起 核对至 2025-12-16",
            "未注明",
            "0536-1234567",
        ],
        ["乙果业公司", "未注明", "2010起 现状待核", "未注明", "未注明"],
    ]
    page = site.page(TABLE)
    assert page.select_one('table.makers a[href="tel:0536-1234567"]') is not None
    assert page.select_one('th a[href="../../../organizations/jia/"]') is not None
    assert page.select_one('nav a[href="../../../gi/pear/"]') is not None
    assert site.page("gi/pear/").select_one('a[href="../../gi/pear/makers/"]') is not None


def test_a_category_has_a_table_where_no_part_of_it_has_the_same(site: SiteTest) -> None:
    assert not (site.target / "categories/pears/makers").exists(), "it is that of the pear"
    assert not (site.target / "categories/fruit/makers").exists()
    site.write(
        "content/products/tea.yaml",
        "name: 果茶\npinyin: guǒ chá\nkind: 农产品\nmaker: 丁茶厂\ncategories: fruit\n",
    ).build().passes().equals_clean_build()
    names = [row[0] for row in rows(site, "categories/fruit/makers/")[1:]]
    assert names == ["丙糕坊 白山", "甲梨社 青溪", "乙果业公司", "丁茶厂"]
    marks = [row[2] for row in rows(site, "categories/fruit/makers/")[1:]]
    assert marks[1] == "青溪梨 核准公告七 2024-01 起 核对至 2025-12-16"


def test_one_alone_is_no_table(tmp_path: Path) -> None:
    site = SiteTest(
        tmp_path, {**FILES, GOOD: None, GI: "name: 青溪梨\nmark_users:\n  - {organization: 甲社}\n"}
    )
    site.build().passes()
    assert not (site.target / TABLE).exists()
    assert site.page("gi/pear/").select_one('a[href$="makers/"]') is None


def test_an_enterprise_that_is_withdrawn_keeps_its_name_and_no_more(site: SiteTest) -> None:
    text = str(FILES[SOCIETY])
    site.write(SOCIETY, f"{text}withdrawn: {{on: 2026-01-01, reason: 申请人要求}}\n")
    site.build().equals_clean_build()
    row = next(row for row in rows(site) if row[0] == "甲梨社")
    assert row[-1] == "未注明" if len(row) > 4 else "电话" not in rows(site)[0]
    assert site.page(TABLE).select_one('a[href^="tel:"]') is None


EDITS = {
    "telephone": {SOCIETY: str(FILES[SOCIETY]).replace("1234567", "7654321")},
    "months": {GOOD: str(FILES[GOOD]).replace("10-2", "3-5")},
    "a title": {
        "content/recognitions/cnipa-700.yaml": (
            "scheme: gi-protection\ndocument: 国家知识产权局公告第700号\nannounced: 2025-11-03\n"
            "rows:\n  - {row: a, subject: products:cake}\n"
        )
    },
    "the name of a firm": {SOCIETY: str(FILES[SOCIETY]).replace("甲梨社", "甲大梨社")},
    "the place of a firm": {SOCIETY: str(FILES[SOCIETY]).replace("qingxi", "baishan")},
    "one more": {
        GI: str(FILES[GI]).replace(
            "mark_users:\n", "mark_users:\n  - {organization: 戊社, from: 2020}\n"
        )
    },
    "one fewer": {GI: str(FILES[GI]).replace("  - {organization: 乙果业公司, from: 2010}\n", "")},
    "the firm that was only named": {
        "content/organizations/yi.yaml": (
            "name: 乙果业公司\npinyin: yǐ\nkind: 企业\ncontact_public: {phone: 0536-1111111}\n"
        )
    },
}


@pytest.mark.parametrize("files", EDITS.values(), ids=EDITS)
def test_whatever_it_shows_is_shown_anew_after_an_edit(tmp_path: Path, files: Files) -> None:
    site = SiteTest(tmp_path / "edited", FILES).preview().build().passes()
    before = site.output
    after = site.save(files).passes().output
    clean = SiteTest(tmp_path / "clean", {**FILES, **files}).build().passes().output
    for page in (f"{TABLE}index.html", "gi/pear/index.html"):
        assert after[page] == clean[page], page
    assert after[f"{TABLE}index.html"] != before[f"{TABLE}index.html"]
