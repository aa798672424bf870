"""The table that somebody hands in: a file, or a list that was pasted. It is read once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sitegen.authoring.importing import pasted
from sitegen.loading import disk, tables
from sitegen.loading.formats import format_of
from sitegen.problems import Problem


class GivenTable(NamedTuple):
    """The bytes of a table, and the name by which problems call it. A copy with marks goes to `folder`."""

    name: str
    data: bytes
    folder: Path


def from_file(path: Path) -> tuple[GivenTable | None, list[Problem]]:
    """The table in a file; None where it cannot be read."""
    format = format_of(path.name)
    limit = format.limit if format else tables.LIMIT
    data, problems = disk.read(path.parent, path.name, limit=limit)
    return (None if data is None else GivenTable(path.name, data, path.parent)), problems


def from_pasted(data: bytes) -> tuple[GivenTable | None, list[Problem]]:
    """The list that was pasted; None where nobody knows its columns. Its copy goes to the current folder."""
    as_table, problems = pasted.as_csv(data)
    given = None if as_table is None else GivenTable(pasted.FILE, as_table, Path())
    return given, problems
