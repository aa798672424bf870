"""The rows of the home page: which of its sections stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.outputs.parts.views.lists import HomeRow

PARTNERS = (frozenset({"places", "kinds"}), frozenset({"recent", "schemes"}))
"""Sections of half the width that belong together."""
HALVES = frozenset().union(*PARTNERS)


def rows_of(sections: Sequence[str]) -> tuple[HomeRow, ...]:
    """The sections in this order. Of those of half the width, two that follow each other share a row,
    but none takes its partner away from the one behind it."""
    return tuple(map(HomeRow, _rows(list(sections))))


def _rows(sections: list[str]) -> Iterator[tuple[str, ...]]:
    while sections:
        two, next_two = sections[:2], sections[1:3]
        share = HALVES.issuperset(two) and (_partners(two) or not _partners(next_two))
        row = two if share else two[:1]
        yield tuple(row)
        del sections[: len(row)]


def _partners(sections: Sequence[str]) -> bool:
    return frozenset(sections) in PARTNERS
