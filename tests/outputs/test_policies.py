"""Measures by title, and targets held against published figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SCHEME
from tests.support.site_test import SiteTest

AWARD = SCHEME.replace("regime: 地理标志产品\n", "").replace("地理标志产品保护", "市长质量奖")
POLICY = """\
name: 质量奖励办法
kind: 办法和细则
number: 云政发〔2021〕3号
issuers: 云州市人民政府
status: 现行
incentives:
  - {row: a, name: 市长质量奖奖励, who: 首次获得的单位, schemes: award, amount: 50, how_often: 一次性, budget: 市级}
  - {row: b, name: 旧的奖励, who: 获奖单位, schemes: award, amount: 9, until: 2025-12-31}
  - {row: c, name: 银企对接, kind: 融资, who: 质量品牌企业}
"""
PLAN = """\
name: 品牌行动方案
kind: 规划和计划
number: 云政办〔2020〕8号
issuers: 云州市人民政府办公室
status: 期限已过
region: yunzhou
offices: 市市场监管局、市农业农村局
targets:
  - {row: met, name: 好品品牌, indicator: good-brands, op: 以上, value: 50, unit: 个, scope: 累计, due: 2025}
  - {row: missed, name: 新增单项冠军, indicator: champions, op: 以上, value: 10, unit: 家, scope: 新增, due: 2024}
  - {row: about, name: 高新企业, indicator: high-tech, op: 左右, value: 500, unit: 家, due: 2025}
  - {row: running, name: 专利, indicator: patents, value: 9, unit: 件, due: 2030}
  - {row: late, name: 地理标志, indicator: indications, op: 以上, value: 30, unit: 件, due: 2020}
  - {row: fell, name: 合格率, indicator: passed, op: 以上, value: 95, unit: "%", due: 2025}
  - {row: bound, name: 投诉, indicator: complaints, op: 以内, value: 100, unit: 件, due: 2030}
  - {row: unknown, name: 满意度, indicator: satisfied, value: 85, unit: "%", scope: 比率, due: 2025}
"""
FIGURES = """\
name: 质量品牌新闻发布会
kind: 新闻发布会
released: 2025-12-16
region: yunzhou
figures:
  - {row: f1, name: 好品品牌, indicator: good-brands, value: 56, unit: 个, scope: 累计}
  - {row: f2, name: 单项冠军, indicator: champions, value: 7, unit: 家, scope: 新增, as_of: 2024}
  - {row: f3, name: 高新企业, indicator: high-tech, value: 460, unit: 家}
  - {row: f4, name: 新增好品, indicator: good-brands, value: 11, unit: 个, scope: 新增}
  - {row: f5, name: 专利, indicator: patents, value: 5, unit: 件}
  - {row: f7, name: 地理标志, indicator: indications, value: 39, unit: 件}
  - {row: f8, name: 合格率, indicator: passed, value: 96, unit: "%", as_of: 2023}
  - {row: f9, name: 合格率, indicator: passed, value: 92, unit: "%", as_of: 2025}
  - {row: f10, name: 投诉, indicator: complaints, value: 80, unit: 件}
  - {row: f6, name: 满意度, indicator: satisfied, value: 90, unit: "%", scope: 比率, region: qingxi}
