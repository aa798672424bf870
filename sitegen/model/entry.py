"""A compact entry: what lists, cards and references need of it, in a form for JSON and for workers.

Its whole content stays JSON text until its page is made; only then is the typed record made again from
`tree`. So planning a large site reads only the compact part.
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


class Unloaded(NamedTuple):
    """An entry with problems, of which nothing is published: what it refers to, which is looked at all
    the same. The fields are those of `Entry`."""

    collection: str
    id: str
    key: str
    file: str
    root: FieldPath
    mentions: tuple[Mention, ...]
    links: tuple[str, ...]


class Entry(NamedTuple):
    """One entry of a collection. `key` is `collection:id`.

    The fields from `name` to `sector` are those of `Outline`, besides these two: `sort` is the reading
    of the name in plain letters, by which lists are ordered; `called` are the other names (short,
    everyday, former), each with its reading in plain letters.

    `root` is the path of the entry in its file. `image_files` are the files in `images`, as written.
    `named` are the entries that it gives by name, `collection:name`; the catalogue looks them up.
    `numbers` are those by which people look it up: of certificates, trademarks, credit codes, notices.
    `extra` are the site's own facts, as `extra_fields.read` gives them, `extra_days` the first days of those
    of them that are dates. `turns` are the days from which on its pages say more of it, or something else;
    the latest first. `tree_json` and `body_json` are `tree` and `body` as JSON.

    Four fields are digests: `facts_digest` of everything in `tree` and `extra`, `line_digest` of what the entry
    gives to its card, `names_digest` of what search finds it by (names, numbers, places), `body_digest` of
    the body.
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
    former_names: tuple[str, ...]
    summary: str
    kind: str
    regions: tuple[str, ...]
    categories: tuple[str, ...]
    published: str
    updated: str
    checked: str
    draft: bool
    publish_from: str
    publish_until: str
    withdrawn: str
    former_urls: tuple[str, ...]
    harvest: tuple[int, ...]
    available: tuple[int, ...]
    stored: tuple[int, ...]
    photo: CardImage | None
    drawing: CardImage | None
    seal: str
    has_telephone: bool
    shops: tuple[str, ...]
    tier: str
    sector: str
    has_values: bool
    image_files: tuple[str, ...]
    mentions: tuple[Mention, ...]
    named: tuple[Mention, ...]
    links: tuple[str, ...]
    numbers: tuple[str, ...]
    extra: Mapping[str, tuple[str, ...]]
    extra_days: Mapping[str, str]
    turns: tuple[str, ...]
    facts_digest: str
    line_digest: str
    names_digest: str
    body_digest: str
    tree_json: bytes
    body_json: bytes

    @property
    def tree(self) -> Mapping[str, Tree]:
        """The entry as written, without blank fields. Parsed anew from JSON on each access."""
        tree: Mapping[str, Tree] = json.loads(self.tree_json)
        return tree

    @property
    def body(self) -> str:
        """The Markdown below its fields. Parsed anew from JSON on each access."""
        return str(json.loads(self.body_json))

    def may_have(self, field: str) -> bool:
        """Whether a field of this name may be anywhere in `tree`. A quick test: it parses nothing, and
        only False is certain."""
        return f'"{field}"'.encode() in self.tree_json

    @property
    def picture(self) -> CardImage | None:
        """Its own picture on cards: a photograph before a drawing."""
        return self.photo or self.drawing

    @property
    def label(self) -> str:
        """The short name, or the name where there is no short one."""
        return self.short_name or self.name

    def record(self, options: Options) -> Any:
        """The whole entry as its collection's class."""
        return COLLECTIONS[self.collection].model.model_validate(self.tree, context=options.context)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def canonical(value: object) -> str:
    """The same text for equal values, as the input of digests."""
    return _ENCODER.encode(value)


__all__ = ["CardImage", "Entry", "Mention", "Record", "canonical"]
