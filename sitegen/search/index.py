"""The names part of the index: root.json, the shards of names.py, the table of regions.

root.json is all that a visitor is sent once: how characters read, the directory of syllables, the
classes of entries, categories and regions. scope.js and sounds.js of the browser half read it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from sitegen.files import digest
from sitegen.search import characters
from sitegen.search.facts import Labels, Node, SearchFacts, Subject
from sitegen.search.folding import fold
from sitegen.search.names import KEY_BITS, Group, Names, alphabet, groups_of
from sitegen.search.numbering import Numbering, RegionRange
from sitegen.search.postings import Varints, varint
from sitegen.search.shards import Held, Lists, Space, cut

VERSION = 1
PACK = 12_000
"""An index of at most so many bytes is one file …"""
SHARD = 1_500
"""… and files of at most so many otherwise."""
INLINE = 240
"""A directory or table of at most so many bytes stands in root.json; the directory of `b` always."""
REGIONS_INLINE = 120
MANY = 50_000
"""Of so many entries every second question has a character that is none of the everyday ones: their
table then comes with root.json, for all."""


def build(
    shelf: SearchFacts, numbering: Numbering, *, index_html: bool = False
) -> dict[str, bytes]:
    """The files by name. `index_html` says that links end with index.html."""
    subjects = sorted(shelf.subjects, key=lambda subject: numbering.ids[subject.key])
    groups, group_of, counts = groups_of(subjects)
    names = Names()
    for subject in subjects:
        names.add(subject, numbering.ids[subject.key], group_of[subject.key])
    names.add_regions(shelf.regions, numbering)
    files: dict[str, bytes] = {}
    directories = {}
    for index, keys in names.keys.items():
        directories[index] = directory(
            index,
            KEY_BITS[index],
            Held(keys, names.varints),
            numbering,
            names.varints,
            files,
            inline=index == "b",
        )
    chars = alphabet(subjects, (*shelf.regions, *shelf.categories))
    root = {
        "version": VERSION,
        "layout": numbering.layout,
        "ids": numbering.size,
        "indexHtml": index_html,
        **_characters(chars, files, inline=len(subjects) >= MANY),
        **_classes(groups, counts, shelf.labels, shelf.categories),
        "categories": [_category(node) for node in shelf.categories],
        **_regions(shelf.regions, numbering, files),
        "further": text(_further(subjects, numbering)),
        "indexes": directories,
    }
    files["root.json"] = compact(root)
    return files


def directory(
    index: str,
    key_bits: int,
    lists: Lists,
    numbering: Numbering,
    varints: Varints,
    files: dict[str, bytes],
    *,
    inline: bool = False,
) -> list[Any]:
    """[bits of keys, bits of ids, directory]: in base64, or the name of its file after a colon."""
    id_bits = max(1, (numbering.size - 1).bit_length())
    space = Space(key_bits, id_bits, PACK if lists.ends[-1] <= PACK else SHARD)
    data, shards = cut(lists, space, index, varints)
    files.update(shards)
    return [key_bits, id_bits, text(data) if inline else _apart(index, data, files)]


def _characters(chars: frozenset[str], files: dict[str, bytes], *, inline: bool) -> dict[str, Any]:
    found, table = characters.more(chars)
    known = characters.everyday() + found
    return {
        "syllables": text(characters.syllables()),
        "level": text(characters.level()),
        "more": text(table) if inline else _apart("more", table, files),
        "old": _named("old", characters.old(chars, known), files),
        "rest": _named("rest", characters.rest(), files),
    }


def _apart(stem: str, data: bytes, files: dict[str, bytes]) -> str:
    """Few bytes in base64; of more the name of their file, after a colon."""
    return text(data) if len(data) <= INLINE else f":{_named(stem, data, files)}"


def _named(stem: str, data: bytes, files: dict[str, bytes]) -> str:
    """Puts a file among `files`; its name."""
    name = f"{stem}-{digest(data)[:8]}.bin"
    files[name] = data
    return name


def _classes(
    groups: Sequence[Group], counts: Sequence[int], labels: Labels, categories: Sequence[Node]
) -> dict[str, Any]:
    """Classes as [collection, kind, categories, status, weight, entries]: places in the lists of
    labels, -1 for none."""
    collections = [row for row in labels.collections if row[0] in {group[0] for group in groups}]
    kinds = [row for row in labels.kinds if row[0] in {f"{one}:{kind}" for one, kind, *_ in groups}]
    statuses = [row for row in labels.statuses if row[0] in {group[3] for group in groups}]
    collection_at = {value: at for at, (value, _) in enumerate(collections)}
    kind_at = {value: at for at, (value, _) in enumerate(kinds)}
    status_at = {value: at for at, (value, _) in enumerate(statuses)}
    category_at = {node.id: at for at, node in enumerate(categories)}
    rows = [
        [
            collection_at[collection],
            kind_at.get(f"{collection}:{kind}", -1),
            [category_at[one] for one in own if one in category_at],
            status_at.get(status, -1),
            weight,
            count,
        ]
        for (collection, kind, own, status, weight), count in zip(groups, counts, strict=True)
    ]
    return {
        "classes": rows,
        "collections": collections,
        "kinds": kinds,
        "statuses": statuses,
    }


def _category(node: Node) -> list[Any]:
    words = dict.fromkeys(fold(name.text) for name in node.names)
    return [node.id, node.label, node.depth, " ".join(words)]


def _regions(
    regions: Sequence[Node], numbering: Numbering, files: dict[str, bytes]
) -> dict[str, Any]:
    """Regions as [id, label, depth, start, size, node, nodes]; of a large tree the upper two levels
    only, what is below each of the second in a file of its own, by its place in the list."""
    rows = [_region(node, numbering.regions[node.id]) for node in regions]
    if len(rows) <= REGIONS_INLINE:
        return {"regions": rows}
    upper = [row for row in rows if row[2] < 2]
    below: dict[str, str] = {}
    for place, row in enumerate(upper):
        if row[2] == 1 and row[6] > 1:
            data = compact(rows[row[5] + 1 : row[5] + row[6]])
            name = f"r-{row[5]:x}-{digest(data)[:8]}.json"
            files[name] = data
            below[str(place)] = name
    return {"regions": upper, "below": below}


def _region(node: Node, where: RegionRange) -> list[Any]:
    return [node.id, node.label, node.depth, where.start, where.size, where.node, where.nodes]


def _further(subjects: Sequence[Subject], numbering: Numbering) -> bytes:
    """Entries of several regions: the distance to the id before, how many nodes, the nodes, each
    as the distance to the one before."""
    made = []
    before = 0
    for subject in subjects:
        known = (numbering.regions.get(region) for region in subject.further)
        nodes = sorted({region.node for region in known if region})
        if nodes:
            number = numbering.ids[subject.key]
            steps = (node - last for node, last in zip(nodes, (0, *nodes), strict=False))
            made += [number - before, len(nodes), *steps]
            before = number
    return b"".join(map(varint, made))


def text(data: bytes) -> str:
    return b64encode(data).decode()


def compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
