"""The formats of content files: one row for each extension, with the functions that read it.

To add a format, add a row to `FORMATS`: its files are then found, watched, read and cached like the
others. Only the advice in `disk.UNKNOWN_EXTENSION`, written for authors, has to be brought up to date
by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sitegen.loading import entry_files, tables, text
from sitegen.loading.document import Document, Table
from sitegen.problems import Problem

ReadDocument: TypeAlias = "Callable[[bytes, str], tuple[Document | None, list[Problem]]]"
ReadTable: TypeAlias = "Callable[[bytes, str], tuple[Table | None, list[Problem]]]"


@dataclass(frozen=True, slots=True)
class Format:
    """One format of content files and the roles that its files may have.

    Both readers take the bytes of a file and its name for problems, and give None where an error leaves
    nothing to go on with. What they give carries the digest of exactly these bytes, by which the cache sees
    whether a file has changed. `read_document` reads a file that holds entries. `read_table` reads a file
    that an entry names in place of one of its lists. A reader is None where the format does not
    have that role. `limit` is the size in bytes above which a file is refused. `misspellings` are
    other extensions that authors give to such files by mistake.
    """

    extension: str
    limit: int
    read_document: ReadDocument | None = None
    read_table: ReadTable | None = None
    misspellings: tuple[str, ...] = ()


YAML = Format(".yaml", text.LIMIT, entry_files.read_yaml, misspellings=(".yml",))
MARKDOWN = Format(".md", text.LIMIT, entry_files.read_markdown, misspellings=(".markdown",))
CSV = Format(".csv", tables.LIMIT, read_table=tables.parse)

FORMATS: dict[str, Format] = {format.extension: format for format in (YAML, MARKDOWN, CSV)}
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
    return format is not None and format.read_table is not None
