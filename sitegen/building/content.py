"""Content files become entries: parsed by workers, or taken from the cache where unchanged."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.building import entry_cache, media
from sitegen.building.media import Media
from sitegen.building.stat import stat_of
from sitegen.building.workers import spread
from sitegen.loading import documents, links
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
SAME_ENTRY = Kind(
    "content.same-entry",
    Severity.ERROR,
    zh="和“{other}”是同一个条目，两份只能留一份",
    en="this is the same entry as “{other}”: only one of the two can stay",
    fix_zh="把要留的内容并到一个文件里，删掉另一个；若是两个条目，给其中一个改文件名",
    fix_en="merge them into one file and remove the other, or rename one if they are two entries",
)
NAMES = frozenset(name for name, c in COLLECTIONS.items() if c.shown)


@dataclass(frozen=True, slots=True)
class Content:
    """What content/ holds. `proses` has the bodies rendered in this run, by their digest.

    `failed` are the keys of entries that could not be loaded, or a collection's name and a colon
    where none of it could.
    """

    entries: tuple[Entry, ...]
    failed: frozenset[str]
    proses: Mapping[str, Prose]
    media: Media


class Parsed(NamedTuple):
    """One file's entries (as `model.entries.to_json` has them) and problems; `tables` are the CSV
    files read with it, with their digests.

    `failed` are the keys of entries in it that are not among `entries`; of a tree file that cannot
    be read, the collection's name and a colon.
    """

    digest: str
    tables: tuple[tuple[str, str], ...]
    entries: bytes
    proses: tuple[tuple[str, Prose], ...]
    problems: tuple[Problem, ...]
    failed: tuple[str, ...]


class Reading(NamedTuple):
    """What `parse` needs beside the file; `readings` are those known of names."""

    root: Path
    options: Options
    readings: Mapping[str, str]


def parse(context: Reading, file: str) -> Parsed:
    """Read, validate and render one file. Runs in a worker."""
    root, options, readings = context
    document, problems = load(root, file)
    if document is None:
        return Parsed("", (), b"[]", (), tuple(problems), _failed(file, None, ()))
    items, found = validate.read(document, options)
    problems += found
    prose = markdown.render(document.body, NAMES)
    problems += _body_problems(document, prose)
    entries = tuple(model_entries.compact(item, document, prose.links, readings) for item in items)
    proses = tuple((entry.prose, prose) for entry in entries if document.body)
    tables = tuple((table.file, table.digest) for table in document.tables.values())
    failed = _failed(file, document, entries)
    rows = model_entries.to_json(entries)
    return Parsed(document.digest, tables, rows, proses, tuple(problems), failed)


def _failed(file: str, document: Document | None, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    home = validate.collection_of(file)
    if home is None:
        return ()
    collection, identifier = home
    wanted = document.tree if document and not identifier else [identifier]
    loaded = {entry.id for entry in entries}
    return tuple(f"{collection}:{name}" for name in wanted if name not in loaded)


def load(root: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """A document with the CSV tables that stand for its lists."""
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
            and named.endswith(".csv")
        ):
            table, found = documents.load_table(root, f"content/recognitions/{named}")
            problems += found
            if table is None:
                return None, problems
            tables[name] = table
            tree[name] = [{key: cell for key, cell in row.items() if cell} for row in table.rows]
    return dataclasses.replace(document, tree=tree, tables=tables), problems


def locate(root: Path, entry: Entry, path: FieldPath) -> Location:
    """The place of a field of an entry, looked up in its file again: only problems need places."""
    document, _ = load(root, entry.file)
    if document is None:
        return Location(entry.file)
    if path[:1] == ("body",):
        return links.place(document, str(path[1]))
    return document.at((*entry.root, *path))


def _readings(rows: Iterable[entry_cache.Row]) -> dict[str, str]:
    """Readings of names in entries as they were: an edit seldom changes a name, and to read one
    anew takes a dictionary that is slow to load."""
    readings: dict[str, str] = {}
    for row in rows:
        for entry in entry_cache.kept(row) or ():
            readings.update(entry.called)
            if not entry.pinyin and COLLECTIONS[entry.collection].shown:
                readings[entry.name] = entry.sort
    return readings


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


def read(
    root: Path,
    options: Options,
    key: str,
    *,
    workers: int,
    now: int,
    use_cache: bool,
    keep_cache: bool,
    memory: entry_cache.Memory | None = None,
) -> tuple[Content, list[Problem]]:
    """All entries of the site in `root`.

    `key` stands for everything beside the files that shapes an entry; `now` is the time in ns.
    `memory` is read in place of the cache on the disk where it has the same key, and filled.
    """
    found, problems = documents.scan(root / "content", prefix="content/")
    sources = [file for file in found if not file.endswith(".csv")]
    stats = {file: stat_of(os.lstat(f"{root}/{file}"), now) for file in found}
    held = memory if memory is not None and memory.key == key and use_cache else None
    old = held.rows if held else entry_cache.read(root, key) if use_cache else {}
    remembered = held.entries if held else {}
    known = {
        file: kept
        for file in sources
        if (row := old.get(file)) is not None
        and entry_cache.is_same(root, row, stats)
        and (kept := remembered.get(file) or entry_cache.kept(row)) is not None
    }
    todo = [file for file in sources if file not in known]
    context = Reading(root, options, _readings(old[file] for file in todo if file in old))
    fresh = dict(zip(todo, spread(parse, context, todo, workers), strict=True))
    entries: list[Entry] = []
    proses: dict[str, Prose] = {}
    unread = (validate.collection_of(problem.at.file) for problem in problems)
    failed = {f"{home[0]}:{home[1]}" for home in unread if home}
    rows: dict[str, entry_cache.Row] = {}
    for file in sources:
        result = fresh.pop(file, None)  # and no longer held than needed
        if result is None:
            entries += known[file]
            rows[file] = entry_cache.restat(old[file], stats)
            continue
        known[file] = model_entries.from_json(result.entries)
        entries += known[file]
        proses.update(result.proses)
        problems += result.problems
        failed.update(result.failed)
        read_with = ((file, result.digest), *result.tables)
        if not result.problems and all(name in stats for name, _ in read_with):
            files = tuple((name, content, stats[name]) for name, content in read_with)
            rows[file] = entry_cache.Row(files, result.entries)
    unsaved = rows != old or (held is not None and held.unsaved)
    if unsaved and keep_cache:
        entry_cache.write(root, key, rows)
        unsaved = False
    if memory is not None:
        memory.key, memory.rows, memory.entries, memory.unsaved = key, rows, known, unsaved
    found_media, broken = media.read(
        root, workers=workers, now=now, use_cache=use_cache, keep_cache=keep_cache
    )
    single, doubled = _once_each(entries)
    return Content(single, frozenset(failed), proses, found_media), problems + doubled + broken


def _once_each(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The first entry of each key; what is wrong with the others, as of a.md beside a.yaml."""
    first: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        known = first.setdefault(entry.key, entry)
        if known is not entry:
            at = Location(entry.file, 1, 1)
            problems.append(Problem(SAME_ENTRY, at, {"other": known.file}))
    return tuple(first.values()), problems
