"""Tables that somebody dropped on the editor: they wait in memory until their rows are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from sitegen import files
from sitegen.authoring.importing.entry_faults import MISSING_COLUMN
from sitegen.authoring.importing.given import GivenTable, from_pasted
from sitegen.authoring.importing.photos.sources import NoPhotos
from sitegen.authoring.importing.received import ColumnAnswers, field_words
from sitegen.authoring.importing.table_import import TableComparison, TableImport
from sitegen.editing.desk import Desk
from sitegen.editing.requests import EditRequest
from sitegen.editing.site_now import SiteNow
from sitegen.loading.formats import FORMATS, format_of
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Location, Problem

MOST: Final = 8
"""So many tables wait at a time; the oldest goes."""
FIELD: Final = "file"
PASTED: Final = "pasted"
COLUMN: Final = "column:"
"""Begins the name of an input that says what a column means: `column:产品全称`."""
VALUE: Final = "value:"
"""Begins the name of an input with what all new entries have: `value:种类`."""
IGNORED: Final = "-"
KINDS_OF_FILE: Final = tuple(format.extension for format in FORMATS.values() if format.read_tables)


class NoTable(Exception):
    """What was handed in is no table. `text` says why in a sentence of the editor, with `facts`."""

    def __init__(self, text: str, **facts: object) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


@dataclass(slots=True)
class Tables:
    """The tables that wait, by the key in the address of their page; and what columns were said to mean, by their
    headers: who corrects a table and hands it in again is not asked a second time."""

    _waiting: dict[str, GivenTable] = field(default_factory=dict)
    _meanings: dict[str, str] = field(default_factory=dict)

    def add(self, given: GivenTable) -> str:
        """The key of a table; the same table has the same."""
        key = files.digest(given.name.encode() + b"\0" + given.data)[:20]
        self._waiting.pop(key, None)
        self._waiting[key] = given
        while len(self._waiting) > MOST:
            del self._waiting[next(iter(self._waiting))]
        return key

    def get(self, key: str) -> GivenTable | None:
        return self._waiting.get(key)

    def remember(self, columns: Mapping[str, str]) -> None:
        self._meanings.update(columns)

    def said_before(self, found: TableImport) -> dict[str, str]:
        """The meanings of columns that are asked for and were explained before."""
        headers = [one.facts["header"] for one in found.questions]
        return {one: self._meanings[one] for one in headers if one in self._meanings}


def handed_in(request: EditRequest) -> tuple[GivenTable | None, list[Problem]]:
    """The table in what a browser sent: a file, or a list that was pasted. None with the problems of a list whose
    columns nobody can tell apart. Raises NoTable."""
    for upload in request.uploads:
        if upload.input == FIELD:
            path = PurePosixPath(upload.name.replace("\\", "/"))
            name = path.stem + path.suffix.lower()
            format = format_of(name)
            if format is None or format.read_tables is None:
                raise NoTable("“{name}”不是表格；能导入的是 {kinds}", name=name, kinds=_kinds())
            if len(upload.data) > format.limit:
                limit = format.limit >> 20
                raise NoTable("“{name}”超过 {limit} MB，放不下", name=name, limit=limit)
            return GivenTable(name, upload.data, Path()), []
    pasted = dict(request.pairs).get(PASTED, "")
    if not pasted.strip():
        raise NoTable("没有选文件，也没有粘贴名单")
    return from_pasted(pasted.replace("\r\n", "\n").encode())


def _kinds() -> str:
    return "、".join(kind.removeprefix(".") for kind in KINDS_OF_FILE)


class Asked(NamedTuple):
    """What the address of a page says of its table: the collection of its rows, "" where the table tells, the
    meaning of columns, what all new entries have in fields without a column, whether blank cells empty fields, and
    whether new entries are drafts."""

    collection: str
    columns: Mapping[str, str]
    values: Mapping[str, str]
    clear: bool
    drafts: bool

    @classmethod
    def of(cls, pairs: Mapping[str, str]) -> Asked:
        columns, values = (
            {
                name.removeprefix(start): value
                for name, value in pairs.items()
                if name.startswith(start) and value.strip()
            }
            for start in (COLUMN, VALUE)
        )
        collection = pairs.get("as", "")
        known = collection if collection in COLLECTIONS else ""
        return cls(
            known, columns, values, pairs.get("clear", "") == "1", pairs.get("drafts", "") == "1"
        )

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The same as names and values of a form."""
        if self.collection:
            yield "as", self.collection
        for header, meaning in self.columns.items():
            yield COLUMN + header, meaning
        for title, value in self.values.items():
            yield VALUE + title, value
        if self.clear:
            yield "clear", "1"
        if self.drafts:
            yield "drafts", "1"

    def answers(self) -> ColumnAnswers:
        meant = {header: field for header, field in self.columns.items() if field != IGNORED}
        values = {**self.values, **({"draft": "是"} if self.drafts else {})}
        return ColumnAnswers(meant, frozenset(self.columns) - frozenset(meant), values)


