"""What becomes of each row of a table that came back: a new entry, a changed one, none, or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from sitegen.authoring.edits.changes import Change, NotWithin, edits_of
from sitegen.authoring.edits.edit import applied
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.importing.differences import Comparison
from sitegen.authoring.importing.entry_faults import EntryFaults
from sitegen.authoring.importing.matched_rows import PLACEHOLDER, MatchedRow, MatchedRows
from sitegen.authoring.importing.matching import UNREADABLE
from sitegen.authoring.importing.photos.photo_rows import IMAGES
from sitegen.authoring.importing.photos.photos import Photos
from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.authoring.importing.received import ColumnAnswers, ReceivedTables
from sitegen.authoring.importing.same_names import same_names
from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.authoring.importing.standing import (
    NamedEntry,
    References,
    StandingEntries,
    named_entry,
)
from sitegen.authoring.importing.waiting import waiting
from sitegen.authoring.sheets.parts import parts_of
from sitegen.checks.entries.pictures import MISSING as NO_PICTURE
from sitegen.loading.document import Table, TableRow, Tree
from sitegen.problems import Kind, Location, Problem, Severity

SAME_ENTRY = Kind(
    "import.same-entry",
    Severity.ERROR,
    zh="和第 {line} 行[[（工作表“{sheet}”）]]是同一个条目“{id}”",
    en="this is the same entry “{id}” as in row {line}[[ of the sheet “{sheet}”]]",
    fix_zh="并成一行，或给其中一行写上自己的编号",
    fix_en="merge the two rows, or give one of them an id of its own",
)
IN_TABLE = Kind(
    "import.stands-in-table",
    Severity.ERROR,
    zh="条目“{id}”写在表格 {file} 里",
    en="the entry “{id}” stands in the table {file}",
    fix_zh="到那张表里改",
    fix_en="change it in that table",
)
Lines: TypeAlias = "set[tuple[str, int]]"
"""(sheet, line) of rows."""


class Proposals(NamedTuple):
    """All rows in their order, and what is wrong. `is_open` says that columns are not understood: nothing may
    be written before that is settled."""

    rows: tuple[Proposal, ...]
    problems: tuple[Problem, ...]
    is_open: bool


def propose(
    received: Sequence[ReceivedTables],
    standing: StandingEntries,
    answers: ColumnAnswers,
    rules: SiteRules,
    photos: Photos,
    *,
    clear: bool,
) -> Proposals:
    """What would become of every row of these tables, with its photos. Rows of a ledger that are refused are in
    no announcement."""
    own = [MatchedRows(one, standing, answers) for one in received if not one.follows]
    photos.give(own)
    rules = replace(rules, media={*rules.media, *photos.coming})
    coming = [named for rows in own for named in rows.coming()]
    known = References(standing, coming)
    proposed: list[Proposal] = []
    problems: list[Problem] = []
    for rows in own:
        proposed += _Proposing(rows, known, rules, clear=clear).all(problems)
    is_open = any(rows.is_open for rows in own)
    proposed = waiting(proposed, known, problems)
    problems += same_names(proposed)
    refused = {
        (row.at.sheet, row.at.line or 0) for row in proposed if row.outcome is Outcome.REFUSED
    }
    for one in (one for one in received if one.follows):
        rows = MatchedRows(one, standing, answers)
        found: list[Problem] = []
        following = _Proposing(rows, known, rules, clear=clear).all(found)
        problems += found
        is_open |= rows.is_open
        # What is wrong is told of all rows; then those that are right make the announcements.
        wrong = {
            (problem.at.sheet, problem.at.line or 0)
            for problem in found
            if problem.kind.severity is Severity.ERROR and _is_member(one, problem.at)
        }
        wrong |= {(table.sheet, line) for table, _ in one.lists for line, _ in table.refused}
        if wrong or refused:
            kept = MatchedRows(_without(one, refused | wrong), standing, answers)
            following = _Proposing(kept, known, rules, clear=clear).all([])
            subjects = {table.sheet for table, _ in one.lists}
            proposed = [_refused(row) if _is_in(row, wrong, subjects) else row for row in proposed]
        proposed += following
    return Proposals(tuple(proposed), tuple(_each_once(problems)), is_open)


def _each_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems without those that are told already: of one cell two entries may be made."""
    told = set()
    for problem in problems:
        key = (problem.kind.code, problem.at, tuple(problem.facts.items()))
        if key not in told:
            told.add(key)
            yield problem


def _is_member(received: ReceivedTables, at: Location) -> bool:
    """Whether a place is one in the rows of a list, and not in the entry to which they belong."""
    if at.line is None or at.field is None:
        return False
    return any(
        at.sheet == table.sheet and at.field in table.header and at.line in table.lines
        for table, _ in received.lists
    )


def _is_in(row: Proposal, lines: Set[tuple[str, int]], sheets: Set[str]) -> bool:
    is_subject = row.collection != "organizations" and row.at.sheet in sheets
    return is_subject and (row.at.sheet, row.at.line or 0) in lines


def _refused(row: Proposal) -> Proposal:
    return replace(row, outcome=Outcome.REFUSED)


