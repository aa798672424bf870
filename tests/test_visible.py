"""Characters that nobody sees are shown as escapes, in every format."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen import visible
from sitegen.problems import Kind, Location, Problem, Report, Severity

ANYTHING = st.text(
    st.characters(codec=None, categories=None) | st.sampled_from("\x1b\n\x9b\u202e##[::")
)
SEEN_ARABIC = (
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
"""Format characters that have a shape."""
HIDDEN = [
    character
    for character in map(chr, range(0x110000))
    if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    and character not in SEEN_ARABIC
]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;x\x07", r"\x1b]0;x\x07"),
        ("a\n::error::b\r\tc", r"a\n::error::b\r\tc"),
        ("\x9b31m\x7f\x85", r"\x9b31m\x7f\x85"),
        ("\u202egnp\u2066\u200b\ufeff\u2028", r"\u202egnp\u2066\u200b\ufeff\u2028"),
        ("\U000e0041\u3164", r"\U000e0041\u3164"),
        ("\udc9b\udcff\ud800", r"\x9b\xff\ud800"),
        ("葛\U000e0100\u3000é e\u0301 👍\ufe0f\\", "葛\U000e0100\u3000é e\u0301 👍\ufe0f\\"),
    ],
)
def test_an_escape_names_the_character_that_nobody_sees(text: str, shown: str) -> None:
    assert visible.one_line(text) == shown


def test_no_hidden_character_of_unicode_is_left() -> None:
    text = "".join(HIDDEN)
    assert len(HIDDEN) > 2000
    assert not set(HIDDEN) & set(visible.one_line(text))
    assert set(HIDDEN) & set(visible.lines(text)) == {"\t", "\n"}
    assert not set(HIDDEN) & set(visible.in_json(text)) - {"\t", "\n"}


@given(ANYTHING)
@example("##[error]\U000e0041\x7f")
def test_json_says_the_same_with_visible_characters_only(text: str) -> None:
    document = visible.in_json(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(document) == {text: text}
    assert document.isprintable() or not set(document) & set(HIDDEN)
    assert "##[" not in document


KIND = Kind("test.thing", Severity.ERROR, "“{a}”错了", "“{a}” is wrong", "写“{a}”", "write “{a}”")


@given(ANYTHING, ANYTHING)
@example("a\n::error file=b::c", "x")
@example("a", "50%\r\n::error::,:")
def test_a_problem_is_one_visible_line_whatever_it_names(file: str, value: str) -> None:
    report = Report([Problem(KIND, Location(file, 1, 2, value), {"a": value})])
    for text in (report.text("zh"), report.text("en"), report.github("zh"), report.github("en")):
        assert text.endswith("\n") and text.count("\n") == 1
        assert not set(text[:-1]) & set(HIDDEN)
    command, properties, _ = report.github().split("::", 2)[0:3]
    assert command == "" and properties.startswith("error file=")
    assert len(properties.split(",")) == 4 and properties.count("=") >= 4
    (row,) = json.loads(report.json())
    assert (row["file"], row["facts"]) == (file, {"a": value})
