"""The formats of content files: one row for each extension, with the functions that read it.

To add a format, add a row to `FORMATS`: its files are then found, watched, read and cached like the
others. Only the advice in `disk.UNKNOWN_EXTENSION`, written for authors, has to be brought up to date
by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from sitegen.loading import entry_files, tables, text
from sitegen.loading.document import Document, Table
from sitegen.problems import Problem

ReadDocument: TypeAlias = "Callable[[bytes, str], tuple[Document | None, list[Problem]]]"
IsHeader: TypeAlias = "Callable[[str], bool]"
"""Whether a column may be headed by this text; by that the header is found below titles."""
ReadTables: TypeAlias = (
    "Callable[[bytes, str, IsHeader], tuple[tuple[Table, ...] | None, list[Problem]]]"
)

WORKBOOK_LIMIT: Final = 32 << 20
"""In bytes. Pictures that stand in cells make workbooks large; they are not read."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format of content files and the roles that its files may have.

    Both readers take the bytes of a file and its name for problems; that of tables also which headers a
    column may have. They give None where an error leaves
    nothing to go on with. What they give carries the digest of exactly these bytes, by which the cache sees
    whether a file has changed. `read_document` reads a file that holds entries. `read_tables` reads the
    tables of a file that stands for a list of an entry, or for entries: a CSV file has one, a workbook one in
    each sheet. A reader is None where the format does not
    have that role. `limit` is the size in bytes above which a file is refused. `misspellings` are
    other extensions that authors give to such files by mistake.
    """

    extension: str
    limit: int
    read_document: ReadDocument | None = None
    read_tables: ReadTables | None = None
    misspellings: tuple[str, ...] = ()


def _read_csv(
    data: bytes, file: str, is_header: IsHeader
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    table, problems = tables.parse(data, file, is_header)
    return None if table is None else (table,), problems


def _read_workbook(
    data: bytes, file: str, is_header: IsHeader, *, container: str
) -> tuple[tuple[Table, ...] | None, list[Problem]]:
    # Its libraries are loaded only where there is a workbook to be read.
    from sitegen.loading.workbooks.reading import read

    return read(data, file, is_header, container=container)


YAML = Format(".yaml", text.LIMIT, entry_files.read_yaml, misspellings=(".yml",))
MARKDOWN = Format(".md", text.LIMIT, entry_files.read_markdown, misspellings=(".markdown",))
CSV = Format(".csv", tables.LIMIT, read_tables=_read_csv)
WORKBOOKS = tuple(
    Format(extension, WORKBOOK_LIMIT, read_tables=partial(_read_workbook, container=container))
    for extension, container in (
        *((".xlsx", "xlsx"), (".xlsm", "xlsx")),
        *((".ods", "ods"), (".xls", "xls")),
    )
)

FORMATS: dict[str, Format] = {
    format.extension: format for format in (YAML, MARKDOWN, CSV, *WORKBOOKS)
}
"""The formats by extension."""


def extension_of(file: str) -> str:
    """The extension of a file as it is written: `.MD` of `gi/a.MD`; "" where there is none."""
    name = file.rpartition("/")[2]
    return name[name.rfind(".") :] if "." in name[1:-1] else ""


def format_of(file: str) -> Format | None:
    """The format of a content file by its name, None where such files are not read."""
    return FORMATS.get(extension_of(file))


def corrected(extension: str) -> str:
    """The extension that an author meant: `.yaml` for `.YML`; itself in lower case if unknown."""
    lower = extension.lower()
    known = (format for format in FORMATS.values() if lower in format.misspellings)
    return next((format.extension for format in known), lower)


def is_entry_file(file: str) -> bool:
    """Whether a file of this name is read for the entries that it holds."""
    format = format_of(file)
    return format is not None and format.read_document is not None


def is_table(file: str) -> bool:
    """Whether a file of this name can stand for a list of an entry."""
    format = format_of(file)
    return format is not None and format.read_tables is not None
