"""Tables that are taken back, for tests: the rows of a sheet go in, outcomes and problems come out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.authoring.importing.given import GivenTable, from_file
from sitegen.authoring.importing.received import ColumnAnswers
from sitegen.commands.table_import import Import, import_table
from sitegen.problems import Report
from tests.support.workbooks import Rows, xlsx


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import said. `outcomes` are (outcome, id) of the rows, `problems` `place code` of each problem."""

    done: Import | None
    report: Report

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        assert self.done is not None
        return [(row.outcome.value, row.id) for row in self.done.proposals.rows]

    @property
    def changes(self) -> dict[str, dict[str, tuple[str, str]]]:
        """By id: (old, new) of each changed field by its title."""
        assert self.done is not None
        return {
            row.id: {change.title: (change.old, change.new) for change in row.changes}
            for row in self.done.proposals.rows
            if row.changes
        }

    @property
    def problems(self) -> list[str]:
        return [f"{problem.at} {problem.kind.code}" for problem in self.report.problems]

    @property
    def said(self) -> str:
        return self.report.text("zh", every=True)


def handed_in(path: Path) -> GivenTable:
    """The table in a file that can be read."""
    given, problems = from_file(path)
    assert given is not None, problems
    return given


def taken(root: Path, rows: Rows | bytes, file: str = "特色产品.xlsx", **options: Any) -> Imported:
    """The import of a sheet with these rows, or of a file, into the site in `root`."""
    path = root.parent / file
    path.write_bytes(rows if isinstance(rows, bytes) else xlsx(rows))
    report = Report()
    meant, ignored = options.pop("meant", {}), options.pop("ignored", ())
    answers = ColumnAnswers(meant, frozenset(ignored), options.pop("values", {}))
    done = import_table(root, handed_in(path), report, answers=answers, **options)
    return Imported(done, report)
