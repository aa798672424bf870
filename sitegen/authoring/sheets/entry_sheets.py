"""The sheets for the entries of a collection: a row for each entry, further sheets for lists."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from sitegen.authoring.sheets.columns import ID_COLUMN, Column
from sitegen.authoring.sheets.entry_cells import EntryCells, has_own_sheet
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.loading.workbook_marks import OTHER_SHEETS, numbered_name, sheet_name
from sitegen.model.collections import COLLECTIONS


def entry_sheets(collection: str, cells: EntryCells, *, full: bool, public: bool) -> list[Sheet]:
    """The sheets for these cells, that of the entries first.

    There are the columns that are filled, required or usual, with `full` all of them. With `public`, private
    fields are left out.
    """
    columns: list[Column] = []
    places: list[tuple[tuple[str, ...], str]] = []
    further = []
    for part in cells.parts:
        rows = cells.lists.get(part.place, [])
        own_sheet = has_own_sheet(part, in_one=cells.in_one)
        is_wanted = full or part.is_usual or part.is_required
        if rows or (own_sheet and is_wanted and not cells.in_one):
            filled = {name for _, texts in rows for name in texts}
            shown = _shown(part.columns, filled, full=full, public=public)
            lines = tuple((entry, *(t.get(c.name, "") for c in shown)) for entry, t in rows)
            if shown:
                further.append(Sheet(sheet_name(part.title), (ID_COLUMN, *shown), lines))
        if own_sheet:
            continue
        filled = {name for _, row in cells.rows for name in row.get(part.place, {})}
        if filled or is_wanted:
            for column in _shown(part.in_entry, filled, full=full, public=public):
                optional = bool(part.path) and not part.is_required
                columns.append(replace(column, is_required=False) if optional else column)
                places.append((part.place, column.name))
    rows_of_entries = tuple(
        (entry, *(row.get(place, {}).get(name, "") for place, name in places))
        for entry, row in cells.rows
    )
    first = Sheet(COLLECTIONS[collection].title.zh, (ID_COLUMN, *columns), rows_of_entries)
    return _with_own_titles([first, *further])


def _with_own_titles(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets, with a number behind a title that another sheet has already."""
    taken = {title.lower() for title in OTHER_SHEETS}
    named = []
    for sheet in sheets:
        title, number = sheet.title, 2
        while title.lower() in taken:
            title, number = numbered_name(sheet.title, number), number + 1
        taken.add(title.lower())
        named.append(replace(sheet, title=title))
    return named


def _shown(
    columns: tuple[Column, ...], filled: Set[str], *, full: bool, public: bool
) -> list[Column]:
    """Those of the columns of a part that a sheet has: also those that the part cannot be without."""
    return [
        column
        for column in columns
        if (full or column.name in filled or column.is_required or column.is_usual)
        and not (public and column.is_private)
    ]
