"""Workbooks read back by another library than the one that wrote them, and entries read from them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from sitegen.building import content
from sitegen.catalogue.references_by_name import ReferencesByName
from sitegen.config.site import read_site
from sitegen.loading.document import Table, Tree
from sitegen.loading.workbook_marks import EXAMPLE, OTHER_SHEETS
from sitegen.model import table_columns
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.fields import inner_model, written_name
from sitegen.model.options import Options


class SheetText(NamedTuple):
    """The cells of a sheet as text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def opened(path: Path) -> Workbook:
    return load_workbook(io.BytesIO(path.read_bytes()))


def sheets(book: Workbook) -> dict[str, SheetText]:
    """The sheets that hold entries, by title, the first one first."""
    found = {}
    for page in book.worksheets:
        if page.title not in OTHER_SHEETS:
            rows = [tuple(str(v or "") for v in row) for row in page.iter_rows(values_only=True)]
            found[page.title] = SheetText(rows[0], tuple(rows[1:]))
    return found


def entries_of(path: Path, collection: str, options: Options) -> dict[str, dict[str, Tree]]:
    """The entries of a workbook by id, as the model reads tables."""
    first, *further = sheets(opened(path)).items()
    rows = [row for row in first[1].rows if row[0] != EXAMPLE]
    document, problems = table_columns.as_entries(
        [table(SheetText(first[1].header, tuple(rows)))], collection, options
    )
    assert document is not None and not [p for p in problems if p.facts.get("field") != "rows"]
    entries: dict[str, Any] = {key: dict(tree) for key, tree in document.tree.items()}  # type: ignore[arg-type]
    for title, sheet in further:
        place, model = list_called(collection, title)
        for row in sheet.rows:
            if row[0] == EXAMPLE:
                continue
            _add(entries[row[0]], place, model, SheetText(sheet.header[1:], (row[1:],)))
    return entries


def _add(entry: dict[str, Any], place: tuple[str, ...], model: Any, row: SheetText) -> None:
    for name in place[:-1]:
        entry = entry.setdefault(name, {})
    members = entry.setdefault(place[-1], [])
    if model is None:
        members.append(row.rows[0][0])
    else:
        read, _, problems = table_columns.as_list(table(row), model)
        assert not problems
        members.extend(read)


def list_called(collection: str, title: str) -> tuple[tuple[str, ...], Any]:
    """The place of the list that a sheet with this title has, and the class of its members, None for texts."""
    model: Any = COLLECTIONS[collection].model
    place: list[str] = []
    for part in title.split("."):
        assert model is not None
        attribute, info = next(i for i in model.model_fields.items() if i[1].title == part)
        place.append(written_name(attribute, info))
        model = inner_model(info.annotation)
    return tuple(place), model


def table(sheet: SheetText) -> Table:
    rows = tuple(dict(zip(sheet.header, row, strict=True)) for row in sheet.rows)
    return Table("x.xlsx", sheet.header, rows, tuple(range(2, len(rows) + 2)), "")


def records(root: Path, collection: str) -> Mapping[str, Any]:
    """The records of a collection's entries by id, with ids in place of names."""
    return {entry.id: value for entry, value in _records(root) if entry.collection == collection}


def _records(root: Path) -> Iterator[tuple[Entry, Any]]:
    site, problems = read_site(root)
    assert site is not None and not problems
    found, wrong = content.read(
        root, site.options, "", workers=1, now=0, use_cache=False, keep_cache=False
    )
    errors = [f"{p.at} {p.message('zh')}" for p in wrong if p.kind.severity.value == "error"]
    assert not errors, errors
    for entry in ReferencesByName().resolved(found.entries, site.options):
        yield entry, (entry.record(site.options), entry.extra)
