"""An object store that speaks S3. Below the prefix of the site:

    .sitegen/objects/<sha256>     what is in releases, by what it holds
    .sitegen/records/<id>.json    what is in a release, and under which path
    .sitegen/shown.json           the release that is shown, or that is becoming so
    .sitegen/lock                 who is publishing
    all other keys                the site, copied within the store from the objects

Objects are put first and once. To show a release, whether a new or an earlier one, is to copy within the store: assets
before the pages that name them; what is gone goes last. So every page finds its files at any time, and what was
interrupted is finished by the next publication.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple, TypeVar

from sitegen import files
from sitegen.problems import Mistaken, Problem
from sitegen.publishing import record as records_of
from sitegen.publishing.difference import in_upload_classes
from sitegen.publishing.kinds_of_files import KINDS, TYPES, kind_of, type_of
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import FileRecord, Record
from sitegen.publishing.target import DAMAGED, FOREIGN, Progress, at
from sitegen.publishing.targets.s3_client import THREADS, S3Place
from sitegen.publishing.targets.s3_lock import LIFETIME, Lock
from sitegen.publishing.targets.s3_store import Store

Value = TypeVar("Value")
OWN = ".sitegen/"
OBJECTS, RECORDS, SHOWN = f"{OWN}objects/", f"{OWN}records/", f"{OWN}shown.json"
AT_ONCE = 500
"""After so many requests the lock is looked at."""
HEADERS = files.digest(repr((KINDS, sorted(TYPES.items()))).encode())[:12]
"""Stands for the headers that files have: where they were others, every file is copied again."""


class Shown(NamedTuple):
    """What the visible keys are: a release, or on the way to one. `before` is the one they were, as far as known;
    `paths` are all that may be there, `headers` what HEADERS was."""

    is_becoming: bool
    release: str
    before: str
    paths: list[str]
    headers: str


@dataclass
class S3Target:
    """A bucket as a target. `secrets` has AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, perhaps AWS_SESSION_TOKEN."""

    name: str
    place: S3Place
    secrets: Mapping[str, str] = field(repr=False)
    lock_lifetime: timedelta = LIFETIME
    _doubtful: set[str] = field(default_factory=set, repr=False)
    """Objects of which a copy was damaged: they are put again, since they may be what was damaged."""

    @contextmanager
    def locked(self, owner: str) -> Iterator[None]:
        self._see_own()
        with self._lock.held(owner):
            self._records.clear()
            self._doubtful.clear()
            self._finish()
            yield

    def holder(self) -> str | None:
        return self._lock.holder()

    def ids(self) -> Sequence[str]:
        keys = sorted(self._store.sizes(RECORDS), reverse=True)
        return [key.removeprefix(RECORDS).removesuffix(".json") for key in keys]

    def record(self, release: str) -> Record | None:
        if release not in self._records:
            found = self._store.get(_key(release))
            self._records[release] = records_of.read(found.data) if found else None
        return self._records[release]

    def records(self) -> Sequence[Record]:
        return records_of.readable(map(self.record, self.ids()))

    def shown(self) -> str | None:
        shown = self._shown()
        return shown.release if shown and not shown.is_becoming else None

    def put(self, payload: Payload, record: Record, before: Record | None, told: Progress) -> None:
        missing = self._missing(payload, record)
        done = payload.size - sum(payload.items[path].size for path in missing.values())

        def put(sha256: str) -> int:
            item = payload.items[missing[sha256]]
            self._store.put(OBJECTS + sha256, item.read())
            return item.size

        for size in self._all(put, missing):
            done += size
            told(done, payload.size)
        self._store.put(_key(record.id), records_of.written(record))
        self._records[record.id] = record

    def show(self, record: Record, before: Record | None) -> None:
        shown, every = self._shown(), record.all_files
        if shown is None or shown.headers != HEADERS:
            before = None
        there = set(shown.paths if shown else ()) | every.keys()
        # Where files of it are damaged, whoever finishes this copies all of them.
        sound = before.id if before and not self._doubtful else ""
        self._tell(Shown(True, record.id, sound, sorted(there), HEADERS))
        self._copy_over(every, before.all_files if before else {}, there)
        self._tell(Shown(False, record.id, "", sorted(every), HEADERS))

    def drop(self, releases: Sequence[str]) -> None:
        for release in releases:
            self._store.delete(_key(release))
            self._records.pop(release, None)
        kept = {file.sha256 for other in self.records() for file in other.all_files.values()}
        there = {key.removeprefix(OBJECTS) for key in self._store.sizes(OBJECTS)}
        for _ in self._all(lambda sha256: self._store.delete(OBJECTS + sha256), there - kept):
            pass

    def damaged(self, record: Record) -> Sequence[str]:
        every = record.all_files

        def is_same(path: str) -> bool:
            found = self._store.get(path)
            return found is not None and files.digest(found.data) == every[path].sha256

        whole = self._all(is_same, every)
        paths = [path for path, same in zip(every, whole, strict=True) if not same]
        self._doubtful |= {every[path].sha256 for path in paths}
        return paths

    @cached_property
    def _store(self) -> Store:
        return Store(self.name, self.place, self.secrets)

    @cached_property
    def _lock(self) -> Lock:
        return Lock(self._store, self.lock_lifetime)

    @cached_property
    def _records(self) -> dict[str, Record | None]:
        """Those that were read while we have the lock: they are large, and asked for more than once."""
        return {}

    def _see_own(self) -> None:
        """See that what is there is ours, or nothing."""
        if self._store.first(OWN) is None and (found := self._store.first("")):
            facts = {"target": self.name, "found": found}
            raise Mistaken(Problem(FOREIGN, at(self.name), facts))

    def _missing(self, payload: Payload, record: Record) -> dict[str, str]:
        """The objects of a release that are not there whole: a path for each."""
        there, missing = self._store.sizes(OBJECTS), dict[str, str]()
        for path, file in record.all_files.items():
            is_sound = file.sha256 not in self._doubtful
            if not is_sound or there.get(OBJECTS + file.sha256) != file.size:
                if path not in payload.items:
                    facts = {"target": self.name, "path": path}
                    raise Mistaken(Problem(DAMAGED, at(self.name), facts))
                missing[file.sha256] = path
        return missing

    def _copy_over(
        self, every: Mapping[str, FileRecord], old: Mapping[str, FileRecord], there: set[str]
    ) -> None:
        """Copy what the visible keys should be, class by class; then remove what is gone. What is of the right
        size already and was in `old` as it is now stays."""
        sizes = self._store.sizes()

        def is_there(path: str) -> bool:
            known, file = old.get(path), every[path]
            same = known is not None and known.sha256 == file.sha256
            return same and sizes.get(path) == file.size

        def copy(path: str) -> None:
            kind = kind_of(path)
            source = OBJECTS + every[path].sha256
            self._store.copy(
                source, path, ContentType=type_of(path), CacheControl=kind.cache_control
            )

        for paths in in_upload_classes([path for path in every if not is_there(path)]):
            for _ in self._all(copy, paths):
                pass
        for _ in self._all(self._store.delete, (there - every.keys()) & sizes.keys()):
            pass

    def _finish(self) -> None:
        """Finish a switch that was interrupted. What is in both releases was not touched by it."""
        shown = self._shown()
        if shown and shown.is_becoming:
            record = self.record(shown.release)
            if record is not None:
                self.show(record, self.record(shown.before) if shown.before else None)

    def _shown(self) -> Shown | None:
        found = self._store.get(SHOWN)
        try:
            return Shown(*json.loads(found.data)) if found else None
        except (ValueError, TypeError):
            return None

    def _tell(self, shown: Shown) -> None:
        self._store.put(SHOWN, json.dumps(shown, ensure_ascii=False).encode())

    def _all(self, work: Callable[[str], Value], keys: Iterable[str]) -> Iterator[Value]:
        """What comes of all keys, several at a time. The lock is looked at now and then."""
        with ThreadPoolExecutor(THREADS) as pool:
            tasks = [pool.submit(work, key) for key in keys]
            try:
                for number, task in enumerate(tasks, 1):
                    yield task.result()
                    if number % AT_ONCE == 0:
                        self._lock.keep()
            finally:
                pool.shutdown(cancel_futures=True)


def _key(release: str) -> str:
    return f"{RECORDS}{release}.json"
