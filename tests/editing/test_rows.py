"""Rows are added, moved and removed by buttons, also where no script runs; nothing is written by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.editing import EditedSite, saved_at

PEAR = "content/gi/qingxi-xueli.md"
FORM = "entry/gi/qingxi-xueli"
WRITTEN = """\
---
name: 青溪雪梨
sources:
  - title: 甲   # 一
    number: 2006年第1号
  - title: 乙   # 二
  - title: 丙   # 三
---
"""


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    return EditedSite(tmp_path, {PEAR: WRITTEN})


def titles(pairs: list[tuple[str, str]]) -> list[str]:
    return [
        value for name, value in pairs if name.startswith("sources/") and name.endswith("/title")
    ]


def test_a_row_is_added_filled_in_and_saved(site: EditedSite) -> None:
    page = site.edit(FORM, {"summary": "甜。"}, "add:sources")
    assert page.status == 200 and titles(page.pairs()) == ["甲", "乙", "丙", ""]
    assert ("summary", "甜。") in page.pairs() and site.read(PEAR) == WRITTEN.encode()
    again = site.post(FORM, page.pairs({"sources/3/title": "丁"}))
    assert saved_at(again) == FORM
    assert site.read(PEAR).decode().endswith("  - title: 丙   # 三\n  - title: 丁\n---\n")


@pytest.mark.parametrize(
    ("do", "order"),
    {
        "up:sources/2": ["甲", "丙", "乙"],
        "down:sources/0": ["乙", "甲", "丙"],
        "remove:sources/1": ["甲", "丙"],
        "up:sources/0": ["甲", "乙", "丙"],
        "down:sources/2": ["甲", "乙", "丙"],
        "remove:sources/7": ["甲", "乙", "丙"],
        "up:../x": ["甲", "乙", "丙"],
        "add:name": ["甲", "乙", "丙"],
    }.items(),
)
def test_rows_are_moved_with_all_that_is_in_them(
    site: EditedSite, do: str, order: list[str]
) -> None:
    page = site.edit(FORM, {}, do)
    assert titles(page.pairs()) == order
    site.post(FORM, page.pairs())
    text = site.read(PEAR).decode()
    written = [line.partition("title: ")[2][0] for line in text.splitlines() if "title: " in line]
    assert written == order
    after = text.partition("title: 甲   # 一\n")[2]
    assert after.startswith("    number: 2006年第1号\n")


def test_a_group_in_a_list_in_a_group(site: EditedSite) -> None:
    page = site.edit(FORM, {}, "add:quality/measures")
    page = site.post(FORM, page.pairs(), "add:quality/measures")
    sent = {
        "quality/measures/0/name": "糖度",
        "quality/measures/0/op": "不低于",
        "quality/measures/0/value": "12",
    }
    assert saved_at(site.post(FORM, page.pairs(sent))) == FORM, page.told
    assert "糖度" in site.read(PEAR).decode()


def test_what_is_wrong_in_a_row_is_said_in_that_row(site: EditedSite) -> None:
    page = site.edit(FORM, {"sources/1/title": "", "sources/1/number": "5号", "sources/2/url": "x"})
    assert page.status == 422
    assert page.said("sources/1/title") and page.said("sources/2/url")
    assert not page.said("sources/0/title") and not page.said("sources/2/title")
