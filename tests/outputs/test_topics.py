"""Subjects made of figures from all releases: patents, protection, surveys; and what brands are worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

PRESS = """\
name: {year}年的发布会
kind: 新闻发布会
released: {year}-12-16
method: 没有说明
figures:
  - {{row: patents, name: 有效发明专利, indicator: patents, topic: 专利, value: {year}, unit: 件, scope: 累计}}
  - {{row: cases, name: 违法案件, indicator: cases, topic: 保护和维权, value: 153, unit: 件, scope: 当期}}
  - {{row: satisfied, name: 满意度, indicator: satisfied-{year}, topic: 满意度调查, value: 85, unit: "%", scope: 比率}}
  - {{row: other, name: 别的, value: 1, scope: 累计}}
"""
SURVEY = """\
name: 消费者调查
kind: 调查
released: 2025-03-15
method: 入户问卷
sample: 1,600户
figures:
  - {row: a, name: 听说过雪梨, value: 96, unit: "%", scope: 比率}
"""
BRAND = """\
---
name: 雪梨牌
kind: 产品品牌
brand_values:
  - {year: 2024, amount: 12.5, publisher: 甲评价, method: 收益法}
  - {year: 2023, amount: 10, publisher: 甲评价}
  - {year: 2024, amount: 99, publisher: 乙评价}
---
"""
FILES = {
    "content/figures/press-2024.yaml": PRESS.format(year=2024),
    "content/figures/press-2025.yaml": PRESS.format(year=2025),
    "content/figures/survey.yaml": SURVEY,
    "content/clusters/pool.yaml": "name: 磁悬浮专利池\nkind: 专利池\n",
    "content/events/day.yaml": "name: 3·15 宣传\nkind: 宣传周和宣传日\nstarts: 2025-03-15\n",
    "content/brands/xueli.md": BRAND,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    return SiteTest(tmp_path_factory.mktemp("topics"), FILES).build()


def together(tag: object) -> str:
    return "".join(tag.get_text().split())  # type: ignore[attr-defined]


def headings(site: SiteTest, address: str) -> list[str]:
    return [together(h) for h in site.page(address).select("main h2")]


def test_a_subject_shows_the_newest_figure_and_what_it_was(site: SiteTest) -> None:
    assert headings(site, "patents/") == ["2025年的发布会", "专利池"]
    (figure,) = site.page("patents/").select(".published__figure")
    said = together(figure)
    assert (
        "2025件累计截至2025-12-16" in said and "以前公布：2024件（截至2024-12-16），多了1件" in said
    )
    assert figure.select_one("h3 a")["href"] == "../figures/press-2025/#figures-patents"  # type: ignore[index]
    assert "磁悬浮专利池" in together(site.page("patents/"))


def test_protection_stands_year_by_year(site: SiteTest) -> None:
    assert headings(site, "protection/") == ["2025年", "2024年", "宣传周和宣传日"]


def test_method_and_sample_stand_beside_each_result(site: SiteTest) -> None:
    sections = {
        together(section.select_one("h2")): [together(note) for note in section.select("p.note")]
        for section in site.page("survey/").select("section.section")
    }
    assert sections["消费者调查"][:2] == ["方法：入户问卷", "样本：1,600户"]
    assert sections["2025年的发布会"][:2] == ["怎样调查的，没有公布。", "问了多少人，没有公布。"]


def test_what_brands_are_worth_stands_by_publisher_with_year_and_method(site: SiteTest) -> None:
    page = site.page("brand-values/")
    assert headings(site, "brand-values/") == ["乙评价", "甲评价"]
    rows = [together(row) for row in page.select("tbody tr")]
    assert rows == [
        "雪梨牌",
        "202499亿元没有公布",
        "雪梨牌",
        "202412.5亿元多了2.5亿元收益法",
        "202310亿元没有公布",
    ]
    assert len(page.select("svg.valued__trend")) == 1, "one year is no trend"


def test_the_footer_leads_to_them(site: SiteTest) -> None:
    foot = {together(link) for link in site.page("").select("footer a")}
    assert {"专利", "保护和维权", "满意度调查", "品牌价值"} <= foot


def test_without_data_there_is_no_such_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    absent = ("patents", "protection", "survey", "brand-values")
    assert not [name for name in absent if (site.target / name).exists()]


def test_a_pool_alone_is_a_page_of_patents(tmp_path: Path) -> None:
    files = {"content/clusters/pool.yaml": FILES["content/clusters/pool.yaml"]}
    site = SiteTest(tmp_path, files).build()
    assert headings(site, "patents/") == ["专利池"]


PLAN = """\
name: 质量行动计划
kind: 规划和计划
issuers: 云州市人民政府
status: 期限已过
targets:
  - {row: a, name: 顾客满意度, indicator: satisfied, topic: 满意度调查, op: 以上, value: 85, unit: "%", scope: 比率, due: 2025, offices: 市监局, note: 稳定}
  - {row: b, name: 评估品牌价值的企业, topic: 品牌价值, value: 100, unit: 家}
  - {row: c, name: 别的, value: 1, unit: 个}
"""


def test_targets_on_a_subject_stand_on_its_page(tmp_path: Path) -> None:
    """Also where nothing was published: that is said."""
    site = SiteTest(tmp_path, {"content/policies/plan.yaml": PLAN}).build().passes()
    (row,) = site.page("survey/").select("tbody tr")
    assert together(row) == "顾客满意度市监局·稳定85%以上比率2025没有公布的数字可以对照"
    values = site.page("brand-values/")
    assert "本站还没有收录到公布的品牌价值。" in together(values)
    assert [together(row.th) for row in values.select("tbody tr")] == ["评估品牌价值的企业"]
    assert {"满意度调查", "品牌价值"} <= {
        together(link) for link in site.page("").select("footer a")
    }


def test_a_preview_holds_a_new_figure_against_the_target_of_a_subject(tmp_path: Path) -> None:
    figures = (
        "name: 发布会\nkind: 新闻发布会\nreleased: 2025-12-16\nfigures:\n"
        '  - {row: a, name: 满意度, indicator: satisfied, topic: 满意度调查, value: 85, unit: "%", scope: 比率}\n'
    )
    files = {"content/policies/plan.yaml": PLAN, "content/figures/plan.yaml": figures}
    site = SiteTest(tmp_path, files).preview().build()
    page = site.page("survey/")
    assert "达到" in together(page.select_one(".goals__verdict"))
    places = [str(tag["id"]) for tag in page.select("[id]")]
    assert sorted(places) == sorted(set(places)), "also where both files have one name"
    site.change("content/figures/plan.yaml", "value: 85", "value: 84")
    site.build_saved("content/figures/plan.yaml")
    assert "没有达到" in together(site.page("survey/").select_one(".goals__verdict"))