"""
FILES = {
    "content/schemes/award.yaml": AWARD,
    "content/policies/rewards.yaml": POLICY,
    "content/policies/plan.yaml": PLAN,
    "content/figures/press-2025.yaml": FIGURES,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("policies"), FILES).build()


def words(tag: object) -> str:
    return " ".join(tag.get_text(" ").split())  # type: ignore[attr-defined]


def test_measures_stand_under_the_title_they_ask_for(site: SiteTest) -> None:
    page = site.page("rewards/")
    assert [words(h) for h in page.select("main h2")] == ["市长质量奖", "其他措施"]
    award, loan = page.select(".offer")
    assert words(award.select_one(".offer__amount")) == "一次性50万元"
    assert "首次获得的单位" in words(award) and "云政发〔2021〕3号" in words(award)
    assert award.select_one("h3 a")["href"] == "../policies/rewards/#incentives-a"
    assert words(loan.select_one(".offer__amount")) == "融资", "no amount is made up"


def test_a_measure_that_has_ended_is_on_the_page_of_its_policy_only(site: SiteTest) -> None:
    assert "旧的奖励" not in words(site.page("rewards/"))
    assert "旧的奖励" in words(site.page("policies/rewards/"))


def test_a_policy_of_which_it_is_not_known_whether_it_is_in_force_says_so(tmp_path: Path) -> None:
    unknown = POLICY.replace("status: 现行", "status: 是否有效未查明")
    site = SiteTest(tmp_path, FILES | {"content/policies/rewards.yaml": unknown}).build()
    assert all("是否有效未查明" in words(one) for one in site.page("rewards/").select(".offer"))


def test_a_policy_whose_term_has_passed_is_not_called_in_force(tmp_path: Path) -> None:
    ended = POLICY.replace("status: 现行", "status: 现行\nexpires: 2026-01-14")
    site = SiteTest(tmp_path, FILES | {"content/policies/rewards.yaml": ended}).build()
    assert "期限已过" in words(site.page("policies/rewards/"))
    assert "现行" not in words(site.page("policies/rewards/"))
    assert not (site.target / "rewards").exists()


def test_a_title_that_is_a_record_only_heads_no_measures(tmp_path: Path) -> None:
    record = AWARD.replace("display: 标牌", "display: 仅记录")
    site = SiteTest(tmp_path, FILES | {"content/schemes/award.yaml": record}).build()
    page = site.page("rewards/")
    assert [words(h) for h in page.select("main h2")] == ["其他措施"]
    assert "市长质量奖奖励" in words(page)


def test_a_policy_that_is_not_in_force_grants_nothing(tmp_path: Path) -> None:
    repealed = POLICY.replace("status: 现行", "status: 已废止")
    site = SiteTest(tmp_path, FILES | {"content/policies/rewards.yaml": repealed}).build()
    assert not (site.target / "rewards").exists()


@pytest.mark.parametrize(
    ("name", "word", "figures"),
    [
        ("好品品牌", "达到", ["56个"]),
        ("新增单项冠军", "没有达到", ["7家"]),
        ("高新企业", "达到", ["460家"]),
        ("专利", "还没到期限", ["5件"]),
        ("地理标志", "没有公布的数字可以对照", ["39件"]),
        ("合格率", "没有达到", ["96%", "92%"]),
        ("投诉", "还没到期限", ["80件"]),
        ("满意度", "没有公布的数字可以对照", []),
    ],
)
def test_a_target_is_held_against_figures_of_its_place_and_scope(
    site: SiteTest, name: str, word: str, figures: list[str]
) -> None:
    rows = {words(row.select_one("th a")): row for row in site.page("targets/").select("tbody tr")}
    row = rows[name]
    assert words(row.select_one(".goals__verdict")) == word
    assert [words(link) for link in row.select(".goals__actuals a")] == figures


def test_a_policy_says_how_many_of_its_targets_were_met(site: SiteTest) -> None:
    said = words(site.page("targets/").select_one("section .note"))
    assert said == (
        "云政办〔2020〕8号 · 共8个目标：达到2个，没有达到2个，还没到期限2个，没有公布的数字可以对照2个"
    )
    leads = {words(note) for note in site.page("targets/").select("tbody th .note")}
    assert leads == {"市市场监管局"}, "the first office leads"


def test_every_link_of_a_target_leads_to_its_row(site: SiteTest) -> None:
    for address in ("targets/", "rewards/"):
        for link in site.page(address).select("main section a[href*='#']"):
            path, _, fragment = link["href"].removeprefix("../").partition("#")
            assert site.page(path).find(id=fragment), link


def test_without_policies_there_is_no_page_of_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    absent = ("policies", "rewards", "targets", "events", "services", "people", "clusters")
    assert not [name for name in absent if (site.target / name).exists()]


def test_what_surrounds_the_catalogue_is_not_counted_in_it(site: SiteTest) -> None:
    assert "品牌行动方案" not in words(site.page("regions/yunzhou/"))
    assert "品牌行动方案" in words(site.page("policies/"))


YIXING = """\
name: 促进年实施意见
kind: 意见
issuers: 宜兴市人民政府
number: 宜政发〔2008〕58号
signed:
  - {value: 2012-08-22, source: 页头的“成文日期”}
  - {value: 2008-03-11, source: 正文末尾的落款}
