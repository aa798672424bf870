"""Photos in a zip file, read one by one within bounds."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from sitegen.authoring.importing.photos.sources import (
    MOST_FILES,
    TOO_MANY,
    NoPhotos,
    Photo,
    is_left_by_system,
    is_photo,
    other_files,
)
from sitegen.loading.workbooks.unpacking import UNREADABLE
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering.images.reading import BROKEN, MAX_BYTES

DAMAGED = Kind(
    "photo.damaged-archive",
    Severity.ERROR,
    zh="压缩包坏了，或不是 zip",
    en="the archive is damaged, or is no zip file",
    fix_zh="重新压缩成 zip，或解压后把文件夹交给 --photos",
    fix_en="make the zip file again, or unpack it and give the folder to --photos",
)
ENCRYPTED = Kind(
    "photo.encrypted-archive",
    Severity.ERROR,
    zh="压缩包有密码，读不了",
    en="the archive has a password and cannot be read",
    fix_zh="用密码解压，把文件夹交给 --photos",
    fix_en="unpack it with the password and give the folder to --photos",
)
OUTSIDE = Kind(
    "photo.outside-archive",
    Severity.ERROR,
    zh="压缩包里的“{name}”要放到包外面去，没有用",
    en="“{name}” in the archive leads out of it and is not used",
    fix_zh="请发来的人用系统自带的压缩重新做一个",
    fix_en="have the sender make it again with the system's own program",
)
SUSPICIOUS = Kind(
    "photo.suspicious-archive",
    Severity.ERROR,
    zh="压缩得太厉害，照片不会这样，没有打开",
    en="this is packed far more tightly than photos can be, and is not opened",
    fix_zh="请发来的人直接发照片",
    fix_en="have the sender send the photos themselves",
)
MOST_DIRECTORY: Final = 16 << 20
"""Maximum size of the archive's directory, in bytes: 20,000 files with long names."""
SMALL: Final = 1 << 20
MOST_RATIO: Final = 100
"""A file larger than SMALL is at most so many times its packed size."""
END, END_64, LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


class ZipPhotos(NoPhotos):
    """The photos in a zip file. Nothing of it is written to the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(is_given=True)
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._at = Location(path.name)
        self._path = path
        self._open: tuple[int, zipfile.ZipFile] | None = None
        try:
            with path.open("rb") as file:
                if _directory_size(file) > MOST_DIRECTORY:
                    raise zipfile.BadZipFile
            infos = [info for info in self._archive().infolist() if not info.is_dir()]
        except UNREADABLE:
            infos = []
            self.problems.append(Problem(DAMAGED, self._at))
        packed = sum(info.compress_size for info in infos)
        if len(infos) > MOST_FILES:
            self.problems.append(Problem(TOO_MANY, self._at, {"wanted": f"{MOST_FILES:,}"}))
        elif any(info.flag_bits & 1 for info in infos):
            self.problems.append(Problem(ENCRYPTED, self._at))
        elif packed > path.stat().st_size:  # several files share the same bytes
            self.problems.append(Problem(SUSPICIOUS, self._at))
        self.is_readable = not self.problems
        if self.is_readable:
            self._take(infos)

    def _take(self, infos: Sequence[zipfile.ZipInfo]) -> None:
        others = []
        for name, info in zip(names_of(infos), infos, strict=True):
            shown = f"{self._at.file}/{name}"
            if _leads_outside(name):
                self.problems.append(Problem(OUTSIDE, self._at, {"name": name}))
            elif is_left_by_system(name):
                continue
            elif not is_photo(name):
                others.append(name)
            elif info.file_size > max(SMALL, MOST_RATIO * info.compress_size):
                self.problems.append(Problem(SUSPICIOUS, Location(shown)))
            elif name not in self._infos:
                self._infos[name] = info
                self.photos.append(Photo(name, shown))
        self.problems += other_files(others, self._at.file)

    def read(self, photo: Photo) -> tuple[bytes | None, list[Problem]]:
        try:
            with self._archive().open(self._infos[photo.path]) as file:
                return file.read(MAX_BYTES + 1), []
        except UNREADABLE as error:
            facts = {"reason": "解不出来", "reason_en": str(error)[:120] or "cannot be unpacked"}
            return None, [Problem(BROKEN, photo.at, facts)]

    def _archive(self) -> zipfile.ZipFile:
        """The open archive. Each process opens its own: places in an open file are shared after a fork."""
        if self._open is None or self._open[0] != os.getpid():
            self._open = (os.getpid(), zipfile.ZipFile(self._path))
        return self._open[1]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_open": None}

    def __exit__(self, *_: object) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


def names_of(infos: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names in an archive, with / between their parts.

    Without the flag for UTF-8 they are UTF-8 all the same where all of them can be (macOS), else GB18030
    (Windows in Chinese).
    """
    raw = [
        info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
        for info in infos
    ]
    unflagged = [name for name, info in zip(raw, infos, strict=True) if not info.flag_bits & 0x800]
    encoding = "utf-8" if all(map(_is_utf8, unflagged)) else "gb18030"
    names = []
    for name, info in zip(raw, infos, strict=True):
        text = name.decode("utf-8" if info.flag_bits & 0x800 else encoding, "replace")
        names.append(text.partition("\0")[0].replace("\\", "/"))
    return names


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True


def _leads_outside(name: str) -> bool:
    return name.startswith("/") or name[1:2] == ":" or ".." in name.split("/")


def _directory_size(file: BinaryIO) -> int:
    """The size that an archive says its directory has: zipfile reads that into memory."""
    size = file.seek(0, 2)
    start = max(0, size - (1 << 16) - 98)
    file.seek(start)
    tail = file.read()
    end = len(tail) - 22
    if end < 0 or tail[end : end + 4] != END or tail[-2:] != b"\0\0":
        end = tail.rfind(END)
    if end < 0 or end + 22 > len(tail):
        raise zipfile.BadZipFile
    large = tail[max(0, end - 76) : end]
    if tail[max(0, end - 20) : end].startswith(LOCATOR_64) and large.startswith(END_64):
        return int(struct.unpack_from("<Q", large, 40)[0])
    return int(struct.unpack_from("<I", tail, end + 12)[0])
