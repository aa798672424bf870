"""The ids of announcements that a ledger names, and of the rows in them."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.authoring.importing.standing import NamedEntry, StandingEntries, compared
from sitegen.authoring.proposed_id import id_of
from sitegen.catalogue.names import folded
from sitegen.model.references import BY_NAME


class AnnouncementIds:
    """The id of each announcement by its number, and the ids of the rows in it."""

    def __init__(self, standing: StandingEntries) -> None:
        self._standing = standing
        self._ids: dict[str, str] = {}
        self._taken = set(standing.known.ids("recognitions"))
        self._rows: dict[str, dict[str, str]] = {}

    def of(self, document: str) -> str:
        key = compared(document)
        if key not in self._ids:
            known = self._standing.by_number("recognitions").get(key, [])
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
        by_key = {entry.key: entry for entry in self._standing.every()}
        written = one.entry.tree.get("rows", []) if one.entry is not None else []
        for row in written if isinstance(written, list) else []:
            subject, number = str(row.get("subject", "")), str(row.get("row", ""))
            entry = by_key.get(subject)
            name = entry.name if entry is not None else subject.rpartition(":")[2]
            yield folded(name.removeprefix(BY_NAME)), number
