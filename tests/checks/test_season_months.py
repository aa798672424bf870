"""A summary names no month that the entry does not state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

GI = "content/gi/qingxi-xueli.md"


@pytest.mark.parametrize(
    ("summary", "months", "wrong"),
    [
        ("10月中下旬收。", "harvest: 10", ""),
        ("10月中下旬收。", "harvest: 9", "10"),
        ("从9月下旬收到十一月上旬。", "harvest: 9-10", "11"),
        ("九至十二月捕。", "harvest: 9-11", "12"),
        ("见霜时收，能存到来年3月。", "harvest: 10-11", "3"),
        ("见霜时收，能存到来年3月。", "harvest: 10-11\nstored: 10-3", ""),
        ("深秋到来年三月有货。", "available: 10-2", "3"),
        ("１０月收。", "harvest: 11", "10"),
        ("2006年9月公告保护。", "harvest: 11", ""),
        ("农历三月开花，三月三赶会，9月15日开园，放三个月。", "harvest: 11", ""),
        ("10月收。", "area_text: 两个镇。", ""),
        ("存20月。", "harvest: 11", ""),
    ],
)
def test_a_month_in_the_summary_is_among_those_of_the_strip(
    tmp_path: Path, summary: str, months: str, wrong: str
) -> None:
    site = SiteTest(tmp_path)
    site.change(GI, "summary: 皮薄汁多的梨。", f"summary: {summary}\n{months}").build()
    if wrong:
        site.warns_of(f"{GI}:4:10 season.summary-disagrees")
        assert f"说的 {wrong} 月" in site.report.text("zh")
    else:
        site.passes()
