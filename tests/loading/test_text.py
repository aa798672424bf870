"""Bytes become text, or say where they cannot."""

from __future__ import annotations

import pytest

from sitegen.loading.characters import MANY
from sitegen.loading.text import LIMIT, decode


def problem_places(data: bytes) -> list[tuple[str, int | None, int | None]]:
    _, problems = decode(data, "a.md")
    return [(problem.kind.code, problem.at.line, problem.at.column) for problem in problems]


@pytest.mark.parametrize("data", ["潍县萝卜\n".encode(), "\ufeff潍县萝卜\n".encode()])
def test_utf_8_is_read_with_or_without_its_mark(data: bytes) -> None:
    assert decode(data, "a.md") == ("潍县萝卜\n", [])


@pytest.mark.parametrize(
    "words",
    ["潍县萝卜", "名称", "联通", "绿茶", "青州蜜桃，昌乐西瓜", "a: 潍坊", "㐀㐁𠀀", "、", "朱刘店"],
)
def test_gb18030_is_read_with_a_note(words: str) -> None:
    text, problems = decode(words.encode("gb18030"), "a.csv")

    assert text == words
    assert [problem.kind.code for problem in problems] == ["text.gb18030"]


def test_line_ends_of_every_system_become_lf() -> None:
    assert decode(b"a\r\nb\rc\nd", "a.md") == ("a\nb\nc\nd", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-32-be"])
def test_utf_16_and_utf_32_with_a_mark_are_named(encoding: str) -> None:
    data = ("\ufeff" if encoding.endswith("be") else "") + "名称"
    text, problems = decode(data.encode(encoding), "a.md")

    assert text is None
    assert [problem.kind.code for problem in problems] == ["text.utf-16"]
    assert problems[0].facts["encoding"] == encoding[:6].upper()


def test_nul_bytes_are_binary_at_the_first_of_them() -> None:
    assert problem_places("名\n称a\0b\0".encode()) == [("text.binary", 2, 3)]


def test_a_file_over_the_limit_is_refused_unread() -> None:
    assert problem_places(b"a" * LIMIT) == []
    assert problem_places(b"a" * (LIMIT + 1)) == [("text.too-large", None, None)]


def test_damaged_utf_8_is_not_taken_for_gb18030() -> None:
    data = "名称: 潍县萝卜\n产地: 寒亭区".encode()
    cut = data[:-4] + data[-3:]

    assert problem_places(cut) == [("text.broken", 2, 6)]


def test_damage_below_a_utf_8_mark_is_shown_at_its_place() -> None:
    assert problem_places("\ufeff名称\n".encode() + b"a\xff") == [("text.broken", 2, 2)]


def test_bytes_of_no_encoding_are_refused_at_the_first_bad_one() -> None:
    assert problem_places(b"ab\n\xff\xff") == [("text.broken", 2, 1)]


def test_control_characters_are_each_refused_at_their_place() -> None:
    text, problems = decode("名\x07称\r\n\x0b \x7f\x85\u2028\ufeff\ttab".encode(), "a.md")

    assert text is None
    assert [(p.at.line, p.at.column, p.facts["character"]) for p in problems] == [
        (1, 2, "U+0007"),
        (2, 1, "U+000B"),
        (2, 3, "U+007F"),
        (2, 4, "U+0085"),
        (2, 5, "U+2028"),
        (2, 6, "U+FEFF"),
    ]


def test_of_very_many_control_characters_only_the_first_are_reported() -> None:
    assert len(problem_places(b"\x01" * 5000)) == MANY


def test_an_empty_file_is_empty_text() -> None:
    assert decode(b"", "a.md") == ("", [])
