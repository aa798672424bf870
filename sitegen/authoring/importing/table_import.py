"""A table that was handed in, compared with the entries of the site: what it would write, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.matched_rows import UNKNOWN_COLUMN
from sitegen.authoring.importing.new_files import NewFile, new_files
from sitegen.authoring.importing.photos.opening import picture_defaults
from sitegen.authoring.importing.photos.photos import Photos, PlacedPhoto
from sitegen.authoring.importing.photos.sources import PhotoSource
from sitegen.authoring.importing.proposal import Outcome
from sitegen.authoring.importing.proposals import Proposals, propose
from sitegen.authoring.importing.received import ColumnAnswers, ReceivedTables
from sitegen.authoring.importing.receiving import receive
from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.authoring.importing.standing import StandingEntries
from sitegen.authoring.known_entries import KnownEntries
from sitegen.config.site import Site
from sitegen.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class TableImport:
    """What a table would change; nothing is written. `made` are the files as they would be, `placed` the photos
    that these entries get out of `photos`. `problems` are those of the table, with the questions on its columns."""

    received: Sequence[ReceivedTables]
    proposals: Proposals
    made: Sequence[NewFile]
    photos: Photos
    placed: Sequence[PlacedPhoto]
    problems: Sequence[Problem]

    @property
    def questions(self) -> list[Problem]:
        """Columns that nobody knows the meaning of."""
        return [problem for problem in self.problems if problem.kind is UNKNOWN_COLUMN]

    @property
    def has_refused(self) -> bool:
        """Whether a row, or a part of one, would be left out."""
        refused = any(row.outcome is Outcome.REFUSED for row in self.proposals.rows)
        return refused or any(one.kind.severity is Severity.ERROR for one in self.problems)

    @property
    def could_write(self) -> bool:
        """Whether there is anything to write, and every column is understood."""
        return bool(self.made) and not self.proposals.is_open


class TableComparison:
    """Compares one table with a site; again and again, as its columns are explained.

    `source` has the photos that come with the table, and is open. `collection` is that of all rows, "" where the
    table tells.
    """

    def __init__(
        self,
        root: Path,
        site: Site,
        rules: SiteRules,
        given: GivenTable,
        source: PhotoSource,
        collection: str = "",
        *,
        clear: bool = False,
        workers: int = 1,
    ) -> None:
        self._root = root
        self._options = site.options
        self._standing = StandingEntries(KnownEntries(root, site.options))
        self._rules = rules
        self._given = given
        self._source = source
        self._collection = collection
        self._clear = clear
        self._workers = workers

    def with_answers(self, answers: ColumnAnswers) -> TableImport:
        """What the table would change, its columns meaning what the answers say."""
        received, problems = receive(self._given, self._standing, answers, self._collection)
        defaults, others = picture_defaults(self._source, answers, self._options)
        photos = Photos(self._root, self._source, self._options, defaults, workers=self._workers)
        proposals = propose(
            received, self._standing, others, self._rules, photos, clear=self._clear
        )
        made, unchanged = new_files(self._root, proposals.rows, self._options)
        placed = photos.of((row.collection, row.id) for new in made for row in new.rows)
        found = [*problems, *photos.problems, *proposals.problems, *unchanged]
        return TableImport(received, proposals, made, photos, placed, found)
