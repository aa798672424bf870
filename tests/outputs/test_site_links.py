"""Menu and footer as site.yaml sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import PEAR, SITE
from tests.support.site_test import SiteTest

MENU = """\
menu:
  - 特色产品
  - {to: gi, text: 地标}
  - pages:about
  - {to: /ledger/, text: 对账}
  - {to: https://www.example.cn/, text: 门户}
  - 非遗
  - 县市区
footer:
  - title: 服务
    links: [企业与机构, {to: /a-z/, text: 按拼音查}]
"""
ARTICLE = "articles/first/"


def links(site: SiteTest, address: str, selector: str) -> list[tuple[str, str]]:
    return [
        (link.get_text(strip=True), str(link["href"]))
        for link in site.page(address).select(selector)
    ]


def test_the_menu_has_what_is_set_in_its_order(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + MENU}).build().passes()
    assert links(site, ARTICLE, "#menu a") == [
        ("特色产品", "../../products/"),
        ("地标", "../../gi/"),
        ("关于本站", "../../about/"),
        ("对账", "../../ledger/"),
        ("门户", "https://www.example.cn/"),
        ("县市区", "../../regions/"),
    ]
    current = site.page("gi/qingxi-xueli/").select("#menu [aria-current]")
    assert [link.get_text(strip=True) for link in current] == ["地标"]
    foot = site.page(ARTICLE).footer
    assert foot is not None
    text = foot.get_text(" ", strip=True)
    assert "服务 企业与机构 按拼音查" in text and "查找" not in text


def marked(site: SiteTest, address: str) -> list[str]:
    return [link.get_text() for link in site.page(address).select("#menu [aria-current]")]


def test_the_menu_marks_the_page_itself_or_else_its_column(tmp_path: Path) -> None:
    menu = "menu: [{to: /, text: 首页}, gi, gi:qingxi-xueli, schemes:gi-protection, pages:about]\n"
    extra = {"content/gi/baishan-li.md": PEAR.replace("青溪雪梨", "白山梨")}
    site = SiteTest(tmp_path, {"site.yaml": SITE + menu, **extra}).build()
    expected = {
        "": ["首页"],
        "gi/": ["地理标志"],
        "gi/baishan-li/": ["地理标志"],
        "gi/qingxi-xueli/": ["青溪雪梨"],
        "schemes/gi-protection/": ["地理标志产品保护"],
        "about/": ["关于本站"],
        "a-z/": [],
        "404.html": [],
    }
    assert {address: marked(site, address) for address in expected} == expected


def test_what_is_not_public_is_left_out_with_a_warning(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + "menu: [gi, pages:about]\n"})
    site.change("content/pages/about.md", "name:", "draft: 是\nname:").build()
    site.warns_of("site.yaml:7:12 site.link-not-public")
    assert links(site, "", "#menu a") == [("地理标志", "gi/")]


def test_a_name_that_changes_in_the_menu_remakes_every_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"site.yaml": SITE + MENU}).build().passes()
    site.change("content/pages/about.md", "关于本站", "名录说明").build().passes()
    assert ("名录说明", "../../about/") in links(site, ARTICLE, "#menu a")
    site.equals_clean_build()


@pytest.mark.parametrize(
    ("item", "line", "words"),
    [
        ("品排", "site.yaml:9:5 site.no-such-link", "最接近的是“品牌”"),
        ("pages:abuot", "site.yaml:9:5 site.no-such-link", "最接近的是“pages:about”"),
        ("关于", "site.yaml:9:5 site.no-such-link", "最接近的是“关于本站”"),
        ("/about/", "site.yaml:9:5 site.link-without-words", "{to: /about/, text: 显示的字}"),
        ("{to: /abuot/, text: 关于}", "site.yaml:9:10 link.broken", "另有"),
        ("{text: 关于}", "site.yaml:9:5 schema.missing-field", "to"),
    ],
)
def test_what_leads_nowhere_is_told_at_its_place(
    tmp_path: Path, item: str, line: str, words: str
) -> None:
    site = SiteTest(tmp_path, {"site.yaml": f"{SITE}\nmenu:\n  - {item}\n"}).check()
    site.fails_with(line)
    assert words in site.report.text()
