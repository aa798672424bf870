"""Combining marks piled up on one character are refused at their place."""

from __future__ import annotations

import pytest

from sitegen.loading import documents, piled_marks
from sitegen.loading.piled_marks import MOST

ACUTE, GRAVE_AND_BELOW = "\u0301", "\u0300\u0316"


def places(source: str) -> list[tuple[str, int | None, int | None]]:
    _, problems = documents.parse(source.encode(), "content/gi/a.md")
    return [(problem.kind.code, problem.at.line, problem.at.column) for problem in problems]


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        (f"---\nname: 云{GRAVE_AND_BELOW * 16}\n---\n", 2, 8),
        (f"---\nname: 云\n---\n\n甲\n乙{ACUTE * (MOST + 1)}丙\n", 6, 2),
        (f"---\nname: 云\n---\n𠀀{ACUTE * (MOST + 1)}", 4, 2),
        ('---\nname: "云' + r"\u0300\u0316" * 16 + '"\n---\n', 2, 7),
    ],
)
def test_piled_marks_are_refused_where_they_begin(source: str, line: int, column: int) -> None:
    assert places(source) == [("text.piled-marks", line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "a" + ACUTE * MOST,
        ("a" + ACUTE * MOST) * 3,
        "thành phố Hồ Chí Minh".replace("à", "a\u0300"),
        "วันนี้อากาศดีมากและฉันอยากไปเที่ยวทะเลกับเพื่อน",
        "ﷺ" * 40,
        "𠀀" * 100,
    ],
)
def test_texts_of_any_language_pass(text: str) -> None:
    assert piled_marks.first_piled(text) is None


@pytest.mark.parametrize("before", range(MOST + 2))
def test_piled_marks_are_found_wherever_they_begin(before: int) -> None:
    text = "a" * before + ACUTE * (MOST + 1) + "a" * before
    assert piled_marks.first_piled(text) == (before, MOST + 1)
