"""sitegen table import: what a table that came back changes, and the writing of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from sitegen import files
from sitegen.authoring.importing.given import GivenTable
from sitegen.authoring.importing.new_files import NewFile, digest_of, not_edited
from sitegen.authoring.importing.photos.opening import opened
from sitegen.authoring.importing.photos.photos import Photos, PlacedPhoto
from sitegen.authoring.importing.proposals import Proposals
from sitegen.authoring.importing.received import ColumnAnswers
from sitegen.authoring.importing.site_rules import SiteRules
from sitegen.authoring.importing.table_import import TableComparison
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
    source = report.take(opened(photos))
    if source is None:
        return None
    with source:
        rules = SiteRules.read(site, root)
        comparison = TableComparison(
            root, site, rules, given, source, collection, clear=clear, workers=workers
        )
        found = comparison.with_answers(answers or ColumnAnswers())
        if ask is not None and found.questions:
            found = comparison.with_answers(ask(found.questions))
        report.add(found.problems)
        if not found.received:
            return None
        could_write = found.could_write and not (all_or_nothing and found.has_refused)
        written: tuple[str, ...] | None = () if write else None
        if write and could_write:
            with state.locked(root):
                written = report.take(_written(root, found.made, found.placed, found.photos))
    copy = write_marked(given, found.received, report, language)
    return Import(found.proposals, written, could_write, tuple(found.placed), copy)


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
