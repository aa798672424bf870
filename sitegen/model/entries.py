"""Validated items become compact entries, with the digests that decide what is remade."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sitegen.files import digest
from sitegen.loading.document import Document, FieldPath, Tree
from sitegen.model.collections import COLLECTIONS
from sitegen.model.dated import turning_days
from sitegen.model.entry import Entry, Mention, canonical
from sitegen.model.fields import card_names
from sitegen.model.lookup_numbers import lookup_numbers
from sitegen.model.options import Options
from sitegen.model.outline import CardImage, Outline
from sitegen.model.pinyin import plain_reading
from sitegen.model.pinyin_words import by_syllable
from sitegen.model.references import BY_NAME
from sitegen.model.referring import names, references
from sitegen.model.validate import Item


def compact(
    item: Item, document: Document, links: Iterable[str], readings: Mapping[str, str]
) -> Entry:
    """The compact entry of a validated item; `links` are the link targets in its body.

    `readings` are readings of names in plain letters that are known already; others are looked up.
    """

    def read(name: str) -> str:
        known = readings.get(name)
        return plain_reading(name) if known is None else known

    collection = COLLECTIONS[item.collection]
    tree = item.tree
    outline = item.record.outline()
    other_names = dict.fromkeys(outline.other_names) if collection.shown else {}
    called = tuple((name, read(name)) for name in other_names if name != outline.name)
    numbers = tuple(dict.fromkeys(lookup_numbers(collection.model, tree)))
    body = "" if item.root else document.body
    tree_json = _ENCODER.encode(tree).encode()
    return Entry(
        collection=item.collection,
        id=item.id,
        key=f"{item.collection}:{item.id}",
        file=document.file,
        root=item.root,
        name=outline.name,
        name_en=outline.name_en,
        short_name=outline.short_name,
        pinyin=outline.pinyin,
        sort=_sort_key(outline, read) if collection.shown else item.id,
        called=called,
        former_names=outline.former_names,
        summary=outline.summary,
        kind=outline.kind,
        regions=outline.regions,
        categories=outline.categories,
        published=outline.published,
        updated=outline.updated,
        checked=outline.checked,
        draft=outline.draft,
        publish_from=outline.publish_from,
        publish_until=outline.publish_until,
        withdrawn=outline.withdrawn,
        former_urls=outline.former_urls,
        harvest=outline.harvest,
        available=outline.available,
        stored=outline.stored,
        photo=outline.photo,
        drawing=outline.drawing,
        seal=outline.seal,
        has_telephone=outline.has_telephone,
        shops=outline.shops,
        tier=outline.tier,
        sector=outline.sector,
        has_values=outline.has_values,
        image_files=tuple(_files(tree.get("images"))),
        mentions=(
            *(Mention(path, str(to)) for path, to in references(item.record)),
            *(Mention(path, key) for path, key in item.extra_mentions),
        ),
        named=tuple(
            Mention(path, f"{collection}:{name}") for path, collection, name in names(item.record)
        ),
        links=tuple(links),
        numbers=numbers,
        extra=item.extra,
        extra_days={name: day.isoformat() for name, day in item.extra_days.items()},
        turns=tuple(sorted({day.isoformat() for day in _turns(item)}, reverse=True)),
        facts_digest=_short_of(tree_json + canonical(item.extra).encode()),
        line_digest=_line_digest(item.collection, item.id, tree, outline),
        names_digest=_names_digest(outline, called, numbers),
        body_digest=_short(body),
        tree_json=tree_json,
        body_json=_ENCODER.encode(body).encode(),
    )


def with_references(entry: Entry, keys: Mapping[str, str], options: Options) -> Entry:
    """The entry with other targets for its references: `keys` has the new key by the one written.

    All that is derived from references is derived anew, as if the author had written the new ones. What a list
    names twice, by its id and by its name, is there once; the mentions have both, which `references.check` tells.
    """
    tree: dict[str, Any] = json.loads(entry.tree_json)
    lists: dict[FieldPath, list[str]] = {}
    for path, target in entry.mentions:
        if path[0] in entry.extra:
            continue
        key = keys.get(target) or target.replace(f":{BY_NAME}", ":").removeprefix(":")
        if isinstance(path[-1], int):
            lists.setdefault(path[:-1], []).append(key)
        else:
            _set(tree, path, key)
    for path, members in lists.items():
        _set(tree, path, list(dict.fromkeys(members)))
    model = COLLECTIONS[entry.collection].model
    record = model.model_validate(tree, context=options.context)
    outline = record.outline()
    tree_json = _ENCODER.encode(tree).encode()
    extra = {
        name: tuple(keys.get(member, member) for member in members)
        for name, members in entry.extra.items()
    }
    return entry._replace(
        regions=outline.regions,
        categories=outline.categories,
        mentions=tuple(Mention(path, keys.get(target, target)) for path, target in entry.mentions),
        links=tuple(_with_key(link, keys) for link in entry.links),
        extra=extra,
        facts_digest=_short_of(tree_json + canonical(extra).encode()),
        line_digest=_line_digest(entry.collection, entry.id, tree, outline),
        names_digest=_names_digest(outline, entry.called, entry.numbers),
        tree_json=tree_json,
    )


def _with_key(link: str, keys: Mapping[str, str]) -> str:
    """A link of a body with the id of the entry that it names."""
    target, hash_sign, fragment = link.partition("#")
    key = keys.get(target.replace(":", f":{BY_NAME}", 1))
    return f"{key}{hash_sign}{fragment}" if key else link


def _set(tree: Any, path: FieldPath, value: object) -> None:
    for part in path[:-1]:
        tree = tree[part]
    tree[path[-1]] = value


def _turns(item: Item) -> Iterator[date]:
    """Those of an announcement are in the ledger: it has no page of its own."""
    if COLLECTIONS[item.collection].shown:
        yield from turning_days(item.record)
        yield from item.extra_days.values()


def _sort_key(outline: Outline, read: Callable[[str], str]) -> str:
    return by_syllable(outline.pinyin) if outline.pinyin else read(outline.name)


def _line_digest(
    collection: str, identifier: str, tree: Mapping[str, Tree], outline: Outline
) -> str:
    """The digest of what an entry gives to its card."""
    names = card_names(COLLECTIONS[collection].model)
    shown = {name: value for name, value in tree.items() if name in names}
    withdrawn = bool(outline.withdrawn)
    images = outline.photo, outline.drawing
    return _short(canonical((collection, identifier, shown, images, withdrawn)))


def _names_digest(
    outline: Outline, called: tuple[tuple[str, str], ...], numbers: tuple[str, ...]
) -> str:
    """The digest of what search finds the entry by: names, numbers, kind and places."""
    return _short(
        canonical(
            (
                outline.name,
                outline.pinyin,
                called,
                numbers,
                outline.name_en,
                outline.kind,
                outline.regions,
                outline.categories,
            )
        )
    )


def _files(images: Tree | None) -> Iterator[str]:
    for image in images if isinstance(images, list) else ():
        if isinstance(image, dict):
            yield unicodedata.normalize("NFC", str(image.get("file", "")))


def _short(text: str) -> str:
    return _short_of(text.encode())


def _short_of(data: bytes) -> str:
    return digest(data)[:20]


def to_json(entries: Iterable[Entry]) -> bytes:
    """Entries as bytes for the cache and for other processes; `from_json` reads them back.

    First a JSON list with all fields but trees and bodies; then the JSON of each tree and each body,
    with a tab before each. JSON text has no tabs in it.
    """
    rows = tuple(entries)
    heads = _ENCODER.encode([entry[:_WHOLE] for entry in rows]).encode()
    whole = (part for entry in rows for part in (entry.tree_json, entry.body_json))
    return b"\t".join([heads, *whole])


def from_json(text: bytes) -> list[Entry]:
    """Entries from the bytes of `to_json`; ValueError, TypeError or LookupError for other bytes."""
    heads, *parts = text.split(b"\t")
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [_from(*both) for both in zip(json.loads(heads), pairs, strict=True)]


def _from(row: list[Any], whole: tuple[bytes, bytes]) -> Entry:
    if len(row) != _WHOLE:
        raise ValueError("not an entry")
    for place in _TUPLES:
        row[place] = tuple(row[place])
    for place in _IMAGES:
        if row[place] is not None:
            row[place] = CardImage(*row[place])
    row[_CALLED] = tuple((name, reading) for name, reading in row[_CALLED])
    if row[_EXTRA]:
        row[_EXTRA] = {name: tuple(members) for name, members in row[_EXTRA].items()}
    for place in (_MENTIONS, _NAMED):
        row[place] = tuple(Mention(tuple(path), target) for path, target in row[place])
    return Entry._make([*row, *whole])


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TUPLES = tuple(
    Entry._fields.index(name)
    for name in (
        "root",
        "regions",
        "categories",
        "former_names",
        "former_urls",
        "harvest",
        "available",
        "stored",
        "shops",
        "image_files",
        "links",
        "numbers",
        "turns",
    )
)
_WHOLE = Entry._fields.index("tree_json")
_IMAGES = (Entry._fields.index("photo"), Entry._fields.index("drawing"))
_CALLED = Entry._fields.index("called")
_EXTRA = Entry._fields.index("extra")
_MENTIONS = Entry._fields.index("mentions")
_NAMED = Entry._fields.index("named")
