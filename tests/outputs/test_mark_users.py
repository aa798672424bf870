"""Who may use the mark of a GI: told of today only where somebody checked it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.site_test import SiteTest

GI = "content/gi/pear.yaml"
TODAY, ONCE = "谁可以用专用标志", "专用标志的使用"


def panel(tmp_path: Path, *users: str) -> list[str]:
    listed = "".join(f"  - {{{user}}}\n" for user in users)
    files = {GI: f"name: 青溪梨\nregion: qingxi\nmark_users:\n{listed}"}
    page = SiteTest(tmp_path, files).build().page("gi/pear/index.html")
    box = page.select_one("aside .panel")
    assert box is not None
    return [line.get_text() for line in box.select("h2, p:not(:has(a))")]


@pytest.mark.parametrize(
    ("users", "told"),
    [
        (("organization: 甲社, checked: 2025-12-16",), [TODAY, "甲社", "核对至2025-12-16"]),
        (
            ("organization: 甲社, from: 2010-09", "organization: 乙社, from: 2010"),
            [ONCE, "2010年获准2家，现状待核"],
        ),
        (
            ("organization: 甲社, from: 2010", "organization: 乙社, from: 2012"),
            [ONCE, "2010—2012年获准2家，现状待核"],
        ),
        (
            ("organization: 甲社, notice: 2010年第7号", "organization: 乙社, from: 2012"),
            [ONCE, "获准2家，现状待核"],
        ),
        (
            (
                "organization: 甲社, checked: 2025-12-16",
                "organization: 乙社, checked: 2024-06-01",
                "organization: 丙社, from: 2010",
                "organization: 丁社, until: 2020, checked: 2019-01-01",
            ),
            [
                TODAY,
                "甲社、乙社",
                "核对至2024-06-01",
                "2010年获准1家，现状待核",
                "1家登记的期限已过",
            ],
        ),
        (
            tuple(f"organization: {who}社, checked: 2025-12-16" for who in "甲乙丙丁"),
            [TODAY, "甲社、乙社、丙社等4家", "核对至2025-12-16"],
        ),
        (("organization: 甲社, until: 2020",), [ONCE, "1家登记的期限已过"]),
    ],
)
def test_only_checked_users_are_told_of_today(
    tmp_path: Path, users: tuple[str, ...], told: list[str]
) -> None:
    assert panel(tmp_path, *users) == told


def test_the_table_says_which_rows_nobody_checked(tmp_path: Path) -> None:
    users = "  - {organization: 甲社, from: 2010}\n  - {organization: 乙社, checked: 2025-12-16}\n"
    files = {GI: f"name: 青溪梨\nregion: qingxi\nmark_users:\n{users}"}
    page = SiteTest(tmp_path, files).build().page("gi/pear/index.html")
    rows = [row.get_text() for row in page.select("table tbody tr")]
    assert ["现状待核" in row for row in rows] == [True, False]
