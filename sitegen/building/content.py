"""Content files become entries: parsed by workers, or taken from the cache where unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.building import entry_cache, media, sources
from sitegen.building.entry_cache import CachedFile
from sitegen.building.media import Media
from sitegen.building.parsing import ParseContext, parse
from sitegen.building.rendered import Rendered
from sitegen.building.sources import Sources
from sitegen.building.workers import spread
from sitegen.model import entries as model_entries
from sitegen.model import validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.options import Options
from sitegen.problems import Kind, Location, Problem, Severity

SAME_ENTRY = Kind(
    "content.same-entry",
    Severity.ERROR,
    zh="和“{other}”是同一个条目，两份只能留一份",
    en="this is the same entry as “{other}”: only one of the two can stay",
    fix_zh="把要留的内容并到一个文件里，删掉另一个；若是两个条目，给其中一个改文件名",
    fix_en="merge them into one file and remove the other, or rename one if they are two entries",
)


@dataclass(frozen=True, slots=True)
class Content:
    """What content/ holds. `rendered` has the bodies rendered in this run.

    `failed` are the keys of entries that could not be loaded, or a collection's name and a colon
    where none of it could.
    """

    entries: tuple[Entry, ...]
    failed: frozenset[str]
    rendered: Rendered
    media: Media


@dataclass(slots=True)
class ContentMemory:
    """What this process read last of one site: where from, the rows of the cache, their entries.

    `unsaved` says that the cache on the disk lacks some of the rows.
    """

    key: str = ""
    sources: Sources | None = None
    rows: dict[str, CachedFile] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    media: tuple[Media, list[Problem]] | None = None
    unsaved: bool = False


def read(
    root: Path,
    options: Options,
    key: str,
    *,
    workers: int,
    now: int,
    use_cache: bool,
    keep_cache: bool,
    memory: ContentMemory | None = None,
    saved: Set[str] | None = None,
) -> tuple[Content, list[Problem]]:
    """All entries of the site in `root`.

    `key` stands for everything beside the files that shapes an entry; `now` is the time in ns.
    `memory` is read in place of the cache on the disk where it has the same key, and filled. Files
    but those `saved` are then taken to be as they were, unless `saved` is None.
    """
    held = memory if memory is not None and memory.key == key and use_cache else None
    seen = None
    if held is not None and held.sources is not None and saved is not None:
        seen = sources.look_again(root, held.sources, saved, now)
    if seen is None:
        saved = None
        seen = sources.look(root, now)
    stats = seen.stats
    named = seen.entry_files
    problems = list(seen.problems)
    old = held.rows if held else entry_cache.read(root, key) if use_cache else {}
    remembered = held.entries if held else {}
    known = {
        file: kept
        for file in named
        if (row := old.get(file)) is not None
        and (_untouched(row, file, saved) or entry_cache.is_same(root, row, stats))
        and (kept := remembered.get(file) or entry_cache.kept(row)) is not None
    }
    todo = [file for file in named if file not in known]
    context = ParseContext(root, options, _readings(old[file] for file in todo if file in old))
    fresh = dict(zip(todo, spread(parse, context, todo, workers), strict=True))
    entries: list[Entry] = []
    rendered = Rendered()
    unread = (validate.collection_of(problem.at.file) for problem in problems)
    failed = {f"{home[0]}:{home[1]}" for home in unread if home}
    rows: dict[str, CachedFile] = {}
    for file in named:
        result = fresh.pop(file, None)  # and no longer held than needed
        if result is None:
            entries += known[file]
            row = old[file]
            rows[file] = row if _untouched(row, file, saved) else entry_cache.restat(row, stats)
            continue
        known[file] = model_entries.from_json(result.entries)
        entries += known[file]
        for digest, html in result.rendered:
            rendered.add(digest, html)
        problems += result.problems
        failed.update(result.failed)
        read_with = ((file, result.digest), *result.tables)
        if not result.problems and all(name in stats for name, _ in read_with):
            files = tuple((name, content, stats[name]) for name, content in read_with)
            rows[file] = CachedFile(files, result.entries)
    unsaved = rows != old or (held is not None and held.unsaved)
    if unsaved and keep_cache:
        entry_cache.write(root, key, rows)
        unsaved = False
    found = held.media if held is not None and saved is not None else None
    if found is None or any(file.startswith(f"{media.FOLDER}/") for file in saved or ()):
        found = media.read(
            root, workers=workers, now=now, use_cache=use_cache, keep_cache=keep_cache
        )
    if memory is not None:
        memory.key, memory.sources, memory.media = key, seen, found
        memory.rows, memory.entries, memory.unsaved = rows, known, unsaved
    single, doubled = _once_each(entries)
    return Content(single, frozenset(failed), rendered, found[0]), problems + doubled + found[1]


def _untouched(row: CachedFile, file: str, saved: Set[str] | None) -> bool:
    """Whether a row's file cannot have changed, since only those `saved` may have."""
    return saved is not None and file not in saved and len(row.files) == 1


def _readings(rows: Iterable[CachedFile]) -> dict[str, str]:
    """Readings of names in entries as they were: an edit seldom changes a name, and to read one
    anew takes a dictionary that is slow to load."""
    readings: dict[str, str] = {}
    for row in rows:
        for entry in entry_cache.kept(row) or ():
            readings.update(entry.called)
            if not entry.pinyin and COLLECTIONS[entry.collection].shown:
                readings[entry.name] = entry.sort
    return readings


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
