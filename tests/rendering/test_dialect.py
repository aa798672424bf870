"""Bodies are shown the way Chinese editors mean them."""

from __future__ import annotations

import re
import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.rendering.dialect.addresses import linked
from sitegen.rendering.dialect.finishing import BodyWords, worded
from sitegen.rendering.markdown import render
from tests.support.attack.rounds import examples
from tests.support.bodies import NAMES, compact, html, soup

WORDS = BodyWords(done="已完成", to_do="未完成", table="表格 {number}")


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("　　甲\n　　乙", ["甲", "乙"]),
        ("　　甲\n续\n　　乙", ["甲续", "乙"]),
        ("\u00a0\u00a0甲\n\u3000\u00a0乙", ["甲", "乙"]),
        ("&emsp;&emsp;甲\n&nbsp;&nbsp;乙", ["甲", "乙"]),
        ("    甲\n    乙", ["甲", "乙"]),
        ("\t甲\n\t乙", ["甲", "乙"]),
        ("甲\n　\n乙", ["甲", "乙"]),
        ("甲\n   乙", ["甲乙"]),
        ("甲\n2024. 乙", ["甲", "2024. 乙"]),
    ],
)
def test_a_line_that_begins_with_wide_spaces_or_four_spaces_begins_a_paragraph(
    source: str, paragraphs: list[str]
) -> None:
    shown = [line for p in soup(source).select("p") for line in p.get_text().split("\n")]
    assert shown == paragraphs


def test_a_table_may_stand_right_below_text_and_text_right_below_a_table() -> None:
    page = compact("甲：\n| a | b |\n|---|---|\n| 1 | 2 |\n乙")
    assert page.startswith("<p>甲：</p><table>") and page.endswith("</table><p>乙</p>")
    assert "<table>" in html("- 甲\n| a | b |\n|---|---|\n| 1 | 2 |")
    wide = soup("｜甲｜乙｜\n｜：－－｜－－：｜\n｜1｜2｜").select_one("table")
    assert wide is not None and [cell.get_text() for cell in wide.select("th, td")] == [
        *"甲乙12",
    ]


def test_a_column_without_a_head_has_an_empty_cell_in_its_place() -> None:
    table = soup("||甲|\n|---|--:|\n|乙|1|").select_one("table")
    assert table is not None
    assert [(cell.name, cell.get_text()) for cell in table.select("tr")[0].select("th, td")] == [
        ("td", ""),
        ("th", "甲"),
    ]
    assert [head.get("scope") for head in table.select("th")] == ["col"]


def test_wide_tables_scroll_in_a_named_box_and_narrow_ones_do_not() -> None:
    def table(columns: int) -> str:
        rows = ("甲", "---", "1")
        return "\n".join("|" + f"{cell}|" * columns for cell in rows)

    page = worded(html(f"{table(7)}\n\n{table(7)}\n\n{table(4)}"), WORDS)
    boxes = BeautifulSoup(page, "html.parser").select("section.wide-table[tabindex='0']")
    assert [box["aria-label"] for box in boxes] == ["表格 1", "表格 2"]
    assert all(box.select_one("table") for box in boxes) and page.count("<table>") == 3


def test_struck_text_tasks_and_hard_breaks_are_shown() -> None:
    assert html("~~旧~~ 新 ～～更旧～～") == "<p><del>旧</del> 新 <del>更旧</del></p>\n"
    assert html("甲\\\n乙") == html("甲  \n乙") == "<p>甲<br>\n乙</p>\n"
    tasks = worded(html("- [x] 已检\n- [ ] 待检"), WORDS)
    boxes = BeautifulSoup(tasks, "html.parser").select("li.task [role=img]")
    assert [(box["aria-label"], box.get_text()) for box in boxes] == [
        ("已完成", "☑"),
        ("未完成", "☐"),
    ]


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("官网 https://a.cn/b_c_?d=1&e=2 ，见", "https://a.cn/b_c_?d=1&e=2"),
        ("官网https://a.cn/b，见", "https://a.cn/b"),
        ("（https://a.cn/）", "https://a.cn/"),
        ("见 https://a.cn/b.", "https://a.cn/b"),
        ("(https://a.cn/b_(c))", "https://a.cn/b_(c)"),
        ("“https://a.cn”", "https://a.cn"),
        ("- https://a.cn/_x_/y", "https://a.cn/_x_/y"),
        ("[甲]（https://a.cn）", "https://a.cn"),
        ("[甲] (https://a.cn)", "https://a.cn"),
        ("[https://a.cn](https://b.cn)", "https://b.cn"),
        ('<a href="https://b.cn">https://a.cn</a>', "https://b.cn"),
        ("<https://a.cn>", "https://a.cn"),
    ],
)
def test_an_address_becomes_one_link_that_ends_where_the_address_ends(
    source: str, address: str
) -> None:
    assert [link["href"] for link in soup(source).select("a")] == [address]
    assert render(source, NAMES).links == (address,)


