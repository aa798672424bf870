"""The index of texts: which entries have three characters in a row in what they say.

    t  three Han characters in a row (34 bits)    tail: called
    w  a word with a digit, its first four characters (21)  place (its length), called

The third is nothing (0) where a run of characters ends, so two in a row are a range of keys. What
stands in very many texts tells nothing: its list is empty, and queries pass it over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sitegen.search.folding import traditional
from sitegen.search.index import SHARD, compact, directory
from sitegen.search.names import code_key
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, called, joined, place
from sitegen.search.shards import List, listed

MANY = 3_000
OTHER = re.compile(r"[^\u3400-\u9fff]+")
WORD = re.compile(r"[a-z]*[0-9][a-z0-9]{2,}")
KEY_BITS = 34
FIRST = 0x3400


def build(
    texts: Iterable[tuple[str, str]], group_of: Mapping[str, int], numbering: Numbering
) -> dict[str, bytes]:
    """The files by name, from (key, text) of every entry that says something."""
    old = traditional()
    olds = frozenset(map(chr, old))
    triples: dict[str, list[int]] = defaultdict(list)
    words: dict[int, tuple[list[int], list[bytes]]] = defaultdict(lambda: ([], []))
    tails = {}
    for number, key, text in sorted((numbering.ids[key], key, text) for key, text in texts):
        tail = tails[number] = called(group_of[key], 0)
        for word in dict.fromkeys(WORD.findall(text.lower())):
            ids, marks = words[code_key(word)]
            ids.append(number)
            marks.append(place(0, len(word)) + tail)
        han = OTHER.sub(" ", text) + " "
        if not olds.isdisjoint(han):
            han = han.translate(old)
        for three in {han[at : at + 3] for at in range(len(han) - 2)}:
            triples[three].append(number)
    varints = Varints()
    files: dict[str, bytes] = {}
    merged: dict[int, list[int]] = {}
    for three, ids in triples.items():
        if " " not in three[:2]:
            packed = text_key(three)
            known = merged.get(packed)
            merged[packed] = ids if known is None else sorted({*known, *ids})
    lists = {key: _list(ids, tails, varints) for key, ids in merged.items()}
    root = {
        "layout": numbering.layout,
        "indexes": {
            "t": directory("t", KEY_BITS, lists, numbering, varints, files),
            "w": directory("w", 21, listed(words, varints), numbering, varints, files),
        },
    }
    return files | {"root.json": compact(root)}


def text_key(three: str) -> int:
    """The key of three characters: the first, and hashes of 10 and 9 bits. A third that is no Han
    character is 0."""
    last = _spread(three[2]) % 511 + 1 if three[2] != " " else 0
    return ord(three[0]) - FIRST << 19 | _spread(three[1]) % 1024 << 9 | last


def _spread(char: str) -> int:
    return ord(char) * 40503 >> 3


def _list(ids: list[int], tails: Mapping[int, bytes], varints: Varints) -> List:
    if len(ids) > MANY:
        return List((), (), b"")
    own = list(map(tails.__getitem__, ids))
    data = joined(ids, own, varints)
    return List(ids, own, data) if len(data) > SHARD else List((), (), data)
