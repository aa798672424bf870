"""One sheet of a workbook becomes a Table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen.loading import table_layout as layout
from sitegen.loading import tables
from sitegen.loading.document import Table
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.loading.workbooks import cells, kinds
from sitegen.loading.workbooks.cells import Refused, Value
from sitegen.loading.workbooks.facts import SheetFacts
from sitegen.problems import Location, Problem, Severity, letters

PROSE_NAME = re.compile("说明|须知|要求|注意|封面|目录|示例")
"""How sheets are called that hold no table. One of another name that has no header may have lost it."""
Row = tuple[int, list[str]]
"""(row from 0, text of each cell)."""


def _is_prose(name: str) -> bool:
    """Whether a sheet of this name may do without a table."""
    return PROSE_NAME.search(name) is not None


class SheetReader:
    """Reads one sheet. `problems` has what is wrong in it, `refused` the cells without a text. `is_wrong`
    says that an error leaves nothing to go on with."""

    def __init__(self, file: str, facts: SheetFacts) -> None:
        self.file = file
        self.facts = facts
        self.problems: list[Problem] = []
        self.refused: dict[tuple[int, int], Refused] = {}
        self.cut_months: list[tuple[int, int]] = []
        self.is_wrong = False

    def table(
        self, values: Sequence[Sequence[Value]], is_header: Callable[[str], bool], digest: str
    ) -> Table | None:
        """The table in the values of the sheet, which begin at A1; None where it is blank or wrong."""
        rows = self._rows(values)
        if not rows:
            return None
        named = [
            (row, [layout.name_of(cell) for cell in texts])
            for row, texts in rows[: layout.LOOKED_AT]
        ]
        index = layout.find_header(named, is_header)
        if index is None:
            at = Location(self.file, sheet=self.facts.name)
            if _is_prose(self.facts.name):
                self.problems.append(Problem(kinds.PROSE, at))
            else:
                self._fail(Problem(kinds.NO_HEADER, at))
            return None
        line, names = named[index]
        rows = self._without_problems(rows, names)
        index = next((n for n, (row, _) in enumerate(rows) if row == line), 0)
        self._tell_titles(rows[:index], line)
        below = rows[index + 1 :]
        if len(below) > tables.ROWS:
            facts = {"limit": f"{tables.ROWS:,}"}
            self._fail(Problem(tables.TOO_MANY_ROWS, self._place(below[tables.ROWS][0]), facts))
            return None
        columns = self._columns(line, names, below)
        if columns is None:
            return None
        below = list(self._without_footer(below, columns))
        self._tell_hidden(below)
        self._tell_hidden_columns(line, columns)
        refused = frozenset(
            (row + 1, columns[column]) for row, column in self._tell_refused(line, columns)
        )
        return Table(
            self.file,
            tuple(columns.values()),
            tuple({name: texts[column] for column, name in columns.items()} for _, texts in below),
            tuple(row + 1 for row, _ in below),
            digest,
            sheet=self.facts.name,
            header_line=line + 1,
            columns={name: column + 1 for column, name in columns.items()},
            refused=refused,
            cut_months=frozenset(
                (row + 1, columns[column]) for row, column in self.cut_months if column in columns
            ),
        )

    def _rows(self, values: Sequence[Sequence[Value]]) -> list[Row]:
        """The rows with content, as text. The value of merged cells stands in each row of theirs."""
        rows: list[Row] = []
        width = self.facts.columns
        known: dict[str, str] = {"": ""}  # most texts stand in many cells
        for row, row_values in enumerate(values):
            texts = []
            for column, value in enumerate(row_values):
                text = known.get(value) if type(value) is str else None
                if text is None:
                    text = self._text(value, row, column)
                    if type(value) is str and (row, column) not in self.refused:
                        known[value] = text
                texts.append(text)
            if len(texts) < width:
                texts += [""] * (width - len(texts))
            rows.append((row, texts))
        for cell in (*self.facts.errors, *self.facts.unresolved, *self.facts.pictures):
            found = cells.read("", cell, self.facts)
            if isinstance(found, Refused):
                self.refused[cell] = found
        filled = {row for row, texts in rows if any(texts)} | {row for row, _ in self.refused}
        self._fill_merged(rows, filled)
        return [(row, texts) for row, texts in rows if row in filled]

    def _without_problems(self, rows: list[Row], names: list[str]) -> list[Row]:
        """The rows without the column that says what was wrong in a workbook that came back."""
        for column, name in enumerate(names):
            if name == PROBLEMS_HEADER:
                names[column] = ""
                for _, texts in rows:
                    texts[column] = ""
                self.refused = {
                    cell: why for cell, why in self.refused.items() if cell[1] != column
                }
        filled = {row for row, _ in self.refused}
        return [(row, texts) for row, texts in rows if any(texts) or row in filled]

    def _text(self, value: Value, row: int, column: int) -> str:
        cell = row, column
        text = cells.read(value, cell, self.facts)
        if type(value) is float and cells.is_cut_month(value, cell, self.facts):
            self.cut_months.append(cell)
        if isinstance(text, Refused):
            self.refused[row, column] = text
            return ""
        return text

    def _fill_merged(self, rows: list[Row], filled: set[int]) -> None:
        last: dict[int, int] = {}
        for top, left, bottom, _ in sorted(self.facts.merged, key=lambda one: (one[1], one[0])):
            # Merged ranges that overlap, which no program writes, would take time without end.
            if bottom <= top or top <= last.get(left, -1) or top >= len(rows):
                continue
            last[left] = bottom
            if left >= self.facts.columns:
                continue
            for row in range(top + 1, min(bottom + 1, len(rows))):
                if row in filled:
                    rows[row][1][left] = rows[row][1][left] or rows[top][1][left]
                    if (top, left) in self.refused:
                        self.refused[row, left] = self.refused[top, left]

    def _columns(
        self, line: int, names: Sequence[str], below: Sequence[Row]
    ) -> dict[int, str] | None:
        """The header of each column with content, by its number from 0."""
        used = {column for _, texts in below for column, text in enumerate(texts) if text}
        used |= {column for row, column in self.refused if row > line}
        columns: dict[int, str] = {}
        first: dict[str, int] = {}
        wrong: list[Problem] = []
        for column, name in enumerate(names):
            at = self._place(line, column)
            letter = letters(column + 1)
            if not name:
                if column in used:
                    facts = {"letter": letter, "row": str(line + 1)}
                    wrong.append(Problem(kinds.BLANK_HEADER, at, facts))
            elif name in first:
                facts = {"name": name, "first": letters(first[name] + 1), "second": letter}
                wrong.append(Problem(kinds.DUPLICATE_HEADER, at, facts))
            else:
                first[name] = column
                columns[column] = name
        if len(columns) > tables.COLUMNS:
            facts = {"count": str(len(columns)), "limit": str(tables.COLUMNS)}
            wrong = [Problem(tables.TOO_MANY_COLUMNS, self._place(line), facts)]
        if wrong:
            self._fail(*wrong)
            return None
        return columns

    def _fail(self, *problems: Problem) -> None:
        self.problems += problems
        self.is_wrong = True

    def _tell_titles(self, above: Sequence[Row], line: int) -> None:
        """Rows above the header with several cells are told; a title alone is plain to everybody."""
        for row, texts in above:
            parts = [text for text in texts if text]
            if len(parts) > 1:
                facts = {"header": str(line + 1), "text": " ".join(" ".join(parts).split())}
                self.problems.append(Problem(layout.ABOVE_HEADER, self._place(row), facts))

    def _without_footer(self, rows: Sequence[Row], columns: Mapping[int, str]) -> Iterator[Row]:
        footer = layout.Footer()
        for row, texts in rows:
            left_out = footer.left_out(texts)
            if left_out is not None:
                at = self._place(row, left_out.column)
                self.problems.append(Problem(left_out.kind, at, left_out.facts))
                self.refused = {cell: why for cell, why in self.refused.items() if cell[0] != row}
            else:
                yield row, texts

    def _tell_hidden(self, rows: Sequence[Row]) -> None:
        hidden = [row for row, _ in rows if row in self.facts.hidden_rows]
        if hidden:
            facts = {"count": f"{len(hidden):,}"}
            self.problems.append(Problem(kinds.HIDDEN_ROWS, self._place(hidden[0]), facts))

    def _tell_hidden_columns(self, line: int, columns: Mapping[int, str]) -> None:
        ranges = self.facts.hidden_columns[: tables.COLUMNS]
        hidden = [n for n in columns if any(first <= n <= last for first, last in ranges)]
        if hidden:
            facts = {"names": "、".join(f"{letters(n + 1)} {columns[n]}" for n in hidden)}
            self.problems.append(Problem(kinds.HIDDEN_COLUMNS, self._place(line, hidden[0]), facts))

    def _tell_refused(self, line: int, columns: Mapping[int, str]) -> Iterator[tuple[int, int]]:
        """The refused cells below the header in named columns. Each is a problem, those above it too."""
        for (row, column), (kind, facts) in sorted(self.refused.items()):
            name = columns.get(column) if row > line else None
            self.problems.append(Problem(kind, self._place(row, column, name), facts))
            if name is not None and kind.severity is Severity.ERROR:
                yield row, column

    def _place(self, row: int, column: int | None = None, name: str | None = None) -> Location:
        number = None if column is None else column + 1
        return Location(self.file, row + 1, number, name, self.facts.name)
