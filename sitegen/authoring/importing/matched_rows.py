"""The rows of the tables of one collection, each with the entry to which it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from sitegen.authoring.importing.cell_texts import with_plain_texts
from sitegen.authoring.importing.differences import ColumnPlace
from sitegen.authoring.importing.matching import NO_NAME, Match, Matching
from sitegen.authoring.importing.received import (
    ColumnAnswers,
    ReceivedTables,
    field_words,
    known_answers,
)
from sitegen.authoring.importing.standing import NamedEntry, StandingEntries, named_entry
from sitegen.loading.document import FieldPath, Table, TableRow, Tree
from sitegen.loading.workbook_marks import EXAMPLE, ID_HEADER
from sitegen.model import faults, table_columns
from sitegen.model.column_words import folded
from sitegen.model.pinyin import slug
from sitegen.model.table_columns import filled
from sitegen.model.table_entries import as_entries, id_header_of
from sitegen.model.types import is_id
from sitegen.problems import Kind, Location, Problem, Severity

UNKNOWN_COLUMN = Kind(
    "import.unknown-column",
    Severity.ERROR,
    zh="没有“{header}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{header}”[[; the nearest is “{nearest_en}”]]",
    fix_zh="[[加上 --column {header}={right}；]]不要这一列，加上 --ignore {header}[[；能用的列名：{headers}]]",
    fix_en="[[add --column {header}={right}, or ]]leave the column out by --ignore {header}"
    "[[; columns may be headed {headers}]]",
)
NO_NAME_COLUMN = Kind(
    "import.no-name-column",
    Severity.ERROR,
    zh="表里没有“{title}”这一列，不知道每一行是谁",
    en="the table has no column “{title_en}”, so that nobody knows what its rows are",
    fix_zh="加一列“{title}”；有这一列、只是叫法不同的，加上 --column 列名={title}",
    fix_en="add it; where it is there by another name, add --column HEADER={title}",
)
NAMES: Mapping[str, str] = {"recognitions": "document"}
"""The field with the name of an entry, where it is not `name`."""
PLACEHOLDER = "row-without-id-"
"""Begins the id by which a row is read that has none."""


class MatchedRow(NamedTuple):
    """A row: its place, its fields as written, and its match. `has_wrong_id` says that what stands for its id
    cannot be one, `adds_pictures` that its first pictures are photos beside the table. `problems` are of these."""

    row: TableRow
    at: Location
    tree: Mapping[str, Tree]
    match: Match
    has_wrong_id: bool
    problems: tuple[Problem, ...] = ()
    adds_pictures: bool = False


class MatchedRows:
    """Reads the tables of one collection. `is_open` says that some columns are not understood."""

    def __init__(
        self, received: ReceivedTables, standing: StandingEntries, answers: ColumnAnswers
    ) -> None:
        self.collection = received.collection
        self.lists = received.lists
        self.whole_lists = {found.path for _, found in self.lists} if received.whole else set()
        self._for_new = received.for_new
        self._standing = standing
        self._given: dict[str, str] = {}
        self._nameless: list[str] = []
        self._meant, self.problems = known_answers(received, standing.options, answers)
        self.is_open = bool(self.problems)
        self._meant |= received.meant
        received.entries = [self._with_plain_texts(table) for table in received.entries]
        document, wrong = as_entries(
            [self._with_ids(table) for table in received.entries],
            self.collection,
            standing.options,
            lists=received.lists,
            meant=self._meant,
            needs_every_column=False,
        )
        self.problems += map(_as_question, wrong)
        tables = (*received.entries, *(table for table, _ in received.lists))
        headers = {(table.sheet, table.header_line) for table in tables}
        self.is_open |= any((problem.at.sheet, problem.at.line) in headers for problem in wrong)
        self.is_open |= document is None
        words = field_words(self.collection, standing.options)
        columns = {word: words[folded(word)] for word in answers.values if folded(word) in words}
        self._default_paths = {word: column.path for word, column in columns.items()}
        defaults = filled(answers.values, self._default_paths)
        self.rows: list[MatchedRow] = []
        if document is not None:
            self.rows += self._matched(document.tree, document.rows, defaults)

    def _with_plain_texts(self, table: Table) -> Table:
        words = field_words(self.collection, self._standing.options)
        named = {header: folded(self._meant.get(header, header)) for header in table.header}
        columns = {header: words[word] for header, word in named.items() if word in words}
        name = NAMES.get(self.collection, "name")
        if not id_header_of(table) and (name,) not in [column.path for column in columns.values()]:
            column = words[name]
            facts = {"title": column.title, "title_en": column.title_en}
            self.problems.append(Problem(NO_NAME_COLUMN, table.place(), facts))
            self._nameless.append(table.sheet)
        return with_plain_texts(table, columns, self.collection, self._standing.options)

    def _with_ids(self, table: Table) -> Table:
        """The table with an id in every row. A placeholder stands where there is none, or one that cannot be
        one, which is told, or that of another row."""
        header = id_header_of(table)
        new_header = header or ID_HEADER
        rows = []
        for row, line in zip(table.rows, table.lines, strict=True):
            given = row[header] if header else ""
            if given == EXAMPLE:
                rows.append(row)
                continue
            if given and not is_id(given):
                facts = {"value": given, "right": slug(given)}
                self.problems.append(Problem(faults.NOT_AN_ID, table.place(line, header), facts))
            identifier = given
            if not is_id(given) or given in self._given:
                identifier = f"{PLACEHOLDER}{len(self._given) + 1}"
            self._given[identifier] = given
            rows.append({**row, new_header: identifier})
        names = table.header if header else (new_header, *table.header)
        return replace(table, header=names, rows=tuple(rows))

    def _matched(
        self,
        trees: Mapping[str, Tree],
        rows: Mapping[str, TableRow],
        defaults: Mapping[str, Tree],
    ) -> Iterator[MatchedRow]:
        matching = Matching(self._standing, self.collection)
        for given in self._given.values():
            matching.take(given)
        for key, tree in trees.items():
            row, given = rows[key], self._given[key]
            at = row.table.place(row.line)
            assert isinstance(tree, dict)
            match = matching.match(given if is_id(given) else "", tree, at)
            has_no_name = match.problem is not None and match.problem.kind is NO_NAME
            if has_no_name and row.table.sheet in self._nameless:  # that is told of the column
                match = Match("", None)
            if match.entry is not None:
                new = {name: value for name, value in tree.items() if name not in self._for_new}
            else:
                new = _with_defaults(tree, defaults)
            yield MatchedRow(row, at, new, match, bool(given) and not is_id(given))

    def coming(self) -> Iterator[NamedEntry]:
        """The entries that the rows bring."""
        for row in self.rows:
            if row.match.id and row.match.entry is None:
                yield named_entry(self.collection, row.match.id, row.tree, self._standing.options)

    def columns(self, table: Table) -> Iterator[ColumnPlace]:
        """The (place of a part, field) of each column of a table of entries, and of the tables of its lists."""
        for path in (*table.headers, *self._default_paths.values()):
            names = tuple(name for name in path if isinstance(name, str))
            if names:
                yield names[:-1] or names, names[-1]
        for listed, found in self.lists:
            for header in listed.header:
                column = found.columns.by_word.get(folded(self._meant.get(header, header)))
                if column is not None:
                    yield found.path, str(column.path[-1] if column.path else found.path[-1])

    @property
    def list_paths(self) -> set[FieldPath]:
        """The lists that stand in tables of their own."""
        return {found.path for _, found in self.lists}


def _with_defaults(tree: Mapping[str, Tree], defaults: Mapping[str, Tree]) -> dict[str, Tree]:
    """The fields of a new entry, with those of the defaults that it lacks, also in its groups."""
    new = {**defaults, **tree}
    for name, value in defaults.items():
        own = tree.get(name)
        if isinstance(value, dict) and isinstance(own, dict):
            new[name] = {**value, **own}
        elif isinstance(value, list) and isinstance(own, list):
            (group,) = value
            assert isinstance(group, dict)
            new[name] = [{**group, **one} if isinstance(one, dict) else one for one in own]
    return new


def _as_question(problem: Problem) -> Problem:
    """A header that names no field is no mistake here but a question."""
    if problem.kind is not table_columns.UNKNOWN_COLUMN:
        return problem
    right = problem.facts["nearest"].partition("”")[0]
    return Problem(UNKNOWN_COLUMN, problem.at, {**problem.facts, "right": right})
