"""The lists that cells are chosen from. They stand in a hidden sheet: Excel takes no more than 255 characters
in the cell itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sitegen.authoring.sheets.cells import reference_choices
from sitegen.authoring.sheets.columns import Column
from sitegen.authoring.sheets.reference_names import ReferenceNames
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.loading.workbook_marks import LISTS_SHEET
from sitegen.model.collections import COLLECTIONS

List: TypeAlias = "tuple[str, tuple[str, ...]]"
"""The title of a list and its values."""


class DropDowns:
    """The lists of a workbook. A list of entries has their ids in the column beside it."""

    def __init__(self, sheets: Iterable[Sheet], names: ReferenceNames) -> None:
        self._columns: list[List] = []
        self._sources: dict[tuple[object, ...], str] = {}
        self._first: dict[tuple[object, ...], str] = {}
        for sheet in sheets:
            for column in sheet.columns:
                self._add(column, names)

    def source_of(self, column: Column) -> str:
        """The range with the values of a column, "" where it has no list."""
        return self._sources.get(_key(column), "")

    def first_of(self, column: Column) -> str:
        """The first value of its list, "" where it has none."""
        return self._first.get(_key(column), "")

    def columns(self) -> Iterator[List]:
        """The columns of the hidden sheet."""
        yield from self._columns

    def _add(self, column: Column, names: ReferenceNames) -> None:
        key = _key(column)
        if key in self._sources:
            return
        if column.choices:
            self._append(key, column.header, column.choices)
        elif column.collections:
            choices = reference_choices(column, names)
            titles = "、".join(COLLECTIONS[name].title.zh for name in column.collections)
            self._append(key, titles, tuple(text for text, _ in choices))
            if choices:
                self._columns.append((f"{titles}的编号", tuple(written for _, written in choices)))

    def _append(self, key: tuple[object, ...], title: str, values: tuple[str, ...]) -> None:
        if values:
            letter = _letter(len(self._columns))
            self._sources[key] = f"='{LISTS_SHEET}'!${letter}$2:${letter}${len(values) + 1}"
            self._first[key] = values[0]
            self._columns.append((title, values))


def _key(column: Column) -> tuple[object, ...]:
    return (column.choices, column.collections, column.takes_any_name)


def _letter(number: int) -> str:
    """The letters of a column, counted from 0: A, Z, AA."""
    letters = ""
    while number >= 0:
        letters = chr(ord("A") + number % 26) + letters
        number = number // 26 - 1
    return letters