@pytest.mark.parametrize(
    "source",
    [
        "`https://a.cn`",
        "```\nhttps://a.cn\n```",
        "见 http://a.cn",
        '<b title="https://a.cn">甲</b>',
    ],
)
def test_addresses_in_code_in_attributes_and_of_plain_http_become_no_links(source: str) -> None:
    assert "<a" not in html(source)


def test_a_quoted_value_with_an_address_and_a_bracket_stays_a_value() -> None:
    image = '<img src="media:a.png" alt="甲 > https://a.cn">'
    assert linked(image) == image


@pytest.mark.parametrize(
    "source",
    [
        "执行标准<GB/T 18738-2006>",
        "a<b 且 c>d",
        "<说明>",
        "x < y",
        "甲 {注}",
        "# 题 {副题}",
        "[注]: 见公告",
    ],
)
def test_text_that_looks_like_markup_is_text(source: str) -> None:
    assert BeautifulSoup(html(source), "html.parser").get_text().strip() == source.lstrip("# ")
    assert render(source, NAMES).findings == ()


@pytest.mark.parametrize(
    ("source", "shown", "warned"),
    [
        ("#地标好物# 今天在县城开展。", "<p>#地标好物# 今天在县城开展。</p>", 0),
        ("#地标好物 #潍坊", "<p>#地标好物 #潍坊</p>", 0),
        ("活动开始了。\n#1 仓库在东门。", "<p>活动开始了。#1 仓库在东门。</p>", 1),
        ("文\n#标签", "<p>文#标签</p>", 1),
        (
            "- #1 仓库\n- - #2 仓库",
            "<ul><li>#1 仓库</li><li><ul><li>#2 仓库</li></ul></li></ul>",
            2,
        ),
        ("\\#1 仓库", "<p>#1 仓库</p>", 0),
        ("#######", "<p>#######</p>", 0),
        ("## C#", '<h2 id="b-c">C#</h2>', 0),
        ("## 用 C\\#", '<h2 id="b-用-c">用 C#</h2>', 0),
        ("## 题 #", '<h2 id="b-题">题</h2>', 0),
        ("##题##", '<h2 id="b-题">题</h2>', 0),
        ("# #话题# 活动", '<h2 id="b-话题-活动">#话题# 活动</h2>', 0),
        ("#题", '<h2 id="b-题">题</h2>', 0),
    ],
)
def test_a_hash_that_begins_no_heading_is_text(source: str, shown: str, warned: int) -> None:
    assert compact(source) == shown
    codes = [found.kind.code for found in render(source, NAMES).findings]
    assert codes == ["markdown.hash-shown"] * warned


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("![甲](图片 (1).jpg)", "图片 (1).jpg"),
        ("![甲](图片%20(1).jpg)", "图片 (1).jpg"),
        ("![甲](<图 片.jpg>)", "图 片.jpg"),
        ("![甲](（一）.jpg)", "（一）.jpg"),
        ("![甲](🍎 苹果.jpg)", "🍎 苹果.jpg"),
        ("![甲](子/a[1].jpg)", "子/a[1].jpg"),
    ],
)
def test_a_picture_in_a_body_may_have_any_name_of_a_file(source: str, name: str) -> None:
    prose = render(source, NAMES)
    assert prose.links == (f"media:{name}",) and prose.refused == ()


@pytest.mark.parametrize(
    "target",
    ["../a.jpg", "a/../b.jpg", "%2e%2e/a.jpg", "/a.jpg", "//a.cn/a.jpg", "a%3Ab.jpg", "a\\b.jpg"],
)
def test_a_picture_that_is_no_file_of_the_folder_is_refused(target: str) -> None:
    prose = render(f'<img src="{target}" alt="甲">', NAMES)
    assert prose.links == () and prose.refused == (target,)


@pytest.mark.parametrize(
    "source",
    ["箱30*40*50cm，袋3*4", "10cm*20cm*30cm", "（3*4）和（5*6）", "长*宽*高", "长度*宽度*高度"],
)
def test_a_sign_of_multiplication_is_no_mark(source: str) -> None:
    assert html(source) == f"<p>{source}</p>\n"
    assert html("重*点*，*2024*年，3**4**5").count("<em>") == 2


