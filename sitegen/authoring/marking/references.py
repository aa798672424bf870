"""Cells and ranges as they are named in the XML of a sheet. Rows and columns count from 1."""

from __future__ import annotations

from functools import cache
from typing import Final

from sitegen.authoring.marking.xml_edits import Element
from sitegen.loading.workbooks.facts import Damaged

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384


def cells_of(row: Element) -> list[tuple[int, Element]]:
    """(column, cell) of the cells of a row. Raises Damaged where they are not in order."""
    column = 0
    cells = []
    for cell in row.children:
        if cell.name != "c":
            continue
        reference = cell.attributes.get("r")
        following = column_of(reference) if reference else column + 1
        if following <= column:
            raise Damaged("order of cells")
        column = following
        cells.append((column, cell))
    return cells


def column_of(reference: str) -> int:
    """The number of the column of a cell such as C7, from 1. Raises Damaged."""
    return _column(reference.rstrip("0123456789"))


@cache
def _column(name: str) -> int:
    column = 0
    for letter in name:
        if not "A" <= letter <= "Z" or column > LAST_COLUMN:
            raise Damaged("reference")
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= LAST_COLUMN:
        raise Damaged("reference")
    return column


def area_of(reference: str) -> tuple[int, int, int, int]:
    """(top, left, bottom, right) of a range such as A1:C7. Raises Damaged."""
    first, _, last = reference.replace("$", "").partition(":")
    last = last or first
    top, bottom = (
        number(one.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), LAST_ROW) for one in (first, last)
    )
    return top, column_of(first), bottom, column_of(last)


def number(text: str, most: int) -> int:
    """A number from 1 to `most`. Raises Damaged."""
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= most):
        raise Damaged(text[:9])
    return int(text)
