"""What an enterprise can apply for next, and how soon a reader finds it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support.ladder_site import FILES as LADDERS
from tests.support.ladder_site import ORGANIZATION, scheme, words
from tests.support.site_test import SiteTest

POLICY = """\
name: 质量奖励办法
kind: 办法和细则
number: 云政发〔2021〕3号
issuers: 云州市人民政府
status: 现行
incentives:
  - {row: a, name: 市长质量奖奖励, who: 首次获得的单位, schemes: mayor, amount: 50, how_often: 一次性}
  - {row: b, name: 省长质量奖奖励, who: 首次获得的单位, schemes: governor, amount: 100}
"""
FILES = LADDERS | {
    "content/policies/rewards.yaml": POLICY,
    "content/organizations/tools.yaml": ORGANIZATION.format(name="白山工具公司", region="baishan"),
    "content/brands/steel-brand.yaml": "name: 云钢\nkind: 企业品牌\nowner: steel\nregion: yunzhou\n",
    "content/brands/free.yaml": "name: 无主\nkind: 企业品牌\nregion: yunzhou\n",
    "content/schemes/old-1.yaml": scheme("省老字号", "old-names", 1).replace("奖励", "名录"),
    "content/schemes/old-2.yaml": scheme("中华老字号", "old-names", 2).replace("奖励", "名录"),
    "content/recognitions/old-1.yaml": (
        "scheme: old-1\ndocument: 商字〔2024〕3号\nnumber_slug: old-1\nannounced: 2024-05-06\nrows:\n"
        '  - {row: a, subject: "brands:steel-brand"}\n'
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    site = SiteTest(tmp_path_factory.mktemp("steps"), FILES).build()
    assert site.built is not None, site.report.text("zh")
    return site


def offered(site: SiteTest, address: str) -> dict[str, str]:
    """What a page says that can be applied for next: titles, and what stands below each."""
    panel = site.page(address).select_one(".next-steps")
    if panel is None:
        return {}
    found: dict[str, str] = {}
    for title in panel.select(".next-steps__title"):
        found[words(title.a)] = words(title.find_next_sibling())
    return found


def test_who_holds_nothing_begins_at_the_lowest_rung(site: SiteTest) -> None:
    assert offered(site, "organizations/tools/") == {"市长质量奖": "市长质量奖奖励 一次性50万元"}


def test_who_holds_a_rung_goes_on_to_the_next(site: SiteTest) -> None:
    assert offered(site, "organizations/steel/") == {
        "省长质量奖": "省长质量奖奖励 100万元",
        "中华老字号": "没有查到得到它以后的奖励。",
    }
    panel = words(site.page("organizations/steel/").select_one(".next-steps"))
    assert "现在持有：市长质量奖" in panel
    assert "现在持有：省老字号" in panel, "a title of its brand is its own"


def test_who_has_a_nomination_goes_on_to_the_prize(site: SiteTest) -> None:
    assert list(offered(site, "organizations/paper/")) == ["市长质量奖"]


def test_a_title_that_was_revoked_is_not_held(site: SiteTest) -> None:
    assert list(offered(site, "organizations/juice/")) == ["市长质量奖"]


def test_the_page_of_a_brand_speaks_of_its_owner(site: SiteTest) -> None:
    assert offered(site, "brands/steel-brand/") == offered(site, "organizations/steel/")
    panel = site.page("brands/steel-brand/").select_one(".next-steps")
    assert "所有者： 云州钢铁公司" in words(panel)
    assert not offered(site, "brands/free/")


def test_an_association_is_offered_nothing(site: SiteTest) -> None:
    assert not offered(site, "organizations/qingxi-li-xiehui/")


def test_who_stands_at_the_top_is_offered_nothing(tmp_path: Path) -> None:
    top = LADDERS["content/recognitions/mayor-1.yaml"].replace("scheme: mayor", "scheme: china")
    site = SiteTest(tmp_path, FILES | {"content/recognitions/mayor-1.yaml": top}).build()
    assert list(offered(site, "organizations/steel/")) == ["中华老字号"]


def test_what_is_only_on_record_is_never_held_out(site: SiteTest) -> None:
    assert all("驰名商标" not in offered(site, f"organizations/{o}/") for o in ("steel", "tools"))


def test_every_measure_leads_to_its_title_among_the_measures(site: SiteTest) -> None:
    links = site.page("organizations/steel/").select(".next-steps .offer-lines a")
    assert [a["href"] for a in links] == ["../../rewards/#governor"]
    assert site.page("rewards/").find(id="governor")


def test_an_enterprise_finds_its_next_step_within_three_clicks(site: SiteTest) -> None:
    """我们企业下一步能申报什么、奖多少？ Links of the pages alone are followed, no script runs."""
    reached, seen = {""}, {""}
    for _ in range(3):
        reached = {to for address in reached for to in links(site, address)} - seen
        seen |= reached
    assert "organizations/tools/" in seen
    assert "一次性50万元" in offered(site, "organizations/tools/")["市长质量奖"]


def links(site: SiteTest, address: str) -> set[str]:
    """The pages to which a page leads."""
    found = set()
    for link in site.page(address).select("a[href]"):
        to = urljoin(f"http://site/{address}", str(link["href"])).partition("#")[0]
        path = to.removeprefix("http://site/")
        if to.startswith("http://site/") and (site.target / path / "index.html").is_file():
            found.add(path)
    return found


def test_one_edit_of_a_policy_remakes_the_pages_that_show_it(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    site.change("content/policies/rewards.yaml", "amount: 50", "amount: 60").build()
    assert "organizations/tools/index.html" in site.remade
    assert "organizations/qingxi-li-xiehui/index.html" not in site.remade
    assert "60万元" in offered(site, "organizations/tools/")["市长质量奖"]
    site.equals_clean_build()
