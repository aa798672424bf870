"""The entries that a site has already, read anew from its files: what a new entry may refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.building.parsing import load
from sitegen.catalogue.names import folded
from sitegen.loading import formats
from sitegen.loading.document import Document
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.validate import COLLECTED, collection_of, holds_entries


@dataclass(frozen=True, slots=True)
class KnownEntries:
    """The entries of the site in `root`. A file that cannot be read is passed over."""

    root: Path
    options: Options

    def trees(self, collection: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """(id, fields as written) of each entry of a collection."""
        for file in self.files(collection):
            document, _ = load(self.root, file, self.options)
            if document is not None:
                yield from trees_of(document)

    def files(self, collection: str) -> list[str]:
        """The paths of a collection's files below the site, in order: its own, then those collected."""
        files = self.own_files(collection)
        collected = f"content/{COLLECTED}"
        if (self.root / collected).is_dir():
            for city in sorted(path.name for path in (self.root / collected).iterdir()):
                files += self._files_below(f"{collected}/{city}", collection)
        return files

    def own_files(self, collection: str) -> list[str]:
        """The paths of those of a collection's files that were not collected from other sites."""
        return self._files_below("content", collection)

    def _files_below(self, base: str, collection: str) -> list[str]:
        folder = base if COLLECTIONS[collection].tree else f"{base}/{collection}"
        if not (self.root / folder).is_dir():
            return []
        names = sorted(path.name for path in (self.root / folder).iterdir())
        files = [f"{folder}/{name}" for name in names]
        return [file for file in files if holds_entries(file) and _is_in(collection, file)]

    def ids(self, collection: str) -> set[str]:
        """The ids that are taken, also those of files that cannot be read."""
        homes = (collection_of(file) for file in self.files(collection))
        named = {home[1] for home in homes if home is not None and home[1]}
        return named | {key for key, _ in self.trees(collection)}

    def entry(self, collection: str, identifier: str) -> tuple[str, Mapping[str, Any]] | None:
        """(file, fields as written) of the entry with this id; None where there is none, or its file cannot be read.
        Of entries that have a file each, no other is read."""
        file = self.file_of_id(collection, identifier)
        document, _ = load(self.root, file, self.options) if file else (None, ())
        trees = dict(trees_of(document)) if document is not None else {}
        return (file, trees[identifier]) if identifier in trees else None

    def file_of_id(self, collection: str, identifier: str) -> str:
        """The file of the entry with this id, "" where there is none."""
        homes = [(file, collection_of(file)) for file in self.files(collection)]
        own = (file for file, home in homes if home is not None and home[1] == identifier)
        if found := next(own, ""):
            return found
        for file in (file for file, home in homes if home is not None and not home[1]):
            document, _ = load(self.root, file, self.options)
            if document is not None and identifier in dict(trees_of(document)):
                return file
        return ""

    def file_of(self, collection: str, name: str) -> str:
        """The file of an entry with this name, "" where there is none."""
        for file in self.files(collection):
            document, _ = load(self.root, file, self.options)
            if document is None:
                continue
            trees = document.tree.values() if formats.is_table(file) else [document.tree]
            for tree in trees:
                written = tree.get("name", "") if isinstance(tree, dict) else ""
                if isinstance(written, str) and written and folded(written) == folded(name):
                    return file
        return ""

    def choices(self, collections: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """(reference as it is written, name) of each entry of these collections."""
        return tuple(
            (reference, str(tree.get("name") or tree.get("document") or identifier))
            for reference, identifier, tree in self._references(collections)
        )

    def references_by_name(self, collections: tuple[str, ...]) -> dict[str, str]:
        """The reference to each entry of these collections by its name and by its short name.
        The first of several entries with one name counts."""
        references: dict[str, str] = {}
        for reference, _, tree in self._references(collections):
            for field in ("name", "document", "short_name"):
                if isinstance(name := tree.get(field), str) and name:
                    references.setdefault(name, reference)
        return references

    def _references(
        self, collections: tuple[str, ...]
    ) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
        """(reference, id, fields as written). With one collection, a reference is just the id."""
        for collection in collections:
            prefix = "" if len(collections) == 1 else f"{collection}:"
            for identifier, tree in self.trees(collection):
                yield prefix + identifier, identifier, tree

    def region_names(self) -> list[str]:
        """Every name that a region has or had: the names of many entries begin with one."""
        names: list[str] = []
        for _, tree in self.trees("regions"):
            former = tree.get("former_names") or []
            aka = tree.get("aka") or []
            names += [str(tree.get("name", "")), str(tree.get("short_name", ""))]
            names += aka if isinstance(aka, list) else [aka]
            names += [str(old.get("name", "")) for old in former if isinstance(old, dict)]
        return [name for name in names if len(name) > 1]


def trees_of(document: Document) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(id, fields as written) of each entry of a document."""
    home = collection_of(document.file)
    if home is not None and home[1]:
        yield home[1], document.tree
    elif home is not None:
        trees = document.tree.items()
        yield from ((identifier, tree) for identifier, tree in trees if isinstance(tree, dict))


def _is_in(collection: str, file: str) -> bool:
    home = collection_of(file)
    return home is not None and home[0] == collection
