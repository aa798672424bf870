"""A folder of this machine or of a network drive: `releases/<id>/`, and `current`, which leads to one of them.

    records/<id>.json    what is in a release
    releases/<id>/       a whole site
    current              a symbolic link to a release; where the disk has none, a copy that is brought up to date
    shown.json           the release that such a copy shows, or is becoming
    incoming/            a release that is being put
    lock                 who is publishing

A copy cannot change in one step. Its files are replaced one by one, assets before the pages that name them, and
what is gone goes last: so every page finds its files. What was interrupted is finished by the next publication.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.problems import Mistaken, Problem
from sitegen.publishing import record as records_of
from sitegen.publishing.difference import in_upload_order
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import FileRecord, Record, styles_of_open_pages
from sitegen.publishing.target import DAMAGED, FOREIGN, Progress, at
from sitegen.publishing.targets.local import holder_of, locked_by, refusals_told

BEFORE_RECORDS = frozenset(["lock", "incoming", "releases"])
"""What an interrupted first publication may have left."""


@dataclass(frozen=True, slots=True)
class FolderTarget:
    """A folder as a target. `links` is whether `current` may be a symbolic link where the disk has them."""

    name: str
    path: Path
    links: bool = True

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        with self._told():
            self.path.mkdir(parents=True, exist_ok=True)
            self._see_own()
        with ExitStack() as held:
            with self._told():
                held.enter_context(locked_by(self.name, self.path / "lock", owner))
                files.remove_temporaries(self.path)
                self._finish_copy()
            yield

    def holder(self) -> str | None:
        with self._told():
            return holder_of(self.path / "lock")

    def ids(self) -> Sequence[str]:
        with self._told():
            found = [place.stem for place in self._record_files()]
            return [one for one in found if files.is_folder(self._release(one))]

    def record(self, release: str) -> Record | None:
        with self._told(), suppress(FileNotFoundError, files.OutsideRoot):
            if files.is_folder(self._release(release)):
                return records_of.read(files.read(self._about(release)))
        return None

    def records(self) -> Sequence[Record]:
        return records_of.readable(map(self.record, self.ids()))

    def shown(self) -> str | None:
        with self._told():
            link = files.leads_to(self.path / "current")
            if link is not None:
                return link.rpartition("/")[2]
            copy = self._copy()
            return copy[1] if copy and copy[0] == "is" else None

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        with self._told():
            self._clear(record)
            incoming = self.path / "incoming"
            done = 0
            for path, file in record.all_files.items():
                self._put_file(incoming, path, file, payload, before)
                done += file.size
                told(done, payload.size)
            files.write(self._about(record.id), records_of.written(record))
            release = self._release(record.id)
            release.parent.mkdir(exist_ok=True)
            files.remove_tree(release)
            if not files.take_place(incoming, release):
                raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(release))

    def show(self, record: Record, before: Record | None) -> None:
        with self._told():
            for path in styles_of_open_pages(record, before):
                place = files.inside(self._release(record.id), path)
                if before is not None and not place.exists():
                    files.link_or_copy(files.inside(self._release(before.id), path), place)
            current = self.path / "current"
            is_copy = files.is_folder(current)
            if self.links and not is_copy and files.takes_links(self.path):
                files.point(current, f"releases/{record.id}")
            else:
                self._copy_over(record, styles_of_open_pages(record, before))

    def drop(self, releases: Sequence[str]) -> None:
        with self._told():
            for release in releases:
                files.remove_tree(self._about(release))
                files.remove_tree(self._release(release))

    def damaged(self, record: Record) -> Sequence[str]:
        with self._told():
            current = self.path / "current"
            return [
                path
                for path, file in record.all_files.items()
                if not self._is_same(files.inside(current, path), file)
            ]

    def _about(self, release: str) -> Path:
        """Where the record of a release lies."""
        return files.inside(self.path / "records", f"{release}.json")

    def _release(self, name: str) -> Path:
        return files.inside(self.path / "releases", name)

    def _record_files(self) -> list[Path]:
        """The records, the latest first."""
        try:
            return sorted((self.path / "records").glob("*.json"), reverse=True)
        except FileNotFoundError:
            return []

    def _see_own(self) -> None:
        """See that the folder is empty or ours."""
        found = {found.name for found in self.path.iterdir() if not found.name.startswith(".")}
        if "records" not in found and found - BEFORE_RECORDS:
            facts = {"target": self.name, "found": min(found - BEFORE_RECORDS)}
            raise Mistaken(Problem(FOREIGN, at(self.name), facts))

    def _clear(self, record: Record) -> None:
        """Remove what interrupted publications left, but for the files of this one."""
        incoming, releases = self.path / "incoming", self.path / "releases"
        if files.is_folder(incoming):
            for path, entry in list(files.walk(incoming)):
                if path not in record.all_files:
                    files.remove(Path(entry.path), incoming)
        known = {path.stem for path in self._record_files()}
        if files.is_folder(releases):
            for release in list(releases.iterdir()):
                if release.name not in known and release.name != self.shown():
                    files.remove_tree(release)

    def _put_file(
        self, folder: Path, path: str, file: FileRecord, payload: Payload, before: Record | None
    ) -> None:
        """Put a file: what an interrupted publication put is kept, what the last release has gets a second name.
        Either is read again, as the new file is."""
        place = files.inside(folder, path)
        if self._holds(place, file):
            return
        old = before.all_files.get(path) if before is not None else None
        if before is not None and old is not None and old.sha256 == file.sha256:
            with suppress(FileNotFoundError):
                files.link_or_copy(files.inside(self._release(before.id), path), place)
            if self._holds(place, file):
                return
        item = payload.items.get(path)
        if item is not None:
            files.write(place, item.read())
            os.utime(place, (file.time, file.time))
        if not self._holds(place, file):
            facts = {"target": self.name, "path": path}
            raise Mistaken(Problem(DAMAGED, at(self.name), facts))

    def _holds(self, place: Path, file: FileRecord) -> bool:
        """Whether a file is there as it was sent; another one of its name goes."""
        try:
            if (
                place.lstat().st_size == file.size
                and files.digest(files.read(place)) == file.sha256
            ):
                return True
        except FileNotFoundError:
            return False
        files.remove_tree(place)
        return False

    def _copy_over(self, record: Record, more: Mapping[str, FileRecord] = {}) -> None:
        """Bring a folder that is shown itself up to date, so that each page finds its files at any time."""
        current, release = self.path / "current", self._release(record.id)
        every = {**more, **record.all_files}
        copy = self._copy()
        there = set(copy[2] if copy else ()) | every.keys()
        self._tell_of_copy("becoming", record.id, there)
        for path in in_upload_order(list(every)):
            place, file = files.inside(current, path), every[path]
            if not self._is_same(place, file):
                data = files.read(files.inside(release, path))
                files.write(place, data, through=self.path)
                os.utime(place, (file.time, file.time))
        for path in sorted(there - every.keys()):
            files.remove(files.inside(current, path), current)
        self._tell_of_copy("is", record.id, every.keys())

    def _is_same(self, place: Path, file: FileRecord) -> bool:
        try:
            return (
                place.lstat().st_size == file.size
                and files.digest(files.read(place)) == file.sha256
            )
        except OSError:
            return False

    def _finish_copy(self) -> None:
        """Finish a copy that was interrupted."""
        copy = self._copy()
        if copy and copy[0] == "becoming":
            record = self.record(copy[1])
            if record is not None:
                self._copy_over(record)

    def _copy(self) -> tuple[str, str, list[str]] | None:
        """(is or becoming, id of a release, the files that may be there) of the copy that is shown."""
        try:
            state, release, paths = json.loads(files.read(self.path / "shown.json"))
        except (OSError, ValueError):
            return None
        return str(state), str(release), [str(path) for path in paths]

    def _tell_of_copy(self, state: str, release: str, paths: object) -> None:
        told = json.dumps([state, release, sorted(paths)], ensure_ascii=False)  # type: ignore[call-overload]
        files.write(self.path / "shown.json", told.encode())

    def _told(self) -> AbstractContextManager[None]:
        return refusals_told(self.name, self.path)
