"""Where the header of a sheet is: below titles, wherever the most cells are names of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

LOOKED_AT: Final = 30
"""Among so many rows with content the header is looked for."""


def find(rows: Sequence[tuple[int, Sequence[str]]], is_header: Callable[[str], bool]) -> int | None:
    """The index of the header among rows (number, cells), None where no row can be one.

    Where no name of a column is known, it is the first row with several cells; the names nearest to
    what stands there can then be proposed.
    """
    first = rows[:LOOKED_AT]
    known = [sum(1 for cell in set(cells) if cell and is_header(cell)) for _, cells in first]
    if any(known):
        return known.index(max(known))
    several = (index for index, (_, cells) in enumerate(first) if sum(map(bool, cells)) > 1)
    return next(several, None)


def name_of(cell: str) -> str:
    """The text of a cell as the name of a column: in one line, without spaces between Han characters."""
    parts = cell.split("\n")
    joined = "".join(part.strip() for part in parts) if not cell.isascii() else " ".join(parts)
    return " ".join(joined.split())
