"""Brands by tier, held against what a policy wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SCHEME
from tests.support.ladder_site import words
from tests.support.site_test import SiteTest

PLAN = """\
name: 质量品牌行动计划
kind: 规划和计划
number: 云政办〔2017〕1号
issuers: 云州市人民政府办公室
status: 期限已过
targets:
  - {row: a, name: 国际一流品牌, indicator: brands-international, value: 50, unit: 个, due: 2020}
  - {row: b, name: 农业品牌占比, indicator: brands-share-agriculture, op: 以上, value: 5, unit: "%", note: 没有写明是每个梯次}
  - {row: c, name: 工程品牌占比, indicator: brands-share-engineering, op: 以上, value: 5, unit: "%"}
"""
BRAND = "name: {name}\nkind: 企业品牌\nregion: yunzhou\ntier: {tier}\n{more}"


def brand(name: str, tier: str, more: str = "") -> str:
    return BRAND.format(name=name, tier=tier, more=more)


FILES = {
    "content/policies/plan.yaml": PLAN,
    "content/schemes/known.yaml": SCHEME.replace("地理标志产品保护", "知名品牌"),
    "content/brands/steel.yaml": brand("云钢", "国际一流", "sector: 制造业\n"),
    "content/brands/pears.yaml": brand("云梨", "地方性", "sector: 农业\n"),
    "content/brands/gone.yaml": brand("旧牌", "地方性"),
    "content/brands/plain.yaml": brand("无领域", "地方性"),
    "content/brands/none.yaml": "name: 没有梯次\nkind: 企业品牌\nregion: yunzhou\n",
    "content/recognitions/known-1.yaml": (
        "scheme: known\ndocument: 云质〔2018〕3号\nnumber_slug: known-1\nannounced: 2018-05-06\nrows:\n"
        '  - {row: a, subject: "brands:steel"}\n  - {row: b, subject: "brands:pears"}\n'
        '  - {row: c, subject: "brands:gone"}\n  - {row: d, subject: "brands:plain"}\n'
        "history:\n  - {row: c, date: 2019-01-02, status: 撤销, document: 云质〔2019〕1号}\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    site = SiteTest(tmp_path_factory.mktemp("tiers"), FILES).build()
    assert site.built is not None, site.report.text("zh")
    return site


def test_tiers_stand_from_the_highest_with_what_was_wanted(site: SiteTest) -> None:
    tiers = site.page("tiers/").select(".ladder__rung")
    assert [words(tier.h2) for tier in tiers] == ["国际一流", "国内领先", "地方性"]
    assert "收录1个" in words(tiers[0])
    assert "目标 50个 期限2020" in words(tiers[0])
    assert "本站还没有收录" in words(tiers[1])
    link = tiers[0].select_one("a[href*=targets-a]")
    assert site.page("policies/plan/").find(id="targets-a") and link


def test_a_brand_whose_title_was_revoked_is_not_counted(site: SiteTest) -> None:
    local = site.page("tiers/").select(".ladder__rung")[2]
    assert "收录2个" in words(local)
    assert "另有1个的称号现在不在有效期，不算在内。" in words(local)
    assert [words(a) for a in local.select("a[href*=brands]")] == ["无领域", "云梨"]


def test_shares_of_sectors_are_held_against_the_policy(site: SiteTest) -> None:
    rows = {words(row.th): words(row) for row in site.page("tiers/").select("tbody tr")}
    assert rows["农业"].startswith("农业 1个 33.3% 目标 5%以上 按收录的算，达到")
    assert rows["工程"].startswith("工程 0个 0% 目标 5%以上 按收录的算，没有达到")
    assert rows["制造业"] == "制造业 1个 33.3%"
    assert "服务业" not in rows
    assert "另有1个没有写领域。" in words(site.page("tiers/").select_one("#sectors + .note"))
    assert "没有写明是每个梯次" in rows["农业"]


def test_a_policy_alone_has_a_page_that_says_nothing_is_listed(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, {"content/policies/plan.yaml": PLAN}).build()
    assert "本站还没有收录" in words(site.page("tiers/").select_one(".ladder__rung"))


def test_brands_are_narrowed_by_tier_and_by_sector(site: SiteTest) -> None:
    """A tier that rests on a title which was revoked is none."""
    page = site.page("brands/")
    assert [words(summary) for summary in page.select(".narrowing__facet summary")][-2:] == [
        "品牌梯次",
        "领域",
    ]
    told = [words(item) for item in page.select(".narrowing__facet li")]
    for value in ("国际一流 1", "地方性 2", "农业 1", "制造业 1", "没有现行的 2", "未注明 3"):
        assert value in told, told
    assert len(site.page("brands/tier/local/").select(".card")) == 2


def test_a_site_without_tiers_has_no_page_of_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    assert not (site.target / "tiers").exists()
    assert "品牌梯次" not in words(site.page("").select_one("footer"))


def test_a_preview_shows_a_tier_that_was_changed(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).preview().build()
    site.change("content/brands/none.yaml", "region: yunzhou", "region: yunzhou\ntier: 国内领先")
    site.build_saved("content/brands/none.yaml")
    assert "收录1个" in words(site.page("tiers/").select(".ladder__rung")[1])
