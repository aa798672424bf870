"""Front matter and Markdown part at two lines of three hyphens."""

from __future__ import annotations

import pytest

from sitegen.loading.front_matter import FrontMatter, split


def test_the_parts_come_with_their_first_lines() -> None:
    parts, problems = split("---\nname: a\nkind: b\n---\n正文\n", "a.md")

    assert parts == FrontMatter("name: a\nkind: b\n", 2, "正文\n", 5)
    assert problems == []


def test_the_body_may_be_missing() -> None:
    assert split("---\nname: a\n---", "a.md")[0] == FrontMatter("name: a\n", 2, "", 4)


def test_the_fields_may_be_missing() -> None:
    assert split("---\n---\nx", "a.md")[0] == FrontMatter("", 2, "x", 3)


def test_blank_lines_above_and_blanks_after_the_hyphens_do_not_matter() -> None:
    parts, problems = split("\n \n---  \nname: a\n--- \t\n\nx", "a.md")

    assert parts == FrontMatter("name: a\n", 4, "\nx", 6)
    assert problems == []


def test_rules_in_the_body_stay_in_the_body() -> None:
    parts, _ = split("---\na: 1\n---\nx\n\n---\n\ny\n", "a.md")

    assert parts is not None
    assert parts.body == "x\n\n---\n\ny\n"


def test_hyphens_inside_a_value_do_not_end_the_fields() -> None:
    parts, _ = split("---\na: |\n  ---\n  x\nb: ---\n---\n", "a.md")

    assert parts is not None
    assert parts.yaml == "a: |\n  ---\n  x\nb: ---\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "front-matter.missing", 1, 1),
        ("正文\n", "front-matter.missing", 1, 1),
        ("# 标题\n---\na: 1\n---\n", "front-matter.missing", 1, 1),
        ("name: a\n---\n", "front-matter.missing", 1, 1),
        ("---", "front-matter.unclosed", 1, 1),
        ("---\nname: a\n", "front-matter.unclosed", 1, 1),
        ("\n---\nname: a\n ...\n正文", "front-matter.unclosed", 2, 1),
        ("———\nname: a\n———\n", "front-matter.dashes", 1, 1),
        ("－－－\nname: a\n---\n", "front-matter.dashes", 1, 1),
        ("——\nname: a\n——\n", "front-matter.dashes", 1, 1),
        ("----\nname: a\n----\n", "front-matter.dashes", 1, 1),
        ("\n  ---\nname: a\n", "front-matter.dashes", 2, 3),
        ("---\nname: a\n－－－\n正文", "front-matter.dashes", 3, 1),
        ("---\nname: a\n\u3000—— \n正文", "front-matter.dashes", 3, 2),
        ("\n---\nname: a\nkind: b\n  ---\n", "front-matter.dashes", 5, 3),
    ],
)
def test_what_is_wrong_is_shown_at_its_place(text: str, code: str, line: int, column: int) -> None:
    parts, problems = split(text, "a.md")

    assert parts is None
    assert [(p.kind.code, p.at.line, p.at.column) for p in problems] == [(code, line, column)]
