"""What the index is made from: plain facts of entries and of the two trees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, and its reading in plain syllables with spaces ("" where unknown)."""

    text: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry that can be found. `names` has its own name first, then all it is also called.

    `home` and `further` are ids of regions ("" and none where it has none), `categories` ids too.
    `status` is "" where there is nothing to say of it; `weight` from 0 to 3 puts one entry before
    another where all else is equal, 3 first.
    """

    collection: str
    id: str
    kind: str
    names: tuple[Name, ...]
    english: tuple[str, ...]
    numbers: tuple[str, ...]
    home: str
    further: tuple[str, ...]
    categories: tuple[str, ...]
    status: str
    weight: int

    @property
    def key(self) -> str:
        return f"{self.collection}:{self.id}"


@dataclass(frozen=True, slots=True)
class Node:
    """A region or a category. Trees are given in preorder, `depth` from 0.

    `label` is how a list of choices names it; `names` are all words that queries may have for it.
    """

    id: str
    label: str
    depth: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """(value, words) of each collection, each kind (`collection:kind`) and each status, in order."""

    collections: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What a result shows of an entry."""

    key: str
    name: str
    label: str
    place: str
    summary: str


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """All that can be found on a site, in any order, and the trees it stands in."""

    subjects: tuple[Subject, ...]
    regions: tuple[Node, ...]
    categories: tuple[Node, ...]
    labels: Labels


SMALL = 2000
"""Sites of at most so many entries are also given as scripts, for `file://`."""
