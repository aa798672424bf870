"""Ladders of schemes: rungs, holders, what has ended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.ladder_site import FILES, scheme, words
from tests.support.site_test import SiteTest


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    site = SiteTest(tmp_path_factory.mktemp("ladders"), FILES).build()
    assert site.built is not None, site.report.text("zh")
    return site


def test_rungs_stand_from_the_highest_to_the_lowest(site: SiteTest) -> None:
    page = site.page("ladders/quality/")
    assert words(page.h1) == "政府质量奖"
    assert [words(name.a) for name in page.select(".ladder__name")] == [
        "中国质量奖",
        "省长质量奖",
        "市长质量奖",
    ]
    assert [words(one) for one in page.select(".ladder__rung > .label")] == [
        "第3级",
        "第2级",
        "第1级",
    ]


def test_an_empty_rung_says_so(site: SiteTest) -> None:
    top = site.page("ladders/quality/").select_one(".ladder__rung")
    assert top is not None and "本站还没有收录持有它的单位或个人。" in words(top)


def test_prizes_and_nominations_persons_and_organizations_stand_apart(site: SiteTest) -> None:
    lowest = site.page("ladders/quality/").select(".ladder__rung")[-1]
    assert [words(one) for one in lowest.select(".held__whole")] == [
        "单位 1 家",
        "个人 1 位",
        "单位 · 提名奖 1 家",
    ]
    assert "青溪果汁公司" not in words(lowest), "its title was revoked"
    assert "另有1件已撤销" in words(lowest)


def test_every_count_is_that_of_the_page_it_leads_to(tmp_path: Path) -> None:
    """Of a title without grades, as a list cannot tell these apart."""
    announced = FILES["content/recognitions/mayor-1.yaml"].replace(", level: 提名奖", "")
    site = SiteTest(tmp_path, FILES | {"content/recognitions/mayor-1.yaml": announced}).build()
    lowest = site.page("ladders/quality/").select(".ladder__rung")[-1]
    links = lowest.select(".held__whole a, .chips a")
    assert links
    for link in links:
        page = site.page(link["href"].removeprefix("../../"))
        count = int("".join(c for c in words(link.select_one(".note")) if c.isdigit()))
        assert len(page.select("main tbody tr, main .card")) == count, link


def test_what_has_ended_or_is_only_on_record_is_history(site: SiteTest) -> None:
    page = site.page("ladders/trademark/")
    assert [words(one) for one in page.select(".ended-schemes li")] == [
        "驰名商标 第3级 只作记录。",
        "知名商标 第2级 该称号制度已停止（2018-11），不影响企业和产品。 有1条记录",
    ]
    assert not page.select(".ladder"), "none of them is an aim"
    assert not [one for one in page.select("h1, h2, h3") if "驰名" in words(one)]
    assert "有的只作记录" in words(page.select_one(".lead"))


def test_a_ladder_all_of_which_has_ended_says_so(tmp_path: Path) -> None:
    only = {"content/schemes/marks.yaml": None}
    site = SiteTest(tmp_path, FILES | only).build()
    assert "这些称号都已经停止" in words(site.page("ladders/trademark/").select_one(".lead"))
    lines = site.page("ladders/").select(".line")
    assert ["只作历史记录" in words(line) for line in lines] == [False, True]


def test_the_page_of_all_ladders_is_made_where_there_are_several(tmp_path: Path) -> None:
    marks = ("known", "marks")
    gone = {f"content/schemes/{name}.yaml": None for name in marks}
    gone["content/recognitions/known-1.yaml"] = None
    site = SiteTest(tmp_path, FILES | gone).build()
    assert not (site.target / "ladders/index.html").exists()
    footer = {words(a): a["href"] for a in site.page("").select("footer a")}
    assert footer["称号阶梯"] == "ladders/quality/"


def test_a_site_without_ladders_has_no_page_of_them(tmp_path: Path) -> None:
    site = SiteTest(tmp_path).build()
    assert not (site.target / "ladders").exists()
    assert "称号阶梯" not in words(site.page("").select_one("footer"))


def test_site_yaml_names_a_ladder(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES)
    settings = "\nladders:\n  quality: {name: 质量奖, note: 一共三级。}\n  qualty: {name: 错字}\n"
    site.write("site.yaml", (site.root / "site.yaml").read_text("utf-8") + settings)
    site.build()
    assert [p for p in site.problems if "ladder" in p] == ["site.yaml:10:3 site.no-such-ladder"]
    assert "quality" in site.report.text("zh")
    page = site.page("ladders/quality/")
    assert words(page.h1) == "质量奖" and words(page.select_one(".lead")) == "一共三级。"


def test_a_ladder_without_a_name_is_called_by_its_ends(tmp_path: Path) -> None:
    files = {
        "content/schemes/low.yaml": scheme("省老字号", "old-names", 1),
        "content/schemes/high.yaml": scheme("中华老字号", "old-names", 2),
    }
    site = SiteTest(tmp_path, files).build()
    assert words(site.page("ladders/old-names/").h1) == "省老字号到中华老字号"


def test_the_page_of_a_scheme_leads_to_its_ladder(site: SiteTest) -> None:
    links = {words(a): a["href"] for a in site.page("schemes/mayor/").select("aside a")}
    assert links["政府质量奖"] == "../../ladders/quality/"
    assert "省长质量奖" in links and "市长质量奖" not in links
