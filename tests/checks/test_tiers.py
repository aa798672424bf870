"""The tier of a brand: shown with the title it rests on, and held against the level in the ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support import planned_site
from tests.support.basic_site import AS_OF
from tests.support.problem_lines import problem_line, problem_lines
from tests.support.site_test import SiteTest

BRAND = "content/brands/dun.md"
LEDGER = "content/recognitions/brands-1.yaml"
TEXT = "---\nname: 盾牌\nkind: 产品品牌\ntier: 国内领先\n---\n"


def files(row: str, history: str = "") -> dict[str, str | bytes | None]:
    head = "scheme: gi-protection\ndocument: 甲文\nnumber_slug: jia\nannounced: 2025-06-01\n"
    rows = f"rows:\n  - {{row: a, subject: brands:dun{row}}}\n"
    event = f"history:\n  - {{row: a, document: 乙文, {history}}}\n" if history else ""
    return {BRAND: TEXT, LEDGER: head + rows + event}


@pytest.mark.parametrize(
    "level", ["国际一流", "国际一流品牌（第一批）", "world class", "international"]
)
def test_a_tier_that_contradicts_the_title_in_force_is_refused_with_both_named(
    tmp_path: Path, level: str
) -> None:
    _, report = planned_site.plan(tmp_path, files(f", level: {level}"))
    (problem,) = report.problems
    assert problem_line(problem) == f"{BRAND}:4:7 tier.contradicts-ledger"
    facts = {"tier": "国内领先", "level": level, "file": LEDGER, "choices": "国际一流"}
    assert problem.facts == facts


@pytest.mark.parametrize("row", ["", ", level: 正奖", ", level: 国内领先品牌"])
def test_a_level_that_names_the_tier_or_none_agrees_with_it(tmp_path: Path, row: str) -> None:
    assert problem_lines(planned_site.plan(tmp_path, files(row))[1]) == []


def test_a_title_no_longer_in_force_contradicts_nothing(tmp_path: Path) -> None:
    ended = files(", level: 国际一流", "date: 2025-07-01, status: 撤销")
    assert problem_lines(planned_site.plan(tmp_path, ended)[1]) == []


def test_a_tier_without_any_title_is_told(tmp_path: Path) -> None:
    assert problem_lines(planned_site.plan(tmp_path, {BRAND: TEXT})[1]) == [
        f"{BRAND}:4:7 tier.without-title"
    ]
    assert problem_lines(planned_site.plan(tmp_path, files(""), date(2025, 5, 31))[1]) == []


@pytest.mark.parametrize(
    ("changes", "day", "shown"),
    [
        (files(""), AS_OF, "梯次 国内领先"),
        (files("", "date: 2025-07-01, status: 撤销"), AS_OF, "梯次 国内领先 地理标志产品 · 已撤销"),
        (files("", "date: 2025-07-01, status: 附条件"), AS_OF, "梯次 国内领先 地理标志产品 · 附条件"),
        (files("", "date: 2025-05-01, status: 公示中"), date(2025, 5, 2), "梯次 国内领先 地理标志产品 · 公示中"),
        (files(""), date(2025, 5, 31), None),
        ({BRAND: TEXT}, AS_OF, "梯次 国内领先 没有认定记录"),
    ],
    ids=["valid", "revoked", "conditional", "noticed", "not begun", "no title"],
)  # fmt: skip
def test_a_page_shows_the_tier_with_the_status_of_its_title(
    tmp_path: Path, changes: dict[str, str | bytes | None], day: date, shown: str | None
) -> None:
    site = SiteTest(tmp_path, changes).build(as_of=day)
    assert site.built is not None
    page = site.page("brands/dun/")
    rows = [" ".join(row.stripped_strings) for row in page.select(".facts__row")]
    assert [row for row in rows if row.startswith("梯次")] == ([shown] if shown else [])
