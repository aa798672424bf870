"""What collecting a city changes, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen import files
from sitegen.collecting import pictures, texts
from sitegen.collecting.conversion import CityFiles
from sitegen.loading import documents
from sitegen.model.validate import collection_of

PICTURES = "media"
"""Stands for a collection where pictures are counted."""


class Difference(NamedTuple):
    """Keys of entries (`media:` and a name of pictures) that are new, changed and removed, in order; and how many
    there were before."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    before: int = 0

    @property
    def nothing(self) -> bool:
        return not (self.new or self.changed or self.removed)

    @property
    def removed_entries(self) -> list[str]:
        return [key for key in self.removed if not key.startswith(f"{PICTURES}:")]


def standing(root: Path, prefix: str) -> CityFiles:
    """The files of a city as they were collected before."""
    found = dict(_below(root / texts.folder_of(prefix)))
    media = _below(root / pictures.FOLDER / prefix)
    return CityFiles(found, {pictures.name_of(prefix, name): data for name, data in media})


def _below(folder: Path) -> Iterator[tuple[str, bytes]]:
    if files.is_folder(folder):
        for name, item in files.walk(folder):
            if item.is_file(follow_symlinks=False):
                yield name, files.read(folder / name)


def difference(prefix: str, before: CityFiles, after: CityFiles) -> Difference:
    old = {**_entries(prefix, before.texts), **_pictures(before)}
    new = {**_entries(prefix, after.texts), **_pictures(after)}
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(key for key in new.keys() & old.keys() if new[key] != old[key])),
        tuple(sorted(old.keys() - new.keys())),
        sum(not key.startswith(f"{PICTURES}:") for key in old),
    )


def _pictures(found: CityFiles) -> dict[str, object]:
    return {f"{PICTURES}:{name}": data for name, data in found.pictures.items()}


def _entries(prefix: str, texts_by_name: Mapping[str, bytes]) -> dict[str, object]:
    """What is written of each entry, by its key. A table counts with the announcement beside it."""
    found: dict[str, object] = {}
    for name, data in texts_by_name.items():
        home = collection_of(f"{texts.folder_of(prefix)}/{name}")
        if home is None:
            beside = name.rpartition("/")[2].partition(".")[0]
            found[f"recognitions:{beside}"] = (found.get(f"recognitions:{beside}"), data)
        elif home[1]:
            key = ":".join(home)
            found[key] = (found.get(key), data)
        else:
            document, _ = documents.parse(data, name)
            trees = document.tree if document else {}
            found |= {f"{home[0]}:{identifier}": tree for identifier, tree in trees.items()}
    return found
