"""One content file becomes entries: it is read and validated, its body rendered. Runs in workers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.building.body_problems import body_problems
from sitegen.loading import documents, formats
from sitegen.loading.document import Document
from sitegen.model import entries as model_entries
from sitegen.model import table_columns, table_entries, validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Mention, Unloaded
from sitegen.model.fields import Record
from sitegen.model.options import Options
from sitegen.model.recognitions import Event, Row
from sitegen.model.record_problems import apart_from
from sitegen.model.referring import written_references
from sitegen.problems import Kind, Problem, Severity
from sitegen.rendering import markdown
from sitegen.rendering.markdown import Prose

TWO_LISTS = Kind(
    "recognition.two-lists",
    Severity.ERROR,
    zh="各行已经写在这里，旁边的“{table}”不会读",
    en="the rows are written here, so “{table}” beside it is not read",
    fix_zh="名单只留一份：删掉这里的 rows 来用表格，或删掉表格",
    fix_en="keep one of the two: delete rows here to use the table, or delete the table",
)
LISTS: Mapping[str, type[Record]] = {"rows": Row, "history": Event}
"""The lists of an announcement that may be in a table, with the class of their members."""
NO_OPTIONS = Options()
NAMES = frozenset(name for name, c in COLLECTIONS.items() if c.shown)


class Parsed(NamedTuple):
    """The result of parsing one file. `digest` is that of its bytes.

    `tables` are the tables read with it, each with its digest. `entries` are in the form that
    `model.entries.to_json` gives. `rendered` are the HTML bodies by digest. `failed` are the keys of
    entries in the file that could not be loaded; for a tree file that cannot be read at all, the name
    of its collection and a colon. `unloaded` are those of them that could be read in part.
    """

    digest: str
    tables: tuple[tuple[str, str], ...]
    entries: bytes
    rendered: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]
    failed: tuple[str, ...]
    unloaded: tuple[Unloaded, ...] = ()


class ParseContext(NamedTuple):
    """What `parse` needs besides the file. `readings` are the readings of names known already."""

    root: Path
    options: Options
    readings: Mapping[str, str]


def parse(context: ParseContext, file: str) -> Parsed:
    """Read, validate and render one file. Runs in a worker."""
    root, options, readings = context
    document, problems = load(root, file, options)
    if document is None:
        return Parsed("", (), b"[]", (), tuple(problems), _failed(file, None, ()))
    items, faults = validate.read(document, options)
    problems += apart_from(document, faults)
    if document.has_wrong_lines:
        items = ()
    prose = markdown.render(document.body, NAMES)
    problems += body_problems(document, prose)
    entries = tuple(model_entries.compact(item, document, prose.links, readings) for item in items)
    html = prose.html.encode()
    rendered = tuple((entry.body_digest, html) for entry in entries if document.body)
    tables = tuple((table.file, table.digest) for table in document.tables.values())
    failed = _failed(file, document, entries)
    rows = model_entries.to_json(entries)
    unloaded = _unloaded(document, prose, set(failed))
    return Parsed(document.digest, tables, rows, rendered, tuple(problems), failed, unloaded)


def _unloaded(document: Document, prose: Prose, failed: set[str]) -> tuple[Unloaded, ...]:
    """What the entries of a document refer to that could not be loaded."""
    home = validate.collection_of(document.file)
    if home is None or not failed:
        return ()
    collection, identifier = home
    trees = document.tree if not identifier else {identifier: document.tree}
    model = COLLECTIONS[collection].model
    return tuple(
        Unloaded(
            collection,
            name,
            key,
            document.file,
            () if identifier else (name,),
            tuple(Mention(path, str(to)) for path, to in written_references(model, tree)),
            prose.links if identifier else (),
        )
        for name, tree in trees.items()
        if (key := f"{collection}:{name}") in failed and isinstance(tree, dict)
    )


def _failed(file: str, document: Document | None, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    home = validate.collection_of(file)
    if home is None:
        return ()
    collection, identifier = home
    expected = document.tree if document and not identifier else [identifier]
    loaded = {entry.id for entry in entries}
    failed = tuple(f"{collection}:{name}" for name in expected if name not in loaded)
    # What could not be read of such a file may hold other entries than it seems to.
    lost = document is not None and not identifier and document.left_out
    return (*failed, f"{collection}:") if lost else failed


def load(
    root: Path, file: str, options: Options = NO_OPTIONS
) -> tuple[Document | None, list[Problem]]:
    """A document with the tables that stand for its lists, or with the entries of a table."""
    home = validate.collection_of(file)
    if home is not None and formats.is_table(file):
        is_header = table_columns.is_entry_header(home[0], options)
        tables, problems = documents.load_tables(root, file, is_header)
        if tables is None:
            return None, problems
        document, faults = table_entries.as_entries(tables, home[0], options)
        return document, problems + faults
    document_or_none, problems = documents.load(root, file)
    if document_or_none is None or home is None or home[0] != validate.LISTS_IN_TABLES:
        return document_or_none, problems
    return _with_tables(root, document_or_none, problems)


def _with_tables(
    root: Path, document: Document, problems: list[Problem]
) -> tuple[Document | None, list[Problem]]:
    """An announcement with the tables that its fields name; `rows` may also be in the table beside it
    that has its name."""
    tree = dict(document.tree)
    tables = {}
    stem = document.file.rpartition(".")[0]
    names = (f"{stem}{one.extension}" for one in formats.FORMATS.values() if one.read_tables)
    for beside in (name for name in names if (root / name).exists()):
        if not tree.get("rows"):
            tree["rows"] = beside.rpartition("/")[2]
        elif beside.rpartition("/")[2] not in (tree["rows"], tree.get("history")):
            at = document.at(("rows",), key=True)
            problems.append(Problem(TWO_LISTS, at, {"table": beside}))
    for name, model in LISTS.items():
        named = tree.get(name)
        if isinstance(named, str) and formats.is_table(named):
            file = f"{document.file.rpartition('/')[0]}/{named}"
            table, faults = documents.load_table(root, file, table_columns.is_list_header(model))
            problems += faults
            if table is None:
                return None, problems
            tree[name], tables[name], faults = table_entries.as_list(table, model)
            problems += faults
    return dataclasses.replace(document, tree=tree, tables=tables), problems
