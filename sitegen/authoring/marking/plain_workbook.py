"""A new .xlsx file with the texts of a workbook or CSV file that cannot be changed itself.

All cells are text and stand where they stood. A cell that cannot be read keeps its value and number format, so
that it is refused again until somebody has corrected it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sitegen.authoring.marking.plain_parts import PlainSheet, workbook_of
from sitegen.loading import tables, text
from sitegen.loading.formats import CSV, format_of
from sitegen.loading.workbooks import cells
from sitegen.loading.workbooks.cells import Refused, Value
from sitegen.loading.workbooks.facts import Cell, Damaged, Encrypted, SheetFacts, TooLarge
from sitegen.loading.workbooks.reading import opened
from sitegen.loading.workbooks.recognising import recognise
from sitegen.problems import Problem

CSV_SHEET: Final = "Sheet1"
MOST_CELLS: Final = 250_000
"""So many cells are written within two seconds and 250 MB."""


class Plain(NamedTuple):
    """The bytes of the new workbook. Of a CSV file `header` has the names of the columns, `line` is the row of
    the header, and all stands in the sheet CSV_SHEET."""

    data: bytes
    header: tuple[str, ...] = ()
    line: int = 0


def plain_workbook(data: bytes, file: str, header_line: int = 0) -> Plain | None:
    """The texts of a file as a new workbook; None where it cannot be opened, or is very large. `header_line` is where
    the header of a CSV file is, 0 for the first line."""
    if format_of(file) is CSV:
        return _of_csv(data, file, header_line)
    container = recognise(data).container
    if container not in ("xlsx", "ods", "xls"):
        return None
    try:
        sheets, _, values = opened(data, container)
        shown = [facts for facts in sheets if not facts.is_hidden]
        found = []
        left = MOST_CELLS
        for facts in shown:
            found.append(_sheet(facts, values.of(facts), left))
            left -= len(found[-1].texts) + len(found[-1].refused)
    except (Damaged, Encrypted, TooLarge):
        return None
    return Plain(workbook_of(found)) if found else None


def _of_csv(data: bytes, file: str, header_line: int) -> Plain | None:
    source, _ = text.decode(data, file, limit=tables.LIMIT)
    if source is None:
        return None
    texts: dict[Cell, str] = {}
    header: tuple[str, ...] = ()
    first = 0
    for record in tables.records(source.replace("\xa0", " "), file):
        if isinstance(record, Problem):
            break  # quotes that do not pair: nobody knows the cells after that
        if len(texts) > MOST_CELLS:
            return None
        _, line, row = record
        if line == header_line or not first:
            header, first = tuple(row), line
        texts.update({(line - 1, column): cell for column, cell in enumerate(row) if cell})
    if not first:
        return None
    return Plain(workbook_of([PlainSheet(CSV_SHEET, texts, {}, {})]), header, first)


def _sheet(facts: SheetFacts, rows: Iterable[Sequence[Value]], most: int) -> PlainSheet:
    """The cells of a sheet. Raises TooLarge where there are more than `most`."""
    texts: dict[Cell, str] = {}
    refused: dict[Cell, tuple[Value, str]] = {}
    errors = dict.fromkeys(facts.unresolved, "#N/A") | facts.errors
    for row, values in enumerate(rows):
        if len(texts) + len(refused) > most:
            raise TooLarge(f"{MOST_CELLS:,} 格", f"{MOST_CELLS:,} cells")
        for column, value in enumerate(values):
            cell = (row, column)
            if value == "" or cell in errors:
                continue
            found = cells.read(value, cell, facts)
            if isinstance(found, Refused):
                refused[cell] = (value, facts.formats.get(cell, ""))
            elif found:
                texts[cell] = found
    return PlainSheet(facts.name, texts, refused, errors)
