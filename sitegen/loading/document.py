"""What loading hands on: every scalar still text, every value with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sitegen.problems import Location

FieldPath: TypeAlias = "tuple[str | int, ...]"
Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"
Place: TypeAlias = "tuple[int, int]"
"""(line, column), both from 1; columns count characters."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the values and the keys of a document stand, by field path.

    `("images", 0, "alt")` is the alt text of the first image. `keys` has the place of the key of a
    mapping's member; list items have no key place.
    """

    values: Mapping[FieldPath, Place] = field(default_factory=dict)
    keys: Mapping[FieldPath, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV table: rows of text by column header. Row i starts on line `lines[i]` of the file."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    lines: tuple[int, ...]
    digest: str

    def at(self, path: FieldPath) -> Location:
        """The place of a cell, `path` being (row index, column header)."""
        row = path[0] if path and isinstance(path[0], int) else None
        named = str(path[1]) if len(path) > 1 else None
        return Location(self.file, self.lines[row] if row is not None else 1, None, named)


@dataclass(frozen=True, slots=True)
class Document:
    """One file of content: its mapping, the Markdown below it, and where everything stands.

    `tree` holds only dicts, lists and str; an empty value (`name:`) is "". `body` is the Markdown
    source with LF line ends, "" for YAML files; `body_line` is the line on which it starts.
    `digest` is the sha256 (hex) of the file's bytes. `tables` holds the CSV files that stand for a
    list of this document, by the field they fill.
    """

    file: str
    tree: Mapping[str, Tree]
    body: str
    body_line: int
    digest: str
    places: Places
    tables: Mapping[str, Table] = field(default_factory=dict)

    def at(self, path: FieldPath, *, key: bool = False) -> Location:
        """The place of the value at `path` (of its key with `key`), or of what encloses it."""
        if path and (table := self.tables.get(str(path[0]))) is not None:
            return table.at(path[1:])
        named = path[-1] if path and isinstance(path[-1], str) else None
        if key and path in self.places.keys:
            line, column = self.places.keys[path]
            return Location(self.file, line, column, named)
        for length in range(len(path), -1, -1):
            found = self.places.values.get(path[:length])
            if found is not None:
                return Location(self.file, *found, named)
        return Location(self.file, 1, 1, named)
