"""Validated items become compact entries, with the digests that decide what is remade."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.files import digest
from sitegen.loading.document import Document, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import CardImage, Entry, Mention, canonical
from sitegen.model.fields import Record, private_names
from sitegen.model.pinyin import plain, plain_reading
from sitegen.model.referring import references
from sitegen.model.validate import Item

NUMBERED = frozenset({"number", "code", "credit_code", "document", "notice", "hs_code"})
"""Fields that hold numbers people look up, wherever they stand."""


def compact(
    item: Item, document: Document, links: Iterable[str], readings: Mapping[str, str]
) -> Entry:
    """The compact entry of a validated item; `links` are the link targets in its body.

    `readings` are plain readings of names that are known already; others are looked up.
    """

    def read(name: str) -> str:
        known = readings.get(name)
        return plain_reading(name) if known is None else known

    record = item.record
    tree = item.tree
    mentions = tuple(Mention(path, str(reference)) for path, reference in references(record))
    picture = _picture(getattr(record, "images", ()))
    kind = str(getattr(record, "kind", None) or getattr(record, "class_", None) or "")
    withdrawn = getattr(record, "withdrawn", None)
    name = record_name(record, item.id)
    pinyin = str(getattr(record, "pinyin", None) or "")
    shown = COLLECTIONS[item.collection].shown
    others = _called(record, name) if shown else ()
    called = tuple((other, read(other)) for other in others)
    numbers = tuple(dict.fromkeys(_numbers(type(record), tree)))
    body = "" if item.root else document.body
    tree_json = _ENCODER.encode(tree).encode()
    card = (
        item.collection,
        item.id,
        name,
        str(tree.get("short_name", "")),
        tree.get("pinyin", ""),
        tree.get("name_en", ""),
        tree.get("summary", ""),
        kind,
        tree.get("region", ""),
        tree.get("categories", ""),
        getattr(record, "available", ()),
        picture,
        str(getattr(record, "published", "") or ""),
        withdrawn is not None,
        tree.get("badge_text", ""),
        tree.get("display", ""),
        tree.get("wording", ""),
    )
    found_by = (
        name,
        pinyin,
        called,
        numbers,
        tree.get("name_en", ""),
        kind,
        tree.get("region", ""),
        tree.get("categories", ""),
    )
    return Entry(
        collection=item.collection,
        id=item.id,
        key=f"{item.collection}:{item.id}",
        file=document.file,
        root=item.root,
        name=name,
        name_en=_text(tree.get("name_en")),
        short_name=_text(tree.get("short_name")),
        pinyin=pinyin,
        sort=(plain(pinyin) if pinyin else read(name)) if shown else item.id,
        called=called,
        summary=str(getattr(record, "summary", None) or ""),
        kind=kind,
        regions=tuple(reference.id for reference in getattr(record, "region", ())),
        categories=tuple(reference.id for reference in getattr(record, "categories", ())),
        published=str(getattr(record, "published", None) or ""),
        updated=str(getattr(record, "updated", None) or ""),
        draft=bool(getattr(record, "draft", False)),
        publish_from=_iso(getattr(record, "publish_from", None)),
        publish_until=_iso(getattr(record, "publish_until", None)),
        withdrawn=withdrawn.on.isoformat() if withdrawn else "",
        former_urls=tuple(getattr(record, "former_urls", ())),
        available=tuple(getattr(record, "available", ())),
        picture=picture,
        image_files=tuple(_files(tree.get("images"))),
        mentions=mentions,
        links=tuple(links),
        numbers=numbers,
        extra=item.extra,
        facts=_short_of(tree_json + canonical(item.extra).encode()),
        card=_short(canonical(card)),
        found_by=_short(canonical(found_by)),
        prose=_short(body),
        tree_json=tree_json,
        body_json=_ENCODER.encode(body).encode(),
    )


def record_name(record: Any, identifier: str) -> str:
    """The name of a record; an announcement is known by its document number."""
    return str(getattr(record, "name", None) or getattr(record, "document", None) or identifier)


def _called(record: Any, name: str) -> tuple[str, ...]:
    """What else a record is called: its short, everyday and former names."""
    former = (earlier.name for earlier in getattr(record, "former_names", ()))
    every = (getattr(record, "short_name", None) or "", *getattr(record, "aka", ()), *former)
    return tuple(dict.fromkeys(other for other in every if other and other != name))


def _numbers(model: type[Record], tree: Mapping[str, Tree] | Tree) -> Iterator[str]:
    """The numbers in the public fields of a record, and in those of its parts."""
    if isinstance(tree, Mapping):
        hidden = private_names(model)
        for name, value in tree.items():
            if name in hidden:
                continue
            if name in NUMBERED and isinstance(value, str):
                if any(map(str.isdigit, value)):
                    yield value
            elif name != "rows":
                yield from _numbers(Record, value)
    elif isinstance(tree, list):
        for member in tree:
            yield from _numbers(Record, member)


def _text(value: Tree | None) -> str:
    return value if isinstance(value, str) else ""


def _files(images: Tree | None) -> Iterator[str]:
    for image in images if isinstance(images, list) else ():
        if isinstance(image, dict):
            yield str(image.get("file", ""))


def _picture(images: tuple[Any, ...]) -> CardImage | None:
    if not images:
        return None
    first = images[0]
    return CardImage(first.file, first.alt or "", first.illustration)


def _iso(value: Any) -> str:
    return value.isoformat() if value is not None else ""


def _short(text: str) -> str:
    return _short_of(text.encode())


def _short_of(data: bytes) -> str:
    return digest(data)[:20]


def to_json(entries: Iterable[Entry]) -> bytes:
    """Entries for the cache and between processes; `from_json` reads them back.

    A list of all but their trees and bodies, then these one after the other, a tab before each: JSON
    text holds none.
    """
    rows = tuple(entries)
    heads = _ENCODER.encode([entry[:_WHOLE] for entry in rows]).encode()
    whole = (part for entry in rows for part in (entry.tree_json, entry.body_json))
    return b"\t".join([heads, *whole])


def from_json(text: bytes) -> list[Entry]:
    """Entries from their JSON; ValueError, TypeError or LookupError where it is none."""
    heads, *parts = text.split(b"\t")
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [_from(*both) for both in zip(json.loads(heads), pairs, strict=True)]


def _from(row: list[Any], whole: tuple[bytes, bytes]) -> Entry:
    if len(row) != _WHOLE:
        raise ValueError("not an entry")
    for place in _TUPLES:
        row[place] = tuple(row[place])
    if row[_PICTURE] is not None:
        row[_PICTURE] = CardImage(*row[_PICTURE])
    row[_CALLED] = tuple((name, reading) for name, reading in row[_CALLED])
    row[_MENTIONS] = tuple(Mention(tuple(path), target) for path, target in row[_MENTIONS])
    return Entry._make([*row, *whole])


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TUPLES = tuple(
    Entry._fields.index(name)
    for name in (
        "root",
        "regions",
        "categories",
        "former_urls",
        "available",
        "image_files",
        "links",
        "numbers",
    )
)
_WHOLE = Entry._fields.index("tree_json")
_PICTURE = Entry._fields.index("picture")
_CALLED = Entry._fields.index("called")
_MENTIONS = Entry._fields.index("mentions")
