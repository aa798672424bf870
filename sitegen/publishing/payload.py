"""All that one publication puts on a target: the finished site, its packed forms, files for the server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sitegen import files
from sitegen.publishing.compression import PackedFile
from sitegen.publishing.finished import RELEASE, FinishedSite

TIME = "%Y%m%d-%H%M%S"
"""The time in the name of a release."""


class Item(NamedTuple):
    """A file to publish: the sha256 of its bytes, their number, and how to read them."""

    sha256: str
    size: int
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Payload:
    """The files of one publication by path. `site` is the id of the site, `digest` stands for all files."""

    site: str
    data_date: str
    digest: str
    items: Mapping[str, Item]

    def release_id(self, now: datetime) -> str:
        """The name of the release that is published at `now`: names sort by time."""
        return f"{now.strftime(TIME)}-{self.digest[:8]}"

    @property
    def size(self) -> int:
        """The bytes of all files together."""
        return sum(item.size for item in self.items.values())


def payload(
    site: FinishedSite, packed: Iterable[PackedFile] = (), extra: Mapping[str, bytes] | None = None
) -> Payload:
    """What is to be published of a finished site. `extra` are files for the server by path: they come on top.

    Raises OSError where a file of the site is missing. Whether its bytes are those that were built shows when
    they are read.
    """
    items = {
        path: Item(sha256, site.place(path).stat().st_size, _reader(site, path))
        for path, sha256 in (*site.files.items(), (RELEASE, site.digest))
    }
    for form in packed:
        items[form.path] = Item(form.sha256, form.size, form.read)
    for path, data in (extra or {}).items():
        items[path] = _held(data)
    items = dict(sorted(items.items()))
    listed = "".join(f"{item.sha256} {path}\n" for path, item in items.items())
    return Payload(site.id, site.data_date, files.digest(listed.encode()), items)


def _reader(site: FinishedSite, path: str) -> Callable[[], bytes]:
    return lambda: site.read(path)


def _held(data: bytes) -> Item:
    return Item(files.digest(data), len(data), lambda: data)
