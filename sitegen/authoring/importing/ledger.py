"""The flat ledger that a bureau keeps: a row has a product, its firm, and the title that it was given.

It becomes tables of three collections that refer to each other. Every cell keeps its place and its header.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sitegen.authoring.importing.ledger_sheets import FirstRow, LedgerSheets
from sitegen.authoring.importing.ledger_words import (
    FIRM,
    OF_FIRM,
    OF_ROW,
    OF_SUBJECT,
    OF_TITLE,
    SUBJECT,
    kind_of_firm,
    role_of,
)
from sitegen.authoring.importing.private_telephones import told_as_private
from sitegen.authoring.importing.received import ColumnAnswers, ReceivedTables, field_words
from sitegen.authoring.importing.standing import StandingEntries, compared
from sitegen.catalogue import numbers
from sitegen.catalogue.names import folded
from sitegen.loading.document import Table
from sitegen.loading.table_layout import name_of
from sitegen.loading.workbook_marks import ID_HEADER
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import folded as folded_header
from sitegen.model.field_values import value_of
from sitegen.model.further_lists import further_list
from sitegen.model.table_entries import id_header_of
from sitegen.problems import Kind, Problem, Severity

DIFFERENT = Kind(
    "ledger.different-values",
    Severity.ERROR,
    zh="“{name}”的“{header}”和[[工作表“{sheet}”]]第 {line} 行写的不一样：{value}、{other}",
    en="“{header}” of “{name}” is not as in row {line}[[ of the sheet “{sheet}”]]: {value}, {other}",
    fix_zh="核对后改成一样的",
    fix_en="find out which is right and write it in both rows",
)
WITHOUT = Kind(
    "ledger.without-owner",
    Severity.ERROR,
    zh="这一行填了“{header}”，“{missing}”却空着",
    en="this row has “{header}”, but “{missing}” is blank",
    fix_zh="补上“{missing}”，或清空“{header}”",
    fix_en="fill in “{missing}”, or empty “{header}”",
)
ROW_HEADER: Final = "行号"
SLUG_HEADER: Final = "文号网址"
KIND_HEADER: Final = "性质"


@dataclass(slots=True)
class Ledger:
    """Takes a sheet of a ledger apart. `subject` is the collection of what has the titles. All sheets are read before
    the tables of any are taken, since one may add to what another says of a firm."""

    table: Table
    subject: str
    answers: ColumnAnswers
    standing: StandingEntries
    sheets: LedgerSheets
    roles: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unclear: set[tuple[int, str]] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)

    def read(self) -> None:
        """Find the firms and the documents that the rows name."""
        for header in self.table.header:
            word = self.answers.meant.get(header)
            role = role_of(header) if word is None else ""
            if role and role not in self.roles:
                self.roles[role] = header
            if word is not None:
                self.said.setdefault(self._collection_with(word), {})[header] = word
        self.table = replace(self.table, rows=tuple(map(self._in_one_line, self.table.rows)))
        self._once(FIRM, OF_FIRM, "organizations")
        self._once("document", OF_TITLE, "recognitions")

    def tables(self) -> list[ReceivedTables]:
        """The tables of its firms, its subjects and its announcements, as far as it has these columns."""
        announced = self._announcements()
        subjects = self._subjects(FIRM in self.named, announced is not None)
        found = [self._firms(), subjects, announced]
        return [one for one in found if one is not None]

    def _in_one_line(self, row: Mapping[str, str]) -> Mapping[str, str]:
        """A row whose names and numbers stand in one line each."""
        headers = {header for role, header in self.roles.items() if role != "category"}
        return {h: name_of(text) if h in headers else text for h, text in row.items()}

    def _once(self, role: str, fields: Mapping[str, str], collection: str) -> None:
        """The rows by what has this role in them: the first one, with what the others add. What they say
        differently is asked about, and so is what stands in a row without it."""
        header = self.roles.get(role)
        fixed = self.answers.values.get("文号", "") if role == "document" else ""
        if header is None and not fixed:
            return
        meant = self._meant(fields) | self.said.get(collection, {})
        self.fields[collection] = meant
        others = [other for other in meant if other != header and other != self.roles.get("region")]
        beside = [*others, *(self._meant(OF_ROW) if role == "document" else ())]
        first = self.sheets.first[collection]
        for row, line in self._rows():
            written = (row[header] if header else "") or fixed
            if not written:
                self._alone(header or "文号", row, line, beside)
                continue
            self.named.add(role)
            new = FirstRow(self.table, line, dict(row), meant, self.unclear)
            key = compared(written) if role == "document" else folded(written)
            self._compare(written, row, line, first.setdefault(key, new), others)

    def _alone(self, missing: str, row: Mapping[str, str], line: int, headers: list[str]) -> None:
        for header in (header for header in headers if row[header]):
            facts = {"header": header, "missing": missing}
            self.problems.append(Problem(WITHOUT, self.table.place(line, header), facts))
            self.unclear.add((line, header))

    def _collection_with(self, word: str) -> str:
        """The one of the three collections that has a field called so; the subject's where none has."""
        for name in (self.subject, "organizations", "recognitions"):
            if folded_header(word) in field_words(name, self.standing.options):
                return name
        return self.subject

    def _subjects(self, has_firms: bool, is_announced: bool) -> ReceivedTables:
        """What has the titles. Columns of firms and titles stay where there are none, and are asked about."""
        meant = self._meant(OF_SUBJECT[self.subject])
        roles = [*(OF_FIRM if has_firms else ()), *((*OF_TITLE, *OF_ROW) if is_announced else ())]
        others = {self.roles[role] for role in roles if role in self.roles}
        others |= {
            header for name, said in self.said.items() if name != self.subject for header in said
        }
        others -= meant.keys()
        kept = tuple(header for header in self.table.header if header not in others)
        # A row is written as a whole or not at all, though its firm stands in another table.
        refused = self.table.refused | self.unclear
        table = replace(self.table, header=kept, refused=refused)
        return ReceivedTables(self.subject, [table], meant=meant)

    def _firms(self) -> ReceivedTables | None:
        """The firms that this sheet names first, each once."""
        if FIRM not in self.named:
            return None
        header = self.roles[FIRM]
        meant = self.fields["organizations"]
        self.problems += told_as_private(self.table, meant)
        first = self._own("organizations")
        rows = [(row.line, self._firm(row.cells, header, meant)) for row in first]
        table = self._table(rows, (*meant, KIND_HEADER))
        new = frozenset(["kind", "region"])
        return ReceivedTables("organizations", [table], meant=meant, for_new=new)

    def _firm(
        self, row: Mapping[str, str], header: str, meant: Mapping[str, str]
    ) -> dict[str, str]:
        name = row[header]
        texts = {header: row.get(header, "") for header in meant}
        return {**texts, KIND_HEADER: kind_of_firm(name)}

    def _own(self, collection: str) -> list[FirstRow]:
        """What stands first in this sheet."""
        first = self.sheets.first[collection].values()
        return [row for row in first if row.table is self.table]

    def _compare(
        self,
        name: str,
        row: Mapping[str, str],
        line: int,
        known: FirstRow,
        headers: Sequence[str],
    ) -> None:
        """What two rows say of one firm or document is the same, or one of them says nothing."""
        for header in headers:
            value = row[header]
            if not value:
                continue
            place = known.header_of(self._word(header))
            if not place:  # only this sheet has such a column
                known.fields[header] = self._word(header)
                place = header
            other = known.cells.get(place, "")
            if other and self._meaning(header, value) != self._meaning(header, other):
                facts = {
                    "name": name,
                    "header": header,
                    "line": str(known.line),
                    "sheet": "" if known.table is self.table else known.table.sheet,
                    "value": value,
                    "other": other,
                }
                self.problems.append(Problem(DIFFERENT, self.table.place(line, header), facts))
                self.unclear.add((line, header))
                if self._may_be_right(header, value):
                    known.unclear.add((known.line, place))
            known.cells[place] = other or value

    def _word(self, header: str) -> str:
        """The field that a column means in whichever of its tables has it."""
        every = (fields[header] for fields in self.fields.values() if header in fields)
        return next(every, header)

    def _meaning(self, header: str, text: str) -> object:
        """A text as two rows are compared: of days 2026.1.8 is 2026-01-08."""
        return self._day(text) or folded(text) if self._is_day(header) else folded(text)

    def _may_be_right(self, header: str, text: str) -> bool:
        """Whether a text can be the value of its column, so that one of two rows is wrong and nobody knows which."""
        return not self._is_day(header) or self._day(text) is not None

    def _is_day(self, header: str) -> bool:
        return header == self.roles.get("announced")

    def _day(self, text: str) -> object:
        model, options = COLLECTIONS["recognitions"].model, self.standing.options
        return value_of(model, "announced", text, options)

    def _announcements(self) -> ReceivedTables | None:
        """The announcements that this sheet names first, each once, with a row for every subject."""
        if "document" not in self.named:
            return None
        document = self.roles.get("document")
        fixed = self.answers.values.get("文号", "")
        meant = self.fields["recognitions"]
        of_rows = self._meant(OF_ROW) | {self.roles[SUBJECT]: "对象"}
        ids = self.sheets.ids
        entries: list[tuple[int, dict[str, str]]] = []
        for first in self._own("recognitions"):
            number = (first.cells[document] if document else "") or fixed
            texts = {header: first.cells.get(header, "") for header in meant}
            texts[ID_HEADER] = ids.of(number)
            # Without a rule for the issuer, an announcement needs the address of its number.
            texts[SLUG_HEADER] = "" if numbers.slug(number) else texts[ID_HEADER]
            entries.append((first.line, texts))
        members: list[tuple[int, dict[str, str]]] = []
        for row, line in self._rows():
            number = (row[document] if document else "") or fixed
            name = row[self.roles[SUBJECT]]
            if not number or not name:
                continue  # the row is refused as a whole
            identifier = ids.of(number)
            values = {header: row[header] for header in of_rows}
            values[self.roles[SUBJECT]] = f"{self.subject}:{self._reference(row, name)}"
            values |= {ID_HEADER: identifier, ROW_HEADER: ids.row(identifier, name)}
            members.append((line, values))
        rows_of = further_list("各行", "recognitions", self.standing.options)
        assert rows_of is not None
        table = self._table(entries, (ID_HEADER, SLUG_HEADER, *meant))
        listed = self._table(members, (ID_HEADER, ROW_HEADER, *of_rows))
        return ReceivedTables(
            "recognitions",
            [table],
            [(listed, rows_of)],
            meant={**meant, **of_rows},
            for_new=frozenset(["number_slug"]),
            whole=False,
            follows=True,
        )

    def _reference(self, row: Mapping[str, str], name: str) -> str:
        header = id_header_of(self.table)
        return (row[header] if header else "") or name

    def _meant(self, fields: Mapping[str, str]) -> dict[str, str]:
        """The field that each column means of these."""
        return {self.roles[role]: word for role, word in fields.items() if role in self.roles}

    def _rows(self) -> Iterator[tuple[Mapping[str, str], int]]:
        return zip(self.table.rows, self.table.lines, strict=True)

    def _table(self, rows: list[tuple[int, dict[str, str]]], header: tuple[str, ...]) -> Table:
        """A table of some rows and columns of the ledger, at their places."""
        lines = tuple(line for line, _ in rows)
        unknown = self.table.refused | self.unclear
        refused = frozenset((line, h) for line, h in unknown if h in header)
        texts = tuple(row for _, row in rows)
        return replace(self.table, header=header, rows=texts, lines=lines, refused=refused)
