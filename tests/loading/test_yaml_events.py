"""YAML is read as text with places, and every mistake is shown where the author made it."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading.character_kinds import RANGES
from sitegen.loading.yaml_events import read
from tests.support.attack.rounds import examples
from tests.support.broken_yaml import BROKEN, Places


def problem_places(text: str) -> Places:
    tree, places, problems = read(text, "a.yaml")
    assert problems or tree is not None
    assert tree is not None or not places.values
    return [(p.kind.code, p.at.line or 0, p.at.column or 0) for p in problems]


def test_scalars_stay_the_text_that_was_written() -> None:
    text = "code: 0536\nno: no\ntime: 1:30\ndate: 2024-02-30\nnull: ~\nf: 1_000\nq: 'yes'\n"
    tree, _, problems = read(text, "a.yaml")

    assert problems == []
    assert tree == {
        "code": "0536",
        "no": "no",
        "time": "1:30",
        "date": "2024-02-30",
        "null": "~",
        "f": "1_000",
        "q": "yes",
    }


def test_an_empty_value_is_empty_text_beside_its_colon() -> None:
    tree, places, _ = read("a:\nb: ''\nc: [x, '']\nd:\n  e:", "a.yaml")

    assert tree == {"a": "", "b": "", "c": ["x", ""], "d": {"e": ""}}
    assert places.values["a",] == (1, 3)
    assert places.values["d", "e"] == (5, 5)


def test_block_scalars_keep_their_text() -> None:
    tree, _, problems = read("a: |\n  一\n\n   二：\nb: >-\n  三\n  四\nc: |+\n  五\n\n", "a.yaml")

    assert problems == []
    assert tree == {"a": "一\n\n 二：\n", "b": "三 四", "c": "五\n\n"}


def test_every_value_and_key_has_its_place_in_characters() -> None:
    text = "名称: 潍县萝卜\nimages:\n  - file: a.jpg\n    alt: 图\naka: [青, 𠮷, 脆]\n"
    _, places, _ = read(text, "a.md", first_line=2)

    assert places.keys == {
        ("名称",): (2, 1),
        ("images",): (3, 1),
        ("images", 0, "file"): (4, 5),
        ("images", 0, "alt"): (5, 5),
        ("aka",): (6, 1),
    }
    assert places.values == {
        (): (2, 1),
        ("名称",): (2, 5),
        ("images",): (4, 3),
        ("images", 0): (4, 5),
        ("images", 0, "file"): (4, 11),
        ("images", 0, "alt"): (5, 10),
        ("aka",): (6, 6),
        ("aka", 0): (6, 7),
        ("aka", 1): (6, 10),
        ("aka", 2): (6, 13),
    }


@pytest.mark.parametrize(("text", "expected"), BROKEN, ids=lambda value: repr(value)[:40])
def test_a_mistake_is_shown_where_it_was_made(text: str, expected: Places) -> None:
    assert problem_places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "summary: 特点：脆甜\n",
        "summary: Tel：0536-1234567\n",
        "summary:\n  特点：脆甜\n  产地：寒亭\n",
        "summary: 皮绿\n  特点：脆甜\n",
        "aka:\n  - 注意：甜\n  - Tel：0536\n",
        "note: |\n  name：这不是字段\n  kind：也不是\n",
        "note: >\n  name：这不是字段\n",
        "note: 'name：甲'\n",
        'aka:\n  - "name：甲"\n',
        "a: b # name：甲\n",
        "# name：甲\na: b\n",
        "url: https://example.cn/a：b\n",
        "a: 说“引文”\nb: 【括号】\nc: ＃1\nd: 甲，乙\n",
        "aka: [甲：乙, 丙]\n",
        "subject: gi:weixian-radish\nsubjects:\n  - gi:weixian-radish\n",
    ],
)
def test_full_width_marks_in_text_are_no_problem(text: str) -> None:
    assert problem_places(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("summary: 获奖 #1 的酱菜\n", ("yaml.hash-in-text", 1, 13)),
        ('a: "获奖" #1 的\n', ("yaml.hash-in-text", 1, 9)),
        ("a:\n  获奖 #1 的\nb: c\n", ("yaml.hash-in-text", 2, 6)),
        ("a: b\nsummary:  # 一句话：酱菜\n", ("yaml.only-a-comment", 2, 11)),
        ("a: b\nprimary: #1a5fb4\n", ("yaml.only-a-comment", 2, 10)),
        ("a: b\nimages:\n  - file: # 图\n    alt: 甲\n", ("yaml.only-a-comment", 3, 11)),
        ("kind:　农产品\n", ("yaml.full-width-space-after-colon", 1, 5)),
        ("kind:\xa0农产品\n", ("yaml.full-width-space-after-colon", 1, 5)),
        ("summary:示例：酱菜\n", ("yaml.no-space-after-colon", 1, 8)),
        ("name: “青溪雪梨”\n", ("yaml.curly-quotes", 1, 7)),
        ("aka: [甲, “乙”]\n", ("yaml.curly-quotes", 1, 10)),
        ("aka:\n  - ＂乙＂\n", ("yaml.curly-quotes", 2, 5)),
        ("a: {n: 鲁政[2016]1号, d: 1}\n", ("yaml.bracket-in-text", 1, 8)),
        ("a: [甲[1], 乙]\n", ("yaml.bracket-in-text", 1, 5)),
        ("a: {n: 甲{乙}}\n", ("yaml.bracket-in-text", 1, 8)),
    ],
)
def test_what_would_be_lost_or_misread_is_told(text: str, place: tuple[str, int, int]) -> None:
    assert problem_places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # 说明\nc: d  #\ne: f ## 说明\n",
        "a: b#1\nc: C#2 调\n",
        "# 说明\na: b\n#c: d\n",
        "a: |\n  获奖 #1 的\n",
        'a: "获奖 #1 的"\n',
        "a:\n  # 说明\n  b: c\n",
        "a: # 说明\n  b: c\n",
        "a: # 说明\n  - b\n",
        "a:\nb: c\n",
        "a: “甲”和“乙”\n",
        "a: '“甲”'\n",
    ],
)
def test_comments_and_quotations_that_are_meant_are_no_problem(text: str) -> None:
    assert problem_places(text) == []


def test_the_text_with_a_bracket_is_shown_whole_in_the_advice() -> None:
    _, _, problems = read("a: {n: 鲁政[2016]1号, d: 1}\n", "a.md")

    assert '加上半角双引号："鲁政[2016]1号"' in problems[0].fix("zh")


def test_problems_count_lines_from_the_first_line_of_the_file() -> None:
    _, _, problems = read("a: 1\na: 2\nb：3\nc: 4\n", "a.md", first_line=10)

    assert [(p.kind.code, p.at.line, dict(p.facts)) for p in problems] == [
        ("yaml.duplicate-key", 11, {"key": "a", "line": "10"}),
        ("yaml.full-width-colon", 12, {}),
    ]


def test_the_tree_may_be_as_deep_as_the_limit() -> None:
    assert problem_places("a: " + "[" * 19 + "]" * 19) == []
    assert problem_places("a: " + "[" * 20 + "]" * 20) == [("yaml.too-deep", 1, 23)]


CATEGORIES = ["Cs", "Cc", "Cf", "Cn", "Co"]
UNSEEN = "".join(
    chr(code)
    for row in RANGES
    for code in range(row.first, min(row.last, row.first + 255) + 1)
    if unicodedata.category(chr(code)) not in CATEGORIES
)
TEXT = st.text(
    st.characters(
        exclude_categories=CATEGORIES,
        include_characters="\t\n",
        exclude_characters=UNSEEN,
    ),
    max_size=12,
)
NAMES = st.from_regex("[a-z][a-z_]{0,9}", fullmatch=True)


def trees(names: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, object]]:
    inner = st.recursive(
        TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)
    )
    return st.dictionaries(names, inner, max_size=5)


@settings(deadline=None, max_examples=examples(200))
@given(trees(TEXT))
def test_what_yaml_writes_quoted_is_read_back_the_same(source: dict[str, object]) -> None:
    text = yaml.safe_dump(source, default_style='"', allow_unicode=True)
    tree, places, problems = read(text, "a.yaml")

    assert problems == []
    assert tree == source
    assert len(places.keys) == len(places.values) - 1 - _items(source)


def _items(tree: object) -> int:
    if isinstance(tree, dict):
        return sum(_items(value) for value in tree.values())
    if isinstance(tree, list):
        return len(tree) + sum(_items(value) for value in tree)
    return 0


@settings(deadline=None, max_examples=examples(200))
@given(trees(NAMES))
def test_what_yaml_writes_plain_is_read_back_the_same(source: dict[str, object]) -> None:
    text = yaml.safe_dump(source, allow_unicode=True)
    tree, _, problems = read(text, "a.yaml")

    # `name：…` on a line of its own and a value in curly quotes are refused by design.
    codes = {problem.kind.code for problem in problems}
    if not codes or not codes <= {"yaml.full-width-colon", "yaml.curly-quotes"}:
        assert problems == []
        assert tree == source
