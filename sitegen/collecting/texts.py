"""The files of a city's entries in the province: one for each, as an author would write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.authoring.drafts import entry_file
from sitegen.authoring.edits.new_entries import new_text
from sitegen.loading import formats
from sitegen.loading.tables import TEXT_MARK, may_be_formula
from sitegen.model.collections import COLLECTIONS
from sitegen.model.options import Options
from sitegen.model.recognitions import Row
from sitegen.model.validate import COLLECTED, tree_file

LONG_LIST = 200
"""An announcement with more rows has them in a table beside it: YAML has its limits."""


class Written(NamedTuple):
    """An entry of the province, made from one of a city."""

    collection: str
    id: str
    fields: Mapping[str, Any]
    body: str


def folder_of(prefix: str) -> str:
    return f"content/{COLLECTED}/{prefix}"


def files_of(entries: list[Written], options: Options) -> dict[str, bytes]:
    """The bytes of the files by their path below the folder of the city, in path order."""
    found: dict[str, bytes] = {}
    trees: dict[str, list[str]] = {}
    for entry in entries:
        if COLLECTIONS[entry.collection].tree:
            text = new_text(entry.collection, entry.fields, options, identifier=entry.id)
            trees.setdefault(entry.collection, []).append(text)
        else:
            found.update(_files(entry, options))
    for collection, texts in trees.items():
        found[tree_file(collection)] = "".join(texts).encode()
    return dict(sorted(found.items()))


def _files(entry: Written, options: Options) -> Iterator[tuple[str, bytes]]:
    path = entry_file(entry.collection, entry.id).removeprefix("content/")
    fields = dict(entry.fields)
    if len(fields.get("rows") or ()) > LONG_LIST:
        table = f"{entry.id}{formats.CSV.extension}"
        yield f"{entry.collection}/{table}", _table(fields["rows"])
        fields["rows"] = table
    text = new_text(entry.collection, fields, options)
    body = entry.body.lstrip("\n")
    yield path, f"{text}{body}".encode()


def _table(rows: list[dict[str, str]]) -> bytes:
    """The rows of an announcement as a table."""
    names = [name for name in Row.model_fields if any(row.get(name) for row in rows)]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        cells = [row.get(name, "") for name in names]
        writer.writerow([TEXT_MARK + cell if may_be_formula(cell) else cell for cell in cells])
    return text.getvalue().encode()
