"""The entries and pictures of content/: newly read, or taken over from the run before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from sitegen.building import entry_cache, inspection, media, sources
from sitegen.building.entry_cache import CachedFile
from sitegen.building.entry_loading import EntryLoading
from sitegen.building.media import Media
from sitegen.building.rendered import Rendered
from sitegen.building.sources import Sources
from sitegen.model.entry import Entry, Unloaded
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
    """The entries and pictures of content/. `rendered` has the bodies rendered in this run.

    `failed` are the keys of entries that could not be loaded; where no entry of a collection could
    be, its name and a colon. `unloaded` has what those of them refer to that could be read in part.
    """

    entries: tuple[Entry, ...]
    failed: frozenset[str]
    rendered: Rendered
    media: Media
    unloaded: tuple[Unloaded, ...] = ()


@dataclass(slots=True)
class ContentMemory:
    """What one run read of one site, for the next run.

    `key` is that of `read`; `rows` are the rows of the entry cache and `entries` their entries, both
    by file. `unsaved` says that the cache on disk lacks some of the rows.
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
    readings: Mapping[str, str] | None = None,
) -> tuple[Content, list[Problem]]:
    """All entries and pictures of the site in `root`.

    `key` stands for everything but the files that shapes an entry; `now` is the time in ns.
    `memory` is used in place of the cache on disk where it has the same key, and is then filled
    anew. `saved` are the files that alone may have changed since; None where any may have. `readings`
    are those of names in plain letters, where they are not to be looked up.
    """
    before = _before(root, key, memory, use_cache)
    current, saved = _sources(root, before, saved, now)
    loading = EntryLoading(root, current, before.rows, before.entries, saved, readings)
    loading.load(options, workers)
    unsaved = before.unsaved or loading.rows != before.rows
    if unsaved and keep_cache:
        entry_cache.write(root, key, loading.rows)
        unsaved = False
    pictures = before.media if saved is not None and not _touches_media(saved) else None
    if pictures is None:
        pictures = media.read(
            root, workers=workers, now=now, use_cache=use_cache, keep_cache=keep_cache
        )
    if memory is not None:
        memory.key, memory.sources, memory.media = key, current, pictures
        memory.rows, memory.entries, memory.unsaved = loading.rows, loading.entries, unsaved
    entries, doubled = _once_each(chain.from_iterable(loading.entries.values()))
    content = Content(
        entries,
        frozenset(loading.failed),
        loading.rendered,
        pictures[0],
        tuple(loading.unloaded),
    )
    # What an entry that did not load would show is not known, nor what is meant by a wrong name.
    unknown = loading.failed or pictures[1]
    unused = [] if unknown else media.unused(pictures[0], entries)
    return content, [*loading.problems, *doubled, *pictures[1], *unused]


def _before(root: Path, key: str, memory: ContentMemory | None, use_cache: bool) -> ContentMemory:
    """What the run before left: in memory, or else in the cache on disk."""
    if not use_cache:
        return ContentMemory(key)
    if memory is not None and memory.key == key:
        return memory
    return ContentMemory(key, rows=entry_cache.read(root, key))


def _sources(
    root: Path, before: ContentMemory, saved: Set[str] | None, now: int
) -> tuple[Sources, Set[str] | None]:
    """The current content files, and `saved` – or None where it could not be relied on."""
    if before.sources is not None and saved is not None:
        current = sources.look_again(root, before.sources, saved, now)
        if current is not None:
            return current, saved
    return sources.look(root, now), None


def _touches_media(saved: Iterable[str]) -> bool:
    return any(file.startswith(f"{inspection.FOLDER}/") for file in saved)


def _once_each(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The first entry of each key, and a problem for each further one, such as a.md beside a.yaml."""
    first: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        known = first.setdefault(entry.key, entry)
        if known is not entry:
            at = Location(entry.file, 1, 1)
            problems.append(Problem(SAME_ENTRY, at, {"other": known.file}))
    return tuple(first.values()), problems
