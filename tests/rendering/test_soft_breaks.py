"""A line break of the source shows nowhere between Han characters."""

from __future__ import annotations

import pytest

from sitegen.rendering.markdown import render


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("甲\n乙", "甲乙"),
        ("甲 \n乙", "甲乙"),
        ("甲\n**乙**\n丙", "甲<strong>乙</strong>丙"),
        ("**甲**\n**乙**", "<strong>甲</strong><strong>乙</strong>"),
        ("甲\n[乙](gi:a)\n丙", '甲<a href="gi:a">乙</a>丙'),
        ("甲~~乙~~\n*丙*", "甲<del>乙</del><em>丙</em>"),
        ("甲`乙`\n丙", "甲<code>乙</code>丙"),
        ("甲**a**\n乙", "甲<strong>a</strong>\n乙"),
        ("甲\n**a**", "甲\n<strong>a</strong>"),
        ("甲  \n乙", "甲<br>\n乙"),
        ("甲\n![乙](a.jpg)\n丙", '甲\n<img alt="乙" src="media:a.jpg">\n丙'),
    ],
)
def test_lines_are_joined_across_marks(body: str, html: str) -> None:
    assert render(body, frozenset({"gi"})).html == f"<p>{html}</p>\n"


def test_the_number_of_a_footnote_stands_before_no_gap() -> None:
    assert "</a></sup>乙" in render("甲[^1]\n乙\n\n[^1]: 注", frozenset()).html


def test_blocks_and_preformatted_text_keep_their_lines() -> None:
    assert render("- 甲\n- **乙**", frozenset()).html.count("<li>") == 2
    assert "甲\n乙" in render('<pre id="x">甲\n乙</pre>', frozenset()).html
