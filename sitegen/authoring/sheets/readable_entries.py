"""The entries that a table can be made of: all whose files can be read, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.authoring.known_entries import KnownEntries, trees_of
from sitegen.building.content import SAME_ENTRY
from sitegen.building.parsing import load
from sitegen.loading.document import Document, FieldPath
from sitegen.model import validate
from sitegen.model.validate import without_blanks
from sitegen.problems import Kind, Location, Problem, Severity

FAULTY = Kind(
    "export.faulty-entry",
    Severity.WARNING,
    zh="条目“{id}”里有错误，照原样写进了表格",
    en="the entry “{id}” has mistakes, which are in the table as they stand",
    fix_zh="运行 sitegen check，会逐处指出",
    fix_en="sitegen check tells each of them",
)


class ReadableEntry(NamedTuple):
    """An entry of a document. `root` is the path to it; `tree` has its fields as written, without blank ones."""

    id: str
    document: Document
    root: FieldPath
    tree: Mapping[str, Any]

    def at(self, *path: str | int) -> Location:
        """The place of what stands at this path of the entry."""
        return self.document.at((*self.root, *path), key=not path)


class Readable(NamedTuple):
    """The entries in the order of their ids, and the number of those that have a body. `unread` are the files
    of which something could not be read and is left out; their problems are among `problems`."""

    entries: list[ReadableEntry]
    bodies: int
    unread: list[str]
    problems: list[Problem]


def readable_entries(known: KnownEntries, collection: str) -> Readable:
    """All entries of a collection that can be read."""
    readable: dict[str, ReadableEntry] = {}
    bodies = 0
    unread: list[str] = []
    problems: list[Problem] = []
    for file in known.files(collection):
        document, faults = load(known.root, file, known.options)
        problems += faults
        if any(fault.kind.severity is Severity.ERROR for fault in faults):
            unread.append(file)
        if document is None or (document.has_wrong_lines and not document.rows):
            continue
        sound = {item.id for item in validate.read(document, known.options)[0]}
        for entry in entries_of(document):
            if entry.id in readable:
                other = readable[entry.id].document.file
                problems.append(Problem(SAME_ENTRY, entry.at(), {"other": other}))
                continue
            readable[entry.id] = entry
            if entry.id not in sound:
                problems.append(Problem(FAULTY, entry.at(), {"id": entry.id}))
        bodies += bool(document.body.strip())
    entries = [readable[name] for name in sorted(readable)]
    return Readable(entries, bodies, unread, problems)


def entries_of(document: Document) -> Iterator[ReadableEntry]:
    """The entries of a document, but for the rows of a table whose cells may be shifted."""
    for identifier, tree in trees_of(document):
        written = without_blanks(dict(tree))
        assert isinstance(written, dict)
        root: FieldPath = () if tree is document.tree else (identifier,)
        entry = ReadableEntry(identifier, document, root, written)
        if entry.at().line not in document.wrong_lines:
            yield entry
