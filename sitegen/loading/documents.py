"""One file of content becomes a Document or a Table: from its bytes, or from disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitegen.loading import tables, text
from sitegen.loading.disk import EXTENSION, read
from sitegen.loading.disk import scan as scan
from sitegen.loading.document import Document, Table
from sitegen.loading.formats import FORMATS, Format, extension_of, format_of
from sitegen.problems import Location, Problem


def load(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read `file` ('/'-separated, below `root`); None where an error leaves nothing to go on with."""
    format = format_of(file)
    data, problems = read(root, file, limit=format.limit if format else text.LIMIT)
    return (None, problems) if data is None else parse(data, file)


def load_table(root: Path, file: str) -> tuple[Table | None, list[Problem]]:
    """Read the table `file` ('/'-separated, below `root`); None where an error leaves nothing to go on with."""
    format = format_of(file)
    data, problems = read(root, file, limit=format.limit if format else tables.LIMIT)
    return (None, problems) if data is None else parse_table(data, file)


def parse(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in the bytes of an entry file; None where an error leaves nothing to go on with.

    Reads no disk: `file` gives the format, and the name that problems show.
    """
    format = format_of(file)
    if format is None or format.read_document is None:
        return None, [_wrong_extension(file, (f for f in FORMATS.values() if f.read_document))]
    return format.read_document(data, file)


def parse_table(data: bytes, file: str) -> tuple[Table | None, list[Problem]]:
    """The table in the bytes of a file; None where an error leaves nothing to go on with."""
    format = format_of(file)
    if format is None or format.read_table is None:
        return None, [_wrong_extension(file, (f for f in FORMATS.values() if f.read_table))]
    return format.read_table(data, file)


def _wrong_extension(file: str, wanted: Iterable[Format]) -> Problem:
    names = " / ".join(format.extension for format in wanted)
    return Problem(EXTENSION, Location(file), {"extension": extension_of(file), "wanted": names})
