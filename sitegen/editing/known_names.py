"""The entries of the site by what an editor types: a part of the name, its pinyin or its initials."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from sitegen.catalogue.names import MARK, Names, folded
from sitegen.editing.form_fields import FormField
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.references import without_name
from sitegen.model.types import is_id

NOT_IN_LISTS: Final = frozenset("、，；,;（）")
"""A name with one of these cannot stand in a list of names."""
MOST: Final = 12
"""So many entries are proposed at a time."""


class Called(NamedTuple):
    """An entry with all that it is called, folded: names as they are written, and their readings."""

    entry: Entry
    names: tuple[str, ...]
    readings: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True)
class KnownNames:
    """The entries of one state of the site."""

    entries: Sequence[Entry]

    @cached_property
    def names(self) -> Names[Entry]:
        return Names(self.entries)

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def _called(self) -> list[Called]:
        return [_called(entry) for entry in self.entries]

    def like(self, typed: str, collections: Collection[str]) -> list[Entry]:
        """The entries of these collections that may be meant, the likeliest first: what begins with the text
        comes before what holds it, names before pinyin and initials."""
        text = folded(typed)
        ranked = (
            (rank, len(one.names[0]), number, one.entry)
            for number, one in enumerate(self._called)
            if one.entry.collection in collections and (rank := _rank(one, text)) is not None
        )
        return [entry for *_, entry in sorted(ranked, key=lambda row: row[:3])[:MOST]]

    def matching(self, typed: str) -> Iterator[Entry]:
        """All entries that a text finds, in the order of the site."""
        text = folded(typed)
        for one in self._called:
            if _rank(one, text) is not None:
                yield one.entry

    def written(self, one: FormField, typed: str) -> str:
        """A reference as a file has it: the id of the entry that is called so, where exactly one is; else
        the text as it was typed."""
        text = without_name(typed)
        single = one.collections[0] if len(one.collections) == 1 else ""
        prefix, colon, rest = text.partition(":")
        if colon and prefix in one.collections:
            text, single = rest.strip(), prefix
        elif is_id(text) and f"{single}:{text}" in self.by_key:
            return text
        found = self.names.matches(f"{single}{MARK}{text}")
        found = [entry for entry in found if entry.collection in one.collections]
        if len(found) != 1:
            return typed
        return found[0].id if len(one.collections) == 1 else found[0].key

    def shown(self, one: FormField, written: str) -> str:
        """What a form shows for a reference: the name of the entry, or its id where others share the name."""
        single = one.collections[0] if len(one.collections) == 1 else ""
        entry = self.by_key.get(f"{single}:{written}" if single else written)
        return written if entry is None else self.typed(entry, one.collections)

    def typed(self, entry: Entry, collections: Collection[str]) -> str:
        """How an entry is typed in a field that leads into these collections: by its name where no other is
        called so, else by its id."""
        single = entry.collection if len(collections) == 1 else ""
        alone = self.names.matches(f"{single}{MARK}{entry.name}") == [entry]
        if alone and not set(entry.name) & NOT_IN_LISTS:
            return entry.name
        return entry.id if single else entry.key


def _called(entry: Entry) -> Called:
    spoken = [reading for _, reading in entry.called]
    readings = [entry.sort if COLLECTIONS[entry.collection].shown else "", *spoken]
    names: Iterable[str] = (entry.name, entry.id, entry.short_name, *(n for n, _ in entry.called))
    return Called(
        entry,
        tuple(folded(name) for name in names if name),
        tuple("".join(reading.lower().split()) for reading in readings if reading),
        tuple(
            "".join(part[0] for part in reading.lower().split()) for reading in readings if reading
        ),
    )


def _rank(one: Called, text: str) -> int | None:
    """How surely a text means an entry: the less, the surer; None where it does not."""
    if any(name.startswith(text) for name in one.names):
        return 0
    if any(text in name for name in one.names):
        return 1
    if any(reading.startswith(text) for reading in (*one.readings, *one.initials)):
        return 2
    return 3 if any(text in reading for reading in (*one.readings, *one.initials)) else None
