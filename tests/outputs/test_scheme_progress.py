"""Pages of schemes: steps, public notices, batches, suspensions, lists of cultivation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.basic_site import SCHEME
from tests.support.ladder_site import words
from tests.support.site_test import SiteTest

STEPS = """\
steps:
  - {name: 部门推荐, who: 各区质量主管部门}
  - {name: 第三方认证, takes: 60个工作日, closes: 2025-06-30}
  - {name: 社会公示, objections: 向市质量办书面提出}
  - {name: 政府审定}
"""
BRAND = "name: {name}\nkind: 企业品牌\nregion: {region}\n"
NAMES = {"a": "云钢", "b": "青果", "c": "青纸", "d": "白具", "e": "白茶", "f": "云布"}
PLACES = {
    "a": "yunzhou",
    "b": "qingxi",
    "c": "qingxi",
    "d": "baishan",
    "e": "baishan",
    "f": "qingxi",
}


def announcement(number: int, year: int, rows: str, history: str = "") -> str:
    listed = "".join(f'  - {{row: {row}, subject: "brands:{row}"}}\n' for row in rows)
    return (
        f"scheme: known\nbatch: 第{number}批\ndocument: 云质〔{year}〕{number}号\nnumber_slug: known-{number}\n"
        f"announced: {year}-05-06\nrows:\n{listed}{history}"
    )


REVOKED = """\
history:
  - {row: b, date: 2024-02-03, status: 暂停, document: 云质〔2024〕8号, reason: 抽查不合格}
  - {row: b, date: 2024-06-01, status: 有效}
  - {row: c, date: 2025-01-02, status: 撤销, document: 云质〔2025〕2号}
"""
NOTICE = """\
history:
  - {row: e, date: 2026-01-10, status: 公示中, until: 2026-01-30, document: 云质公示〔2026〕1号}
  - {row: f, date: 2026-01-10, status: 公示中, objections: 打 12345}
"""
FILES = {
    "content/schemes/known.yaml": SCHEME.replace("地理标志产品保护", "知名品牌").replace(
        "regime: 地理标志产品\n", ""
    )
    + STEPS,
    **{
        f"content/brands/{key}.yaml": BRAND.format(name=name, region=PLACES[key])
        for key, name in NAMES.items()
    },
    "content/recognitions/known-1.yaml": announcement(1, 2023, "abc", REVOKED),
    "content/recognitions/known-2.yaml": announcement(2, 2024, "d"),
    "content/recognitions/known-3.yaml": announcement(3, 2026, "ef", NOTICE),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    site = SiteTest(tmp_path_factory.mktemp("progress"), FILES).build()
    assert site.built is not None, site.report.text("zh")
    return site


def section(site: SiteTest, name: str) -> list[str]:
    """The rows of a section, in words."""
    heading = site.page("schemes/known/").find(id=name)
    assert heading is not None, name
    found = heading.find_parent("section")
    for kept_together in found.select("span.unbroken"):
        kept_together.unwrap()
    found.smooth()
    return [words(row) for row in found.select("tbody tr, li, tfoot tr")]


def test_a_scheme_shows_its_steps_and_where_entries_stand(site: SiteTest) -> None:
    assert section(site, "steps") == [
        "部门推荐 谁来做 各区质量主管部门",
        "第三方认证 多长时间 60个工作日 截止 2025-06-30",
        "社会公示 提异议 向市质量办书面提出 现在有2件在这一步",
        "政府审定 已经走完的有3件",
    ]


def test_what_is_under_notice_says_until_when_and_where_to_object(site: SiteTest) -> None:
    assert section(site, "pending") == [
        "白茶 白山 2026-01-30 向市质量办书面提出 2026-01-10 云质公示〔2026〕1号",
        "云布 青溪 没有写明 打12345 2026-01-10",
    ]


def test_batches_stand_beside_places(site: SiteTest) -> None:
    table = site.page("schemes/known/").find(id="batches").find_parent("section")  # type: ignore[union-attr]
    heads = {words(a): a["href"] for a in table.select("thead a")}
    assert heads == {"第1批": "../../v/known-1/", "第2批": "../../v/known-2/"}
    assert section(site, "batches") == [
        "青溪 1 0 1",
        "白山 0 1 1",
        "未细分或未注明 1 0 1",
        "合计 2 1 3",
    ]
    for address in heads.values():
        assert site.page(address.removeprefix("../../"))


def test_one_batch_needs_no_table(tmp_path: Path) -> None:
    gone = {f"content/recognitions/known-{n}.yaml": None for n in (2, 3)}
    page = SiteTest(tmp_path, FILES | gone).build().page("schemes/known/")
    assert page.find(id="batches") is None


def test_what_was_suspended_or_revoked_stands_with_its_document(site: SiteTest) -> None:
    assert section(site, "later") == [
        "青纸 青溪 2025-01-02 撤销 云质〔2025〕2号",
        "青果 青溪 2024-06-01 恢复",
        "青果 青溪 2024-02-03 暂停 云质〔2024〕8号 抽查不合格",
    ]


def test_nothing_is_revoked_without_a_document(tmp_path: Path) -> None:
    bare = FILES["content/recognitions/known-1.yaml"].replace(", document: 云质〔2025〕2号", "")
    site = SiteTest(tmp_path, FILES | {"content/recognitions/known-1.yaml": bare}).build()
    assert "recognition.no-document" in site.codes


def test_a_list_of_cultivation_says_that_it_is_no_award(site: SiteTest, tmp_path: Path) -> None:
    said = "这是培育名单：列入的是正在培育的对象，不是得奖"
    assert said not in words(site.page("schemes/known/").main)
    listed = FILES["content/schemes/known.yaml"].replace("kind: 保护", "kind: 培育")
    other = SiteTest(tmp_path, FILES | {"content/schemes/known.yaml": listed}).build()
    assert said in words(other.page("schemes/known/").select_one(".page__head"))


def test_a_notice_that_changes_remakes_the_page(tmp_path: Path) -> None:
    site = SiteTest(tmp_path, FILES).build()
    site.change("content/recognitions/known-3.yaml", "打 12345", "写信").build()
    assert "schemes/known/index.html" in site.remade
    assert "写信" in words(site.page("schemes/known/").main)
    site.equals_clean_build()
