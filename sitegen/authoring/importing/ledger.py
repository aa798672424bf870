"""The flat ledger that a bureau keeps: a row has a product, its firm, and the title that it was given.

It becomes tables of three collections that refer to each other. Every cell keeps its place and its header.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sitegen.authoring.importing.ledger_words import (
    FIRM,
    OF_FIRM,
    OF_ROW,
    OF_SUBJECT,
    OF_TITLE,
    SUBJECT,
    role_of,
)
from sitegen.authoring.importing.received import ColumnAnswers, ReceivedTables, field_words
from sitegen.authoring.importing.standing import NamedEntry, StandingEntries
from sitegen.authoring.proposed_id import id_of
from sitegen.catalogue import numbers
from sitegen.catalogue.names import Names, folded
from sitegen.loading.document import Table
from sitegen.loading.workbook_marks import ID_HEADER
from sitegen.model.column_words import folded as folded_header
from sitegen.model.further_lists import further_list
from sitegen.model.options import Options
from sitegen.model.references import BY_NAME
from sitegen.model.table_entries import id_header_of
from sitegen.problems import Kind, Problem, Severity

PRIVATE_PHONE = Kind(
    "ledger.private-phone",
    Severity.NOTE,
    zh="“{header}”一列收进内部资料，不公开",
    en="the column “{header}” is kept private",
    fix_zh="企业同意公开的，加上 --column {header}=公开联系方式.电话",
    fix_en="if the firms agreed, add --column {header}=contact_public.phone",
)
DIFFERENT = Kind(
    "ledger.different-values",
    Severity.ERROR,
    zh="“{firm}”的“{header}”和第 {line} 行写的不一样：{value}、{other}",
    en="“{header}” of “{firm}” is not as in row {line}: {value}, {other}",
    fix_zh="核对后改成一样的",
    fix_en="find out which is right and write it in both rows",
)
BRAND: Final = ("品牌", "商标")
ROW_HEADER: Final = "行号"
SLUG_HEADER: Final = "文号网址"
KIND_HEADER: Final = "性质"
COOPERATIVE, ASSOCIATION, ENTERPRISE = "合作社", "协会", "企业"


@dataclass(slots=True)
class Ledger:
    """Takes a ledger apart. `subject` is the collection of what has the titles."""

    table: Table
    subject: str
    answers: ColumnAnswers
    standing: StandingEntries
    roles: dict[str, str] = field(default_factory=dict)
    said: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unclear: set[tuple[int, str]] = field(default_factory=set)

    def tables(self) -> list[ReceivedTables]:
        """The tables of its firms, its subjects and its announcements, as far as it has these columns."""
        for header in self.table.header:
            word = self.answers.meant.get(header)
            role = role_of(header) if word is None else ""
            if role and role not in self.roles:
                self.roles[role] = header
            if word is not None:
                self.said.setdefault(self._collection_with(word), {})[header] = word
        found = [
            self._firms(),
            self._subjects(),
            self._announcements(),
        ]  # firms find what is unclear
        return [one for one in found if one is not None]

    def _collection_with(self, word: str) -> str:
        """The one of the three collections that has a field called so; the subject's where none has."""
        for name in (self.subject, "organizations", "recognitions"):
            if folded_header(word) in field_words(name, self.standing.options):
                return name
        return self.subject

    def _subjects(self) -> ReceivedTables:
        meant = self._meant(OF_SUBJECT[self.subject])
        others = {self.roles[role] for role in (*OF_FIRM, *OF_TITLE, *OF_ROW) if role in self.roles}
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
        """The firms, each once, with what the row has of it."""
        header = self.roles.get(FIRM)
        if header is None:
            return None
        meant = self._meant(OF_FIRM) | self.said.get("organizations", {})
        phone = self.roles.get("phone", "")
        if phone in meant:
            facts = {"header": phone}
            self.problems.append(Problem(PRIVATE_PHONE, self.table.place(None, phone), facts))
        first: dict[str, tuple[int, Mapping[str, str]]] = {}
        for row, line in self._rows():
            name = folded(row[header])
            if not name:
                continue
            known_line, known = first.setdefault(name, (line, row))
            self._compare(row, line, known, known_line, [h for h in meant if h != header])
        rows = [(line, self._firm(row, header, meant)) for line, row in first.values()]
        table = self._table(rows, (*meant, KIND_HEADER))
        new = frozenset(["kind", "region"])
        return ReceivedTables("organizations", [table], meant=meant, for_new=new)

    def _firm(
        self, row: Mapping[str, str], header: str, meant: Mapping[str, str]
    ) -> dict[str, str]:
        name = row[header]
        ends = {"合作社": COOPERATIVE, "合作联社": COOPERATIVE, "协会": ASSOCIATION}
        kind = next((kind for end, kind in ends.items() if name.endswith(end)), ENTERPRISE)
        return {**{header: row[header] for header in meant}, KIND_HEADER: kind}

    def _compare(
        self,
        row: Mapping[str, str],
        line: int,
        known: Mapping[str, str],
        known_line: int,
        headers: list[str],
    ) -> None:
        """What two rows say of one firm is the same, or one of them says nothing."""
        for header in headers:
            value, other = row[header], known[header]
            if (
                value
                and other
                and folded(value) != folded(other)
                and header != self.roles.get("region")
            ):
                facts = {
                    "firm": row[self.roles[FIRM]],
                    "header": header,
                    "line": str(known_line),
                    "value": value,
                    "other": other,
                }
                self.problems.append(Problem(DIFFERENT, self.table.place(line, header), facts))
                self.unclear |= {(line, header), (known_line, header)}

    def _announcements(self) -> ReceivedTables | None:
        """The announcements, each once, with a row for every subject."""
        document = self.roles.get("document")
        fixed = self.answers.values.get("文号", "")
        if document is None and not fixed:
            return None
        meant = self._meant(OF_TITLE) | self.said.get("recognitions", {})
        of_rows = self._meant(OF_ROW) | {self.roles[SUBJECT]: "对象"}
        ids = _AnnouncementIds(self.standing)
        entries: dict[str, tuple[int, dict[str, str]]] = {}
        members: list[tuple[int, dict[str, str]]] = []
        for row, line in self._rows():
            number = (row[document] if document else "") or fixed
            name = row[self.roles[SUBJECT]]
            if not number or not name:
                continue
            identifier = ids.of(number)
            texts = {ID_HEADER: identifier, **{header: row[header] for header in meant}}
            # Without a rule for the issuer, an announcement needs the address of its number.
            texts[SLUG_HEADER] = "" if numbers.slug(number) else identifier
            entries.setdefault(identifier, (line, texts))
            values = {header: row[header] for header in of_rows}
            values[self.roles[SUBJECT]] = f"{self.subject}:{self._reference(row, name)}"
            values |= {ID_HEADER: identifier, ROW_HEADER: ids.row(identifier, name)}
            members.append((line, values))
        rows_of = further_list("各行", "recognitions", self.standing.options)
        assert rows_of is not None
        table = self._table(list(entries.values()), (ID_HEADER, SLUG_HEADER, *meant))
        listed = self._table(members, (ID_HEADER, ROW_HEADER, *of_rows))
        received = ReceivedTables(
            "recognitions", [table], [(listed, rows_of)], whole=False, follows=True
        )
        received.meant = {**meant, **of_rows}
        return received

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


