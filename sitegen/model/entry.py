"""A compact entry: what lists, cards and references need of it, ready for JSON and for workers.

The whole typed record is made again from `tree` when its page is made, so that planning a large
site costs no more than reading this.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.loading.document import FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import Record
from sitegen.model.options import Options


class Mention(NamedTuple):
    """A reference from one entry to another, and where it is written."""

    path: FieldPath
    target: str


class Picture(NamedTuple):
    """The first image of an entry, as cards use it."""

    file: str
    alt: str
    illustration: bool


class Entry(NamedTuple):
    """One entry of a collection. Dates are ISO text; `key` is `collection:id`.

    `sort` is its reading in plain letters, by which lists are ordered. `called` are its other names
    (short, everyday, former), each with its reading in plain letters.
    `numbers` are those people look up: of certificates, trademarks, credit codes, notices.
    `tree` is the entry as written, blank fields left out; `extra` the site's own facts in it.
    `facts`, `card`, `found_by` and `prose` are digests: of everything in `tree`, of what a card shows,
    of what the entry is found by (names, numbers, places), of the body.
    """

    collection: str
    id: str
    key: str
    file: str
    root: FieldPath
    name: str
    pinyin: str
    sort: str
    called: tuple[tuple[str, str], ...]
    summary: str
    kind: str
    regions: tuple[str, ...]
    categories: tuple[str, ...]
    published: str
    updated: str
    draft: bool
    publish_from: str
    publish_until: str
    withdrawn: str
    former_urls: tuple[str, ...]
    available: tuple[int, ...]
    picture: Picture | None
    mentions: tuple[Mention, ...]
    links: tuple[str, ...]
    numbers: tuple[str, ...]
    tree: Mapping[str, Tree]
    extra: Mapping[str, str]
    body: str
    facts: str
    card: str
    found_by: str
    prose: str

    def record(self, options: Options) -> Any:
        """The whole entry as its collection's class."""
        return COLLECTIONS[self.collection].model.model_validate(self.tree, context=options.context)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def canonical(value: object) -> str:
    """One text for equal values: the input of digests."""
    return _ENCODER.encode(value)


__all__ = ["Entry", "Mention", "Picture", "Record", "canonical"]
