"""The pages every generator must write, and whether it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from benchmarks.generator import Generator
from benchmarks.synthetic.entries import REGIONS, Dataset
from benchmarks.synthetic.words import CATEGORIES

PAGE_SIZE = 24


class Incomplete(Exception):
    """A run that made fewer pages than the others."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run left: all its files, its pages, and the mean size of an entry's page."""

    files: int
    pages: int
    entry_bytes: int


def addresses(data: Dataset, sizes: Mapping[str, int] | None = None) -> Iterator[str]:
    """Home, every entry, the lists by 24, the 41 terms by 24: the same for all generators, but for the lists of
    the collections in `sizes`."""
    yield ""
    counts: dict[str, int] = {}
    for entry in data.entries:
        yield f"{entry.key}/"
        for base in (entry.collection, f"regions/{entry.region}", f"categories/{entry.category}"):
            counts[base] = counts.get(base, 0) + 1
    for base, count in counts.items():
        yield f"{base}/"
        size = (sizes or {}).get(base, PAGE_SIZE)
        for number in range(2, ceil(count / size) + 1):
            yield f"{base}/page/{number}/"


def terms(data: Dataset) -> int:
    """How many of the 41 terms have an entry: all of them, but for tiny sizes."""
    used = {entry.region for entry in data.entries} | {entry.category for entry in data.entries}
    assert len(used) <= len(REGIONS) + len(CATEGORIES)
    return len(used)


def check(generator: Generator, data: Dataset, output: Path) -> Written:
    """Count what was written. A page too few is an error, an entry that the index lacks too."""
    wanted = {f"{address}index.html" for address in addresses(data, generator.sizes)}
    wanted |= {"sitemap.xml", "feed.xml"} | ({generator.index} - {""})
    sizes = {
        path.relative_to(output).as_posix(): path.stat().st_size
        for path in output.rglob("*")
        if path.is_file()
    }
    missing = sorted(path for path in wanted if not sizes.get(path))
    if missing:
        raise Incomplete(
            f"{generator.name}: {len(missing)} of {len(wanted)} files are missing or empty, "
            f"such as {', '.join(missing[:3])}"
        )
    if generator.searchable is not None:
        _check_index(generator.name, data, generator.searchable(output))
    entries = [sizes[f"{entry.key}/index.html"] for entry in data.entries]
    return Written(
        files=len(sizes),
        pages=sum(path.endswith(".html") for path in sizes),
        entry_bytes=sum(entries) // len(entries),
    )


def _check_index(name: str, data: Dataset, searchable: set[str]) -> None:
    """The search index must find the page of every entry and no other page."""
    wanted = {f"{entry.key}/" for entry in data.entries}
    wrong = sorted(wanted ^ searchable)
    if wrong:
        raise Incomplete(
            f"{name}: the search index finds {len(wanted & searchable)} of {len(wanted)} entries "
            f"and {len(searchable - wanted)} other pages; wrong are {', '.join(wrong[:3])}"
        )
