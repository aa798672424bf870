"""What a publication changes on a target, said before it is done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from sitegen.publishing.kinds_of_files import unpacked, upload_order
from sitegen.publishing.payload import Payload
from sitegen.publishing.record import Record


class Difference(NamedTuple):
    """Paths that are new, changed, removed and kept, each in path order; `bytes` are to be uploaded."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    bytes: int

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.removed)


def difference(payload: Payload, before: Record | None) -> Difference:
    """What is different in the payload from the release that is shown now."""
    old = before.files if before is not None else {}
    new: list[str] = []
    changed: list[str] = []
    size = kept = 0
    for path, item in payload.items.items():
        known = old.get(path)
        if known is not None and known.sha256 == item.sha256:
            kept += 1
            continue
        (new if known is None else changed).append(path)
        size += item.size
    removed = sorted(old.keys() - payload.items.keys())
    return Difference(tuple(new), tuple(changed), tuple(removed), kept, size)


def in_upload_order(paths: tuple[str, ...] | list[str]) -> list[str]:
    """Paths in an order in which nothing is named before it is there; packed forms come before what they pack."""
    return sorted(paths, key=_order)


def in_upload_classes(paths: list[str]) -> Iterator[list[str]]:
    """The same in parts: within one the order does not matter, so that several go up at a time."""
    for _, part in groupby(in_upload_order(paths), key=lambda path: _order(path)[0]):
        yield list(part)


def _order(path: str) -> tuple[int, str, int]:
    plain = unpacked(path)
    number, name = upload_order(plain)
    return number, name, plain == path
