"""One content file becomes entries: it is read and validated, its body rendered. Runs in workers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.loading import documents, formats, links
from sitegen.loading.document import Document, FieldPath
from sitegen.model import entries as model_entries
from sitegen.model import validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.options import Options
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.rendering import markdown
from sitegen.rendering.markdown import Prose
from sitegen.rendering.tight_lists import tight_lists

REFUSED_LINK = Kind(
    "link.refused",
    Severity.ERROR,
    zh="正文里的网址“{target}”不能用",
    en="the address “{target}” cannot be used in a body",
    fix_zh="外部网址以 https:// 开头；站内条目写 gi:编号；图片放进 content/media 后只写文件名",
    fix_en="outside ones start with https://, entries are gi:id, pictures a file of content/media",
)
TOO_DEEP = Kind(
    "markdown.too-deep",
    Severity.ERROR,
    zh="正文的列表或引用套得太深",
    en="lists or quotations in the body are nested too deep",
    fix_zh="减少层级",
    fix_en="use fewer levels",
)
LIST_NEEDS_BLANK_LINE = Kind(
    "markdown.list-needs-blank-line",
    Severity.WARNING,
    zh="列表前面没有空行，会和上一段连成一段",
    en="a list right under a paragraph becomes part of it",
    fix_zh="在列表前空一行",
    fix_en="leave a blank line before the list",
)
NAMES = frozenset(name for name, c in COLLECTIONS.items() if c.shown)


class Parsed(NamedTuple):
    """The result of parsing one file. `digest` is that of its bytes.

    `tables` are the tables read with it, each with its digest. `entries` are in the form that
    `model.entries.to_json` gives. `rendered` are the HTML bodies by digest. `failed` are the keys of
    entries in the file that could not be loaded; for a tree file that cannot be read at all, the name
    of its collection and a colon.
    """

    digest: str
    tables: tuple[tuple[str, str], ...]
    entries: bytes
    rendered: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]
    failed: tuple[str, ...]


class ParseContext(NamedTuple):
    """What `parse` needs besides the file. `readings` are the readings of names known already."""

    root: Path
    options: Options
    readings: Mapping[str, str]


def parse(context: ParseContext, file: str) -> Parsed:
    """Read, validate and render one file. Runs in a worker."""
    root, options, readings = context
    document, problems = load(root, file)
    if document is None:
        return Parsed("", (), b"[]", (), tuple(problems), _failed(file, None, ()))
    items, faults = validate.read(document, options)
    problems += faults
    prose = markdown.render(document.body, NAMES)
    problems += _body_problems(document, prose)
    entries = tuple(model_entries.compact(item, document, prose.links, readings) for item in items)
    html = prose.html.encode()
    rendered = tuple((entry.prose, html) for entry in entries if document.body)
    tables = tuple((table.file, table.digest) for table in document.tables.values())
    failed = _failed(file, document, entries)
    rows = model_entries.to_json(entries)
    return Parsed(document.digest, tables, rows, rendered, tuple(problems), failed)


def _failed(file: str, document: Document | None, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    home = validate.collection_of(file)
    if home is None:
        return ()
    collection, identifier = home
    expected = document.tree if document and not identifier else [identifier]
    loaded = {entry.id for entry in entries}
    return tuple(f"{collection}:{name}" for name in expected if name not in loaded)


def load(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """A document with the tables that stand for its lists."""
    document, problems = documents.load(root, file)
    if document is None:
        return None, problems
    tree = dict(document.tree)
    tables = {}
    for name in ("rows", "history"):
        named = tree.get(name)
        if (
            file.startswith("content/recognitions/")
            and isinstance(named, str)
            and formats.is_table(named)
        ):
            table, faults = documents.load_table(root, f"content/recognitions/{named}")
            problems += faults
            if table is None:
                return None, problems
            tables[name] = table
            tree[name] = [{key: cell for key, cell in row.items() if cell} for row in table.rows]
    return dataclasses.replace(document, tree=tree, tables=tables), problems


def locate(root: Path, entry: Entry, path: FieldPath) -> Location:
    """The place of a field of an entry. Entries carry no places, so its file is read again."""
    document, _ = load(root, entry.file)
    if document is None:
        return Location(entry.file)
    if path[:1] == ("body",):
        return links.place(document, str(path[1]))
    return document.at((*entry.root, *path))


def _body_problems(document: Document, prose: Prose) -> list[Problem]:
    problems = [
        Problem(REFUSED_LINK, links.place(document, target), {"target": target[:80]})
        for target in prose.refused
    ]
    if prose.too_deep:
        problems.append(Problem(TOO_DEEP, Location(document.file, document.body_line, 1)))
    for line in tight_lists(document.body):
        at = Location(document.file, document.body_line + line - 1, 1)
        problems.append(Problem(LIST_NEEDS_BLANK_LINE, at))
    return problems