def _without(received: ReceivedTables, refused: Set[tuple[str, int]]) -> ReceivedTables:
    """The tables without the members of lists that stand in refused rows, and without entries that have no
    member left."""
    lists = []
    ids: set[str] = set()
    for table, found in received.lists:
        kept = [
            (row, line)
            for row, line in zip(table.rows, table.lines, strict=True)
            if (table.sheet, line) not in refused
        ]
        ids |= {row[table.header[0]] for row, _ in kept}
        rows, lines = tuple(row for row, _ in kept), tuple(line for _, line in kept)
        lists.append((replace(table, rows=rows, lines=lines), found))
    entries = []
    for table in received.entries:
        kept = [
            (row, line)
            for row, line in zip(table.rows, table.lines, strict=True)
            if row[table.header[0]] in ids
        ]
        rows, lines = tuple(row for row, _ in kept), tuple(line for _, line in kept)
        entries.append(replace(table, rows=rows, lines=lines))
    return replace(received, entries=entries, lists=lists)


class _Proposing:
    """Makes the proposals for the rows of one collection."""

    def __init__(
        self, rows: MatchedRows, known: References, rules: SiteRules, *, clear: bool
    ) -> None:
        self.rows = rows
        self.known = known
        self.clear = clear
        self.collection = rows.collection
        self.options = rules.site.options
        self.parts = parts_of(self.collection, self.options)
        self.faults = EntryFaults(self.collection, self.options, known, rules, rows.list_paths)

    def all(self, problems: list[Problem]) -> list[Proposal]:
        """The proposals; what is wrong is added to `problems`."""
        problems += self.rows.problems
        proposed = list(self._each(problems))
        problems += self.faults.of_columns()
        return proposed

    def _each(self, problems: list[Problem]) -> Iterator[Proposal]:
        comparisons: dict[tuple[int, bool], Comparison] = {}
        by_id: dict[str, list[MatchedRow]] = {}
        for row in self.rows.rows:
            by_id.setdefault(row.match.id, []).append(row)
        for row in self.rows.rows:
            table = row.row.table
            key = (id(table), row.adds_pictures)
            if key not in comparisons:
                comparisons[key] = self._comparison(table, row.adds_pictures)
            wrong = [row.match.problem] if row.match.problem is not None else []
            wrong += row.problems
            # Which of two rows is right nobody knows, so neither is taken.
            others = (other for other in by_id[row.match.id] if other is not row)
            if row.match.id and (other := next(others, None)) is not None:
                wrong.append(_same_entry(row, other))
            yield self._proposal(row, comparisons[key], wrong)
            problems += wrong

    def _comparison(self, table: Table, adds_pictures: bool) -> Comparison:
        columns = set(self.rows.columns(table))
        if adds_pictures:
            columns.add(((IMAGES,), "file"))
        whole = self.rows.whole_lists
        return Comparison(self.parts, columns, whole, self.known, clear=self.clear)

    def _changed(
        self, old: Mapping[str, Tree], changes: Sequence[Change]
    ) -> dict[str, Tree] | None:
        """The fields of an entry after the changes; None where something else stands in place of a group."""
        fields = Fields.of_entry(self.collection, self.options)
        try:
            new = applied(dict(old), edits_of(dict(old), changes, fields))
        except NotWithin:
            return None
        assert isinstance(new, dict)
        return new

    def _proposal(self, row: MatchedRow, comparison: Comparison, wrong: list[Problem]) -> Proposal:
        """The proposal for a row. What is wrong with it is added to `wrong`."""
        entry = row.match.entry
        old = entry.entry.tree if entry is not None and entry.entry is not None else {}
        found = comparison.differences(old, row.tree, row.row)
        new = self._changed(old, [one.change for one in found.changes])
        if new is None:
            wrong.append(Problem(UNREADABLE, row.at, {"id": row.match.id}))
            new = dict(old)
        is_valid = True
        if (entry is None and row.match.id) or (found.changes and entry is not None):
            changed = (one.change.path for one in found.changes)
            identifier = row.match.id or PLACEHOLDER
            is_valid, faults = self.faults.of(
                identifier, new, found.row, changed, is_new=entry is None
            )
            # What is wrong with a photo is told already, and that it is not in content/media follows from it.
            wrong += [one for one in faults if not (row.problems and one.kind is NO_PICTURE)]
        if found.changes and entry is not None:
            wrong += _stands_in_table(entry, row.at)
        is_wrong = any(problem.kind.severity is Severity.ERROR for problem in wrong)
        is_known = is_valid and bool(row.match.id)
        if is_wrong or not is_known or row.has_wrong_id or _is_not_known(row.row):
            outcome = Outcome.REFUSED
        elif entry is None:
            outcome = Outcome.NEW
        else:
            outcome = Outcome.CHANGED if found.changes else Outcome.UNCHANGED
        return Proposal(
            outcome,
            self.collection,
            row.match.id,
            named_entry(self.collection, row.match.id, new, self.options).name,
            row.at,
            entry,
            tuple(found.changes),
            new,
            tuple(found.kept),
        )


def _same_entry(row: MatchedRow, other: MatchedRow) -> Problem:
    line, sheet = str(other.row.line), other.row.table.sheet
    return Problem(SAME_ENTRY, row.at, {"line": line, "sheet": sheet, "id": row.match.id})


def _stands_in_table(entry: NamedEntry, at: Location) -> list[Problem]:
    assert entry.entry is not None
    if entry.id not in entry.entry.document.rows:
        return []
    return [Problem(IN_TABLE, at, {"id": entry.id, "file": str(entry.entry.at())})]


def _is_not_known(row: TableRow) -> bool:
    """Whether the value of a cell of a row, or of its lists, could not be read. That is reported already."""
    parts = (row, *row.members.values())
    return any(line == part.line for part in parts for line, _ in part.table.refused)
