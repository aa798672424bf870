"""Characters that nobody sees: which may stand, which are refused at their place, which a body loses."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.loading import documents
from sitegen.loading.character_kinds import RANGES, range_of
from sitegen.loading.characters import MANY, entity_problems, first_wrong, settle
from sitegen.loading.needed_characters import SUSPECT
from sitegen.problems import Problem

HONEST = (
    "👨\u200d👩\u200d👧\u200d👦",
    "👩🏽\u200d🌾",
    "👁\ufe0f\u200d🗨\ufe0f",
    "🏴\u200d☠\ufe0f",
    "🙂\u200d↔\ufe0f",
    "❤\ufe0f",
    "☎\ufe0e",
    "©\ufe0f",
    "1\ufe0f\u20e3",
    "葛\U000e0100",
    "辻\U000e0101飴\ufe00",
    "𠮷\U000e0100",
    "，\ufe00",
    "نمی\u200cخواهم",
    "क्\u200dष",
    "ක්\u200dෂ",
    "ᠨᠢ\u180b",
    "ᠴᠢ\u180e",
    "\u1100\u1160",
    "\u115f\u1161",
    "⠓\u2800⠊",
    "𠀀𪛖㐀䶵鿿\U00030000\U00031350",
    "甲\u3000乙\u00a0丙\u2009丁",
)
WRONG = (
    ("甲\u202e乙", "text.direction-character", "从右到左强制符", "RIGHT-TO-LEFT OVERRIDE"),
    ("甲\u061c乙", "text.direction-character", "阿拉伯文方向标记", "ARABIC LETTER MARK"),
    ("甲\u200f乙", "text.direction-character", "从右到左标记", "RIGHT-TO-LEFT MARK"),
    ("甲\u2069乙", "text.direction-character", "隔离结束符", "POP DIRECTIONAL ISOLATE"),
    ("甲\u200b乙", "text.invisible-character", "零宽空格", "ZERO WIDTH SPACE"),
    ("甲\u200d乙", "text.invisible-character", "零宽连字", "ZERO WIDTH JOINER"),
    ("a\u200cb", "text.invisible-character", "零宽不连字", "ZERO WIDTH NON-JOINER"),
    ("甲\ufeff乙", "text.invisible-character", "零宽不换行空格", "ZERO WIDTH NO-BREAK SPACE"),
    ("甲\xad乙", "text.invisible-character", "软连字符", "SOFT HYPHEN"),
    ("a\ufe0fb", "text.invisible-character", "变体选择符", "VARIATION SELECTOR-16"),
    ("1\ufe0f2", "text.invisible-character", "变体选择符", "VARIATION SELECTOR-16"),
    ("甲\ufe0f乙", "text.invisible-character", "变体选择符", "VARIATION SELECTOR-16"),
    ("a\U000e0100", "text.invisible-character", "变体选择符", "VARIATION SELECTOR-17"),
    ("甲\U000e0041乙", "text.invisible-character", "标签字符", "TAG LATIN CAPITAL LETTER A"),
    ("甲\u3164乙", "text.invisible-character", "谚文填充符", "HANGUL FILLER"),
    ("甲\u2800乙", "text.invisible-character", "盲文空白", "BRAILLE PATTERN BLANK"),
    ("甲\U0001d173乙", "text.invisible-character", "乐谱格式符", "MUSICAL SYMBOL BEGIN BEAM"),
    ("甲\x07乙", "text.control-character", "控制字符", "control character"),
    ("甲\x9b乙", "text.control-character", "控制字符", "control character"),
    ("甲\u2029乙", "text.control-character", "段落分隔符", "PARAGRAPH SEPARATOR"),
    ("甲\ue000乙", "text.private-character", "私用区字符", "private-use character"),
    ("甲\U000f0000乙", "text.private-character", "私用区字符", "private-use character"),
    ("甲\ufdd0乙", "text.private-character", "非字符", "noncharacter"),
    ("甲\U0001ffff乙", "text.private-character", "非字符", "noncharacter"),
    ("甲\U0004fffe乙", "text.private-character", "未分配的字符", "unassigned character"),
)  # fmt: skip


def markdown(field: str, body: str) -> tuple[str | None, list[Problem]]:
    data = f"---\nname: {field}\n---\n\n{body}\n".encode()
    document, problems = documents.parse(data, "content/gi/a.md")
    return document.body if document else None, problems


@pytest.mark.parametrize("text", HONEST)
def test_what_is_needed_may_stand_in_fields_and_bodies(text: str) -> None:
    assert markdown(text, f"正文{text}。") == (f"\n正文{text}。\n", [])


@pytest.mark.parametrize(("text", "code", "title", "title_en"), WRONG)
def test_a_field_is_refused_at_the_character_with_its_name(
    text: str, code: str, title: str, title_en: str
) -> None:
    at = next(index for index, char in enumerate(text) if SUSPECT.match(char))
    body, (problem,) = markdown(text, "正文")
    assert body is None
    assert (problem.kind.code, problem.at.line, problem.at.column) == (code, 2, 7 + at)
    assert f"{title}（U+{ord(text[at]):04X}）" in problem.message("zh")
    assert title_en in problem.message("en")
    assert problem.kind.code != "text.invisible-character" or problem.facts["right"] == (
        f"name: {text.replace(text[at], '')}"
    )


@pytest.mark.parametrize(("text", "code", "title", "title_en"), WRONG)
def test_a_body_loses_only_what_changes_nothing_that_is_seen(
    text: str, code: str, title: str, title_en: str
) -> None:
    body, (problem,) = markdown("甲", f"第一行\n{text}")
    at = next(index for index, char in enumerate(text) if SUSPECT.match(char))
    assert (problem.at.line, problem.at.column) == (6, at + 1)
    if body is None:
        assert problem.kind.code == code
    else:
        assert problem.kind.code == "text.invisible-left-out"
        assert problem.facts["count"] == "1"
        assert body == f"\n第一行\n{text.replace(text[at], '')}\n"
    may_go = re.search("[\u00ad\u200b-\u200d\ufeff\ufe0f\U0001d173\U000e0100]", text)
    assert (body is not None) == (may_go is not None)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("登嘎甘\ue81b", "登嘎甘㑇"),
        ("\ue81e\ue864\ue815", "龴龻⺁"),
        ("\ue816", "\U00020087"),
        ("甲\uf0b7乙", "甲•乙"),
        ("甲\ue000", ""),
    ],
)
def test_what_old_systems_write_is_told_with_the_character_that_is_meant(
    written: str, right: str
) -> None:
    _, problems = markdown(written, "")
    assert problems[0].facts["right"] == (f"name: {right}" if right else "")


def test_of_a_long_line_the_word_is_shown() -> None:
    _, (problem,) = markdown(f"{'长' * 50}，云\u200b溪，{'长' * 50}", "")
    assert problem.facts["right"] == "云溪"
    _, (problem,) = markdown(f"{'长' * 50}云\u200b溪", "")
    assert problem.facts["right"] == ""


def test_bullets_of_word_begin_lists_and_stand_nowhere_else() -> None:
    assert markdown("甲", "\uf0b7 一\n\uf0b7 二")[1] == []
    _, problems = markdown("甲", "一 \uf0b7 二")
    assert [problem.kind.code for problem in problems] == ["text.private-character"]


def test_tables_and_settings_have_no_body() -> None:
    table, problems = documents.parse_table("名称,说明\n甲,云\u200b溪\n".encode(), "content/a.csv")
    assert table is None
    assert [(p.kind.code, p.at.line, p.at.column) for p in problems] == [
        ("text.invisible-character", 2, 4)
    ]


def test_a_mark_before_the_front_matter_is_the_mistake_that_is_told() -> None:
    document, problems = documents.parse(
        "\ufeff\ufeff---\nname: a\n---\n".encode(), "content/gi/a.md"
    )
    assert document is None
    assert [(p.kind.code, p.at.line, p.at.column) for p in problems] == [
        ("text.invisible-character", 1, 1)
    ]


@pytest.mark.parametrize(
    ("body", "html", "places"),
    [
        ("a &#x202e;b &rlm;", "<p>a \u202eb \u200f</p>", [(7, 3), (7, 13)]),
        ("甲&#8238c", "<p>甲\u202ec</p>", [(7, 2)]),
        ("&shy;&ZeroWidthSpace;", "<p>\xad\u200b</p>", [(7, 1), (7, 6)]),
        ("`&rlm;`", "<p><code>&amp;rlm;</code></p>", []),
        ("👩&#x200d;🌾 &nbsp; &amp; &bne;", "<p>👩\u200d🌾 &nbsp; &amp; =\u20e5</p>", []),
    ],
)
def test_entities_in_a_body_are_refused_too(
    body: str, html: str, places: list[tuple[int, int]]
) -> None:
    found = entity_problems(body, html, "a.md", 7)
    assert [(problem.at.line, problem.at.column) for problem in found] == places


def test_the_ranges_are_in_order_and_have_all_that_is_not_seen() -> None:
    ends = [(row.first, row.last) for row in RANGES]
    assert ends == sorted(ends)
    assert all(one[1] < other[0] for one, other in pairwise(ends))
    shown = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U00013438"
    for char in map(chr, range(0x110000)):
        if unicodedata.category(char) in ("Cc", "Cf", "Co", "Zl", "Zp") and char not in "\t\n":
            assert SUSPECT.match(char) or re.match(f"[{shown}]", char), hex(ord(char))
        if SUSPECT.match(char):
            assert range_of(char).first <= ord(char) <= range_of(char).last
            assert not char.isalnum() or char in "\u115f\u1160\u3164\uffa0", hex(ord(char))


@given(
    st.text(
        st.sampled_from("甲a1#👩🌾❤क葛 \u200b\u200d\u200c\ufe0f\ufe00\U000e0100\u202e\n"),
        max_size=30,
    )
)
def test_a_text_is_changed_exactly_where_it_has_a_problem(text: str) -> None:
    left, problems = settle(text, "a.md", 0)
    if not any(problem.kind.code == "text.direction-character" for problem in problems):
        assert "\u200b" not in left
        assert (left == text) == (problems == [])
    assert (first_wrong(text) is None) == (problems == [])


@pytest.mark.parametrize(
    "text", ["\u200b", "\u2800", "\u200d", "👩\u200d", "\ufe0f", "\u202e", "&#x202e;"]
)
def test_a_text_full_of_them_is_read_in_no_time(text: str) -> None:
    started = process_time()
    long = text * 300_000
    _, problems = settle(long, "a.csv", len(long))
    assert len(problems) <= MANY
    settle(long, "a.md", 0)
    entity_problems(long, long, "a.md", 1)
    assert process_time() - started < 10
