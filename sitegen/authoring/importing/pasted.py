"""A list that was copied from a document, a sheet or a web page and pasted becomes the bytes of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from sitegen.loading import tables, text
from sitegen.problems import Kind, Location, Problem, Severity

FILE: Final = "粘贴的名单.csv"
"""What problems call it. Their lines are those of what was pasted."""
GAP: Final = re.compile(r"[ \u3000\xa0]{2,}")
"""Between two columns where there is no tab. A single space may be part of a name."""
NOTHING = Kind(
    "pasted.nothing",
    Severity.ERROR,
    zh="没有粘贴任何内容",
    en="nothing was pasted",
    fix_zh="把名单连同列名一起复制，粘贴以后按 Ctrl+D 结束（Windows 是 Ctrl+Z 再回车）",
    fix_en="copy the list with the names of its columns, paste it, and end with Ctrl+D (Ctrl+Z and Enter on Windows)",
)
UNEVEN = Kind(
    "pasted.uneven",
    Severity.ERROR,
    zh="这一行有 {count} 段，列名那一行有 {columns} 段，不知道哪一段是哪一列",
    en="this line has {count} parts, that with the names of the columns {columns}; nobody knows which is which",
    fix_zh="从 Excel、WPS、Word 或网页的表格里复制，各列之间就是 Tab；手打的，每两列之间都空两格以上，顿号不算分列",
    fix_en="copy it from a table, which puts tabs between its columns; or type two spaces or more between all of them: "
    "、 separates no columns",
)


def as_csv(data: bytes) -> tuple[bytes | None, list[Problem]]:
    """The list as CSV with the same lines; None where an error leaves nothing to go on with.

    Columns are separated by tabs where there is one; else by commas where the first line has one, since it is CSV
    already; else by two spaces or more.
    """
    source, problems = text.decode(data, FILE, limit=tables.LIMIT)
    if source is None:
        return None, problems
    lines = source.split("\n")
    if not source.strip():
        return None, [*problems, Problem(NOTHING, Location(FILE))]
    first = next(line for line in lines if line.strip())
    if "\t" in source:
        return _written(_by_tabs(source)), problems
    if "," in first:
        return source.encode(), problems
    rows = [GAP.split(line.strip()) if line.strip() else [] for line in lines]
    wrong = list(_uneven(rows))
    return (None if wrong else _written(rows)), [*problems, *wrong]


def _by_tabs(source: str) -> list[list[str]]:
    """The rows of a list with tabs. Spreadsheets put a cell with a line break in quotes; documents do not. As CSV the
    cell has its line breaks again, so that lines stay what they are."""
    lines = io.StringIO(source, newline="\n")
    if source.count('"') % 2:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return list(csv.reader(lines, delimiter="\t"))


def _uneven(rows: Sequence[Sequence[str]]) -> list[Problem]:
    """The lines that have another number of parts than the line with the names of the columns. Above it, and as
    titles and notes, a line may have one part."""
    columns = max(map(len, rows))
    wrong = []
    for line, row in enumerate(rows, 1):
        if len(row) not in (0, 1, columns):
            facts = {"count": str(len(row)), "columns": str(columns)}
            wrong.append(Problem(UNEVEN, Location(FILE, line), facts))
    return wrong


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()
