"""What Git leaves of a conflict is told in any text, before anything is made of it."""

from __future__ import annotations

import pytest

from sitegen.loading.text import decode

CONFLICT = "<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> branch\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (CONFLICT, [(1, "5")]),
        (f"---\nname: 甲\n---\n\n{CONFLICT}文\n{CONFLICT}", [(5, "9"), (11, "15")]),
        ("<<<<<<< HEAD\n甲\n", []),
        ("甲 <<<<<<< a\n乙 >>>>>>> b\n", []),
        ("标题\n=======\n", []),
    ],
)
def test_a_conflict_is_told_once_at_its_first_line(
    text: str, places: list[tuple[int, str]]
) -> None:
    read, problems = decode(text.encode(), "content/pages/a.md")
    found = [(problem.at.line, problem.facts["end"]) for problem in problems]
    assert found == places
    assert {problem.kind.code for problem in problems} <= {"text.merge-conflict"}
    assert (read is None) == bool(places)
