"""The entries that stand in the site already, by id, by number and by name; and those that a table brings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sitegen.authoring.known_entries import KnownEntries
from sitegen.authoring.sheets.readable_entries import ReadableEntry, entries_of
from sitegen.building.parsing import load
from sitegen.catalogue.names import Names, is_by_name
from sitegen.loading.document import Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.field_values import value_of
from sitegen.model.options import Options
from sitegen.model.references import Reference

IDENTIFYING: Mapping[str, tuple[str, ...]] = {
    "organizations": ("credit_code",),
    "brands": ("trademarks", "number"),
    "regions": ("code",),
    "recognitions": ("document",),
}
"""The field with a number that no two entries share. Several items of a list of crafts have one code."""
BRACKETS = str.maketrans("[]［］【】()（）", "〔〕〔〕〔〕〔〕〔〕")
"""Brackets around the year of a notice, as they are typed: 云农函[2026]12号."""


class NamedEntry(NamedTuple):
    """An entry by what it is called. `entry` is None for one that a table brings."""

    collection: str
    id: str
    name: str
    short_name: str
    called: tuple[tuple[str, str], ...]
    entry: ReadableEntry | None = None

    @property
    def key(self) -> str:
        return f"{self.collection}:{self.id}"


@dataclass(slots=True)
class StandingEntries:
    """The entries of a site. A collection is read when it is first asked for."""

    known: KnownEntries
    _read: dict[str, dict[str, NamedEntry]] = field(default_factory=dict)
    _numbers: dict[str, Mapping[str, list[NamedEntry]]] = field(default_factory=dict)

    @property
    def options(self) -> Options:
        return self.known.options

    def by_id(self, collection: str) -> Mapping[str, NamedEntry]:
        """The entries of a collection by id. Of files that cannot be read there are none."""
        if collection not in self._read:
            found: dict[str, NamedEntry] = {}
            for file in self.known.files(collection):
                document, _ = load(self.known.root, file, self.options)
                for entry in entries_of(document) if document is not None else ():
                    named = named_entry(collection, entry.id, entry.tree, self.options, entry)
                    found.setdefault(entry.id, named)
            self._read[collection] = found
        return self._read[collection]

    def by_number(self, collection: str) -> Mapping[str, list[NamedEntry]]:
        """The entries of a collection by each number that identifies one."""
        if collection not in self._numbers:
            found: dict[str, list[NamedEntry]] = {}
            for one in self.by_id(collection).values():
                assert one.entry is not None
                for number in numbers_of(collection, one.entry.tree):
                    found.setdefault(number, []).append(one)
            self._numbers[collection] = found
        return self._numbers[collection]

    def every(self) -> Iterator[NamedEntry]:
        for collection in COLLECTIONS:
            yield from self.by_id(collection).values()


def named_entry(
    collection: str,
    identifier: str,
    tree: Mapping[str, Any],
    options: Options,
    entry: ReadableEntry | None = None,
) -> NamedEntry:
    """An entry by what is written in its fields."""
    model = COLLECTIONS[collection].model
    aka = value_of(model, "aka", tree["aka"], options) if tree.get("aka") else ()
    former = tree.get("former_names")
    names = [one.get("name", "") for one in _members(former) if isinstance(one, dict)]
    called = [*(aka or ()), *(name for name in names if isinstance(name, str))]
    return NamedEntry(
        collection,
        identifier,
        _text(tree.get("name") or tree.get("document")) or identifier,
        _text(tree.get("short_name")),
        tuple((name, "") for name in called if name),
        entry,
    )


def numbers_of(collection: str, tree: Mapping[str, Tree]) -> Iterator[str]:
    """The numbers that only this entry has, as they are compared."""
    path = IDENTIFYING.get(collection)
    if path is None:
        return
    outer, *inner = path
    for member in _members(tree.get(outer)):
        number = member.get(inner[0]) if inner and isinstance(member, dict) else member
        if isinstance(number, str) and number.strip():
            yield compared(number)


def compared(number: str) -> str:
    """A number as it is compared: spaces, case, full width and the kind of brackets do not count."""
    plain = unicodedata.normalize("NFKC", number.translate(BRACKETS))
    return "".join(plain.split()).upper()


class References:
    """What references mean, among the entries of the site and those that a table brings."""

    def __init__(self, standing: StandingEntries, coming: Iterable[NamedEntry]) -> None:
        every = {one.key: one for one in standing.every()}
        every |= {one.key: one for one in coming}
        self._every = every
        self.names = Names(every.values())

    def key_of(self, reference: Reference) -> str:
        """The key of a reference, looked up where it gives a name that exactly one entry has."""
        key = str(reference)
        if not is_by_name(key):
            return key
        found = self.names.matches(key)
        return found[0].key if len(found) == 1 else key

    def is_known(self, key: str) -> bool:
        return key in self._every

    def name_of(self, key: str) -> str:
        """The name of the entry with this key, the key itself where there is none."""
        return self._every[key].name if key in self._every else key

    def meaning(self, value: Any) -> Any:
        """The value of a field with the keys of entries in place of its references."""
        if isinstance(value, Reference):
            return self.key_of(value)
        return tuple(map(self.meaning, value)) if isinstance(value, tuple) else value


def _text(written: object) -> str:
    return written.strip() if isinstance(written, str) else ""


def _members(written: object) -> list[Any]:
    return written if isinstance(written, list) else [written]
