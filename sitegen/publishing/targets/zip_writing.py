"""Zips of a payload: which files are in which part, in which order, and how they are written."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sitegen import files
from sitegen.publishing.difference import in_upload_order
from sitegen.publishing.kinds_of_files import ENTRY_POINTS, kind_of
from sitegen.publishing.payload import Payload

START = "index.html"
LEVEL = 9
MODE = 0o100644 << 16
"""An ordinary file that all may read, as Unix writes it."""
UNIX = 3
ABOUT = 30 + 46
"""Bytes that a zip has of each file beside its name, which is there twice, and its content."""
END = 22


def names_in_parts(payload: Payload, most: int | None) -> list[list[str]]:
    """The paths of each part in their order, index.html first where it is. Packed forms are left out: nobody serves
    a site from a zip. Parts have `most` bytes at most, but for a file that is larger itself."""
    plain = [path for path in payload.items if not is_packed(path, payload)]
    if most is None:
        return [_start_first(plain)]
    ordered = in_upload_order(plain)
    sizes = {path: _size(payload, path) for path in ordered}
    first, last = (
        [path for path in ordered if (kind_of(path) is ENTRY_POINTS) is wanted]
        for wanted in (False, True)
    )
    parts = _filled(first, sizes, most)
    if parts and sum(sizes[path] for path in (*parts[-1], *last)) + END <= most:
        last = parts.pop() + last
    return [*parts, *map(_start_first, _filled(last, sizes, most))]


def is_packed(path: str, payload: Payload) -> bool:
    """Whether it is the packed form of another file."""
    plain = path.removesuffix(".gz").removesuffix(".br")
    return plain != path and plain in payload.items


def write_zip(place: Path, payload: Payload, paths: Sequence[str], time: datetime) -> Iterator[int]:
    """Write a zip, and give the number of bytes of each file."""
    sizes: list[int] = []

    def write(file: BinaryIO) -> None:
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            for path in paths:
                data = payload.items[path].read()
                archive.writestr(_about(path, time), data, ZIP_DEFLATED, LEVEL)
                sizes.append(len(data))

    files.write_seekable(place, write, through=place.parent)
    yield from sizes


def _about(path: str, time: datetime) -> ZipInfo:
    """What stands of a file: nothing that differs between two machines."""
    about = ZipInfo(path, time.timetuple()[:6])
    about.create_system = UNIX
    about.external_attr = MODE
    return about


def _start_first(paths: list[str]) -> list[str]:
    return sorted(paths, key=lambda path: path != START)


def _size(payload: Payload, path: str) -> int:
    """How many bytes of a zip a file takes."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    data = payload.items[path].read()
    packed = len(packer.compress(data)) + len(packer.flush())
    return packed + 2 * len(path.encode()) + ABOUT


def _filled(paths: list[str], sizes: dict[str, int], most: int) -> list[list[str]]:
    """Paths in parts, each as full as may be."""
    parts: list[list[str]] = []
    room = 0
    for path in paths:
        if sizes[path] > room:
            parts.append([])
            room = most - END
        parts[-1].append(path)
        room -= sizes[path]
    return parts
