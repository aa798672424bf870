"""What an output depends on: an aspect of some entries, or the digest of plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Literal, NamedTuple

from sitegen.files import digest
from sitegen.model.entry import Entry

Aspect = Literal["facts", "body", "line", "words", "card"]
"""`facts`: every field of an entry; `body`: its Markdown; `line`: what the entry itself gives to its
card, as a line of a list shows it; `words`: all words on its card, also those of its place and its
titles; `card`: these and the picture."""
ASPECT_DIGESTS: Mapping[Aspect, Callable[[Entry], str]] = {
    "facts": attrgetter("facts_digest"),
    "body": attrgetter("body_digest"),
    "line": attrgetter("line_digest"),
    "words": attrgetter("line_digest"),
    "card": attrgetter("line_digest"),
}
"""By aspect, a digest of the entry. If it is unchanged, an edit of the entry has not changed the aspect."""


class Dependency(NamedTuple):
    """One aspect of some entries, in their order, as a part of an output's key.

    `more` is plain data that the same part of the key covers, as text.
    """

    aspect: Aspect
    keys: tuple[str, ...]
    more: str = ""


def depends_on(aspect: Aspect, entries: Iterable[Entry], more: object = None) -> Dependency:
    """Declare that an output shows an aspect of these entries. `more` is as for `digest_of`."""
    keys = tuple(entry.key for entry in entries)
    return Dependency(aspect, keys, "" if more is None else repr(more))


def digest_of(value: object) -> str:
    """A digest of plain data: tuples, lists, dicts and frozen values of text and numbers."""
    return digest(repr(value).encode())[:20]
