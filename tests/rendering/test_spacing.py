"""Spaces typed between Chinese and figures or Latin letters are not shown; all other spaces are."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from sitegen.rendering.spacing import closed_up, closed_up_html
from sitegen.rendering.unbroken import unbroken, unbroken_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("从 2008 年起", "从2008年起"),
        ("按 Tab 键，再按  Enter", "按Tab键，再按Enter"),
        ("第 1 2 号", "第1 2号"),
        ("装 Apple Pie 两盒", "装Apple Pie两盒"),
        ("每亩 3,500 斤", "每亩3,500斤"),
        ("水分 ≥ 92.0% 以上", "水分 ≥ 92.0% 以上"),
        ("甲 乙", "甲 乙"),
        ("（甲） 3", "（甲） 3"),
        ("看 https://www.gov.example/ 网站", "看 https://www.gov.example/ 网站"),
        ("写信到 a@b.example 说明", "写信到 a@b.example 说明"),
        ("存在 docs/a.md 里", "存在 docs/a.md 里"),
        ("12 + 1 件", "12 + 1件"),
        (" 3 号", " 3号"),
        ("3 ", "3 "),
    ],
)
def test_a_typed_space_between_chinese_and_latin_is_left_out(typed: str, shown: str) -> None:
    assert closed_up(typed) == shown
    assert closed_up_html(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('打 <a href="/x y/3 号/">12315</a> 反映', '打<a href="/x y/3 号/">12315</a>反映'),
        ("<b>共 <em>3</em></b> 件", "<b>共<em>3</em></b>件"),
        ("<p>甲 </p> <p>3</p>", "<p>甲 </p> <p>3</p>"),
        ("写 <code>名 a 3 号</code> 一行", "写 <code>名 a 3 号</code> 一行"),
        ("<pre><code>第 3 号\n</code> 第 4 号</pre>第 5 号", None),
        ('<img alt="第 3 号"> 年 3', '<img alt="第 3 号"> 年3'),
        ("甲<br> 3", "甲<br> 3"),
        ("</code>第 3 号", "</code>第3号"),
        ("甲 \0 3 号", "甲 \0 3 号"),
    ],
)
def test_of_html_only_texts_are_closed_up_and_no_code(typed: str, shown: str | None) -> None:
    assert closed_up_html(typed) == (shown or typed.replace("第 5 号", "第5号"))


def test_pages_show_figures_close_to_their_words() -> None:
    assert unbroken("亩产 3,500 斤") == '亩产<span class="unbroken">3,500斤</span>'
    assert unbroken("按 Tab 键") == "按Tab键"
    assert unbroken(Markup("<b>第 a</b>")) == "<b>第 a</b>"
    assert unbroken_html(Markup("<p>按 <b>Tab</b> 键</p>")) == "<p>按<b>Tab</b>键</p>"
