"""The empty form that an office sends to enterprises: a row for each entry, and one that shows how."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.sheets.columns import ID_COLUMN, Column, Part
from sitegen.authoring.sheets.drop_downs import DropDowns
from sitegen.authoring.sheets.entry_cells import EntryCells
from sitegen.authoring.sheets.entry_sheets import entry_sheets
from sitegen.authoring.sheets.examples import example_text
from sitegen.authoring.sheets.guide import form_guide
from sitegen.authoring.sheets.parts import parts_of
from sitegen.authoring.sheets.reference_names import ReferenceNames
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.authoring.sheets.workbook import workbook_bytes
from sitegen.loading.workbook_marks import EXAMPLE, sheet_name
from sitegen.model.collections import COLLECTIONS

OFFICE: Final = frozenset(["published", "pinyin"])
"""Usual fields that the office fills in, not the enterprise."""
ID_LEFT_OPEN: Final = "可以空着，由收表的单位来编"
PICTURE: Final = "照片的文件名；照片另外发"
"""What an enterprise is told of the file of a picture: it knows no folders of ours."""


def form_bytes(known: KnownEntries, collection: str, *, full: bool) -> bytes:
    """The workbook with the form for a collection: required and usual fields, with `full` all that are public.

    A row of the sheet has columns for one member of each list; a list that is required has its own sheet.
    """
    parts = tuple(
        part
        for part in parts_of(collection, known.options)
        if not part.is_private and (full or part.place[0] not in OFFICE)
    )
    in_one = not any(part.is_list and part.is_required for part in parts)
    names = ReferenceNames(known)
    cells = EntryCells(parts, names, in_one)
    sheets = entry_sheets(collection, cells, full=full, public=True)
    if in_one:
        sheets = [replace(sheets[0], columns=_ordered(sheets[0].columns))]
    drop_downs = DropDowns(sheets, names)
    sheets = [_with_example(collection, sheet, parts, drop_downs) for sheet in sheets]
    has_pictures = any(part.place == ("images",) for part in parts)
    guide = form_guide(sheets, has_pictures=has_pictures)
    return workbook_bytes(sheets, drop_downs, guide, guide_first=True)


def _ordered(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The id, which may be left open, then what is required, then the rest."""
    first = replace(ID_COLUMN, is_required=False, about=ID_LEFT_OPEN)
    pictures = (replace(c, about=PICTURE) if c.header == "图片.文件" else c for c in columns[1:])
    return (first, *sorted(pictures, key=lambda column: not column.is_required))


def _with_example(
    collection: str, sheet: Sheet, parts: tuple[Part, ...], drop_downs: DropDowns
) -> Sheet:
    """The sheet with its first row as the example."""
    texts = [EXAMPLE]
    for column in sheet.columns[1:]:
        part = next(part for part in parts if _holds(part, collection, sheet, column.header))
        texts.append(example_text(collection, part.path, column, drop_downs))
    return replace(sheet, rows=(tuple(texts), *sheet.rows), examples=1)


def _holds(part: Part, collection: str, sheet: Sheet, header: str) -> bool:
    """Whether the column of a sheet with this header belongs to a part."""
    is_further = sheet.title != COLLECTIONS[collection].title.zh
    if is_further and sheet_name(part.title) != sheet.title:
        return False
    columns = part.columns if is_further else part.in_entry
    return any(column.header == header for column in columns)
