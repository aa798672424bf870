"""Titles by the year in which they were given, each with its status."""

from __future__ import annotations

from pathlib import Path

from tests.support.basic_site import SITE
from tests.support.site_test import SiteTest

SCHEME = (
    "name: 好东西\npinyin: hǎo\nkind: 评选\nauthority: 甲\nlevel: 市级\nstatus: {status}\n"
    "display: 标牌\nwording: 授予\n"
)
FILES = {
    "content/schemes/prize.yaml": SCHEME.format(status="现行"),
    "content/schemes/old.yaml": (
        "name: 老称号\npinyin: lǎo\nkind: 评选\nauthority: 甲\nlevel: 市级\nstatus: 已停止\n"
        "closed: 2018-11-07\ndisplay: 历史\nwording: 授予\n"
    ),
    "content/recognitions/old-1.yaml": (
        "scheme: old\ndocument: 甲〔2015〕1号\nnumber_slug: old-1\nannounced: 2015-05-01\nrows:\n"
        "  - {row: a, subject: products:li-gao}\n"
    ),
    "content/recognitions/prize-1.yaml": (
        "scheme: prize\ndocument: 甲〔2019〕1号\nnumber_slug: prize-1\nannounced: 2019-05-01\nrows:\n"
        "  - {row: a, subject: gi:qingxi-xueli, valid_until: 2021-12-31}\n"
        "  - {row: b, subject: products:li-gao, valid_from: 2019-06-01}\n"
        "  - {row: c, subject: organizations:qingxi-li-xiehui}\n"
        "history: [{row: c, date: 2020-03-01, status: 撤销, document: 甲〔2020〕2号}]\n"
    ),
}


def told(site: SiteTest, address: str = "timeline/") -> dict[str, list[str]]:
    """The titles by the heading of their year."""
    return {
        " ".join(section.select("h2")[0].get_text().split()): [
            " ".join(row.get_text(" ").split()) for row in section.select("tbody tr")
        ]
        for section in site.page(address).select("main section")
        if section.select("tbody")
    }


def test_the_newest_year_is_first_and_each_title_says_how_it_stands(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    assert told(site) == {
        "2025年 1次": [
            "青溪雪梨 青溪 地理标志产品保护 国家知识产权局公告第700号 有效 自 2025-11-03"
        ],
        "2019年 3次": [
            "梨膏 青溪 好东西 甲〔2019〕1号 有效 自 2019-06-01",
            "青溪雪梨 青溪 好东西 甲〔2019〕1号 已过登记有效期 自 2019-05-01",
            "青溪县雪梨协会 青溪 好东西 甲〔2019〕1号 已撤销 自 2019-05-01",
        ],
        "2015年 1次": ["梨膏 青溪 老称号 甲〔2015〕1号 历史记录 自 2015-05-01"],
    }


def test_schemes_that_have_ended_are_explained(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    (line,) = site.page("timeline/").select(".ended-schemes li")
    words = "老称号 该称号制度已停止（2018-11-07），不影响企业和产品。"
    assert " ".join(line.get_text().split()) == words


def test_the_timeline_is_paged_and_leads_to_each_year(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {**FILES, "site.yaml": SITE + "page_size: 2\n"}).build().passes()
    pages = ("timeline/", "timeline/page/2/", "timeline/page/3/")
    assert [list(told(site, address)) for address in pages] == [
        ["2025年 1次", "2019年 3次"],
        ["2019年（续） 3次"],
        ["2015年 1次"],
    ]
    assert [
        (" ".join(link.get_text().split()), link["href"])
        for link in site.page("timeline/").select("nav .chips a")
    ] == [
        ("2025年 1", "../timeline/#year-2025"),
        ("2019年 3", "../timeline/#year-2019"),
        ("2015年 1", "../timeline/page/3/#year-2015"),
    ]
    assert not site.page("timeline/page/2/").select(".ended-schemes")


def test_the_timeline_is_made_anew_for_what_it_shows_alone(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    site.change("content/products/li-gao.md", "用雪梨熬的膏。", "用雪梨熬成。").build()
    assert "timeline/index.html" not in site.remade
    site.change("content/products/li-gao.md", "name: 梨膏", "name: 雪梨膏").build()
    assert "timeline/index.html" in site.remade
    site.equals_clean_build()


def test_a_site_without_titles_has_no_timeline(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"content/recognitions/cnipa-700.yaml": None}).build()
    assert not (site.target / "timeline").exists()
    assert "历年认定" not in site.text("index.html")
