"""Which photos a row gets: those that its cell names, else those that are called like its entry."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from sitegen.authoring.importing.photos.photo_names import (
    KnownNames,
    Nearby,
    natural,
    says_nothing,
)
from sitegen.authoring.importing.photos.sources import Photo, stem_of
from sitegen.catalogue.names import folded

BETWEEN: Final = str.maketrans("，,;；\n|", "、、、、、、")
"""What stands between the names of several files in a cell."""


class PhotosByFile:
    """The photos by how a cell may name them: with its folder or without, with extension or without, in any
    case and width, and with or without spaces."""

    def __init__(self, photos: Iterable[Photo]) -> None:
        self._by_key: dict[str, list[Photo]] = {}
        names: dict[str, None] = {}
        for photo in photos:
            names.setdefault(photo.name)
            path = folded(photo.path)
            keys = (f"/{path}", folded(photo.name), f".{_number(folded(photo.stem))}")
            for key in dict.fromkeys(keys):
                self._by_key.setdefault(key, []).append(photo)
        self.nearby = Nearby(names)

    def named(self, text: str) -> list[Photo]:
        """The photos that a text names: none, the one, or several between which it does not tell."""
        name = folded(text).replace("\\", "/")
        stem = _number(folded(stem_of(PurePosixPath(name).name)))
        for key in (f"/{name}", name, f".{stem}"):
            if found := self._by_key.get(key):
                return found
        return []

    def each_named(self, text: str) -> list[list[Photo]]:
        """The same for each name in a text that may have several."""
        whole = self.named(text)
        names = [part.strip() for part in text.translate(BETWEEN).split("、") if part.strip()]
        return [whole] if whole or len(names) < 2 else [self.named(name) for name in names]


class PhotosByName:
    """Finds the names that the name of a photo holds; the folder is asked where the name says nothing."""

    def __init__(self, names: Mapping[str, Sequence[int]]) -> None:
        self._rows = names
        self._known = KnownNames(names)

    def rows(self, photo: Photo) -> list[int]:
        """The rows whose entries fit, by their numbers."""
        for text in _told(photo):
            if found := self._known.fitting(text):
                return [row for name in found for row in self._rows[name]]
        return []

    def near(self, photo: Photo) -> str:
        """The most likely name, "" where there is none."""
        return self._known.near(photo.stem)


def in_order(photos: Iterable[Photo]) -> list[Photo]:
    """Photos as people count them: 梨酒2 before 梨酒10."""
    return sorted(photos, key=lambda photo: (natural(photo.stem), natural(photo.path)))


def _told(photo: Photo) -> Iterator[str]:
    """The name of a photo, then of the folders around it, as long as these say nothing."""
    yield photo.stem
    parts = photo.path.split("/")
    below = photo.stem
    for part in reversed(parts[:-1]):
        if not says_nothing(below):
            return
        yield part
        below = part


def _number(stem: str) -> str:
    """01 is 1."""
    plain = unicodedata.normalize("NFKC", stem)
    return plain.lstrip("0") or plain if plain.isdecimal() else stem
