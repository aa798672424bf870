"""An entry is withdrawn where it stands: its file gets the fields that say so.

A table is not edited. In a copy of a site its entries become files of their own, which are read alike; so one of
them can be withdrawn whatever the table looks like.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen import files
from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.changes import Change
from sitegen.authoring.edits.edited import NotEdited, edited
from sitegen.authoring.edits.new_entries import new_text
from sitegen.authoring.known_entries import trees_of
from sitegen.building.parsing import load
from sitegen.loading import documents, formats
from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import column_words
from sitegen.model.options import Options
from sitegen.model.validate import collection_of, tree_file
from sitegen.problems import Location, Mistaken, Problem

FIELD = "withdrawn"


def with_withdrawal(
    root: Path, file: str, key: str, fields: Mapping[str, str], options: Options
) -> bytes:
    """The bytes of an entry's own file with the fields of its withdrawal. Raises Mistaken where the file cannot be
    read, NotEdited where it is a table or written in a way that is not edited."""
    collection, _, identifier = key.partition(":")
    if formats.is_table(file):
        table, _ = load(root, file, options)
        raise NotEdited("table", table.at((identifier,)) if table is not None else Location(file))
    data = files.read(root / file)
    document, problems = documents.parse(data, file)
    if document is None:
        raise Mistaken(problems[0])
    path: FieldPath = (identifier,) if COLLECTIONS[collection].tree else ()
    change = Change((FIELD,), dict(fields))
    return edited(data, document, path, [change], collection, options)


def withdrawn_in_copy(
    root: Path, file: str, key: str, fields: Mapping[str, str], options: Options
) -> dict[str, bytes | None]:
    """What becomes of the files of a copy of the site in which an entry is withdrawn: the new bytes by path, None for
    a file that goes. Raises Mistaken where the file cannot be read."""
    try:
        return {file: with_withdrawal(root, file, key, fields, options)}
    except NotEdited:
        document, problems = _document(root, file, options)
        if document is None:
            raise Mistaken(problems[0]) from None
    written = _written_anew(document, key, fields, options)
    return {file: None} | {path: text.encode() for path, text in written.items()}


def _document(root: Path, file: str, options: Options) -> tuple[Document | None, list[Problem]]:
    """The document of a file as it is written: the lists of an announcement stay in their tables."""
    return load(root, file, options) if formats.is_table(file) else documents.load(root, file)


def _written_anew(
    document: Document, key: str, fields: Mapping[str, str], options: Options
) -> dict[str, str]:
    """The entries of a document, written as new ones are, by the file in which they belong."""
    collection, _, withdrawn = key.partition(":")
    written: dict[str, str] = {}
    for identifier, tree in trees_of(document):
        own: dict[str, Tree] = {**tree}
        if identifier == withdrawn:
            own[FIELD] = dict(fields)
        path = _path(document.file, collection, identifier)
        text = new_text(collection, own, options, identifier=identifier)
        if document.body:
            text = text.removesuffix("\n") + document.body
        written[path] = written.get(path, "") + text
    return written


def _path(file: str, collection: str, identifier: str) -> str:
    """The file of an entry that stands in `file` now."""
    folder = file.rpartition("/")[0]
    if (home := collection_of(file)) is not None and home[1]:
        return file
    if COLLECTIONS[collection].tree:
        return f"{folder}/{tree_file(collection)}"
    return f"{folder}/{entry_file(collection, identifier).rpartition('/')[2]}"


def proposed_text(file: str, key: str, fields: Mapping[str, str]) -> tuple[str, str]:
    """What somebody is to write into a file, or into the row of a table, so that it says that the entry is withdrawn: in
    Chinese and in English."""
    if not formats.is_table(file):
        text = f"{FIELD}: {{{', '.join(f'{name}: {value}' for name, value in fields.items())}}}"
        return text, text
    words = column_words(COLLECTIONS[key.partition(":")[0]].model).by_word.values()
    columns = {column.path[-1]: column for column in words if column.path[0] == FIELD}
    zh = "、".join(f"“{columns[name].title}”列 {value}" for name, value in fields.items())
    en = ", ".join(f"{value} in “{columns[name].title_en}”" for name, value in fields.items())
    return zh, en