def test_a_list_below_a_footnote_and_a_table_below_a_table_begin_anew() -> None:
    page = soup("甲[^1]\n\n[^1]: 注\n- 乙\n- 丙")
    assert [item.get_text() for item in page.select(":not(ol) > li")] == ["乙", "丙"]
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    assert len(soup(f"{table}\n{table}").select("table")) == 2
    assert len(soup(f"{table}\n| — | — |\n| 3 | 4 |").select("table")) == 1


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("![](a.jpg)", 1),
        ("`x` ![ ](a.jpg)", 5),
        ('<img src="a.jpg">', 1),
        ('<img src="a.jpg" title="alt">', 1),
        ('<img src="a.jpg" alt="">', 0),
        ("![甲](a.jpg)", 0),
        ("`![](a.jpg)`", 0),
    ],
)
def test_a_picture_without_words_is_told(source: str, column: int) -> None:
    found = [(one.kind.code, one.line, one.column) for one in render(source, NAMES).findings]
    assert found == ([("markdown.picture-without-words", 1, column)] if column else [])


def test_an_id_is_there_once() -> None:
    prose = render('## 甲 {#x}\n\n## 乙 {#x}\n\n<p id="x">丙</p>', NAMES)
    assert prose.ids == ("b-x",) and prose.html.count('id="b-x"') == 1
    (found,) = prose.findings
    assert (found.kind.code, found.line, dict(found.facts)) == ("markdown.id-twice", 3, {"id": "x"})


def test_code_stands_between_fences_word_for_word() -> None:
    code = "<div>\n    - 甲 **乙** https://a.cn {x}\n\n# 题\n"
    for source in (f"```yaml\n{code}```", f"~~~\n{code}~~~", f"甲\n```\n{code}```\n乙"):
        shown = soup(source).select_one("pre code")
        assert shown is not None and shown.get_text() == code
    nested = soup("- 甲\n  ```\n  乙\n    丙\n  ```\n- 丁")
    assert nested.select_one("li pre code").get_text() == "乙\n  丙\n"  # type: ignore[union-attr]
    quoted = soup("> ```\n> 乙\n> ```").select_one("blockquote pre code")
    assert quoted is not None and quoted.get_text() == "乙\n"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("甲\n\n| 甲 | 乙 |\n| 1 | 2 |", [("table-needs-separator", 3)]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 丙 |", [("row-too-long", 3)]),
        ("| a | b |\n|---|---|\n| 1 | `x|y` |\n| 1 | 2 | |", []),
        ("文\n\n甲\t乙\n1\t2\n3\t4", [("tabs-no-table", 3)]),
        ("甲\t乙\n1\t2\n\n甲\t乙\t丙\n1\t2\t3", [("tabs-no-table", 1), ("tabs-no-table", 4)]),
        ("甲\t乙\n1\t2\t3", []),
        ("甲\t乙\n\n1\t2", []),
        ("\t甲\n\t乙", []),
        ("甲\t\t乙\n丙\t\t丁", []),
        ("```\n甲\t乙\n1\t2\n```", []),
        ("| 甲\t| 乙 |\n|---|---|\n| 1\t| 2 |", []),
        ("甲\n---", [("line-under-text", 2)]),
        ("甲\n===", [("line-of-equals", 2)]),
        ("甲\n\n---\n\n乙", []),
        ("甲\n\n```\n乙", [("fence-not-closed", 3)]),
        ("甲** 乙 **", [("mark-shown", 1)]),
        ("`**` \\*\\*", []),
        ("**潍县萝卜**是，**“青”**的", []),
        ("甲[^1]", [("footnote-missing", 1)]),
        ("甲[^1]\n\n[^1]: 乙\n[^1]: 丙", [("footnote-twice", 4)]),
        ("甲\n\n<!-- 乙 -->", [("comment", 3)]),
        ("甲\n\n<script>乙</script>", [("content-left-out", 3)]),
        ("甲\n\n<p class=MsoNormal>乙</p>", [("markup-left-out", 3)]),
        ("`<font>` 和\n\n```\n<script>\n```", []),
        ("甲\n\n<div>\n乙", [("tag-not-closed", 3)]),
        ("<div>甲</div>\n\n<table><tr><td>乙</td></tr></table>", []),
        ("见 http://a.cn", [("plain-http", 1)]),
        ("见\nhttps://a.cn/查", [("address-runs-on", 2)]),
        ("见 https://a.cn查，[甲](https://a.cn/查)", []),
    ],
)
def test_what_cannot_be_shown_as_meant_is_told_at_its_line(
    source: str, found: list[tuple[str, int]]
) -> None:
    findings = render(source, NAMES).findings
    assert [(each.kind.code.removeprefix("markdown."), each.line) for each in findings] == found


