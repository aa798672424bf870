"""The input of the search index: plain facts of entries, the trees of regions and categories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written. `reading` is in toneless syllables with spaces, "" if unknown."""

    text: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry that can be found. `names` has its own name first, then all other names.

    `title_numbers` are those of its titles' announcements and certificates, `numbers` all others.
    `home` and `further` are ids of regions ("" and empty if it has none), `categories` are ids of
    categories. `status` is "" if there is no status to show. `weight` is 0 to 3: of entries that
    are otherwise ranked equal, those with the greater weight come first.
    """

    collection: str
    id: str
    kind: str
    names: tuple[Name, ...]
    english: tuple[str, ...]
    numbers: tuple[str, ...]
    title_numbers: tuple[str, ...]
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
    """A region or a category. A tree is a list of nodes in preorder; the `depth` of a root is 0.

    `label` is its text in a list of choices; `names` are all names that queries may use for it.
    """

    id: str
    label: str
    depth: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """(value, label) of each collection, each kind (`collection:kind`) and each status.

    Their order is the order in which the choices are shown.
    """

    collections: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What the results of a search show of one entry."""

    key: str
    name: str
    label: str
    place: str
    summary: str


@dataclass(frozen=True, slots=True)
class SearchFacts:
    """Everything that can be found on a site. `subjects` are in any order, trees in preorder.

    `synonyms` are the site's own groups of words for one thing.
    """

    subjects: tuple[Subject, ...]
    regions: tuple[Node, ...]
    categories: tuple[Node, ...]
    labels: Labels
    synonyms: tuple[tuple[str, ...], ...] = ()


SMALL = 2000
"""Maximum number of entries for which the index is also written as scripts, for `file://`."""
