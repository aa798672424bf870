"""The entries that the province writes itself: what those of cities are held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitegen.building import sources
from sitegen.building.entry_loading import NoReadings
from sitegen.building.entry_places import EntryPlaces
from sitegen.building.parsing import ParseContext, parse
from sitegen.building.workers import spread
from sitegen.catalogue import numbers
from sitegen.catalogue.references_by_name import ReferencesByName
from sitegen.config.site import Site
from sitegen.loading.document import FieldPath
from sitegen.model import entries as model_entries
from sitegen.model.entry import Entry
from sitegen.model.validate import is_collected
from sitegen.problems import Location

Document = tuple[str, str]
"""What announcements are known by: the id of the scheme, the folded number."""


@dataclass(frozen=True)
class OwnEntries:
    """The province's own entries by key."""

    site: Site
    entries: Mapping[str, Entry]

    @cached_property
    def announcements(self) -> dict[Document, tuple[Entry, Any]]:
        """Its announcements, each with its record."""
        found = {}
        for entry in self.entries.values():
            if entry.collection == "recognitions":
                record = entry.record(self.site.options)
                found[record.scheme.id, numbers.fold(record.document)] = (entry, record)
        return found

    def record(self, entry: Entry) -> Any:
        return entry.record(self.site.options)

    def place(self, entry: Entry, path: FieldPath = ()) -> Location:
        return EntryPlaces(self.site.root).of(entry, path)


def read(site: Site, now: int, *, workers: int) -> OwnEntries:
    """The entries of the site that were not collected; `now` is in ns. What is wrong with them is for the build to
    tell."""
    found = sources.look(site.root, now)
    own = [file for file in found.entry_files if not is_collected(file)]
    parsed = spread(parse, ParseContext(site.root, site.options, NoReadings()), own, workers)
    entries = tuple(_entries(row.entries for row in parsed))
    resolved = ReferencesByName().resolved(entries, site.options)
    return OwnEntries(site, {entry.key: entry for entry in resolved})


def _entries(rows: Iterator[bytes]) -> Iterator[Entry]:
    for row in rows:
        yield from model_entries.from_json(row)