def test_pasted_markup_keeps_its_text_and_is_told_once_by_name() -> None:
    pasted = '甲\n\n<p class=MsoNormal><font face=宋体>乙</font><o:p></o:p></p>\n\n<span style="x">丙</span>'
    prose = render(pasted, NAMES)
    assert [(each.line, each.facts["names"]) for each in prose.findings] == [
        (3, "class、<font>、<o:p>、style")
    ]
    assert re.findall("[甲乙丙]", prose.html) == [*"甲乙丙"]


STARTS = [
    *[
        "",
        "",
        "　　",
        "    ",
        "  ",
        "- ",
        "  - ",
        "    - ",
        "1. ",
        "2. ",
        "   1. ",
        "2024. ",
        "1．",
        "（一）",
    ],
    *[
        "①",
        "一、",
        "——",
        "# ",
        "＃",
        "> ",
        "> 　　",
        "> - ",
        "| ",
        "```",
        "~~~",
        "• ",
        "－ ",
        "·",
        "-",
        "*",
    ],
    *[
        "[^1]: ",
        "[注]: ",
        "<div>",
        "<p>",
        "</p>",
        "<br>",
        "&emsp;&emsp;",
        "**",
        "～～",
        "- [ ] ",
        "\t",
        "｜",
    ],
]
ENDS = [
    "",
    "",
    "\\",
    "  ",
    " |",
    "**",
    "～～",
    "[^1]",
    "。",
    "<GB/T 1>",
    " {x}",
    "｜",
    "</p>",
    "`",
    "```",
]
WHOLE = [
    "",
    "",
    "---",
    "===",
    "|---|---|",
    "｜－｜－｜",
    "```",
    "　",
    "-",
    "－－－",
    "|---|",
    "| 8 | 9 |",
]
PIECES = st.one_of(
    st.tuples(st.sampled_from(STARTS), st.sampled_from(ENDS)), st.sampled_from(WHOLE)
)


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9))
def test_no_word_is_lost_whatever_the_marks_around_it(
    pieces: list[tuple[str, str] | str],
) -> None:
    lines = []
    for number, piece in enumerate(pieces):
        word = chr(0x7000 + number)
        lines.append(piece if isinstance(piece, str) else f"{piece[0]}{word}{piece[1]}")
    source = "\n".join(lines)
    prose = render(source, NAMES)
    if any(each.kind.severity == "error" for each in prose.findings):
        return  # refused
    shown = BeautifulSoup(prose.html, "html.parser").get_text()
    assert sorted(re.findall("[\u7000-\u70ff]", shown)) == re.findall("[\u7000-\u70ff]", source)


@pytest.mark.parametrize(
    "unit",
    [
        *[
            "<",
            "<a ",
            "<a href='",
            "<!--",
            "{",
            '{a="',
            "`",
            "``a`",
            "[a]（gi:x",
            "~~a ",
            "～～",
            "| a ",
        ],
        *[
            "- a\n",
            "  - a\n",
            "- a\n1. b\n",
            "1．甲\n",
            "　　甲\n",
            "> a\n",
            "```a\n",
            "[a]: b.c\n",
            "[^1]: a\n",
        ],
        *["https://a.b/(((", "https://a.b*", "----- ", "&emsp;", "<div>\n", "</div>\n", "a\n---\n"],
    ],
)
def test_the_time_a_body_takes_grows_with_its_length_only(unit: str) -> None:
    """Of what this package does; Python-Markdown itself is no part of the measurement."""
    from sitegen.rendering.dialect import fences, labels, layout, markup
    from sitegen.rendering.dialect.addresses import look_at_addresses

    def seconds(length: int) -> float:
        lines = (unit * (length // len(unit))).split("\n")
        start = time.process_time()
        kept = fences.without_fences(lines, lambda html: "\x02wzxhzdk:0\x03", [])
        for line in kept:
            look_at_addresses(line.number, line.text)
        layout.Layout([], labels.Labels(lines)).read(markup.settle_markup(kept, []))
        return time.process_time() - start

    short, long = (min(seconds(length) for _ in range(3)) for length in (20_000, 160_000))
    assert long < max(24 * short, 0.1), (short, long)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n==", "<p>甲==</p>"),
        ("甲\n= = =", "<p>甲= = =</p>"),
        ("甲\n乙\n===", "<p>甲乙===</p>"),
        ("- 甲\n===", "<ul><li>甲===</li></ul>"),
        ("甲\n\n===", "<p>甲</p><p>===</p>"),
        ("甲\n===\n乙", '<h2 id="b-甲">甲</h2><p>乙</p>'),
    ],
)
def test_a_line_of_equals_is_shown_unless_it_makes_a_heading(source: str, expected: str) -> None:
    assert compact(source) == expected
