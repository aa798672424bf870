"""Entries by their names and ids: which of them a reference means, and what is wrong with one.

The key of a reference is `collection:id`; where the author wrote a name, it is `collection:=name`, and
`:=name` where the field may lead into several collections.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.model.references import BY_NAME
from sitegen.problems import Kind, Severity

MISSING = Kind(
    "reference.missing",
    Severity.ERROR,
    zh="“{collection}”里没有“{id}”[[，最接近的是“{nearest}”]]",
    en="there is no “{id}” in {collection_en}[[; the nearest is “{nearest}”]]",
    fix_zh="改成已有条目的编号或名称，或先写好那个条目",
    fix_en="use the id or the name of an existing entry, or write that entry first",
)
AMBIGUOUS = Kind(
    "reference.ambiguous",
    Severity.ERROR,
    zh="叫“{name}”的条目不止一个：{ids}",
    en="several entries are called “{name}”: {ids}",
    fix_zh="写出要指的那一个的编号",
    fix_en="write the id of the one that is meant",
)
MARK = f":{BY_NAME}"
HINTS = 200
"""The nearest entry is looked up for so many references; with more of them something else is wrong."""


def is_by_name(target: str) -> bool:
    """Whether the key of a reference has a name in place of an id."""
    return MARK in target


class Named(Protocol):
    """What is known of an entry by which it is called. `called` are (name, reading)."""

    @property
    def key(self) -> str: ...
    @property
    def collection(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def called(self) -> tuple[tuple[str, str], ...]: ...


One = TypeVar("One", bound=Named)


class Names(Generic[One]):
    """The entries of a site by name.

    An entry's own name or id comes before the short, everyday or former name of another. `failed` are
    keys of entries that did not load, or a collection's name and a colon where none of it did.
    """

    def __init__(self, entries: Iterable[One], failed: frozenset[str] = frozenset()) -> None:
        self._failed = failed
        self._hints = HINTS
        self._own: dict[str, list[One]] = {}
        self._others: dict[str, list[One]] = {}
        for entry in entries:
            for name in dict.fromkeys((folded(entry.name), entry.id)):
                self._own.setdefault(name, []).append(entry)
            others = (entry.short_name, *(name for name, _ in entry.called))
            for name in dict.fromkeys(folded(name) for name in others if name):
                self._others.setdefault(name, []).append(entry)

    def matches(self, target: str) -> list[One]:
        """The entries that a reference by name may mean, `target` being its key."""
        collection, _, name = target.partition(MARK)
        for names in (self._own, self._others):
            entries = [e for e in names.get(folded(name), ()) if _fits(e, collection)]
            if entries:
                return entries
        return []

    def problem_with(
        self, target: str, allowed: Collection[str] = ()
    ) -> tuple[Kind, Mapping[str, str]] | None:
        """The problem of a reference with this key, which leads to no entry; None where it may well
        lead to an entry that did not load. `allowed` are the collections that it may lead into."""
        collection, _, written = target.partition(":")
        name = written.removeprefix(BY_NAME)
        matches = self.matches(target) if is_by_name(target) else []
        if len(matches) == 1:
            return None
        if matches:
            ids = "、".join(entry.id if collection else entry.key for entry in matches)
            return AMBIGUOUS, {"name": name, "ids": ids}
        if f"{collection}:" in self._failed or (is_by_name(target) and self._failed_in(collection)):
            return None
        within = [collection] if collection else list(filter(_may_be_meant, COLLECTIONS))
        near = ""
        if self._hints:
            self._hints -= 1
            near = self._nearest(name, (collection,) if collection else ())
            near = near or self._elsewhere(name, allowed)
        return MISSING, missing_facts(within, name, near)

    def _failed_in(self, collection: str) -> bool:
        """Whether an entry did not load that may have the name."""
        return any(not collection or key.startswith(f"{collection}:") for key in self._failed)

    def _nearest(self, name: str, collections: Collection[str]) -> str:
        """The entry of these collections, of any that may be meant where there are none, with the
        nearest name; "" where none is near."""
        by_word = dict(self._words(collections))
        close = nearest(name, by_word)
        if close is None:
            return ""
        entry = by_word[close]
        identifier = entry.id if len(collections) == 1 else entry.key
        return identifier if close == entry.id else f"{entry.name} ({identifier})"

    def _elsewhere(self, name: str, collections: Collection[str]) -> str:
        """The entry of these collections with this very name or id, perhaps with brackets behind it: a name
        that is only near may well be that of another thing. "" where there is none."""
        wanted = folded(name)
        for word, entry in self._words(collections) if collections else ():
            if word == wanted or word.startswith(f"{wanted}("):
                return entry.key if word == entry.id else f"{entry.name} ({entry.key})"
        return ""

    def _words(self, collections: Collection[str]) -> Iterator[tuple[str, One]]:
        for names in (self._others, self._own):
            for word, entries in names.items():
                for entry in entries:
                    if entry.collection in collections or (
                        not collections and _may_be_meant(entry.collection)
                    ):
                        yield word, entry


def missing_facts(collections: Collection[str], name: str, near: str) -> dict[str, str]:
    """The facts of MISSING: where nothing is called so, and what may have been meant."""
    return {
        "collection": "、".join(COLLECTIONS[one].title.zh for one in collections),
        "collection_en": " / ".join(collections),
        "id": name,
        "nearest": near,
    }


def folded(name: str) -> str:
    """Names are the same without regard to width, case and spaces."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _fits(entry: Named, collection: str) -> bool:
    return entry.collection == collection if collection else _may_be_meant(entry.collection)


def _may_be_meant(collection: str) -> bool:
    """Whether a reference that may lead into several collections can lead into this one."""
    return COLLECTIONS[collection].listed or collection == "schemes"
