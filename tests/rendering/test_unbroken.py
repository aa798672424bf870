"""Lines do not break inside a date, between a figure and its unit, or within （原某局）."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from sitegen.rendering.unbroken import unbroken, unbroken_html


def kept(piece: str) -> str:
    return f'<span class="unbroken">{piece}</span>'


DAY = '<time datetime="2025-09-23">2025-09-23</time>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("国家质检总局公告2006年第126号", f"国家质检总局公告{kept('2006年')}{kept('第126号')}"),
        ("每亩3,000—3,500 斤", f"每亩{kept('3,000—3,500斤')}"),
        ("≥ 92.0%，25 mg/100g", f"≥ {kept('92.0%，')}{kept('25 mg/100g')}"),
        ("核对至 2025-09-23，未见", f"核对至{DAY}，未见"),
        ("2025-09-23 09:00", f"{DAY} 09:00"),
        ("保护（原国家质检总局公告）", f"保护{kept('（原国家质检总局公告）')}"),
        ("金奖有4项。（共3家）", f"金奖有{kept('4项。')}（共{kept('3家）')}"),
        ("A<B，3号", f"A&lt;B，{kept('3号')}"),
        ("“3号”&39月", f"“{kept('3号')}”&amp;{kept('39月')}"),
    ],
)
def test_pieces_that_belong_together_keep_their_line(text: str, shown: str) -> None:
    assert unbroken(text) == shown


@pytest.mark.parametrize(
    "text",
    ["青溪雪梨", "A<B", "AGI2017-03-2119", "2017-2020", "2025-13-01", "1.2.3", "原国家质检总局", "v3.5 my"],
)  # fmt: skip
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert str(unbroken(text)).replace("&lt;", "<") == text


def test_of_html_only_the_text_is_touched() -> None:
    html = Markup('<a href="/3号/2025-09-23" title="5年">第5年</a> <img alt="2025-09-23">')
    shown = f'<a href="/3号/2025-09-23" title="5年">{kept("第5年")}</a> <img alt="2025-09-23">'
    assert unbroken_html(html) == shown


def test_what_was_made_of_html_is_not_taken_for_text() -> None:
    assert unbroken(Markup("<b>甲</b>")) == "<b>甲</b>"
    assert not isinstance(unbroken("<b>甲</b>"), Markup)
