"""What a target remembers of each publication: which files it has, as JSON beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sitegen import files
from sitegen.publishing.kinds_of_files import ASSETS, kind_of, unpacked
from sitegen.publishing.payload import Payload

VERSION = 1
KEPT_FOR = timedelta(days=7)
"""So long a page that somebody has open still finds its style and its scripts. Nothing that says something of an
entry stays: it may have been withdrawn. The search asks anew where a shard is gone."""


class FileRecord(NamedTuple):
    """A published file: sha256 and number of its bytes; when this content was first published under this name, in
    seconds since 1970, which servers send as its time."""

    sha256: str
    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Record:
    """One release on a target.

    `files` are those of the publication by path. `carried` are styles and scripts of earlier releases that nothing
    in this one names, with the time at which they went out of use: they stay for a while (`KEPT_FOR`).
    """

    id: str
    site: str
    data_date: str
    published: int
    """When, in seconds since 1970."""
    files: Mapping[str, FileRecord]
    carried: Mapping[str, tuple[FileRecord, int]]

    @property
    def all_files(self) -> dict[str, FileRecord]:
        """All files that lie there, those carried along too."""
        return {**{path: file for path, (file, _) in self.carried.items()}, **self.files}

    @property
    def time(self) -> datetime:
        return datetime.fromtimestamp(self.published, UTC)


def styles_of_open_pages(record: Record, before: Record | None) -> dict[str, FileRecord]:
    """Styles and scripts that pages of the release `before` name and this one lacks: where an earlier release is shown
    again, they are put with it."""
    old = before.files if before is not None else {}
    return {
        path: file
        for path, file in old.items()
        if path not in record.all_files and kind_of(unpacked(path)) is ASSETS
    }


def recorded(payload: Payload, before: Record | None, now: datetime) -> Record:
    """The record of a publication at `now`, `before` being the release that it replaces."""
    moment = int(now.timestamp())
    old = before.all_files if before is not None else {}

    def since(path: str, sha256: str) -> int:
        known = old.get(path)
        return known.time if known is not None and known.sha256 == sha256 else moment

    listed = {
        path: FileRecord(item.sha256, item.size, since(path, item.sha256))
        for path, item in payload.items.items()
    }
    carried: dict[str, tuple[FileRecord, int]] = {}
    if before is not None:
        for path, file in before.all_files.items():
            gone_at = before.carried[path][1] if path in before.carried else moment
            still = moment - gone_at <= KEPT_FOR.total_seconds()
            if path not in listed and still and kind_of(unpacked(path)) is ASSETS:
                carried[path] = (file, gone_at)
    return Record(payload.release_id(now), payload.site, payload.data_date, moment, listed, carried)


def written(record: Record) -> bytes:
    """A record as JSON."""
    told = {
        "version": VERSION,
        "id": record.id,
        "site": record.site,
        "data_date": record.data_date,
        "published": record.published,
        "files": record.files,
        "carried": {path: [*file, gone] for path, (file, gone) in record.carried.items()},
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def read(data: bytes) -> Record | None:
    """The record in bytes from a target; None where they are none, or name what no release can have."""
    try:
        told: dict[str, Any] = json.loads(data.decode())
        if told["version"] != VERSION:
            return None
        listed = {path: _file(values) for path, values in told["files"].items()}
        carried = {
            path: (_file(values[:3]), int(values[3])) for path, values in told["carried"].items()
        }
        for path in (*listed, *carried, told["id"]):
            files.checked_parts(path)
        return Record(
            str(told["id"]),
            str(told["site"]),
            str(told["data_date"]),
            int(told["published"]),
            listed,
            carried,
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def readable(found: Iterable[Record | None]) -> list[Record]:
    """Those of the records that could be read."""
    return [record for record in found if record is not None]


def _file(values: Any) -> FileRecord:
    sha256, size, time = values
    return FileRecord(str(sha256), int(size), int(time))
