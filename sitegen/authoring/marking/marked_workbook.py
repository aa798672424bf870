"""A workbook with marks, from the bytes of a workbook and what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.authoring.marking.marking import Marking
from sitegen.authoring.marking.marks import MOST, Mark
from sitegen.authoring.marking.plain_workbook import CSV_SHEET, plain_workbook
from sitegen.loading.formats import CSV, WORKBOOKS, extension_of, format_of
from sitegen.loading.workbooks.facts import Damaged, TooLarge
from sitegen.loading.workbooks.recognising import recognise
from sitegen.problems import Language


class MarkedWorkbook(NamedTuple):
    """The bytes of a marked workbook, and the extension that its file has to have. `is_plain` says that it has
    only the texts of the file it was made of, `left_out` how many marks were too many."""

    data: bytes
    extension: str
    is_plain: bool
    left_out: int


def marked(
    data: bytes,
    file: str,
    marks: Sequence[Mark],
    *,
    headers: Mapping[str, int] | None = None,
    language: Language = "zh",
) -> MarkedWorkbook | None:
    """The workbook with its wrong cells marked.

    Marks of before are taken away first. An .xlsx or .xlsm file keeps all else; of another one, or of one that
    cannot be changed, a new .xlsx file is made with the texts that are read in it. `headers` are the rows of
    the headers by sheet, that of a CSV file is called ""; without it the first row with several cells is taken. None where the file cannot be
    opened, or is too large.
    """
    left_out = max(0, len(marks) - MOST)
    marks = list(marks)[:MOST]
    is_csv = format_of(file) is CSV
    if not is_csv and recognise(data).container == "xlsx":
        try:
            new = Marking(data, headers or {}, language).marked(marks)
            return MarkedWorkbook(new, extension_of(file), False, left_out)
        except TooLarge:
            return None
        except Damaged:
            pass  # what can be read of it is written anew
    plain = plain_workbook(data, file, (headers or {}).get("", 0))
    if plain is None:
        return None
    if is_csv:
        marks = [_in_sheet(mark, plain.header) for mark in marks]
        headers = {CSV_SHEET: plain.line}
    new = Marking(plain.data, headers or {}, language).marked(marks)
    return MarkedWorkbook(new, WORKBOOKS[0].extension, True, left_out)


def _in_sheet(mark: Mark, header: Sequence[str]) -> Mark:
    """The mark of a CSV file, whose places know columns by name only."""
    column = mark.column
    if column is None and mark.name in header:
        column = header.index(mark.name) + 1
    return replace(mark, sheet=CSV_SHEET, column=column)
