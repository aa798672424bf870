"""The quick route through Markdown says what Python-Markdown says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading import documents
from sitegen.rendering import markdown, plain_markdown
from sitegen.rendering.cleaning import clean
from tests.support.attack.rounds import examples
from tests.support.basic_site import REPOSITORY

NAMES = frozenset(["gi", "products"])
CONTENT = REPOSITORY / "content"
PIECES = [
    *["- ", "* ", "+ ", "1. ", "2. ", "# ", "## ", "### ", "**", "*", "***", "[", "](", ")", "]"],
    *["|", "| ", " |", "---", "|---|---|", "|:--|--:|", "| a | b |\n|---|---|\n| 1 | 2 |"],
    *[
        "\n",
        "\n\n",
        "\n\n\n",
        "  \n",
        " ",
        "    ",
        "\t",
        "字",
        "汉字",
        "abc",
        "a b",
        "。",
        "，",
        "：",
    ],
    *["gi:x", "https://a.b/c?d=1", "/a/", "(", "!", "1", "10-12", "_", ":", "=", "===", "~", "\\"],
    *["`", "'", '"', "5%", "…", "- - -", "[^1]", "[^1]: x", "{: #i }", "<b>", "&amp;", "**字**"],
    *[
        "[字](gi:x)",
        "![字](x.png)",
        "[a]: b",
        "## 标题",
        "- 一\n- 二",
        "1. 一\n2. 二",
        "\u3000",
        "\u00a0",
    ],
    *[
        "\u3000\u3000",
        "&emsp;",
        "    - ",
        "  - ",
        "   1. ",
        "1．",
        "2、",
        "3）",
        "1)",
        "1.",
        "3. ",
        "12",
    ],
    *[
        "2024. ",
        "（一）",
        "(2)",
        "①",
        "一、",
        "第三条 ",
        "第",
        "——",
        "—",
        "－ ",
        "－",
        "• ",
        "·",
        "●",
        "□",
    ],
    *[
        "＃ ",
        "＃",
        "＊＊",
        "＊ ",
        "～～",
        "~~",
        "｜",
        "｜－－｜－－｜",
        "＞ ",
        "[ ] ",
        "[x] ",
        "\\\n",
    ],
    *[
        "https://a.b/c",
        "http://a.b",
        "://",
        "（https://a.b）",
        "](",
        "```\n",
        "```",
        "~~~\n",
        "<p>",
    ],
    *[
        "<GB/T 1>",
        "<br>",
        "</p>",
        "<!-- x -->",
        "{x}",
        "{.y}",
        "---\n",
        "\n---\n",
        "| c |",
        "-字",
        "*字",
    ],
]


LINES = [
    *[
        "",
        "",
        "",
        "甲乙。",
        "丙 a，",
        "## 标题",
        "- 一",
        "- **二**",
        "1. 一",
        "2. 二",
        "3. 三",
        "| 甲 | 乙 |",
    ],
    *[
        "|---|---|",
        "| 1 | 2 |",
        "｜甲｜乙｜",
        "　　段落",
        "    段落",
        "  - 小",
        "1．甲",
        "2、乙",
        "（一）甲",
        "①",
    ],
    *[
        "一、总则",
        "第一条 甲",
        "第一批甲",
        "——甲",
        "• 甲",
        "·乙",
        "-丙",
        "- [x] 丁",
        "～～旧～～",
        "~~旧~~",
        "---",
    ],
    *[
        "===",
        "> 引",
        "```",
        "尾\\",
        "尾  ",
        "见 https://a.cn/b",
        "见https://a.cn/查",
        "见 http://a.cn",
        "1.甲",
    ],
    *[
        "2024. 甲",
        "<p>甲</p>",
        "执行<GB 1>",
        "＃ 题",
        "[字](gi:x)",
        "[字]（gi:x）",
        "**12315**（https://a.cn/）",
    ],
]


def real_bodies() -> list[str]:
    loaded = (documents.load(REPOSITORY, f"content/{file}")[0] for file in _markdown_files())
    return [document.body for document in loaded if document is not None and document.body.strip()]


def _markdown_files() -> list[str]:
    return sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md"))


def agree(source: str) -> bool:
    """Whether the quick route took it; fails where it then differs."""
    quick = plain_markdown.convert(source)
    if quick is not None and source.strip():
        assert quick == markdown.reader()(source).html, source
        refused: list[str] = []
        cleaned = markdown._prose(clean(quick, NAMES, refused), refused)
        assert markdown.render(source, NAMES) == cleaned, source
    return quick is not None


def test_every_real_body_gives_the_same_html_and_nearly_all_go_the_quick_way() -> None:
    taken = [agree(body) for body in real_bodies()]
    assert len(taken) > 100
    assert sum(taken) / len(taken) > 0.9


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_any_mixture_of_marks_gives_the_same_html_or_is_left_to_python_markdown(
    source: str,
) -> None:
    agree(source)


@settings(max_examples=examples(1500), deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8).map("\n".join))
def test_any_mixture_of_lines_gives_the_same_html_or_is_left_to_python_markdown(
    source: str,
) -> None:
    if agree(source):
        assert markdown.reader()(source).findings == [], "what is found would go untold"


@settings(max_examples=examples(500), deadline=None)
@given(
    st.sampled_from(real_bodies()),
    st.integers(0, 10_000),
    st.sampled_from(PIECES),
)
def test_a_mark_put_anywhere_into_a_real_body_changes_both_alike(
    body: str, at: int, piece: str
) -> None:
    place = at % (len(body) + 1)
    agree(body[max(0, place - 200) : place] + piece + body[place : place + 200])


@pytest.mark.parametrize(
    "source",
    [
        "甲\n\n乙",
        "## 标题\n\n一段**重点**和[链接](gi:weixian-luobo)。",
        "- 一\n- 二\n\n后文",
        "1. 一\n2. 二",
        "| 名 | 数 |\n|---|--:|\n| 甲 | 1 |\n| 乙 | 2 |",
        "（一）甲\n\n第一批有 **12315**（https://www.12315.cn/）",
    ],
)
def test_ordinary_bodies_take_the_quick_way(source: str) -> None:
    assert agree(source)


@pytest.mark.parametrize(
    "source",
    [
        "脚注[^1]\n\n[^1]: 注",
        "# 题 {#x}",
        "<b>粗</b>",
        "`码`",
        "a_b_c",
        "> 引",
        "    码",
        "一  \n二",
        "　　甲",
        "甲\n1．乙",
        "甲\n（一）乙",
        "• 甲",
        "1. 甲\n3. 乙",
        "3. 甲",
        "见 http://a.cn",
        "｜甲｜",
        "＊＊甲＊＊",
        "～～甲～～",
        "[甲]（gi:x）",
    ],
)
def test_what_the_quick_way_does_not_know_it_leaves(source: str) -> None:
    assert plain_markdown.convert(source) is None