issued: 2008-03-12
status: 是否有效未查明
supersedes: [old]
"""
OLD = "name: 旧的意见\nkind: 意见\nissuers: 宜兴市人民政府\nsigned: 2001-05-01\nstatus: 已废止\n"


def test_dates_that_differ_are_both_shown_with_where_they_stand(tmp_path: Path) -> None:
    files = {"content/policies/yixing.yaml": YIXING, "content/policies/old.yaml": OLD}
    site = SiteTest(tmp_path, files).build().passes()
    line, old = site.page("policies/").select(".affair")
    said = words(line.select_one("dl"))
    assert said == (
        "成文 说法不一 2012-08-22 页头的“成文日期” 2008-03-11 正文末尾的落款 印发 2008-03-12"
    )
    (fact,) = [
        row
        for row in site.page("policies/yixing/").select(".facts__row")
        if words(row.dt) == "成文日期 说法不一"
    ]
    assert len(fact.select("dd")) == 2
    assert "它代替： 旧的意见" in words(line)
    assert "已有新文件代替它： 促进年实施意见" in words(old)
    assert "促进年实施意见" in words(site.page("policies/old/"))


def test_all_policies_stand_by_standing_with_what_is_in_them(site: SiteTest) -> None:
    page = site.page("policies/")
    assert [words(h) for h in page.select("main h2")] == ["现行", "期限已过"]
    contents = {words(a): a["href"] for a in page.select('.affair p a[href*="#"]')}
    assert contents == {
        "扶持措施3项": "../policies/rewards/#incentives",
        "目标8个": "../policies/plan/#targets",
    }
    assert [a["href"] for a in page.select(".chips a")] == ["../rewards/", "../targets/"]


def test_a_policy_says_what_became_of_each_of_its_targets(site: SiteTest) -> None:
    rows = {
        words(row.th): row.select("td")[-1]
        for row in site.page("policies/plan/").select("tbody tr")
    }
    assert words(rows["好品品牌"]) == "达到" and words(rows["新增单项冠军"]) == "没有达到"
    assert rows["好品品牌"].a["href"] == "../../targets/#targets--plan"
    assert site.page("targets/").find(id="targets--plan")


def test_a_policy_follows_figures_that_are_published_later(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build().passes()
    site.change("content/figures/press-2025.yaml", "value: 7, unit: 家", "value: 12, unit: 家")
    site.build().passes()
    assert "policies/plan/index.html" in site.remade
    assert "policies/rewards/index.html" not in site.remade
    site.equals_clean_build()


def test_the_amount_of_a_measure_has_its_unit(site: SiteTest) -> None:
    (row,) = [r for r in site.page("policies/rewards/").select("tr[id]") if "50" in words(r)]
    assert "一次性50万元" in row.get_text()


def test_a_scheme_leads_to_what_its_holders_can_apply_for(site: SiteTest) -> None:
    section = site.page("schemes/award/").find(id="policies").find_parent("section")
    assert [(words(a), a["href"]) for a in section.select("a")] == [
        ("有这个称号能申请什么、奖多少", "../../rewards/#award"),
        ("质量奖励办法", "../../policies/rewards/"),
    ]
    assert not site.page("schemes/gi-protection/").find(id="policies")
