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
from sitegen.loading import documents
from sitegen.loading.document import Document, Tree
from sitegen.loading.workbook_marks import OTHER_SHEETS
from sitegen.model import table_columns, table_entries
from sitegen.model.entry import Entry
from sitegen.model.options import Options
from sitegen.problems import Problem


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


def entries_of(path: Path, collection: str, options: Options) -> dict[str, Tree]:
    """The entries of a workbook by id, as the model reads tables."""
    document, problems = document_of(path.read_bytes(), collection, options)
    assert document is not None and not problems, problems
    return dict(document.tree)


def document_of(
    data: bytes, collection: str, options: Options
) -> tuple[Document | None, list[Problem]]:
    """The document with the entries of a workbook, and what is wrong with them."""
    is_header = table_columns.is_entry_header(collection, options)
    tables, problems = documents.parse_tables(data, f"content/{collection}/x.xlsx", is_header)
    assert tables is not None, problems
    document, wrong = table_entries.as_entries(tables, collection, options)
    return document, problems + wrong


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
