"""The index of texts: which entries have two characters in a row in what they say.

    t  two Han characters in a row (32 bits)          tail: called
    w  a word of Latin letters or digits, the first four (21)     place (its length), called

A pair that stands in very many texts tells nothing: its list is empty, and queries pass it over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import add

from sitegen.search.folding import traditional
from sitegen.search.index import SHARD, compact, directory
from sitegen.search.names import code_key
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, called, joined, place
from sitegen.search.shards import List, listed

MANY = 3_000
OTHER = re.compile(r"[^\u3400-\u9fff]+")
WORD = re.compile(r"[A-Za-z0-9]{3,}")
KEY_BITS = 32


def build(
    texts: Iterable[tuple[str, str]], group_of: Mapping[str, int], numbering: Numbering
) -> dict[str, bytes]:
    """The files by name, from (key, text) of every entry that says something."""
    old = traditional()
    olds = frozenset(map(chr, old))
    pairs: dict[str, list[int]] = defaultdict(list)
    words: dict[int, tuple[list[int], list[bytes]]] = defaultdict(lambda: ([], []))
    tails = {}
    for number, key, text in sorted((numbering.ids[key], key, text) for key, text in texts):
        tail = tails[number] = called(group_of[key], 0)
        for word in dict.fromkeys(WORD.findall(text.lower())):
            ids, marks = words[code_key(word)]
            ids.append(number)
            marks.append(place(0, len(word)) + tail)
        han = OTHER.sub(" ", text)
        if not olds.isdisjoint(han):
            han = han.translate(old)
        for pair in set(map(add, han, han[1:])):
            pairs[pair].append(number)
    varints = Varints()
    files: dict[str, bytes] = {}
    lists = {
        ord(pair[0]) << 16 | ord(pair[1]): _list(ids, tails, varints)
        for pair, ids in pairs.items()
        if " " not in pair
    }
    root = {
        "layout": numbering.layout,
        "indexes": {
            "t": directory("t", KEY_BITS, lists, numbering, varints, files),
            "w": directory("w", 21, listed(words, varints), numbering, varints, files),
        },
    }
    return files | {"root.json": compact(root)}


def _list(ids: list[int], tails: Mapping[int, bytes], varints: Varints) -> List:
    if len(ids) > MANY:
        return List((), (), b"")
    own = list(map(tails.__getitem__, ids))
    data = joined(ids, own, varints)
    return List(ids, own, data) if len(data) > SHARD else List((), (), data)
