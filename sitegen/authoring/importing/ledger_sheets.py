"""What the sheets of a ledger share: its firms, and its announcements with the ids of their rows."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.authoring.importing.announcement_ids import AnnouncementIds
from sitegen.authoring.importing.standing import StandingEntries
from sitegen.loading.document import Table


class FirstRow(NamedTuple):
    """Where a firm or an announcement stands first: its cells, with what later rows add. `fields` has the field of
    each header in that sheet, and `unclear` the (line, header) of cells there that other rows contradict."""

    table: Table
    line: int
    cells: dict[str, str]
    fields: dict[str, str]
    unclear: set[tuple[int, str]]

    def header_of(self, field: str) -> str:
        """The header of the column with a field, "" where the sheet has none."""
        return next((header for header, word in self.fields.items() if word == field), "")


class LedgerSheets:
    """A firm or an announcement that stands in several sheets is one. `first` has them by collection and by name."""

    def __init__(self, standing: StandingEntries) -> None:
        self.first: dict[str, dict[str, FirstRow]] = {"organizations": {}, "recognitions": {}}
        self.ids = AnnouncementIds(standing)
