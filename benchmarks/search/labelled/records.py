"""The entries of a site folder as queries are drawn from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.search.labelled.folding import fold, prose, strings
from sitegen.building import content
from sitegen.catalogue.assembly import assemble
from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.references_by_name import ReferencesByName
from sitegen.config.site import Site, read_site
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry, Unloaded
from sitegen.model.options import Options
from sitegen.model.pinyin import plain
from sitegen.model.pinyin_dictionary import reading
from sitegen.problems import Location, Report

HIDDEN = frozenset({"review", "notes_private", "contact_private"})
NUMBERED = ("number", "code", "credit_code", "document", "notice")
"""Fields that hold numbers people look up, on an entry or one level below."""


class Unreadable(Exception):
    """The folder holds no site that can be read."""


@dataclass(frozen=True, slots=True)
class Record:
    """One public entry. `names` are its name and what it is also called, as written; `folded` the
    same in one line each; `syllables` the reading of its name, without tones, where it has one for
    each character. `regions` holds home first; `text` is all that its page says."""

    key: str
    collection: str
    name: str
    names: tuple[str, ...]
    folded: str
    syllables: tuple[str, ...]
    english: str
    regions: tuple[str, ...]
    categories: tuple[str, ...]
    numbers: tuple[str, ...]
    summary: str
    body: str
    text: str

    @property
    def listed(self) -> bool:
        return COLLECTIONS[self.collection].listed


def catalogue_of(root: Path, as_of: date) -> tuple[Site, Catalogue]:
    """The settings and the catalogue of the site in `root`; Unreadable where it has an error."""
    report = Report()
    site = report.take(read_site(root))
    if site is None:
        raise Unreadable(report.text("zh").strip())
    site_content = report.take(
        content.read(root, site.options, "", workers=1, now=0, use_cache=False, keep_cache=False)
    )
    if report.has_errors:
        raise Unreadable(report.text("zh").strip())

    def nowhere(entry: Entry | Unloaded, path: object) -> Location:
        return Location(entry.file)

    entries = ReferencesByName().resolved(site_content.entries, site.options)
    catalogue, _ = assemble(entries, as_of=as_of, options=site.options, locate=nowhere)
    return site, catalogue


def read(root: Path, as_of: date) -> tuple[Catalogue, tuple[Record, ...]]:
    """The catalogue of the site in `root` and its public entries that have a page, by key."""
    site, catalogue = catalogue_of(root, as_of)
    numbers = _ledger_numbers(catalogue)
    records = [
        _record(entry, site.options, numbers.get(key, ()))
        for key, entry in sorted(catalogue.entries.items())
        if COLLECTIONS[entry.collection].shown and not COLLECTIONS[entry.collection].tree
    ]
    return catalogue, tuple(records)


def names_of(record: Any) -> tuple[str, ...]:
    """What something is called: name, short name, everyday and former names."""
    former = (one.name for one in getattr(record, "former_names", ()))
    short = getattr(record, "short_name", None) or ""
    every = (record.name, short, *getattr(record, "aka", ()), *former)
    return tuple(dict.fromkeys(name for name in every if name))


def syllables_of(name: str, pinyin: str = "") -> tuple[str, ...]:
    """The plain reading of a name, one syllable for each character; none where that fails."""
    syllables = tuple(plain(pinyin or reading(name)).split())
    return syllables if len(syllables) == len(fold(name)) else ()


def _record(entry: Entry, options: Options, ledger: Iterable[str]) -> Record:
    record = entry.record(options)
    names = names_of(record)
    public = {key: value for key, value in entry.tree.items() if key not in HIDDEN}
    body = prose(entry.body)
    own = _numbers({key: value for key, value in public.items() if key != "rows"})
    return Record(
        key=entry.key,
        collection=entry.collection,
        name=entry.name,
        names=names,
        folded="\n".join(fold(name) for name in names),
        syllables=syllables_of(entry.name, entry.pinyin),
        english=str(entry.tree.get("name_en", "")),
        regions=entry.regions,
        categories=entry.categories,
        numbers=tuple(dict.fromkeys([*own, *ledger])),
        summary=entry.summary,
        body=body,
        text="\n".join(
            fold(text)
            for text in [
                *strings(public),
                *(text for members in entry.extra.values() for text in members),
                body,
            ]
        ),
    )


def _numbers(tree: Any) -> Iterator[str]:
    if isinstance(tree, list | tuple):
        for member in tree:
            yield from _numbers(member)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if key in NUMBERED and isinstance(value, str) and any(map(str.isdigit, value)):
                yield value
            else:
                yield from _numbers(value)


def _ledger_numbers(catalogue: Catalogue) -> dict[str, list[str]]:
    """Numbers of the announcements and certificates of each subject, and of its announcement."""
    numbers: dict[str, list[str]] = {}
    for row in catalogue.ledger:
        numbers.setdefault(row.subject, []).extend(
            number for number in (row.announcement.document, row.number) if number
        )
    return numbers
