"""A sheet as a CSV file that Excel and WPS open rightly, and that content/ may hold."""

from __future__ import annotations

import codecs
import csv
import io

from sitegen.authoring.sheets.sheet import Sheet
from sitegen.loading.tables import TEXT_MARK, may_be_formula


def csv_bytes(sheet: Sheet) -> bytes:
    """The file: UTF-8 with BOM, rows that end as Windows ends lines. A text that might be taken for a formula
    begins with an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.header for column in sheet.columns])
    writer.writerows([_safe(cell) for cell in row] for row in sheet.rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _safe(cell: str) -> str:
    is_negative = cell.startswith("-") and cell[1:].replace(".", "", 1).isdecimal()
    return TEXT_MARK + cell if may_be_formula(cell) and not is_negative else cell
