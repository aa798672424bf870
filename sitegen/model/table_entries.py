"""Tables as entries: a table stands for a list of an entry (the rows of an announcement), or holds entries, one a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from pydantic import BaseModel

from sitegen.loading.document import Document, FieldPath, Places, Table, TableRow, Tree
from sitegen.loading.nearest import nearest
from sitegen.loading.tables import TOO_MANY_ROWS
from sitegen.loading.workbook_marks import EXAMPLE
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import Column, column_words, folded
from sitegen.model.cut_months import without_cut_months
from sitegen.model.further_lists import FurtherList, further_list
from sitegen.model.options import Options
from sitegen.model.pinyin import slug
from sitegen.model.table_columns import (
    ID_HEADERS,
    NO_HEADER,
    filled,
    missing_columns,
    own_columns,
    paths_of,
)
from sitegen.model.types import is_id
from sitegen.problems import Kind, Problem, Severity

ENTRIES = 10_000
"""Maximum number of entries in one table: so many are read within two seconds."""
ID: FieldPath = ("id",)
NO_ID_COLUMN = Kind(
    "table.no-id-column",
    Severity.ERROR,
    zh="表格里没有“编号”这一列",
    en="the table has no column “id”",
    fix_zh="加一列“编号”：每行的网址，用小写字母、数字和连字符，如第一行可写 {right}",
    fix_en="add a column “id”: the address of each row, in lower-case letters, digits and hyphens; the "
    "first row's could be {right}",
)
NO_ID = Kind(
    "table.no-id",
    Severity.ERROR,
    zh="这一行没有编号",
    en="this row has no id",
    fix_zh="在“{header}”一列写上编号[[，如 {right}]]",
    fix_en="write one in the column “{header}”[[, such as {right}]]",
)
NO_SUCH_ROW = Kind(
    "table.no-such-row",
    Severity.ERROR,
    zh="没有编号是“{id}”的条目[[，最接近的是“{nearest}”]]",
    en="no entry has the id “{id}”[[; the nearest is “{nearest}”]]",
    fix_zh="[[改成“{nearest}”，或]]在条目那张工作表里加上这一行",
    fix_en="[[write “{nearest}”, or ]]add the entry to its sheet",
)
NO_OTHERS: Mapping[str, str] = MappingProxyType({})
SAME_ID = Kind(
    "table.same-id",
    Severity.ERROR,
    zh="编号“{id}”在[[工作表“{sheet}”]]第 {line} 行已经用过",
    en="the id “{id}” is used on line {line}[[ of the sheet “{sheet}”]] already",
    fix_zh="给这一行换一个编号；如果是同一件，删掉一行",
    fix_en="give this row another id, or delete it if it is the same thing",
)


def as_list(table: Table, model: type[BaseModel]) -> tuple[list[Tree], Table, list[Problem]]:
    """The members of a list of groups of class `model`, one for each row of the table.

    The table is given back with the header of each field, by which it says places.
    """
    paths, problems = paths_of(table, column_words(model), {})
    problems += missing_columns(table, model, paths, problems)
    table, wrong = without_cut_months(table, model, {}, paths)
    problems += wrong
    headers = {path: header for header, path in paths.items()}
    members: list[Tree] = [filled(row, paths) for row in table.rows]
    return members, replace(table, headers=headers), problems


def as_entries(
    tables: Sequence[Table],
    collection: str,
    options: Options,
    *,
    lists: Sequence[tuple[Table, FurtherList]] | None = None,
    meant: Mapping[str, str] = NO_OTHERS,
    needs_every_column: bool = True,
) -> tuple[Document | None, list[Problem]]:
    """The document with one entry for each row of the tables of one file, by id. A row without an id is left
    out; None where there are too many rows.

    A sheet that is named after a list holds members of it, joined by the id, unless `lists` says which tables
    do. `meant` has the field that a
    header stands for where it is none of the field's own. Required fields must have a column with
    `needs_every_column`.
    """
    further, first = list(lists or ()), list(tables)
    if lists is None:
        further = [(t, found) for t in tables if (found := list_of_sheet(t, collection, options))]
        first = [t for t in tables if not list_of_sheet(t, collection, options)]
    count = 0
    for table in first:
        if count + len(table.rows) > ENTRIES:
            at = table.place(table.lines[ENTRIES - count])
            return None, [Problem(TOO_MANY_ROWS, at, {"limit": f"{ENTRIES:,}"})]
        count += len(table.rows)
    paths = frozenset(found.path for _, found in further)
    reading = _Reading(collection, options, meant, needs_every_column, paths)
    for table in first:
        reading.add_entries(table)
    for table, found in further:
        reading.add_members(table, found)
    one = tables[0]
    document = Document(
        one.file,
        reading.tree,
        "",
        1,
        one.digest,
        Places(),
        rows=reading.rows,
        wrong_lines=one.wrong_lines,
    )
    return document, reading.problems


def list_of_sheet(table: Table, collection: str, options: Options) -> FurtherList | None:
    """The list whose members are the rows of a table; None where its rows are entries."""
    found = further_list(table.sheet, collection, options) if table.sheet else None
    return found if found and id_header_of(table) else None


def id_header_of(table: Table) -> str:
    """The header of the column with ids, "" where there is none."""
    return next((name for name in table.header if folded(name) in ID_HEADERS), "")


class _Reading:
    """Reads tables of one collection. `tree` has the fields of each entry, `rows` its rows. `lists` are the
    paths of those that stand in further sheets."""

    def __init__(
        self,
        collection: str,
        options: Options,
        meant: Mapping[str, str],
        needs_every_column: bool,
        lists: frozenset[FieldPath],
    ) -> None:
        self.model = COLLECTIONS[collection].model
        self.fields = options.fields.get(collection, {})
        self.own = own_columns(self.fields)
        self.meant = meant
        self.needs_every_column = needs_every_column
        self.lists = lists
        self.tree: dict[str, Tree] = {}
        self.rows: dict[str, TableRow] = {}
        self.problems: list[Problem] = []

    def add_entries(self, table: Table) -> None:
        """Add the entries of a table."""
        id_header = id_header_of(table)
        words = column_words(self.model)
        others = dict(self.own)
        if id_header:
            others[folded(id_header)] = Column(ID, id_header, id_header)
        by_word = {**words.by_word, **others}
        for header, word in self.meant.items():
            if column := by_word.get(folded(word)):
                others.setdefault(folded(header), column)
        paths, problems = paths_of(table, words, others)
        self.problems += problems
        if self.needs_every_column:
            self.problems += missing_columns(table, self.model, paths, problems, self.lists)
        paths = {header: path for header, path in paths.items() if path != ID}
        table, wrong = without_cut_months(table, self.model, self.fields, paths)
        self.problems += wrong
        table = replace(table, headers={path: header for header, path in paths.items()})
        if not id_header and any(problem.kind is NO_HEADER for problem in problems):
            return
        if not id_header:
            right = _proposed(table.rows[0], table.headers) if table.rows else ""
            self.problems.append(Problem(NO_ID_COLUMN, table.place(), {"right": right}))
            return
        for row, line in zip(table.rows, table.lines, strict=True):
            if self._takes(table, row, line, id_header):
                self.tree[row[id_header]] = filled(row, paths)
                self.rows[row[id_header]] = TableRow(table, line)

    def _takes(self, table: Table, row: Mapping[str, str], line: int, id_header: str) -> bool:
        """Whether a row has an id of its own; if not, that is a problem, or the row is no entry."""
        identifier = row[id_header]
        if (line, id_header) in table.refused or identifier == EXAMPLE:
            return False
        if line in table.wrong_lines and (not is_id(identifier) or identifier in self.tree):
            return False  # its cells may be shifted
        at = table.place(line, id_header)
        if not identifier:
            facts = {"header": id_header, "right": _proposed(row, table.headers)}
            self.problems.append(Problem(NO_ID, at, facts))
        elif not is_id(identifier):
            right = slug(identifier) or _proposed(row, table.headers)
            self.problems.append(
                Problem(faults.NOT_AN_ID, at, {"value": identifier, "right": right})
            )
        elif identifier in self.tree:
            other = self.rows[identifier]
            facts = {"id": identifier, "line": str(other.line), "sheet": other.table.sheet}
            self.problems.append(Problem(SAME_ID, at, facts))
        else:
            return True
        return False

    def add_members(self, table: Table, found: FurtherList) -> None:
        """Add the members of a list that a further sheet holds to their entries."""
        id_header = id_header_of(table)
        others = {folded(id_header): Column(ID, id_header, id_header)}
        for header, word in self.meant.items():
            if column := found.columns.by_word.get(folded(word)):
                others.setdefault(folded(header), column)
        paths, problems = paths_of(table, found.columns, others)
        self.problems += problems
        if found.model is not None:
            self.problems += missing_columns(table, found.model, paths, problems)
        paths = {header: path for header, path in paths.items() if path != ID}
        if found.model is not None:
            table, wrong = without_cut_months(table, found.model, {}, paths)
            self.problems += wrong
        table = replace(table, headers={path: header for header, path in paths.items()})
        for row, line in zip(table.rows, table.lines, strict=True):
            identifier = row[id_header]
            if identifier == EXAMPLE or (line, id_header) in table.refused:
                continue
            if identifier not in self.tree:
                facts = {"id": identifier, "nearest": nearest(identifier, self.tree) or ""}
                self.problems.append(Problem(NO_SUCH_ROW, table.place(line, id_header), facts))
                continue
            members = _list_at(self.tree[identifier], found.path)
            if members is None:
                continue
            place: FieldPath = (*found.path, len(members))
            self.rows[identifier].members[place] = TableRow(table, line)
            text = next((row[header] for header, path in paths.items() if not path), "")
            members.append(filled(row, paths) if found.model is not None else text)


def _list_at(tree: Tree, path: tuple[str, ...]) -> list[Tree] | None:
    """The list at this path of an entry, which is made where it is missing; None where something else is."""
    for name in path[:-1]:
        tree = tree.setdefault(name, {}) if isinstance(tree, dict) else tree
    found = tree.setdefault(path[-1], []) if isinstance(tree, dict) else None
    return found if isinstance(found, list) else None


def _proposed(row: Mapping[str, str], headers: Mapping[FieldPath, str]) -> str:
    """The id to propose for a row, made of its name; "" where it has none."""
    return slug(row.get(headers.get(("name",), ""), ""))
