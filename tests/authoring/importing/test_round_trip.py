"""An exported workbook that comes back changes nothing; with other cells it changes just their fields."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from sitegen.authoring.sheets.columns import Column, Part
from sitegen.authoring.sheets.parts import parts_of
from sitegen.commands.table_export import export_table
from sitegen.config.site import read_site
from sitegen.loading.workbook_marks import OTHER_SHEETS
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Report
from tests.support.basic_site import tree
from tests.support.filled_content import filled
from tests.support.imported import taken
from tests.support.workbooks import saved

SEEDS = range(6)
RULED = ("文件", "图片说明", "仅装饰", "发布时间", "电话", "微信", "同意依据")
"""Fields of which the rules of a site want more than a valid text."""


def exported(root: Path, collection: str) -> Workbook:
    path = root.parent / "export.xlsx"
    assert export_table(root, collection, path, Report(), full=True, force=True) is not None
    book = load_workbook(io.BytesIO(path.read_bytes()))
    for cell in (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row):
        if isinstance(cell.value, str):
            cell.data_type = "s"  # what looks like a formula is text
    return book


def cells(book: Workbook) -> dict[str, list[list[str]]]:
    return {
        sheet.title: [[str(v or "") for v in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
        if sheet.title not in OTHER_SHEETS
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_an_export_that_comes_back_changes_no_byte(tmp_path: Path, collection: str) -> None:
    root = filled(tmp_path / "site", one_member=False)
    before = tree(root / "content")
    data = saved(exported(root, collection))
    found = taken(root, data, "来.xlsx", name=collection, clear=True, write=True)
    assert not found.report.problems, found.said
    assert {outcome for outcome, _ in found.outcomes} == {"unchanged"}
    assert tree(root / "content") == before


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_other_cells_change_just_their_fields(tmp_path: Path, collection: str, seed: int) -> None:
    root = filled(tmp_path / "site", one_member=False)
    site, _ = read_site(root)
    assert site is not None
    parts = parts_of(collection, site.options)
    book = exported(root, collection)
    choice = random.Random(f"{collection} {seed}")
    edits = choice.sample(list(_editable(book, parts)), k=4)
    for edit in edits:
        cell = book[edit.sheet].cell(edit.row, edit.column)
        cell.value = edit.new or None
        cell.data_type = "s" if edit.new else "n"
    wanted = cells(book)
    before = tree(root / "content")
    found = taken(root, saved(book), "来.xlsx", name=collection, clear=True, write=True)
    assert not found.report.has_errors, found.said
    changed = [
        (row.id, change.title, change.new)
        for row in (found.done.proposals.rows if found.done else ())
        for change in row.changes
    ]
    assert len(changed) == len(edits), (edits, changed)
    assert _different(cells(exported(root, collection)), wanted) == []
    touched = {
        name for name, data in tree(root / "content").items() if data != before.get(name, b"")
    }
    assert found.done is not None and found.done.written is not None
    assert {f"content/{name}" for name in touched} == set(found.done.written)


def _different(one: dict[str, list[list[str]]], other: dict[str, list[list[str]]]) -> list[object]:
    """The cells that are not the same. A column whose last text went is not exported again."""
    assert one.keys() == other.keys()
    return [
        (title, number, name, texts)
        for title in one
        for number, both in enumerate(zip(one[title][1:], other[title][1:], strict=True))
        for name in {*one[title][0], *other[title][0]}
        if len(set(texts := _below(name, (one[title][0], other[title][0]), both))) > 1
    ]


def _below(name: str, headers: Sequence[list[str]], rows: Sequence[list[str]]) -> tuple[str, ...]:
    cells = (dict(zip(header, row, strict=True)) for header, row in zip(headers, rows, strict=True))
    return tuple(row.get(name, "") for row in cells)


class Edit(NamedTuple):
    sheet: str
    row: int
    column: int
    new: str


def _editable(book: Workbook, parts: Sequence[Part]) -> Iterator[Edit]:
    """An edit of each cell that may hold another text."""
    for sheet in book.worksheets:
        if sheet.title in OTHER_SHEETS:
            continue
        for cell in (cell for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row):
            header = str(sheet.cell(1, cell.column).value)
            column = _column(parts, sheet.title, header, sheet is book.worksheets[0])
            for new in (f"{cell.value or ''}甲", "", f"{cell.value or ''}1"):
                # A text in the row of an entry adds a member to a list that has a sheet.
                begins_group = not cell.value and ("." in header or header in book.sheetnames)
                ends_row = not new and sheet.max_column == 2
                names_others = header == "名称" or header.rpartition(".")[2] in RULED
                if column is None or new == (cell.value or ""):
                    continue
                if begins_group or ends_row or names_others:
                    continue
                if _may_be(column, new):
                    yield Edit(sheet.title, cell.row, cell.column, new)
                    break


def _column(parts: Sequence[Part], title: str, header: str, is_first: bool) -> Column | None:
    for part in parts:
        own = part.in_entry if is_first else part.columns if part.title == title else ()
        for column in own:
            if column.header == header:
                return column
    return None


def _may_be(column: Column, text: str) -> bool:
    if not text:
        return not column.is_required and not column.collections
    return bool(not column.collections and column.value_of(text) is not None)


@pytest.mark.parametrize("collection", [name for name in COLLECTIONS if name != "recognitions"])
def test_an_exported_csv_file_that_comes_back_changes_no_byte(
    tmp_path: Path, collection: str
) -> None:
    root = filled(tmp_path / "site", one_member=False)
    before = tree(root / "content")
    path = tmp_path / "export.csv"
    assert export_table(root, collection, path, Report(), full=True) is not None
    found = taken(root, path.read_bytes(), "来.csv", name=collection, clear=True, write=True)
    assert not found.report.problems, found.said
    assert {outcome for outcome, _ in found.outcomes} == {"unchanged"}
    assert tree(root / "content") == before
