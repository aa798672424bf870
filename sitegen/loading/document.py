"""The results of loading: documents and tables, in which each value is text and has its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sitegen.problems import Location

FieldPath: TypeAlias = "tuple[str | int, ...]"
Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"
Place: TypeAlias = "tuple[int, int]"
"""(line, column), both from 1; columns count characters."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the values and the keys of a document, by field path.

    `("images", 0, "alt")` is the path of the alt text of the first image. `keys` has the places of
    the keys of mappings; list items have none.
    """

    values: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a file of its own, or in a sheet of a workbook. Each row is text by column header; row i
    starts on line `lines[i]` of the file, or is row `lines[i]` of the sheet.

    `headers` has the header of each column by the path of its field.
    `wrong_lines` are rows with a cell too many, which is reported already; the cells in them may be shifted.
    Of a sheet, `sheet` is the name, `header_line` the row of the header, `columns` the number of each column
    by its header, and `refused` the cells, as (line, header), whose value is not known; that is reported
    already, and the table has "" there. `cut_months` are the cells, as (line, header), that are a number such as
    2025.1, where no format says that it is 2025.10.
    """

    file: str
    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    lines: tuple[int, ...]
    digest: str
    headers: Mapping[FieldPath, str] = field(default_factory=dict)
    wrong_lines: frozenset[int] = frozenset()
    sheet: str = ""
    header_line: int = 1
    columns: Mapping[str, int] = field(default_factory=dict)
    refused: frozenset[tuple[int, str]] = frozenset()
    cut_months: frozenset[tuple[int, str]] = frozenset()

    def place(self, line: int | None = None, header: str | None = None) -> Location:
        """The place of a cell by its line and the header of its column; of the header without a line."""
        column = self.columns.get(header) if header else None
        return Location(self.file, line or self.header_line, column, header, self.sheet)

    def at(self, path: FieldPath) -> Location:
        """The place of a cell, `path` being (row index, field, …)."""
        row = path[0] if path and isinstance(path[0], int) else None
        line = self.lines[row] if row is not None else None
        return self.place(line, _header_of(self.headers, path[1:]))

    @property
    def has_wrong_rows(self) -> bool:
        """Whether values in some rows are not known."""
        return bool(self.wrong_lines or self.refused)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The row of a table that holds one entry. `members` has the rows of its lists that stand in further
    sheets, by the path of the member: ("images", 1)."""

    table: Table
    line: int
    members: dict[FieldPath, TableRow] = field(default_factory=dict)

    def at(self, path: FieldPath) -> Location:
        """The place of a cell, `path` being (field, …)."""
        for length in range(len(path), 0, -1):
            if (row := self.members.get(path[:length])) is not None:
                return row.at(path[length:])
        return self.table.place(self.line, _header_of(self.table.headers, path))

    @property
    def tables(self) -> Iterator[Table]:
        """The tables in which the entry stands."""
        yield self.table
        yield from (row.table for row in self.members.values())


def _header_of(headers: Mapping[FieldPath, str], path: FieldPath) -> str | None:
    """The header of the column for the field at `path`, or of the first one for what is in it."""
    if not path:
        return headers.get(())
    inside = (header for place, header in headers.items() if place[: len(path)] == path)
    outside = (headers[path[:n]] for n in range(len(path), 0, -1) if path[:n] in headers)
    return next(inside, None) or next(outside, str(path[0]))


@dataclass(frozen=True, slots=True)
class Document:
    """One entry file: its fields, the Markdown body below them, and their places.

    `tree` consists of dicts, lists and str; an empty value (`name:`) is "". `body` is the Markdown
    source with LF line ends, "" for YAML files; `body_line` is the line on which it starts.
    `digest` is the sha256 (hex) of the file's bytes. `tables` are the tables that stand for a list of
    this document, by the field that they fill. In a document made of tables of entries, `rows` are
    their rows by id.

    `wrong_lines` are lines with an error in the YAML or the table itself, which is reported already. A
    document that has some is only there so that its other mistakes are reported too.
    """

    file: str
    tree: Mapping[str, Tree]
    body: str
    body_line: int
    digest: str
    places: Places
    tables: Mapping[str, Table] = field(default_factory=dict)
    rows: Mapping[str, TableRow] = field(default_factory=dict)
    wrong_lines: frozenset[int] = frozenset()

    @property
    def has_wrong_lines(self) -> bool:
        """Whether lines of the document, or of a table in it, are wrong."""
        return bool(self.wrong_lines) or any(table.has_wrong_rows for table in self.every_table)

    @property
    def every_table(self) -> list[Table]:
        """The tables that are read with the document, or that it is made of."""
        own = (table for row in self.rows.values() for table in row.tables)
        return list({id(table): table for table in (*self.tables.values(), *own)}.values())

    @property
    def left_out(self) -> frozenset[str]:
        """The fields that could not be read, since the mistake is in them."""
        places = self.places.values
        return frozenset(
            name
            for name, value in self.tree.items()
            if not value and places.get((name,), (0, 0))[0] in self.wrong_lines
        )

    def at(self, path: FieldPath, *, key: bool = False) -> Location:
        """The place of the value at `path` (of its key with `key`), or of what encloses it."""
        if path and (table := self.tables.get(str(path[0]))) is not None:
            return table.at(path[1:])
        if path and (row := self.rows.get(str(path[0]))) is not None:
            return row.at(path[1:])
        named = path[-1] if path and isinstance(path[-1], str) else None
        if key and path in self.places.keys:
            line, column = self.places.keys[path]
            return Location(self.file, line, column, named)
        for length in range(len(path), -1, -1):
            place = self.places.values.get(path[:length])
            if place is not None:
                return Location(self.file, *place, named)
        return Location(self.file, 1, 1, named)
