"""The text of a body without the marks within its sentences."""

from __future__ import annotations

import pytest

from sitegen.rendering.plain_text import plain_text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("织的是[柳疃茧绸](products:liutuan-jianchou)。", "织的是柳疃茧绸。"),
        ('见[**梨**膏](products:li-gao "梨膏")和*甜*`梨`', "见梨膏和甜梨"),
        ("![一盘梨](pear.jpg)熟了", "一盘梨熟了"),
        ("- 甲\n- 乙\n\n| 甲 | 乙 |", "- 甲\n- 乙\n\n| 甲 | 乙 |"),
        ("[没写完的链接](", "[没写完的链接]("),
        ("", ""),
    ],
)
def test_marks_within_sentences_go_and_all_else_stays(body: str, words: str) -> None:
    assert plain_text(body) == words