def compared(site: SiteNow, given: GivenTable, asked: Asked) -> TableImport:
    """What the table would change in the site as it is now."""
    with NoPhotos() as source:
        comparison = TableComparison(
            site.root,
            site.site,
            site.rules(),
            given,
            source,
            asked.collection,
            clear=asked.clear,
        )
        return comparison.with_answers(asked.answers())


class Question(NamedTuple):
    """A column that is not understood, or that somebody explained: some of its texts, the fields that it may
    hold as (word, title), and the one that is chosen or proposed."""

    header: str
    texts: Sequence[str]
    fields: Sequence[tuple[str, str]]
    chosen: str


def questions(site: SiteNow, found: TableImport, asked: Asked, *, in_zh: bool) -> list[Question]:
    """What is to be asked of the columns, in their order."""
    near = {one.facts["header"]: one.facts["right"] for one in found.questions}
    asking: dict[str, Question] = {}
    for one in found.received:
        columns = dict.fromkeys(field_words(one.collection, site.options).values())
        fields = [(column.title, column.title if in_zh else column.title_en) for column in columns]
        headers = dict.fromkeys(header for table in one.entries for header in table.header)
        for header in (*headers, *(h for h in asked.columns if h not in headers)):
            if header not in asking and (header in near or header in asked.columns):
                chosen = asked.columns.get(header) or near.get(header, "")
                asking[header] = Question(header, _texts(found, header), fields, chosen)
    return list(asking.values())


class Missing(NamedTuple):
    """A field that every new entry needs and no column has: its title, in both languages, its choices, and what was
    said of it."""

    title: str
    title_en: str
    choices: Sequence[str]
    value: str


def missing(found: TableImport, asked: Asked) -> list[Missing]:
    """What is to be said once for all new entries."""
    told = {
        one.facts["title"]: Missing(
            one.facts["title"],
            one.facts["title_en"],
            [choice for choice in one.facts["choices"].split("、") if choice],
            asked.values.get(one.facts["title"], ""),
        )
        for one in found.problems
        if one.kind is MISSING_COLUMN
    }
    said = {title: Missing(title, title, [], value) for title, value in asked.values.items()}
    return list({**said, **told}.values())


def _texts(found: TableImport, header: str) -> list[str]:
    rows = (
        row[header]
        for one in found.received
        for table in one.entries
        if header in table.header
        for row in table.rows
    )
    return [text for text in dict.fromkeys(rows) if text][:3]


def place_of(desk: Desk, at: Location, name: str) -> str:
    """A place in a table without the name of its file: a cell of a workbook, else a line."""
    if at.sheet or at.line is None:
        return str(at).removeprefix(name).strip(": []") or name
    line = desk.say("第 {line} 行", line=at.line)
    return f"{line} {at.field}" if at.field else line
