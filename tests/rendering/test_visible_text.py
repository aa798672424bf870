"""What an author wrote is what readers see, but for the marks of the dialect and what a message names."""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup, Tag
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.rendering.markdown import render

NAMES = frozenset(["gi"])
PIECES = (
    ("{w}", "{w}"),
    ("   {w}", "{w}"),
    ("    {w}", "{w}"),
    ("　　{w}", "{w}"),
    ("{w}\\\n乙", "{w}乙"),
    ("{w}  ", "{w}"),
    ("# {w}", "{w}"),
    ("##{w}", "{w}"),
    ("## {w} ##", "{w}"),
    ("## {w}#", "{w}#"),
    ("## {w} {{500克}}", "{w}{{500克}}"),
    ("# <C> {w}&B", "<C>{w}&B"),
    ("#{w}# 话题", "#{w}#话题"),
    ("#1 {w}", "#1{w}"),
    ("\\# {w} \\* \\_", "#{w}*_"),
    ("#", "#"),
    ("{n}. {w}", "{n}.{w}"),
    ("  {n}. {w}", "{n}.{w}"),
    ("2024. {w}", "2024.{w}"),
    ("{n}) {w}", "{n}){w}"),
    ("{n}．{w}", "{n}．{w}"),
    ("{n}、{w}", "{n}、{w}"),
    ("（一）{w}", "（一）{w}"),
    ("①{w}", "①{w}"),
    ("- {w}", "{w}"),
    ("-{w}", "{w}"),
    ("• {w}", "{w}"),
    ("  - {w}", "{w}"),
    ("   * {w}", "{w}"),
    ("- [x] {w}", "☑{w}"),
    ("- #1 {w}", "#1{w}"),
    ("> {w}", "{w}"),
    ("> - {w}", "{w}"),
    ("-5 {w}", "-5{w}"),
    ("+86 {w}", "+86{w}"),
    ("**{w}**{{注}}", "{w}{{注}}"),
    ("~~{w}~~*斜*", "{w}斜"),
    ("[{w}](gi:a){{附件一}}", "{w}{{附件一}}"),
    ("`<{w}> **甲**`{{x}}", "<{w}>**甲**{{x}}"),
    ("```\n<{w}> **甲** {{#x}}\n```", "<{w}>**甲**{{#x}}"),
    ("执行标准<GB/T {w}>，见<NY/T 419>。", "执行标准<GB/T{w}>，见<NY/T419>。"),
    ("当 a<b 且 c>d 时{w}", "当a<b且c>d时{w}"),
    ("甲 && 乙 &lt;{w}&gt; x_y_z 3*4", "甲&&乙<{w}>x_y_z3*4"),
    ("[{w}]: 见公告", "[{w}]:见公告"),
    ("[注]{w}（三）", "[注]{w}（三）"),
    ("<b>{w}</b>", "{w}"),
    ("<div>{w}</div>", "{w}"),
    ("{w}[^n{n}]\n\n[^n{n}]: 注**{w}**", "{w}注{w}"),
    ("| {w} | 乙 |\n|---|---|\n| `a` | #1 |", "{w}乙a#1"),
    ("官网 https://a.cn/b_c_{n} ，{w}", "官网https://a.cn/b_c_{n}，{w}"),
    ("***", ""),
)
PIECE = st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n\n", "\n　\n"]))


def visible(html: str) -> Counter[str]:
    """The characters that a reader sees, spaces aside: with the numbers of lists, without those of footnotes."""
    page = BeautifulSoup(html, "html.parser")
    for mark in page.select("sup, a.footnote-backref"):
        mark.decompose()
    shown = [page.get_text()]
    for numbered in page.select("ol:not(.footnote > ol)"):
        number = int(str(numbered.get("start", "1")))
        for item in numbered.find_all("li", recursive=False):
            assert isinstance(item, Tag)
            number = int(str(item.get("value", number)))
            shown.append(f"{number}{')' if numbered.get('class') == ['bracketed'] else '.'}")
            number += 1
    return Counter("".join("".join(shown).split()))


@settings(max_examples=1500, deadline=None)
@given(st.lists(PIECE, min_size=1, max_size=9))
@example([(("- {w}", "{w}"), "\n"), (("{n}. {w}", "{n}.{w}"), "\n")])
def test_visible_text_is_what_was_written(pieces: list[tuple[tuple[str, str], str]]) -> None:
    body, expected = "", ""
    for number, ((written, shown), end) in enumerate(pieces, start=1):
        facts = {"w": chr(0x7000 + number), "n": number}
        body += written.format(**facts) + end
        expected += shown.format(**facts)
    prose = render(body, NAMES)
    if not prose.findings:
        assert visible(prose.html) == Counter("".join(expected.split())), prose.html
