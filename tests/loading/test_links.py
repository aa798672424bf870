"""Links are placed where the body has them."""

from __future__ import annotations

import pytest

from sitegen.loading.document import Document, Places
from sitegen.loading.links import SEARCHES, LinkPlaces


def places(body: str) -> LinkPlaces:
    return LinkPlaces(Document("a.md", {}, body, 10, "", Places()))


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("见[甲](gi:x)。", 10, 6),
        ("见[甲]( <gi:x> )。", 10, 8),
        ("甲\n\n[甲]: gi:x", 12, 6),
        ('<a href="gi:x">甲</a>', 10, 10),
        ("<gi:x>", 10, 2),
        ("网址 gi:x。", 10, 4),
        ("`[甲](gi:x)` [乙](gi:x)", 10, 17),
        ("``a`[甲](gi:x)`` [乙](gi:x)", 10, 21),
        ("a`b [甲](gi:x)", 10, 9),
        ("```\n[甲](gi:x)\n```\n[乙](gi:x)", 13, 5),
        ("[甲](gi:x1)[乙](gi:x)", 10, 15),
        ("没有", 10, 1),
    ],
)
def test_a_link_is_placed_where_it_is_first_written_outside_code(
    body: str, line: int, column: int
) -> None:
    at = places(body).place("gi:x")
    assert (at.file, at.line, at.column) == ("a.md", line, column)


def test_many_links_that_are_not_written_as_they_are_shown_get_the_place_of_the_body() -> None:
    body = "\n".join(f"网址 https://a.example/{number}" for number in range(2 * SEARCHES))
    found = places(body)
    lines = [found.place(f"https://a.example/{number}").line for number in range(2 * SEARCHES)]
    assert lines == [*range(10, 10 + SEARCHES), *[10] * SEARCHES]
