"""Lists of a body, and numbered lines that are none."""

from __future__ import annotations

import pytest

from tests.support.bodies import compact, html, soup

BRACKETED = '<ol class="bracketed">'


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_lists_nest_by_two_three_or_four_spaces(indent: str) -> None:
    expected = "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li><li>丁</li></ul>"
    assert compact(f"- 甲\n{indent}- 乙\n{indent * 2}- 丙\n- 丁") == expected
    numbered = compact(f"1. 甲\n{indent}- 乙\n2. 丙")
    assert numbered == "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("说明：\n- 甲\n- 乙", "<p>说明：</p><ul><li>甲</li><li>乙</li></ul>"),
        ("说明：\n1. 甲\n2. 乙", "<p>说明：</p><ol><li>甲</li><li>乙</li></ol>"),
        ("- 甲\n1. 乙\n2. 丙", "<ul><li>甲</li></ul><ol><li>乙</li><li>丙</li></ol>"),
        ("说明：\n1) 甲\n2) 乙", f"<p>说明：</p>{BRACKETED}<li>甲</li><li>乙</li></ol>"),
        (
            "1. 甲\n1) 子\n2) 丑\n2. 乙",
            f'<ol><li>甲</li></ol>{BRACKETED}<li>子</li><li>丑</li></ol><ol start="2"><li>乙</li></ol>',
        ),
        (
            "1. 甲\n\n1) 子\n\n2. 乙",
            f'<ol><li>甲</li></ol>{BRACKETED}<li>子</li></ol><ol start="2"><li>乙</li></ol>',
        ),
        (
            "1. 甲\n   1) 子\n   2) 丑\n2. 乙",
            f"<ol><li>甲{BRACKETED}<li>子</li><li>丑</li></ol></li><li>乙</li></ol>",
        ),
        (
            "1. 1) 甲\n   2) 乙\n   - 丙",
            f"<ol><li>{BRACKETED}<li>甲</li><li>乙</li></ol><ul><li>丙</li></ul></li></ol>",
        ),
        ("- 1. 甲\n  - 乙", "<ul><li><ol><li>甲</li></ol><ul><li>乙</li></ul></li></ul>"),
        ("2) 甲\n5) 乙", f'{BRACKETED[:-1]} start="2"><li>甲</li><li value="5">乙</li></ol>'),
        ("文\n2) 甲", "<p>文<br>2) 甲</p>"),
        ("3. 甲\n4. 乙", '<ol start="3"><li>甲</li><li>乙</li></ol>'),
        ("1. 甲\n2. 乙\n4. 丙", '<ol><li>甲</li><li>乙</li><li value="4">丙</li></ol>'),
        ("1. 甲\n1. 乙\n1. 丙", "<ol><li>甲</li><li>乙</li><li>丙</li></ol>"),
        ("- 甲\n  续\n\n  段\n- 乙", "<ul><li><p>甲续</p><p>段</p></li><li><p>乙</p></li></ul>"),
        ("• 甲\n·乙\n－ 丙\n-丁", "<ul><li>甲</li><li>乙</li><li>丙</li><li>丁</li></ul>"),
        ("- 甲\n　　乙", "<ul><li>甲</li></ul><p>乙</p>"),
        ("- 甲\n> 乙", "<ul><li>甲</li></ul><blockquote><p>乙</p></blockquote>"),
        ("- 5 度\n－5 度", "<ul><li>5 度－5 度</li></ul>"),
    ],
)
def test_lists_are_those_that_the_author_wrote(source: str, expected: str) -> None:
    assert compact(source) == expected


def test_numbers_go_on_after_a_table_as_they_were_written() -> None:
    page = soup("1. 甲\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n2. 乙")
    assert [numbered.get("start") for numbered in page.select("ol")] == [None, "2"]


@pytest.mark.parametrize(
    "source",
    [
        "1．选果\n2．清洗",
        "1、选果\n2、清洗",
        "1)选果\n2)清洗",
        "1.选果\n2.清洗",
        "（一）选果\n（二）清洗",
        "(1)选果\n(2)清洗",
        "①选果\n②清洗",
        "一、选果\n二、清洗",
        "第一条　选果\n第二条　清洗",
        "——选果\n——清洗",
        "2024. 选果\n2025. 清洗",
        "（一）选果\n选的是果",
    ],
)
def test_numbered_lines_stay_apart_and_keep_their_marks(source: str) -> None:
    first, second = source.split("\n")
    assert html(source) == f"<p>{first}<br>\n{second}</p>\n"


@pytest.mark.parametrize("source", ["产值\n1.5 万元", "面积\n12、13 号", "获\n一、二、三等奖"])
def test_numbers_within_a_sentence_break_no_line(source: str) -> None:
    assert "<br>" not in html(source)
