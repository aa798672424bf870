"""A folder of zips, for people who upload a site by hand: `<site>-<id>.zip`, or `<site>-<id>-1of3.zip` and so on.

    .sitegen/records/<id>.json   what is in a release
    .sitegen/incoming/           zips and the record of a release that is being put
    .sitegen/shown               the release that was finished last
    .sitegen/lock                who is publishing

Other files of the folder are left alone. A zip has the files of one publication and nothing of those before. The
same files published at the same time make the same bytes. Several parts unpack into one folder, in their order or
any other; who uploads them one after the other has the entry points last.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sitegen import files
from sitegen.problems import Kind, Mistaken, Problem, Severity
from sitegen.publishing import record as records_of
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import Record
from sitegen.publishing.target import Progress, at
from sitegen.publishing.targets.local import holder_of, locked_by, refusals_told
from sitegen.publishing.targets.zip_writing import names_in_parts, write_zip

NO_WAY_BACK = Kind(
    "rollback.of-zip",
    Severity.ERROR,
    zh="压缩包退不回去：“{target}”只有文件，网站是人传上去的",
    en="a zip cannot be rolled back: “{target}” has files only, and people upload them",
    fix_zh="把早先的包再传一次：{right}",
    fix_en="upload the earlier files again: {right}",
)


@dataclass(frozen=True, slots=True)
class ZipTarget:
    """A folder of zips as a target; above `part_megabytes` a release is several."""

    name: str
    path: Path
    part_megabytes: int | None = None

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        with self._told():
            self._own("records").mkdir(parents=True, exist_ok=True)
        with ExitStack() as held:
            with self._told():
                held.enter_context(locked_by(self.name, self._own("lock"), owner))
                self._clear()
            yield

    def holder(self) -> str | None:
        with self._told():
            return holder_of(self._own("lock"))

    def ids(self) -> Sequence[str]:
        return [record.id for record in self.records()]

    def record(self, release: str) -> Record | None:
        return next((record for record in self.records() if record.id == release), None)

    def records(self) -> Sequence[Record]:
        with self._told():
            found = _records(self._own("records"))
            return [record for record in found if self._zips(record, self.path)]

    def shown(self) -> str | None:
        try:
            return files.read(self._own("shown")).decode(errors="replace")
        except OSError:
            return None

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        with self._told():
            incoming = self._own("incoming")
            most = self.part_megabytes and self.part_megabytes * 1_000_000
            parts = names_in_parts(payload, most)
            done = 0
            for number, paths in enumerate(parts, 1):
                part = f"-{number}of{len(parts)}" if len(parts) > 1 else ""
                zip_file = incoming / f"{record.site}-{record.id}{part}.zip"
                for size in write_zip(zip_file, payload, paths, record.time):
                    done += size
                    told(done, payload.size)
            files.write(incoming / f"{record.id}.json", records_of.written(record))

    def show(self, record: Record, before: Record | None) -> None:
        with self._told():
            incoming = self._own("incoming")
            waiting = self._zips(record, incoming)
            if not waiting:
                names = "、".join(self._zips(record, self.path))
                facts = {"target": self.name, "right": names}
                raise Mistaken(Problem(NO_WAY_BACK, at(self.name), facts))
            for name in waiting:
                _move(incoming / name, self.path / name)
            about = f"{record.id}.json"
            _move(incoming / about, self._own("records") / about)
            files.write(self._own("shown"), record.id.encode(), through=incoming)

    def drop(self, releases: Sequence[str]) -> None:
        with self._told():
            for record in self.records():
                if record.id in releases:
                    files.remove_tree(self._own("records") / f"{record.id}.json")
                    for name in self._zips(record, self.path):
                        files.remove_tree(self.path / name)

    def _own(self, name: str) -> Path:
        return self.path / ".sitegen" / name

    def _zips(self, record: Record, folder: Path) -> list[str]:
        """The zips of a release in a folder, in the order of their parts."""
        if not files.is_folder(folder):
            return []
        named = re.compile(rf"{re.escape(f'{record.site}-{record.id}')}(?:-(\d+)of\d+)?\.zip")
        found = filter(None, (named.fullmatch(place.name) for place in folder.iterdir()))
        return [match[0] for match in sorted(found, key=lambda match: int(match[1] or 0))]

    def _clear(self) -> None:
        """Remove what an interrupted publication left: a release of which a part may be shown."""
        incoming = self._own("incoming")
        for record in _records(incoming):
            for name in self._zips(record, self.path):
                files.remove_tree(self.path / name)
        files.remove_tree(incoming)

    def _told(self) -> AbstractContextManager[None]:
        return refusals_told(self.name, self.path)


def _records(folder: Path) -> list[Record]:
    """The records in a folder, the latest first."""
    places = sorted(folder.glob("*.json"), reverse=True)
    return [r for place in places if (r := records_of.read(files.read(place))) is not None]


def _move(place: Path, target: Path) -> None:
    if not files.take_place(place, target):
        raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
