"""CSV files as Excel and WPS write them become Tables of trimmed text, each row with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple

from sitegen import files
from sitegen.loading import table_layout as layout
from sitegen.loading import text
from sitegen.loading.document import Table
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.problems import Kind, Location, Problem, Severity

LIMIT: Final = 8 << 20
ROWS: Final = 50_000
COLUMNS: Final = 200
LONG_ROWS: Final = 1_000
"""After so many rows with a cell too many a table is not read any further."""

NO_HEADER = Kind(
    "table.no-header",
    Severity.ERROR,
    zh="表格是空的，没有表头",
    en="The table is empty: it has no header",
    fix_zh="第一行请写各列的名称",
    fix_en="Write the names of the columns in the first row",
)
SEPARATOR = Kind(
    "table.separator",
    Severity.ERROR,
    zh="各列之间不是用半角逗号隔开的，而是“{separator}”",
    en="The columns are separated by “{separator}”, not by commas",
    fix_zh="请在 Excel 或 WPS 里打开，另存为“CSV UTF-8（逗号分隔）”",
    fix_en="Open it in a spreadsheet program and save it as “CSV UTF-8 (comma delimited)”",
)
BLANK_HEADER = Kind(
    "table.blank-header",
    Severity.ERROR,
    zh="表头第 {number} 列没有名称",
    en="Column {number} of the header has no name",
    fix_zh="请写上列名；这一列不用的话，整列删掉",
    fix_en="Name the column, or delete it",
)
DUPLICATE_HEADER = Kind(
    "table.duplicate-header",
    Severity.ERROR,
    zh="表头里“{name}”出现了两次（第 {first} 列和第 {second} 列）",
    en="“{name}” stands twice in the header (columns {first} and {second})",
    fix_zh="请改名或删掉其中一列",
    fix_en="Rename or delete one of the two columns",
)
LONG_ROW = Kind(
    "table.long-row",
    Severity.ERROR,
    zh="表格第 {row} 行有 {cells} 格，表头只有 {columns} 列",
    en="Row {row} of the table has {cells} cells, the header only {columns}",
    fix_zh="文字里的逗号多半被当成了分隔符：请给这一格加上半角双引号，或用 Excel 重新保存",
    fix_en="A comma in the text was probably taken for a separator: put that cell in double quotes",
)
QUOTES = Kind(
    "table.quotes",
    Severity.ERROR,
    zh="表格第 {row} 行里的半角双引号没有配对",
    en="The double quotes in row {row} of the table are not paired",
    fix_zh="请改用中文引号“”，或把文字里的每个半角双引号写两遍，或用 Excel 重新保存",
    fix_en="Write each double quote inside a cell twice, or use curly quotes",
)
TOO_MANY_ROWS = Kind(
    "table.too-many-rows",
    Severity.ERROR,
    zh="表格超过了 {limit} 行",
    en="The table has more than {limit} rows",
    fix_zh="请拆成几个表格",
    fix_en="Split it into several tables",
)
TOO_MANY_COLUMNS = Kind(
    "table.too-many-columns",
    Severity.ERROR,
    zh="表格有 {count} 列，超过了 {limit} 列",
    en="The table has {count} columns, more than {limit}",
    fix_zh="请删掉用不到的列；一行一个条目，不要横着排",
    fix_en="Delete the columns that are not used; entries stand below each other, not side by side",
)

LOST_DIGITS = Kind(
    "table.lost-digits",
    Severity.ERROR,
    zh="这一格的号码存成了“{value}”，后面的数字已经丢了",
    en="the number in this cell was saved as “{value}”; its last digits are lost",
    fix_zh="在原来的表格里把整列设为“文本”，照原件重新输入这一格，再导入那个表格",
    fix_en="format the column as text in the original workbook, type the number again, and take that workbook",
)


class Record(NamedTuple):
    """A row that is not blank: its number, the line on which it starts, its trimmed cells up to the last one
    filled."""

    row: int
    line: int
    cells: list[str]


FORMULA: Final = ("=", "+", "-", "@")
"""How a cell begins that Excel takes for a formula."""
TEXT_MARK: Final = "'"
"""Before one of these it says, as in Excel, that the cell is text. It is no part of the text."""
SEPARATORS: Final = {"\t": "Tab", ";": ";", "；": "；", "，": "，", "|": "|"}


def parse(
    data: bytes, file: str, is_header: Callable[[str], bool] = bool
) -> tuple[Table | None, list[Problem]]:
    """The table in the bytes of a CSV file (UTF-8 or GB18030); None where an error leaves nothing to go on with.

    The header is the first row that is not blank, or below it, where that has no name of a column. Cells are
    trimmed, no-break spaces become plain ones, short rows filled up with "", blank rows and totals skipped.
    Blank cells beyond the last named column, which Excel often leaves, are dropped, and so is the column of
    problems of a marked workbook that was saved as CSV. Problems give the line of the file, and as a fact the row as a spreadsheet counts it.
    """
    source, problems = text.decode(data, file, limit=LIMIT)
    if source is None:
        return None, problems
    rows = records(source.replace("\xa0", " "), file)
    first: list[Record] = []
    for record in islice(rows, layout.LOOKED_AT):
        if isinstance(record, Problem):
            rows = iter([record])
            break
        first.append(record)
    if not first:
        wrong = [record for record in rows if isinstance(record, Problem)]
        return None, [*problems, *(wrong or [Problem(NO_HEADER, Location(file, 1))])]
    index = _header_index(first, is_header)
    number, line, names = first[index]
    ours = [column for column, name in enumerate(names) if name == PROBLEMS_HEADER]
    names = _without(names, ours)
    problems += _titles(first[:index], number, file)
    if wrong := list(_header_problems(tuple(names), Location(file, line))):
        return None, problems + wrong
    reading = _Rows(file, tuple(names), ours)
    is_whole = reading.read(chain(first[index + 1 :], rows))
    problems += reading.long_rows + reading.problems
    shifted = frozenset(problem.at.line or 1 for problem in reading.long_rows)
    table = Table(
        file,
        reading.header,
        tuple(reading.rows),
        tuple(reading.lines),
        files.digest(data),
        wrong_lines=shifted,
        header_line=line,
        refused=frozenset(reading.refused),
    )
    return (table if is_whole else None), problems


class _Rows:
    """The rows below a header, without the columns `ours`. `long_rows` are the problems of rows with cells too
    many."""

    def __init__(self, file: str, header: tuple[str, ...], ours: Sequence[int]) -> None:
        self.file = file
        self.header = header
        self.ours = ours
        self.rows: list[Mapping[str, str]] = []
        self.lines: list[int] = []
        self.long_rows: list[Problem] = []
        self.problems: list[Problem] = []
        self.refused: set[tuple[int, str]] = set()

    def read(self, records: Iterable[Record | Problem]) -> bool:
        """Whether all rows could be read."""
        header = self.header
        footer = layout.Footer()
        for record in records:
            if isinstance(record, Problem):
                self.problems.append(record)
                return False
            number, line, cells = record
            cells = _without(cells, self.ours)
            if not any(cells):
                continue
            left_out = footer.left_out(cells)
            if left_out is not None:
                place = min(left_out.column, len(header))
                at = Location(self.file, line, None, [*header, None][place])
                self.problems.append(Problem(left_out.kind, at, left_out.facts))
                continue
            if len(self.rows) == ROWS:
                facts = {"limit": f"{ROWS:,}"}
                self.problems.append(Problem(TOO_MANY_ROWS, Location(self.file, line), facts))
                return False
            if len(cells) > len(header):
                self.long_rows.append(_long_row(number, line, cells, header, self.file))
                if len(self.long_rows) == LONG_ROWS:
                    return False
            filled_up = [*cells, *[""] * (len(header) - len(cells))][: len(header)]
            for column, cell in enumerate(filled_up):
                if "+" in cell and layout.lost_digits(cell):
                    self._refuse(line, column, cell)
                    filled_up[column] = ""
            self.rows.append(dict(zip(header, filled_up, strict=True)))
            self.lines.append(line)
        return True

    def _refuse(self, line: int, column: int, cell: str) -> None:
        """Refuse a cell with a number whose digits are lost."""
        name = self.header[column]
        self.refused.add((line, name))
        at = Location(self.file, line, None, name)
        self.problems.append(Problem(LOST_DIGITS, at, {"value": cell}))


def _without(cells: list[str], columns: Sequence[int]) -> list[str]:
    if not columns:
        return cells
    return [cell for column, cell in enumerate(cells) if column not in columns]


def _header_index(records: Sequence[Record], is_header: Callable[[str], bool]) -> int:
    """The index of the header: the first row, or where it has no name of a column, the row that has most."""
    if any(map(is_header, records[0].cells)):
        return 0
    named = [
        (row, list(map(layout.name_of, cells))) for row, _, cells in records[: layout.LOOKED_AT]
    ]
    known = [any(map(is_header, cells)) for _, cells in named]
    return (layout.find_header(named, is_header) or 0) if any(known) else 0


def _titles(above: Sequence[Record], header: int, file: str) -> Iterator[Problem]:
    """Rows above the header with several cells are told; a title alone is plain to everybody."""
    for _, line, cells in above:
        parts = [cell for cell in cells if cell]
        if len(parts) > 1:
            facts = {"header": str(header), "text": " ".join(" ".join(parts).split())}
            yield Problem(layout.ABOVE_HEADER, Location(file, line), facts)


def records(source: str, file: str) -> Iterator[Record | Problem]:
    """Each row that is not blank.

    Ends with a Problem where the quotes do not pair, since the cells after that are unknown.
    """
    reader = csv.reader(io.StringIO(source, newline="\n"), strict=True)
    row = 0
    while True:
        row += 1
        line = reader.line_num + 1
        try:
            written = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # The text has neither NUL nor CR, so this is about quotes. A cell of more than 128 KiB
            # is an error too, and comes from an unpaired quote.
            yield Problem(QUOTES, Location(file, line), {"row": str(row)})
            return
        if not written:
            continue
        cells = [_without_mark(cell.strip()) for cell in written]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Record(row, line, cells)


def may_be_formula(cell: str) -> bool:
    """Whether a spreadsheet program may take a cell for a formula; marked as text or not."""
    return cell.lstrip(TEXT_MARK)[:1] in FORMULA


def _without_mark(cell: str) -> str:
    """The text of a cell without the mark that it is text."""
    return cell[1:] if cell.startswith(TEXT_MARK) and may_be_formula(cell) else cell


def _header_problems(header: tuple[str, ...], at: Location) -> Iterator[Problem]:
    if len(header) == 1:
        for separator, shown in SEPARATORS.items():
            if separator in header[0]:
                yield Problem(SEPARATOR, at, {"separator": shown})
                return
    if len(header) > COLUMNS:
        yield Problem(TOO_MANY_COLUMNS, at, {"count": str(len(header)), "limit": str(COLUMNS)})
        return
    first: dict[str, int] = {}
    for number, name in enumerate(header, start=1):
        if not name:
            yield Problem(BLANK_HEADER, at, {"number": str(number)})
        elif first.setdefault(name, number) != number:
            facts = {"name": name, "first": str(first[name]), "second": str(number)}
            yield Problem(DUPLICATE_HEADER, at, facts)


def _long_row(row: int, line: int, cells: list[str], header: tuple[str, ...], file: str) -> Problem:
    facts = {"row": str(row), "cells": str(len(cells)), "columns": str(len(header))}
    return Problem(LONG_ROW, Location(file, line), facts)
