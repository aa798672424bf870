"""One file of content becomes a Document or a Table: from its bytes, or from disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitegen.loading import tables, text
from sitegen.loading.disk import EXTENSION, read
from sitegen.loading.disk import scan as scan
from sitegen.loading.document import Document, Table
from sitegen.loading.formats import FORMATS, Format, IsHeader, extension_of, format_of
from sitegen.problems import Kind, Location, Problem, Severity

SECOND_TABLE = Kind(
    "table.second-table",
    Severity.ERROR,
    zh="名单已经在工作表“{first}”里，这是第二张",
    en="the list is in the sheet “{first}” already; this is a second one",
    fix_zh="并到“{first}”里；不发布的，隐藏这张工作表",
    fix_en="move its rows to “{first}”; hide this sheet if it is not to be published",
)


def load(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read `file` ('/'-separated, below `root`); None where an error leaves nothing to go on with."""
    format = format_of(file)
    data, problems = read(root, file, limit=format.limit if format else text.LIMIT)
    return (None, problems) if data is None else parse(data, file)


def load_tables(
    root: Path, file: str, is_header: IsHeader
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    """Read the tables in `file` ('/'-separated, below `root`); None where an error leaves nothing to go on
    with. `is_header` says which headers their columns may have."""
    format = format_of(file)
    data, problems = read(root, file, limit=format.limit if format else tables.LIMIT)
    return (None, problems) if data is None else parse_tables(data, file, is_header)


def load_table(
    root: Path, file: str, is_header: IsHeader = bool
) -> tuple[Table | None, list[Problem]]:
    """As `load_tables`, of a file that stands for one list: a second table in it is an error."""
    return _one_table(*load_tables(root, file, is_header))


def parse(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in the bytes of an entry file; None where an error leaves nothing to go on with.

    Reads no disk: `file` gives the format, and the name that problems show.
    """
    format = format_of(file)
    if format is None or format.read_document is None:
        return None, [_wrong_extension(file, (f for f in FORMATS.values() if f.read_document))]
    return format.read_document(data, file)


def parse_tables(
    data: bytes, file: str, is_header: IsHeader
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    """The tables in the bytes of a file; None where an error leaves nothing to go on with."""
    format = format_of(file)
    if format is None or format.read_tables is None:
        return None, [_wrong_extension(file, (f for f in FORMATS.values() if f.read_tables))]
    return format.read_tables(data, file, is_header)


def parse_table(
    data: bytes, file: str, is_header: IsHeader = bool
) -> tuple[Table | None, list[Problem]]:
    """The one table in the bytes of a file; None where an error leaves nothing to go on with."""
    return _one_table(*parse_tables(data, file, is_header))


def _one_table(
    found: tuple[Table, ...] | None, problems: list[Problem]
) -> tuple[Table | None, list[Problem]]:
    if found is None:
        return None, problems
    first, *others = found
    facts = {"first": first.sheet}
    problems += [Problem(SECOND_TABLE, other.place(), facts) for other in others]
    return (None if others else first), problems


def _wrong_extension(file: str, wanted: Iterable[Format]) -> Problem:
    names = " / ".join(format.extension for format in wanted)
    return Problem(EXTENSION, Location(file), {"extension": extension_of(file), "wanted": names})
