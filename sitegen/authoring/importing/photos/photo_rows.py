"""Rows of a table whose entries may have pictures, and the photos that are chosen for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sitegen.authoring.importing.matched_rows import MatchedRow
from sitegen.authoring.importing.photos.sources import Photo
from sitegen.loading.document import FieldPath
from sitegen.problems import Location, Problem

IMAGES: Final = "images"


@dataclass(slots=True)
class PhotoRow:
    """A row that may have pictures. `named` has the text of the cell for each picture that it names, `own_files`
    are those of the pictures that its entry has."""

    number: int
    row: MatchedRow
    name: str
    named: list[tuple[int, str]]
    own_files: frozenset[str]
    chosen: list[tuple[int | None, Photo]] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)

    @property
    def called(self) -> str:
        """The name, with the id that tells it from another of that name."""
        identifier = self.row.match.id
        return f"{self.name}（{identifier}）" if identifier else self.name

    @property
    def has_own(self) -> bool:
        return bool(self.own_files)

    @property
    def is_sound(self) -> bool:
        """Whether the row's entry is known, and so are its photos."""
        return bool(self.row.match.id) and self.row.match.problem is None and not self.wrong

    @property
    def takes_by_name(self) -> bool:
        return not self.named and not self.has_own

    def at(self, index: int = 0) -> Location:
        path: FieldPath = (IMAGES, index, "file")
        here = self.row.row
        is_column = any(one[:1] == (IMAGES,) for one in here.table.headers)
        return here.at(path) if is_column or (IMAGES, index) in here.members else self.row.at


def files_of(images: Any) -> Iterator[tuple[int, str]]:
    """(index, file) of the pictures of an entry that name one."""
    for index, member in enumerate(images if isinstance(images, list) else [images]):
        text = member.get("file") if isinstance(member, dict) else None
        if isinstance(text, str) and text.strip():
            yield index, text.strip()


def each_entry(rows: Iterable[PhotoRow]) -> list[PhotoRow]:
    """Rows of different entries: two rows of one entry are told elsewhere."""
    return list({one.row.match.id or f"row {one.number}": one for one in rows}.values())
