"""Rows that refer to an entry of a refused row: they wait until that row is right, or they would lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.authoring.importing.proposal import Outcome, Proposal
from sitegen.authoring.importing.standing import References
from sitegen.model.collections import COLLECTIONS
from sitegen.model.referring import written_references
from sitegen.problems import Kind, Problem, Severity

WAITS = Kind(
    "import.waits-for-row",
    Severity.NOTE,
    zh="“{name}”在[[工作表“{sheet}”]]第 {line} 行，那一行不收，所以这一行也先不收",
    en="“{name}” stands in row {line}[[ of the sheet “{sheet}”]], which is refused, so that this one waits",
    fix_zh="改好第 {line} 行就行",
    fix_en="correct row {line}",
)


def waiting(
    proposed: Sequence[Proposal], known: References, problems: list[Problem]
) -> list[Proposal]:
    """The proposals, with those refused that refer to a new entry of a refused row; that is told as a note."""
    rows = list(proposed)
    while True:
        refused = {
            f"{row.collection}:{row.id}": row
            for row in rows
            if row.outcome is Outcome.REFUSED and row.entry is None and row.id
        }
        found = False
        for index, row in enumerate(rows):
            if not refused or row.outcome not in (Outcome.NEW, Outcome.CHANGED):
                continue
            other = next((refused[key] for key in _targets(row, known) if key in refused), None)
            if other is None:
                continue
            found = True
            rows[index] = replace(row, outcome=Outcome.REFUSED)
            facts = {
                "name": other.name,
                "line": str(other.at.line or 0),
                "sheet": other.at.sheet if other.at.sheet != row.at.sheet else "",
            }
            if (row.at.sheet, row.at.line) != (other.at.sheet, other.at.line):
                problems.append(Problem(WAITS, row.at, facts))
        if not found:
            return rows


def _targets(row: Proposal, known: References) -> Iterator[str]:
    for _, reference in written_references(COLLECTIONS[row.collection].model, row.tree):
        yield known.key_of(reference)
