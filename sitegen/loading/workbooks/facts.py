"""What the first look at a sheet finds: its extent, and what python-calamine does not tell of its cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

Cell: TypeAlias = "tuple[int, int]"
"""(row, column), both from 0."""

ROWS: Final = 51_000
"""The last row with content may be so far down: 50,000 rows below titles, header and blank rows."""
COLUMNS: Final = 1_000
AREA: Final = 2_000_000
"""Maximum of rows times columns: python-calamine keeps blank cells too, at 32 bytes each."""
CHARACTERS: Final = 24_000_000
"""Maximum number of characters in all cells of a sheet, a text counted as often as it stands there."""


class Damaged(Exception):
    """The file cannot be read."""


class Encrypted(Exception):
    """The file is protected by a password."""


class TooLarge(Exception):
    """A sheet or file is larger than is read. The arguments say the bound in Chinese and in English."""


@dataclass(slots=True)
class SheetFacts:
    """A sheet before its values are read.

    `rows` and `columns` reach to the last cell with content. `hidden_columns` are (first, last) of such columns that
    stand together. `pictures` are cells that hold one. `errors` are cells with an error such as
    `#N/A`, `unresolved` formulas without a stored result. `formats` are the number formats of cells with
    numbers, where they change what one reads. `merged` are (top, left, bottom, right), all inclusive.
    """

    name: str
    is_hidden: bool = False
    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[Cell, str] = field(default_factory=dict)
    pictures: set[Cell] = field(default_factory=set)
    unresolved: set[Cell] = field(default_factory=set)
    formats: dict[Cell, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    characters: int = 0
    last_row: int = 0

    def reach_in_order(self, row: int, column: int, characters: int = 0) -> None:
        """As `reach`, for formats whose rows are in order. python-calamine trusts in that: from the last cell
        above the first one it reckons with billions of rows. Raises Damaged, TooLarge."""
        if row < self.last_row:
            raise Damaged("order of rows")
        self.last_row = row
        self.reach(row, column, characters)

    def reach(self, row: int, column: int, characters: int = 0) -> None:
        """Take in a cell with content. Raises TooLarge."""
        if row >= self.rows:
            self.rows = row + 1
        if column >= self.columns:
            self.columns = column + 1
        self.characters += characters
        if self.rows > ROWS:
            raise TooLarge(f"{ROWS:,} 行", f"{ROWS:,} rows")
        if self.columns > COLUMNS:
            raise TooLarge(f"{COLUMNS:,} 列", f"{COLUMNS:,} columns")
        if self.rows * self.columns > AREA:
            raise TooLarge(f"{AREA:,} 格", f"{AREA:,} cells")
        if self.characters > CHARACTERS:
            raise TooLarge(f"{CHARACTERS:,} 个字", f"{CHARACTERS:,} characters")
