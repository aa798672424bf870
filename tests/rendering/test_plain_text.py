"""The text of a body without the marks within its sentences."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from sitegen.rendering.markdown import render
from sitegen.rendering.plain_text import plain_text
from tests.support.basic_site import REPOSITORY


def text(body: str) -> str:
    return plain_text(body, lambda: render(body, frozenset(["products", "gi"])).html)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("织的是[柳疃茧绸](products:liutuan-jianchou)。", "织的是柳疃茧绸。"),
        ('见[**梨**膏](products:li-gao "梨膏")和*甜*`梨`', "见梨膏和甜梨"),
        ("![一盘梨](pear.jpg)熟了", "一盘梨熟了"),
        ("- 甲\n- 乙\n\n| 甲 | 乙 |", "- 甲\n- 乙\n\n| 甲 | 乙 |"),
        ("", ""),
    ],
)
def test_marks_within_sentences_go_and_those_of_lists_and_tables_stay(
    body: str, words: str
) -> None:
    assert plain_text(body, lambda: pytest.fail("the marks are of the simple kinds")) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("云溪~~梨~~雪梨", "云溪梨雪梨"),
        ("- [x] 已检\n- [ ] 待检", "☑ 已检\n☐ 待检"),
        ("雪<b>梨</b><br>膏 &amp; 茶", "雪梨膏 & 茶"),
        ("雪梨[^1]膏\n\n[^1]: 注文", "雪梨膏\n注文"),
        ("＊＊雪梨＊＊膏", "雪梨膏"),
        (r"雪\*梨", "雪*梨"),
        ('<img src="a.jpg" alt="一盘 &gt; 梨" title="> 2018">熟了', "一盘 > 梨熟了"),
        ("[没写完的链接](", "[没写完的链接]("),
        ("[雪梨][1]膏\n\n[1]: https://li.example/2018", "雪梨膏"),
        ("[雪梨](https://li.example/a(2018))膏", "雪梨膏"),
    ],
)
def test_other_marks_are_read_as_pages_read_them(body: str, words: str) -> None:
    assert re.sub(r"\s*\n\s*", "\n", text(body).strip()) == words


def test_the_text_of_every_body_of_the_demo_site_is_what_its_page_shows() -> None:
    bodies = [
        file.read_text("utf-8").split("\n---\n", 1)[-1]
        for file in sorted((REPOSITORY / "content").rglob("*.md"))
    ]
    assert len(bodies) > 100

    def words(shown: str) -> str:
        return "".join(re.findall(r"[\u4e00-\u9fff0-9A-Za-z]+", shown))

    for body in bodies:
        soup = BeautifulSoup(render(body, frozenset()).html, "html.parser")
        for picture in soup.select("img"):
            picture.replace_with(str(picture.get("alt", "")))
        for mark in soup.select("sup[id], .footnote-backref"):
            mark.decompose()
        numbered = re.sub(r"(?m)^\s*\d+\. ", "", text(body))
        assert words(numbered) == words(soup.get_text())
