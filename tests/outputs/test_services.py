"""The directory of services, and the ways to it from the footer, from entries and from the home page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.site_test import SiteTest

FILES = {
    "content/services/complaints.yaml": (
        "name: 12315投诉举报\nkind: 投诉举报\nneeds: [发现假冒, 有了纠纷]\n"
        "scope: 消费投诉；违法线索举报\nhours: 周一到周五\nregion: qingxi\naddress: 青溪县某路1号\n"
        "organization: qingxi-li-xiehui\nwebsite: https://www.12315.cn/\n"
        'contact_public: {phone: "12315、0536-1234567"}\n'
    ),
    "content/services/lab.yaml": (
        "name: 梨检测中心\nkind: 检验检测\nneeds: 要做检测\nregion: baishan\nsummary: 测农药残留。\n"
    ),
    "content/services/centre.yaml": "name: 运营中心\nkind: 知识产权运营\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("services"), FILES).build().passes()


def words(tag: Any) -> str:
    return " ".join(tag.get_text(" ").split())


def test_services_stand_by_what_people_come_with(site: SiteTest) -> None:
    page = site.page("services/")
    chips = [(words(link).split(" ")[0], link["href"]) for link in page.select("nav .chips a")]
    assert chips == [
        ("发现假冒", "#counterfeit"),
        ("要做检测", "#testing"),
        ("有了纠纷", "#dispute"),
        ("其他服务", "#other"),
        ("按县市区找", "#places"),
    ]
    assert all(page.find(id=href[1:]) for _, href in chips)
    dispute = page.find(id="dispute").find_parent("section")
    assert words(dispute.select_one(".affair__name")) == "12315投诉举报"


def test_a_line_says_what_is_done_and_whom_to_call(site: SiteTest) -> None:
    line = site.page("services/").select_one(".affair")
    assert [a["href"] for a in line.select('a[href^="tel:"]')] == ["tel:12315", "tel:0536-1234567"]
    for text in ("消费投诉；违法线索举报", "周一到周五", "青溪县某路1号", "青溪"):
        assert text in line.get_text()
    assert line.select_one('a[href="../organizations/qingxi-li-xiehui/"]')
    lab = site.page("services/").find(id="testing").find_parent("section")
    assert "测农药残留。" in words(lab) and "电话和地址没有公布" in words(lab)


def test_services_stand_by_place_too(site: SiteTest) -> None:
    section = site.page("services/").find(id="places").find_parent("section")
    assert [words(h) for h in section.select("h3")] == ["白山", "青溪"]


def test_black_lists_are_looked_up_in_official_systems(site: SiteTest) -> None:
    section = site.page("services/").find(id="official").find_parent("section")
    assert [a["href"] for a in section.select("a")] == [
        "https://www.gsxt.gov.cn/",
        "https://www.creditchina.gov.cn/",
    ]


def test_who_has_found_a_counterfeit_is_led_there_from_everywhere(site: SiteTest) -> None:
    for address, up in (("", ""), ("gi/qingxi-xueli/", "../../"), ("articles/first/", "../../")):
        links = site.page(address).select_one("footer").select('a[href$="#counterfeit"]')
        assert [a["href"] for a in links] == [f"{up}services/#counterfeit"]
    actions = site.page("gi/qingxi-xueli/").select_one(".entry__actions")
    assert [a["href"] for a in actions.select("a")][-1] == "../../services/#counterfeit"
    assert not site.page("organizations/qingxi-li-xiehui/").select(
        '.entry__actions a[href$="#counterfeit"]'
    )
    assert "12315投诉举报" in words(site.page("organizations/qingxi-li-xiehui/"))


def test_without_such_a_service_nothing_leads_there(tmp_path: Path) -> None:
    files = {"content/services/lab.yaml": FILES["content/services/lab.yaml"]}
    site = SiteTest(tmp_path, files).build().passes()
    for address in ("", "gi/qingxi-xueli/", "services/"):
        assert not site.page(address).select('a[href$="#counterfeit"]')
    assert not site.page("services/").find(id="places"), "all are in one place"
    site.change("content/services/lab.yaml", "要做检测", "[要做检测, 发现假冒]").build().passes()
    assert site.page("gi/qingxi-xueli/").select('footer a[href$="#counterfeit"]')
    site.equals_clean_build()


def test_a_mobile_of_a_service_needs_consent(tmp_path: Path) -> None:
    text = FILES["content/services/lab.yaml"] + "contact_public: {phone: 13912345678}\n"
    site = SiteTest(tmp_path, {"content/services/lab.yaml": text}).check()
    site.fails_with("content/services/lab.yaml:6:25 contact.mobile-without-consent")


def test_the_home_page_says_where_to_go_with_what(tmp_path: Path) -> None:
    event = "name: 权益日\nkind: 展会\nstarts: 2020-03-15\nyearly: 是\n"
    site = SiteTest(tmp_path, {**FILES, "content/events/day.yaml": event}).build().passes()
    section = site.page("").find(id="affairs").find_parent("section")
    assert [words(h) for h in section.select("h3")] == ["办事找谁", "接下来的活动"]
    assert [(words(a), a["href"]) for a in section.select("a")] == [
        ("发现假冒", "services/#counterfeit"),
        ("要做检测", "services/#testing"),
        ("有了纠纷", "services/#dispute"),
        ("权益日", "events/day/"),
        ("全部活动", "events/"),
    ]
    assert "2026年3月15日" in words(section)
    assert not SiteTest(tmp_path / "b").build().page("").find(id="affairs")
