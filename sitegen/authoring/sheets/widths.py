"""How wide columns and how high rows have to be so that people can read them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

NARROWEST: Final = 8
WIDEST: Final = 44
"""In digits, as Excel counts widths. A longer text is wrapped."""
MARGIN: Final = 3
SAMPLE: Final = 500
"""Number of rows that decide the width of a column."""
LINE: Final = 15.0
MOST_LINES: Final = 5
"""The height of a line, in points, and of how many of them a row shows: a longer text would push the other rows
out of sight, and is read in the cell itself."""


def width_of(text: str) -> int:
    """The width of the longest line of a text: a Han character is as wide as two digits."""
    return max((sum(map(_width, line)) for line in text.split("\n")), default=0)


def column_width(header: str, cells: Iterable[str]) -> int:
    """The width of a column with this header and these cells."""
    texts = [header, *(cell[: 2 * WIDEST] for _, cell in zip(range(SAMPLE), cells, strict=False))]
    return min(max(max(map(width_of, texts)) + MARGIN, NARROWEST), WIDEST)


def row_height(cells: Iterable[str], widths: Iterable[float]) -> float:
    """The height of a row in points, for columns of these widths."""
    lines = (
        sum(1 + max(width_of(line) - 1, 0) // int(width - 1) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
        if cell
    )
    return LINE * min(max(lines, default=1), MOST_LINES)


def _width(character: str) -> int:
    """The letters of pinyin are as wide as others, though Chinese fonts of old had them as wide as Han."""
    kind = unicodedata.east_asian_width(character)
    return 2 if kind in "WF" or (kind == "A" and not character.isalpha()) else 1