class _AnnouncementIds:
    """The id of each announcement by its number, and the ids of the rows in it."""

    def __init__(self, standing: StandingEntries) -> None:
        self._standing = standing
        self._ids: dict[str, str] = {}
        self._taken = set(standing.known.ids("recognitions"))
        self._rows: dict[str, dict[str, str]] = {}
        self._names: Names[NamedEntry] | None = None

    def of(self, document: str) -> str:
        key = folded(document)
        if key not in self._ids:
            known = self._standing.by_number("recognitions").get(key.upper(), [])
            identifier = known[0].id if known else ""
            identifier = identifier or id_of("recognitions", document, frozenset(), "", self._taken)
            self._taken.add(identifier)
            self._ids[key] = identifier
            self._rows[identifier] = dict(self._standing_rows(known[0])) if known else {}
        return self._ids[key]

    def row(self, identifier: str, name: str) -> str:
        """The id of the row of a subject with this name: the one that it has, or the next number."""
        rows = self._rows[identifier]
        key = folded(name)
        if key not in rows:
            known = [int(row) for row in rows.values() if row.isdecimal()]
            rows[key] = str(max(known, default=len(rows)) + 1)
        return rows[key]

    def _standing_rows(self, one: NamedEntry) -> Iterator[tuple[str, str]]:
        """(folded name of the subject, id) of each row that an announcement has."""
        self._names = self._names or Names(self._standing.every())
        by_key = {entry.key: entry for entry in self._standing.every()}
        written = one.entry.tree.get("rows", []) if one.entry is not None else []
        for row in written if isinstance(written, list) else []:
            subject, number = str(row.get("subject", "")), str(row.get("row", ""))
            entry = by_key.get(subject)
            name = entry.name if entry is not None else subject.rpartition(":")[2]
            yield folded(name.removeprefix(BY_NAME)), number


def subject_of(table: Table, collection: str, options: Options) -> str:
    """The collection of what has the titles in a ledger; "" where a table is none.

    A ledger has a name, and a firm or a document that entries of this collection have no column for.
    """
    roles = {role_of(header): header for header in table.header}
    if SUBJECT not in roles or (collection and collection not in OF_SUBJECT):
        return ""
    subject = collection or ("brands" if roles[SUBJECT].startswith(BRAND) else "products")
    own = field_words(subject, options)
    is_other = any(
        role in roles and folded_header(roles[role]) not in own for role in (FIRM, "document")
    )
    return subject if is_other else ""
