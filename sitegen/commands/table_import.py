"""sitegen table import: what a table that came back changes, and the writing of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from sitegen import files
from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.matched_rows import UNKNOWN_COLUMN
from sitegen.authoring.importing.new_files import NewFile, digest_of, new_files, not_edited
from sitegen.authoring.importing.photos.opening import opened, picture_defaults
from sitegen.authoring.importing.photos.photos import Photos, PlacedPhoto
from sitegen.authoring.importing.proposal import Outcome
from sitegen.authoring.importing.proposals import Proposals, propose
from sitegen.authoring.importing.received import ColumnAnswers, ReceivedTables
from sitegen.authoring.importing.receiving import receive
from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.authoring.importing.standing import StandingEntries
from sitegen.authoring.known_entries import KnownEntries
from sitegen.building import state
from sitegen.commands.marked_tables import MarkedCopy, write_marked
from sitegen.commands.new import known_collection
from sitegen.config.site import read_site
from sitegen.files import Folder
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Language, Location, Problem, Report

STAGING = "import"
"""The folder in .sitegen where files are made before they are moved to content/."""


class Import(NamedTuple):
    """What becomes of the rows of a table. `written` are the files that were written, None in a dry run;
    `could_write` says whether there is anything to write, and nothing that hinders it. `photos` are those
    that these entries get, `marked` is the copy of the table in which the wrong cells are marked."""

    proposals: Proposals
    written: tuple[str, ...] | None
    could_write: bool
    photos: tuple[PlacedPhoto, ...] = ()
    marked: MarkedCopy | None = None


Ask: TypeAlias = "Callable[[Sequence[Problem]], ColumnAnswers]"
"""Asks what columns mean: gets the questions, of the kind UNKNOWN_COLUMN, and gives all answers."""


def import_table(
    root: Path,
    given: GivenTable,
    report: Report,
    *,
    name: str = "",
    answers: ColumnAnswers | None = None,
    ask: Ask | None = None,
    photos: Path | None = None,
    clear: bool = False,
    write: bool = False,
    all_or_nothing: bool = False,
    workers: int = 1,
    language: Language = "zh",
) -> Import | None:
    """What a table that was handed in changes, and with `write` the changes made; None where the report says why
    nothing can be said.

    Rows that are refused are left out; with `all_or_nothing` they keep the others from being written, too.
    Entries get the photos in `photos`, a folder or a zip file, that are called like them.
    Where a row is refused, a copy of the table has the wrong cells marked, with texts in `language`.
    Raises Busy where another process keeps the site locked.
    """
    site = report.take(read_site(root))
    if site is None:
        return None
    collection = known_collection(name, list(COLLECTIONS), report) if name else ""
    if collection is None:
        return None
    standing = StandingEntries(KnownEntries(root, site.options))
    rules = SiteRules.read(site, root)
    source = report.take(opened(photos))
    if source is None:
        return None

    def read(
        answers: ColumnAnswers,
    ) -> tuple[list[ReceivedTables], Proposals, Photos, list[Problem]]:
        received, problems = receive(given, standing, answers, collection)
        defaults, others = picture_defaults(source, answers, site.options)
        pictures = Photos(root, source, site.options, defaults, workers=workers)
        proposals = propose(received, standing, others, rules, pictures, clear=clear)
        return received, proposals, pictures, [*problems, *pictures.problems, *proposals.problems]

    with source:
        received, proposals, pictures, problems = read(answers or ColumnAnswers())
        questions = [problem for problem in problems if problem.kind is UNKNOWN_COLUMN]
        if ask is not None and questions:
            received, proposals, pictures, problems = read(ask(questions))
        report.add(problems)
        if not received:
            return None
        made = report.take(new_files(root, proposals.rows, site.options))
        placed = pictures.of((row.collection, row.id) for new in made for row in new.rows)
        refused = any(row.outcome is Outcome.REFUSED for row in proposals.rows)
        hindered = proposals.is_open or (all_or_nothing and (refused or report.has_errors))
        could_write = bool(made) and not hindered
        written: tuple[str, ...] | None = () if write else None
        if write and could_write:
            with state.locked(root):
                written = report.take(_written(root, made, placed, pictures))
    copy = write_marked(given, received, report, language)
    return Import(proposals, written, could_write, placed, copy)


def _written(
    root: Path, made: Sequence[NewFile], photos: Sequence[PlacedPhoto], given: Photos
) -> tuple[tuple[str, ...], list[Problem]]:
    """The files that are written. All are made in a folder of ours, then each is moved to its place, pictures
    before the entries that name them: a kill at any instant leaves every file of content/ whole, as it was or as
    it is to be, and the next import goes on. A file that somebody has saved meanwhile is left alone."""
    pictures = {photo.path: photo for photo in photos if photo.is_new}
    staging = root / state.FOLDER / STAGING
    if staging.is_symlink() or staging.exists():
        files.remove_tree(staging)
    files.make_folder(staging)
    written: list[str] = []
    problems: list[Problem] = []
    with Folder(staging) as staged:
        for path, photo in pictures.items():
            staged.create(path, given.data(photo))
        for new in made:
            staged.create(new.file, new.data)
        with Folder(root) as folder:
            for path in pictures:
                _see_free(root / path)
                folder.move_in(staged, path)
                written.append(path)
            for new in made:
                if digest_of(root, new.file) == new.before:
                    folder.move_in(staged, new.file)
                    written.append(new.file)
                else:
                    problems.append(not_edited("changed", Location(new.file), new.rows))
    files.remove_tree(staging)
    return tuple(written), problems


def _see_free(path: Path) -> None:
    """Raise FileExistsError where somebody has just put another picture."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
