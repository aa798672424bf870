"""Where the fields and links of entries are written, for the problems that are found after loading."""

from __future__ import annotations

from pathlib import Path

from sitegen.building.parsing import load
from sitegen.loading.document import Document, FieldPath
from sitegen.loading.links import LinkPlaces
from sitegen.model.entry import Entry, Unloaded
from sitegen.problems import Location


class EntryPlaces:
    """The places in the files below `root`. Entries carry no places, so their files are read again.

    The last file stays in memory, since most files with a problem have several.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._file = ""
        self._document: Document | None = None
        self._links: LinkPlaces | None = None

    def of(self, entry: Entry | Unloaded, path: FieldPath) -> Location:
        """The place of a field of an entry; of a link in its body, where `path` is ("body", link)."""
        if entry.file != self._file:
            self._file = entry.file
            self._document, _ = load(self._root, entry.file)
            self._links = LinkPlaces(self._document) if self._document else None
        if self._document is None or self._links is None:
            return Location(entry.file)
        if path[:1] == ("body",):
            return self._links.place(str(path[1]))
        return self._document.at((*entry.root, *path))
