"""Rules that look at the settings and at all public entries together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.catalogue.assembly import Locate
from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.ledger import Recognition
from sitegen.catalogue.names import Names, folded
from sitegen.checks.entry_rule import EntryView
from sitegen.checks.rule import Rule
from sitegen.config.site import Site
from sitegen.loading.document import FieldPath
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Location


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """A catalogue as a rule sees it; of its entries that is what the rule declares.

    `known` are the keys of all entries, public or not; `failed` are those of entries that did not
    load, or a collection's name and a colon where none of it did. `today` is the real day, or the one the
    data stand for where that is later.
    """

    site: Site
    known: Mapping[str, Entry]
    failed: frozenset[str]
    _catalogue: Catalogue
    _media: Collection[str]
    _locate: Locate
    _reads: frozenset[str]
    today: date

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue itself, for what shapes it anyway: which entries there are, and their names."""
        return self._catalogue

    def is_public(self, key: str) -> bool:
        return key in self._catalogue.entries

    def problem_with(self, key: str) -> tuple[Kind, Mapping[str, str]] | None:
        """The problem of a reference with this key, which leads to no entry; None where it may well
        lead to an entry that did not load."""
        if key in self.failed:
            return None
        return Names(self.known.values(), self.failed).problem_with(key)

    def ids(self, collection: str) -> list[str]:
        """The public entries of a collection, in the order of lists."""
        return [entry.id for entry in self._catalogue.collections[collection]]

    def names(self) -> Iterator[tuple[str, str, str]]:
        """(key, name, whose it is) of each public entry that has a page; names that read the same are
        spelt the same. Whose it is are its home region and the organizations that it names; of a region
        or category, the one above it."""
        for key, entry in self._catalogue.entries.items():
            collection = COLLECTIONS[entry.collection]
            if collection.shown:
                named = sorted(
                    target
                    for _, target in (*entry.mentions, *entry.named)
                    if collection.tree or target.startswith("organizations:")
                )
                yield key, folded(entry.name), " ".join((*entry.regions[:1], *named))

    def entries(self, collection: str = "") -> Iterator[EntryView]:
        """The public entries of a collection, or of all."""
        lists = self._catalogue.collections
        for entry in lists[collection] if collection else self._catalogue.entries.values():
            yield EntryView(entry, self.site.settings, self._media, self._reads)

    def titles(self, key: str) -> tuple[Recognition, ...]:
        """The titles of an entry that have begun, the oldest first."""
        return self._catalogue.by_subject.get(key, ())

    def is_awaited(self, key: str) -> bool:
        """Whether an entry has titles that have not begun."""
        return key in self._catalogue.awaited

    def name(self, key: str) -> str:
        """The name of a public entry."""
        return self._catalogue.entries[key].name

    def is_announced(self, key: str) -> bool:
        """Whether an announcement names an entry, or none has to."""
        return self._catalogue.is_announced(self._catalogue.entries[key])

    def file(self, key: str) -> str:
        """The file of a public entry."""
        return self._catalogue.entries[key].file

    def at(self, key: str, *path: str | int) -> Location:
        """The place of a field of an entry, public or not. Each call reads its file: for findings only."""
        field_path: FieldPath = path
        return self._locate(self.known[key], field_path)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRule(Rule[CatalogueView]):
    """`reads` are what it reads of entries, named as those of an EntryRule.

    The preview plans the whole site anew where one of them is edited: name few. Keys, which entries
    there are, and their titles need no naming.
    """

    reads: frozenset[str] = frozenset()


View = Callable[[frozenset[str]], CatalogueView]
"""A catalogue as seen by a rule that reads these fields."""


def view_of(
    site: Site,
    catalogue: Catalogue,
    known: Mapping[str, Entry],
    failed: frozenset[str],
    media: Collection[str],
    locate: Locate,
    today: date,
) -> View:
    day = max(today, catalogue.as_of)
    return lambda reads: CatalogueView(site, known, failed, catalogue, media, locate, reads, day)
