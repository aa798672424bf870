"""YAML is read as text with places, and every mistake is shown where the author made it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loading.yaml_events import read

Found = list[tuple[str, int, int]]


def found(text: str) -> Found:
    tree, places, problems = read(text, "a.yaml")
    assert (tree is None) == bool(problems)
    assert not problems or not places.values
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


BROKEN: list[tuple[str, Found]] = [
    # full-width colons
    ("name：潍县萝卜", [("yaml.full-width-colon", 1, 5)]),
    ("名称：潍县萝卜\n", [("yaml.full-width-colon", 1, 3)]),
    ("name：潍县萝卜\nkind: gi\n", [("yaml.full-width-colon", 1, 5)]),
    ("name： 潍县萝卜\nkind: gi\n", [("yaml.full-width-colon", 1, 5)]),
    ("name ：潍县萝卜\nkind: gi\n", [("yaml.full-width-colon", 1, 6)]),
    ("a: 1\nname：潍县萝卜\nkind: gi\n", [("yaml.full-width-colon", 2, 5)]),
    ("a: 1\n\n# 注：释\nname：潍县\n\nkind: gi\n", [("yaml.full-width-colon", 4, 5)]),
    ("a: 1\nname：潍县萝卜\n", [("yaml.full-width-colon", 2, 5)]),
    ("name：甲\nkind：乙\n", [("yaml.full-width-colon", 1, 5), ("yaml.full-width-colon", 2, 5)]),
    (
        "name：甲\na: 1\nkind：乙\nb: 2\nregion：丙\n",
        [("yaml.full-width-colon", line, column) for line, column in ((1, 5), (3, 5), (5, 7))],
    ),
    ("quality:\n  sensory：脆\n", [("yaml.full-width-colon", 2, 10)]),
    ("quality:\n  sensory：脆\n  process: 手\n", [("yaml.full-width-colon", 2, 10)]),
    ("quality:\n  感官：脆\n  工艺: 手\n", [("yaml.full-width-colon", 2, 5)]),
    (
        "quality:\n  sensory：脆\n  process：手\nkind: gi\n",
        [("yaml.full-width-colon", 2, 10), ("yaml.full-width-colon", 3, 10)],
    ),
    ("images:\n  - file：a.jpg\n    alt: 图\n", [("yaml.full-width-colon", 2, 9)]),
    ("images:\n  - file：a.jpg\n", [("yaml.full-width-colon", 2, 9)]),
    ("images:\n  - file: a.jpg\n    alt：图\n", [("yaml.full-width-colon", 3, 8)]),
    ("images：\n  - file: a.jpg\nname: x\n", [("yaml.full-width-colon", 1, 7)]),
    ("images: [{file：a.jpg, alt: 图}]\n", [("yaml.full-width-colon", 1, 15)]),
    ("a: {b\n  ：c}\n", [("yaml.full-width-colon", 1, 5)]),
    ("note：时间: 8点\n", [("yaml.full-width-colon", 1, 5)]),
    ('"name"：a\nb: 1\n', [("yaml.full-width-colon", 1, 7)]),
    ("buy：https://x.com\nname: a\n", [("yaml.full-width-colon", 1, 4)]),
    (
        "a：b: c\nd：e：f\nx: 1\n",
        [("yaml.full-width-colon", 1, 2), ("yaml.full-width-colon", 2, 2)],
    ),
    ("name：甲\nname: 乙\n", [("yaml.full-width-colon", 1, 5), ("yaml.duplicate-key", 2, 1)]),
    ("name：甲\nkind: [乙\n", [("yaml.full-width-colon", 1, 5), ("yaml.unclosed-bracket", 2, 7)]),
    # other marks of a Chinese input method
    ("＃ 注释\nname: a\n", [("yaml.full-width-hash", 1, 1)]),
    ("name: a\n＃ 注释\nb: 1\n", [("yaml.full-width-hash", 2, 1)]),
    ("a: [b, c］\n", [("yaml.full-width-bracket", 1, 9)]),
    ("a: {b: c｝\n", [("yaml.full-width-bracket", 1, 9)]),
    ('a: "b”\nc: d\n', [("yaml.full-width-quote", 1, 6)]),
    ("a:\n\u3000\u3000b: 1\n", [("yaml.full-width-space", 2, 1)]),
    ("name\u3000: 1\n", [("yaml.full-width-space", 1, 5)]),
    ("na\u200bme: 1\n", [("yaml.invisible-in-name", 1, 3)]),
    # colons
    ("name:甲\nkind: b\n", [("yaml.no-space-after-colon", 1, 5)]),
    ("a: 1\nkind:乙\nb: 2\n", [("yaml.no-space-after-colon", 2, 5)]),
    (
        "name:甲\nkind:乙\n",
        [("yaml.no-space-after-colon", 1, 5), ("yaml.no-space-after-colon", 2, 5)],
    ),
    ("a: b: c\n", [("yaml.extra-colon", 1, 5)]),
    ("a\nb: 1\n", [("yaml.no-colon", 1, 1)]),
    ("a: 1\n萝卜是特产，特点：脆\nb: 2\n", [("yaml.no-colon", 2, 1)]),
    (": x\n", [("yaml.no-name", 1, 1)]),
    (f"{'长' * 1100}: 1\n", [("yaml.key-too-long", 1, 1)]),
    # indentation
    ("a:\n\tb: c\n", [("yaml.tab", 2, 1)]),
    ("a:\n  - b: 1\n  \tc: d\n", [("yaml.tab", 3, 3)]),
    ("a:\n  b: 1\n\tc: 2\n", [("yaml.tab", 3, 1)]),
    ("a: |\n\tfoo\n", [("yaml.tab", 2, 1)]),
    ("a:\n  - \tb\n", [("yaml.tab", 2, 5)]),
    ("a: 1\n  b: 2\n", [("yaml.indentation", 2, 3)]),
    ("  a: 1\n b: 2\n", [("yaml.indentation", 2, 2)]),
    ("a: |\n  x\n b: 1\n", [("yaml.indentation", 3, 2)]),
    ("a:\n  - b\n  c: 1\n", [("yaml.indentation", 3, 3)]),
    ("a: - b\n", [("yaml.list-dash", 1, 4)]),
    ("a: 1\n- b\n", [("yaml.list-dash", 2, 1)]),
    # quotes and brackets
    ('a: "x\n', [("yaml.unclosed-quote", 1, 4)]),
    ("a: 'x\nb: 1\n", [("yaml.unclosed-quote", 1, 4)]),
    ('a: "x\nb: "y"\n', [("yaml.unclosed-quote", 1, 4)]),
    ('a: "他说“好”\nb: 1\n', [("yaml.unclosed-quote", 1, 4)]),
    ('a: "b" c\n', [("yaml.text-after-quote", 1, 8)]),
    ("a: [b] c\n", [("yaml.text-after-quote", 1, 8)]),
    ('a: "b"：c\n', [("yaml.text-after-quote", 1, 7)]),
    ('a: "C:\\qq"\n', [("yaml.escape", 1, 7)]),
    ('a: "\\u12"\n', [("yaml.escape", 1, 7)]),
    ("a: [b, c\nd: 1\n", [("yaml.unclosed-bracket", 1, 4)]),
    ("a: [b, ", [("yaml.unclosed-bracket", 1, 4)]),
    ("a: {b: c]\n", [("yaml.unclosed-brace", 1, 4)]),
    ("a: ]\n", [("yaml.misplaced-character", 1, 4)]),
    # characters with a meaning
    ("a: @微信\n", [("yaml.reserved-character", 1, 4)]),
    ("a: *必填\n", [("yaml.alias", 1, 4)]),
    ("a: *b\nc: *d\n", [("yaml.alias", 1, 4), ("yaml.alias", 2, 4)]),
    ("a: &b 1\nc: *b\n", [("yaml.anchor", 1, 4), ("yaml.alias", 2, 4)]),
    ("a: &重 1\n", [("yaml.anchor", 1, 4)]),
    ("a: !!str 1\n", [("yaml.tag", 1, 4)]),
    ("a: ! 1\n", [("yaml.tag", 1, 4)]),
    ("a: !注意\n", [("yaml.tag", 1, 4)]),
    ("a: [1, !!int 2]\nb: !x {}\n", [("yaml.tag", 1, 8), ("yaml.tag", 2, 4)]),
    ("%YAML 1.1\n---\na: 1\n", [("yaml.directive", 1, 1)]),
    ("a: 1\n%TAG ! x\n", [("yaml.directive", 2, 1)]),
    ("a: |x\n  y\n", [("yaml.block-header", 1, 5)]),
    ("a: ? b\n", [("yaml.question-mark", 1, 4)]),
    # structure
    ("a: 1\nb: 2\na: 3\na: 4\n", [("yaml.duplicate-key", 3, 1), ("yaml.duplicate-key", 4, 1)]),
    ("a:\n  - b: 1\n    'b': 2\n", [("yaml.duplicate-key", 3, 5)]),
    ("? [a]\n: b\n", [("yaml.key-not-text", 1, 3)]),
    ("[a]: b\n", [("yaml.key-not-text", 1, 1)]),
    ("a: 1\n{b: 1}: c\n", [("yaml.key-not-text", 2, 1)]),
    ("---\na: 1\n---\nb: 2\n", [("yaml.several-documents", 3, 1)]),
    ("a: 1\n...\nb: 2\n", [("yaml.several-documents", 3, 1)]),
    ("- a\n- b\n", [("yaml.not-a-mapping", 1, 1)]),
    ("\n潍县萝卜\n", [("yaml.not-a-mapping", 2, 1)]),
    ("", [("yaml.empty", 1, 1)]),
    ("# 说明：x\n\n", [("yaml.empty", 1, 1)]),
    ("a: " + "[" * 30, [("yaml.too-deep", 1, 23)]),
    ('a: "\\x00"\n', [("text.control-character", 1, 4)]),
    ("a: 1\nb: \x07\r\n", [("text.control-character", 2, 4), ("text.control-character", 2, 5)]),
    ("a: \ud800\n", [("text.control-character", 1, 4)]),
]


@pytest.mark.parametrize(("text", "expected"), BROKEN, ids=lambda value: repr(value)[:40])
def test_a_mistake_is_shown_where_it_was_made(text: str, expected: Found) -> None:
    assert found(text) == expected


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
        "a: “引文”\nb: 【括号】\nc: ＃1\nd: 甲，乙\n",
        "aka: [甲：乙, 丙]\n",
        "subject: gi:weixian-radish\nsubjects:\n  - gi:weixian-radish\n",
    ],
)
def test_full_width_marks_in_text_are_no_problem(text: str) -> None:
    assert found(text) == []


def test_problems_count_lines_from_the_first_line_of_the_file() -> None:
    _, _, problems = read("a: 1\na: 2\nb：3\nc: 4\n", "a.md", first_line=10)

    assert [(p.kind.code, p.at.line, dict(p.facts)) for p in problems] == [
        ("yaml.duplicate-key", 11, {"key": "a", "line": "10"}),
        ("yaml.full-width-colon", 12, {}),
    ]


def test_the_tree_may_be_as_deep_as_the_limit() -> None:
    assert found("a: " + "[" * 19 + "]" * 19) == []
    assert found("a: " + "[" * 20 + "]" * 20) == [("yaml.too-deep", 1, 23)]


TEXT = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        include_characters="\t\n",
        exclude_characters="\u2028\u2029\ufeff\uffff\ufffe",
    ),
    max_size=12,
)
NAMES = st.from_regex("[a-z][a-z_]{0,9}", fullmatch=True)


def trees(names: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, object]]:
    inner = st.recursive(
        TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4)
    )
    return st.dictionaries(names, inner, max_size=5)


@settings(deadline=None, max_examples=200)
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


@settings(deadline=None, max_examples=200)
@given(trees(NAMES))
def test_what_yaml_writes_plain_is_read_back_the_same(source: dict[str, object]) -> None:
    text = yaml.safe_dump(source, allow_unicode=True)
    tree, _, problems = read(text, "a.yaml")

    # `name：…` on a line of its own is refused by design.
    if [problem.kind.code for problem in problems] != ["yaml.full-width-colon"]:
        assert problems == []
        assert tree == source
