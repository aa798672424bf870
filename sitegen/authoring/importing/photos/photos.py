"""Photos for the rows of a table: found, judged, and given to the rows as pictures of their entries."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.authoring.importing.matched_rows import MatchedRow, MatchedRows
from sitegen.authoring.importing.photos import kinds
from sitegen.authoring.importing.photos.chosen import PhotosByFile, PhotosByName, in_order
from sitegen.authoring.importing.photos.judging import Judged, bytes_of, judge
from sitegen.authoring.importing.photos.media_folder import MediaFolder
from sitegen.authoring.importing.photos.photo_names import Nearby
from sitegen.authoring.importing.photos.photo_rows import IMAGES, PhotoRow, each_entry, files_of
from sitegen.authoring.importing.photos.sources import Photo, PhotoSource
from sitegen.authoring.importing.standing import named_entry
from sitegen.building.inspection import FOLDER, MIN_FOR_WORKERS
from sitegen.building.workers import spread
from sitegen.files import digest
from sitegen.loading.document import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.problems import Problem


class PlacedPhoto(NamedTuple):
    """A photo, and the file in content/media that it becomes; `is_new` says that this is to be written. `name` is
    that of its entry."""

    photo: Photo
    file: str
    digest: str
    is_new: bool
    name: str

    @property
    def path(self) -> str:
        """The path of the file below the site."""
        return f"{FOLDER}/{self.file}"


class Photos:
    """Gives the rows of a table their photos. `defaults` are fields of each new picture, by name."""

    def __init__(
        self,
        root: Path,
        source: PhotoSource,
        options: Options,
        defaults: Mapping[str, str],
        *,
        workers: int = 1,
    ) -> None:
        self._root = root
        self._workers = workers
        self._is_given = source.is_given
        self._source = source
        self._options = options
        self._defaults = defaults
        self._media = MediaFolder(root)
        self._near_media = Nearby(self._media.written)
        self._by_file = PhotosByFile(self._source.photos)
        self._judged: dict[Photo, Judged] = {}
        self.problems: list[Problem] = list(self._source.problems)
        self._by_entry: dict[tuple[str, str], list[PlacedPhoto]] = {}

    def give(self, tables: Sequence[MatchedRows]) -> None:
        """Put pictures into the fields of the rows, and what is wrong with them into their problems."""
        rows: list[PhotoRow] = []
        homes: list[tuple[MatchedRows, int]] = []
        for table in tables:
            if IMAGES not in COLLECTIONS[table.collection].model.model_fields:
                continue
            for index, row in enumerate(table.rows):
                rows.append(self._row(len(rows), table.collection, row))
                homes.append((table, index))
        taken: set[Photo] = set()
        for one in rows:
            for index, text in one.named:
                self._choose_named(one, index, text)
            taken |= {photo for _, photo in one.chosen}
        self._choose_by_name(rows, [photo for photo in self._source.photos if photo not in taken])
        self._judge([photo for one in rows if one.is_sound for _, photo in one.chosen])
        for one, (table, index) in zip(rows, homes, strict=True):
            if one.chosen or one.wrong or (self._is_given and one.named):
                table.rows[index] = self._with_pictures(table.collection, one)

    def _row(self, number: int, collection: str, row: MatchedRow) -> PhotoRow:
        entry = row.match.entry
        old = entry.entry.tree if entry is not None and entry.entry is not None else {}
        name = named_entry(collection, row.match.id, {**old, **row.tree}, self._options).name
        own = (unicodedata.normalize("NFC", text) for _, text in files_of(old.get(IMAGES)))
        known = frozenset(own)
        named = [
            (index, text)
            for index, text in files_of(row.tree.get(IMAGES))
            if self._is_given or unicodedata.normalize("NFC", text) not in known
        ]
        return PhotoRow(number, row, name, named, known)

    def _choose_named(self, one: PhotoRow, index: int, text: str) -> None:
        """Choose the photos that a cell names, or say why there are none."""
        is_in_media = unicodedata.normalize("NFC", text) in self._media.written
        for found in self._by_file.each_named(text):
            if len(found) == 1:
                one.chosen.append((index, found[0]))
            elif found:
                facts = {"file": text, "photos": "、".join(photo.shown for photo in found)}
                facts["right"] = found[0].path
                one.wrong.append(Problem(kinds.SEVERAL_FILES, one.at(index), facts))
            elif not is_in_media:
                near = self._by_file.nearby.nearest(text) or self._near_media.nearest(text)
                kind = kinds.MISSING if self._is_given else kinds.NOT_GIVEN
                facts = {"file": text, "nearest": near}
                one.wrong.append(Problem(kind, one.at(index), facts))

    def _choose_by_name(self, rows: Sequence[PhotoRow], photos: Sequence[Photo]) -> None:
        """Choose photos by their names; a photo that fits two rows is a problem of both."""
        numbers: dict[str, list[int]] = {}
        for one in rows:
            numbers.setdefault(one.name, []).append(one.number)
            if (identifier := one.row.match.id) and identifier != one.name:
                numbers.setdefault(identifier, []).append(one.number)
        by_name = PhotosByName({name: found for name, found in numbers.items() if name})
        for photo in in_order(photos):
            fitting = each_entry(rows[number] for number in by_name.rows(photo))
            free = [one for one in fitting if one.takes_by_name]
            if not fitting:
                self.problems.append(_fits_nobody(photo, by_name.near(photo)))
            elif not free:
                if any(self._shows(one, photo) for one in fitting):
                    continue
                facts = {"photo": photo.shown, "name": fitting[0].name}
                self.problems.append(Problem(kinds.NOT_TAKEN, fitting[0].row.at, facts))
            elif len(fitting) > 1:
                names = "、".join(dict.fromkeys(one.called for one in fitting))
                for one in free:
                    facts = {"photo": photo.shown, "entries": names, "right": photo.name}
                    one.wrong.append(Problem(kinds.FITS_SEVERAL, one.at(), facts))
            else:
                free[0].chosen.append((None, photo))

    def _shows(self, one: PhotoRow, photo: Photo) -> bool:
        """Whether the entry of a row has this photo already."""
        data = bytes_of(self._source, photo)
        if data is None:
            return False
        return self._media.name_of(digest(data), len(data)) in one.own_files

    def _judge(self, photos: Iterable[Photo]) -> None:
        """Judge photos, each once, and tell what is wrong with them."""
        wanted = list(dict.fromkeys(photos))
        context = (self._source, self._root)
        judged = spread(judge, context, wanted, self._workers, least=MIN_FOR_WORKERS)
        self._judged = dict(zip(wanted, judged, strict=True))
        self.problems += [problem for one in judged for problem in one.problems]

    def _with_pictures(self, collection: str, one: PhotoRow) -> MatchedRow:
        """A row with the files of its photos in place of what its cells name."""
        identifier = one.row.match.id
        written: list[tuple[int | None, PlacedPhoto]] = []
        for index, photo in one.chosen if one.is_sound else ():
            judged = self._judged[photo]
            same = [known for _, known in written if known.digest == judged.digest]
            if not judged.digest:
                facts = {"photo": photo.shown}
                one.wrong.append(Problem(kinds.REFUSED, one.at(index or 0), facts))
            elif same:
                facts = {"other": same[0].photo.shown}
                self.problems.append(Problem(kinds.SAME, photo.at, facts))
            else:
                file, is_new = self._media.place(identifier, judged)
                placed = PlacedPhoto(photo, file, judged.digest, is_new, one.name)
                written.append((index, placed))
        if one.wrong:
            written = []
        tree = dict(one.row.tree)
        if written or (self._is_given and one.named and not one.has_own):
            tree[IMAGES] = self._members(one, written)
        if written:
            self._by_entry[collection, identifier] = [placed for _, placed in written]
        adds = bool(written) and not one.has_own
        return one.row._replace(
            tree=tree, problems=(*one.row.problems, *one.wrong), adds_pictures=adds
        )

    def _members(
        self, one: PhotoRow, written: Sequence[tuple[int | None, PlacedPhoto]]
    ) -> list[Tree]:
        """The pictures of a row, each with its file; new ones with the fields that all of them get."""
        told = one.row.tree.get(IMAGES)
        members: list[Any] = list(told) if isinstance(told, list) else []
        by_index: dict[int | None, list[str]] = {}
        for index, placed in written:
            by_index.setdefault(index, []).append(placed.file)
        found: list[Tree] = []
        for index, member in enumerate(members):
            texts = by_index.get(index)
            group = member if isinstance(member, dict) else {}
            found += [{**group, "file": file} for file in texts] if texts else [member]
        if None in by_index:  # what the row says of a picture without its file, it says of all
            said = next((member for member in members if isinstance(member, dict)), {})
            found = [{"file": file, **said} for file in by_index[None]]
        if one.has_own:
            return found
        defaults = {"alt": one.name, **self._defaults}
        return [self._filled(group, defaults) for group in found]

    def _filled(self, member: Tree, defaults: Mapping[str, str]) -> Tree:
        if not isinstance(member, dict):
            return member
        own = {name: text for name, text in member.items() if text}
        return {**member, **{name: text for name, text in defaults.items() if name not in own}}

    def data(self, placed: PlacedPhoto) -> bytes:
        """The bytes to write, read again: they are not kept. Raises OSError where they have changed."""
        data = bytes_of(self._source, placed.photo)
        if data is None or digest(data) != placed.digest:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), placed.photo.shown)
        return data

    @property
    def coming(self) -> set[str]:
        """The names that files are to get in content/media."""
        return {one.file for placed in self._by_entry.values() for one in placed}

    def of(self, keys: Iterable[tuple[str, str]]) -> tuple[PlacedPhoto, ...]:
        """The photos of these entries, given as (collection, id)."""
        return tuple(one for key in keys for one in self._by_entry.get(key, ()))


def _fits_nobody(photo: Photo, near: str) -> Problem:
    extension = photo.name[len(photo.stem) :]
    right = f"{near}{extension}" if near else ""
    return Problem(kinds.FITS_NOBODY, photo.at, {"nearest": near, "right": right})
