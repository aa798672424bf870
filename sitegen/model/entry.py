"""A compact entry: what lists, cards and references need of it, ready for JSON and for workers.

What it says in full stays JSON until somebody asks: the whole typed record is made again from `tree`
when its page is made, so that planning a large site costs no more than reading the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.loading.document import FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import Record
from sitegen.model.options import Options
from sitegen.model.outline import CardImage


class Mention(NamedTuple):
    """A reference from one entry to another, and where it is written."""

    path: FieldPath
    target: str


class Entry(NamedTuple):
    """One entry of a collection. Dates are ISO text; `key` is `collection:id`.

    `image_files` are the files in `images`, as written.

    `sort` is its reading in plain letters, by which lists are ordered. `called` are its other names
    (short, everyday, former), each with its reading in plain letters.
    `numbers` are those people look up: of certificates, trademarks, credit codes, notices.
    `extra` are the site's own facts in it. `facts`, `card`, `found_by` and `prose` are digests: of
    everything in `tree`, of what a card shows, of what the entry is found by (names, numbers, places),
    of the body. `tree_json` and `body_json` are `tree` and `body` as JSON.
    """

    collection: str
    id: str
    key: str
    file: str
    root: FieldPath
    name: str
    name_en: str
    short_name: str
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
    picture: CardImage | None
    image_files: tuple[str, ...]
    mentions: tuple[Mention, ...]
    links: tuple[str, ...]
    numbers: tuple[str, ...]
    extra: Mapping[str, str]
    facts: str
    card: str
    found_by: str
    prose: str
    tree_json: bytes
    body_json: bytes

    @property
    def tree(self) -> Mapping[str, Tree]:
        """The entry as written, blank fields left out. Read from its JSON each time."""
        found: Mapping[str, Tree] = json.loads(self.tree_json)
        return found

    @property
    def body(self) -> str:
        """The Markdown below its fields. Read from its JSON each time."""
        return str(json.loads(self.body_json))

    def may_have(self, field: str) -> bool:
        """False where no field anywhere in `tree` has this name; nothing is read to tell."""
        return f'"{field}"'.encode() in self.tree_json

    @property
    def label(self) -> str:
        """Its short name, or its name where it has none."""
        return self.short_name or self.name

    @property
    def changed(self) -> str:
        """The day on which it was last changed, or else published, as it states; "" if it states none."""
        return (self.updated or self.published)[:10]

    def record(self, options: Options) -> Any:
        """The whole entry as its collection's class."""
        return COLLECTIONS[self.collection].model.model_validate(self.tree, context=options.context)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def canonical(value: object) -> str:
    """One text for equal values: the input of digests."""
    return _ENCODER.encode(value)


__all__ = ["CardImage", "Entry", "Mention", "Record", "canonical"]
