"""The names that photos get in content/media."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath

from sitegen import files
from sitegen.authoring.importing.photos.judging import Judged
from sitegen.building.inspection import FOLDER
from sitegen.rendering.images import reading


@dataclass(slots=True)
class MediaFolder:
    """The files of content/media by their paths in it, and those that it is to get."""

    root: Path
    written: dict[str, str] = field(default_factory=dict)
    _stems: set[str] = field(default_factory=set)
    _by_size: dict[int, list[str]] = field(default_factory=dict)
    _by_digest: dict[str, str] = field(default_factory=dict)
    _planned: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        folder = self.root / FOLDER
        if not folder.is_dir() or folder.is_symlink():
            return
        for path, entry in files.walk(folder):
            name = unicodedata.normalize("NFC", path)
            self.written[name] = path
            self._stems.add(_stem(name))
            if entry.is_file(follow_symlinks=False):
                size = entry.stat(follow_symlinks=False).st_size
                self._by_size.setdefault(size, []).append(name)

    def place(self, identifier: str, judged: Judged) -> tuple[str, bool]:
        """The name of a file with these bytes, and whether it is a new one. Another file is never replaced,
        and none gets a name that differs only in its extension."""
        known = self.name_of(judged.digest, judged.size)
        if known:
            return known, known in self._planned
        names = (f"{identifier}{f'-{n}' if n > 1 else ''}" for n in count(1))
        stem = next(name for name in names if name.casefold() not in self._stems)
        name = f"{stem}{judged.extension}"
        self._stems.add(stem.casefold())
        self._planned.add(name)
        self._by_digest[judged.digest] = name
        return name, True

    def name_of(self, digest: str, size: int) -> str:
        """The file with these bytes, "" where there is none."""
        for name in self._by_size.pop(size, ()):
            for other in self._digest(name):
                self._by_digest.setdefault(other, name)
        return self._by_digest.get(digest, "")

    def _digest(self, name: str) -> Iterator[str]:
        if PurePosixPath(name).suffix.lower() in reading.KINDS:
            try:
                yield files.digest(files.read(self.root / FOLDER / self.written[name]))
            except OSError:
                return


def _stem(name: str) -> str:
    return PurePosixPath(name).with_suffix("").as_posix().casefold()
