"""The entries of all content files: each file is taken over from the run before, or parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from sitegen.building import entry_cache
from sitegen.building.entry_cache import CachedFile
from sitegen.building.parsing import ParseContext, Parsed, parse
from sitegen.building.rendered import Rendered
from sitegen.building.sources import Sources
from sitegen.building.workers import LEAST, spread
from sitegen.loading.formats import is_table
from sitegen.loading.nearest import nearest
from sitegen.model import entries as model_entries
from sitegen.model import pinyin_dictionary, validate
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.options import Options
from sitegen.model.validate import holds_entries
from sitegen.problems import Kind, Location, Problem, Severity

UNUSED_TABLE = Kind(
    "table.unused",
    Severity.ERROR,
    zh="没有公告用到这个表格，里面的内容不会发布[[；最接近的公告是“{nearest}”]]",
    en="no announcement uses this table, so nothing in it would be published[[; the nearest "
    "announcement is “{nearest}”]]",
    fix_zh="在公告文件里写 rows: {table}，或把表格改成和公告文件同名",
    fix_en="write rows: {table} in the announcement, or give the table the announcement's name",
)


class NoReadings(Mapping[str, str]):
    """Readings for entries that nobody sorts or searches: every name has the empty one."""

    def __getitem__(self, name: str) -> str:
        return ""

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class EntryLoading:
    """Loads the entries of one run.

    `rows_before` are the cache rows of the run before, `entries_before` the entries of those of its
    files that are still in memory. `saved` are the files that alone may have changed since; None
    where any file may have. `readings` are those of names; None for those in the cache.

    After `load`: `entries` has the entries of each file and `rows` the rows of the cache, in path
    order; `rendered` has the bodies rendered in this run; `failed` and `unloaded` are as in
    `content.Content`.
    """

    def __init__(
        self,
        root: Path,
        sources: Sources,
        rows_before: Mapping[str, CachedFile],
        entries_before: Mapping[str, list[Entry]],
        saved: Set[str] | None,
        readings: Mapping[str, str] | None = None,
    ) -> None:
        self._readings = readings
        self._root = root
        self._sources = sources
        self._rows_before = rows_before
        self._entries_before = entries_before
        self._saved = saved
        self.entries: dict[str, list[Entry]] = {}
        self.rows: dict[str, CachedFile] = {}
        self.rendered = Rendered()
        self.problems = list(sources.problems)
        self.failed = set(_unreadable(sources.problems))
        self.unloaded: list[Unloaded] = []
        self._tables: set[str] = set()

    def load(self, options: Options, workers: int) -> None:
        """Fill the results; to be called once."""
        unchanged = self._unchanged()
        changed = [file for file in self._sources.entry_files if file not in unchanged]
        parsed = self._parse(changed, options, workers)
        for file in self._sources.entry_files:
            if file in unchanged:
                self._take_over(file, unchanged[file])
            else:
                self._add(file, parsed.pop(file))  # so that its memory is free again at once
        self.problems += self._unused_tables()

    def _unused_tables(self) -> Iterator[Problem]:
        """The tables that no announcement names; of one that a problem is about, enough is said."""
        tables = {
            file for file in self._sources.stats if is_table(file) and not holds_entries(file)
        }
        named = {fact for problem in self.problems for fact in problem.facts.values()}
        unused = tables - self._tables - named - {problem.at.file for problem in self.problems}
        for file in sorted(unused):
            name = file.rpartition("/")[2]
            stems = [entry.rpartition("/")[2].rpartition(".")[0] for entry in self.entries]
            close = nearest(name.rpartition(".")[0], stems) or ""
            yield Problem(UNUSED_TABLE, Location(file), {"table": name, "nearest": close})

    def _unchanged(self) -> dict[str, list[Entry]]:
        """The entries of the files that are as they were in the run before."""
        return {
            file: entries
            for file in self._sources.entry_files
            if (row := self._rows_before.get(file)) is not None
            and (
                self._cannot_have_changed(file, row)
                or entry_cache.is_same(self._root, row, self._sources.stats)
            )
            and (entries := self._entries_before.get(file) or entry_cache.entries_of(row))
            is not None
        }

    def _cannot_have_changed(self, file: str, row: CachedFile) -> bool:
        """Whether the file was not saved. A file with tables is always checked, since they may have
        changed."""
        return self._saved is not None and file not in self._saved and len(row.files) == 1

    def _parse(self, files: Sequence[str], options: Options, workers: int) -> dict[str, Parsed]:
        rows = (self._rows_before[file] for file in files if file in self._rows_before)
        readings = known_readings(rows) if self._readings is None else self._readings
        context = ParseContext(self._root, options, readings)
        parsed = spread(parse, context, files, workers)
        if len(files) >= LEAST:
            # The rest of a long build needs the memory. After a few files the next may come at once.
            pinyin_dictionary.release()
        return dict(zip(files, parsed, strict=True))

    def _take_over(self, file: str, entries: list[Entry]) -> None:
        row = self._rows_before[file]
        self._tables.update(name for name, _, _ in row.files[1:])
        self.entries[file] = entries
        self.rows[file] = (
            row
            if self._cannot_have_changed(file, row)
            else entry_cache.restat(row, self._sources.stats)
        )

    def _add(self, file: str, parsed: Parsed) -> None:
        self.entries[file] = model_entries.from_json(parsed.entries)
        for digest, html in parsed.rendered:
            self.rendered.add(digest, html)
        self.problems += parsed.problems
        self.failed.update(parsed.failed)
        self.unloaded += parsed.unloaded
        self._tables.update(name for name, _ in parsed.tables)
        stats = self._sources.stats
        files = ((file, parsed.digest), *parsed.tables)
        # A file with problems is parsed again by every run, so that they are reported again.
        if not parsed.problems and all(name in stats for name, _ in files):
            with_stats = tuple((name, digest, stats[name]) for name, digest in files)
            self.rows[file] = CachedFile(with_stats, parsed.entries)


def known_readings(rows: Iterable[CachedFile]) -> dict[str, str]:
    """The readings of the names in cached entries, in plain letters.

    An edit seldom changes a name, and looking up its reading takes a dictionary that is slow to load.
    """
    readings: dict[str, str] = {}
    for row in rows:
        for entry in entry_cache.entries_of(row) or ():
            readings.update(entry.called)
            if not entry.pinyin and COLLECTIONS[entry.collection].shown:
                readings[entry.name] = entry.sort
    return readings


def _unreadable(problems: Iterable[Problem]) -> Iterable[str]:
    """The keys of the entries whose files cannot be read at all."""
    places = (validate.collection_of(problem.at.file) for problem in problems)
    return (f"{place[0]}:{place[1]}" for place in places if place)
