"""The index of texts: which entries have three characters in a row in what they say.

    t  three Han characters in a row (34 bits)    tail: called
    l  five in a row (34)                                called
    w  a word with a digit, its first four characters (21)  place (its length), called

The third is nothing (0) where a run of characters ends, so two in a row are a range of keys. What
stands in very many texts tells nothing: its list is empty, and the five of which it is the middle are
indexed instead.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from sitegen.search.folding import traditional
from sitegen.search.index import SHARD, compact, directory
from sitegen.search.names import code_key
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, called, joined, place
from sitegen.search.shards import List, listed

MANY = 1_000
OTHER = re.compile(r"[^\u3400-\u9fff]+")
WORD = re.compile(r"[a-z]*[0-9][a-z0-9]{2,}")
KEY_BITS = 34
FIRST = 0x3400
PRIME = 17_179_869_143


def build(
    texts: Iterable[tuple[str, str]], group_of: Mapping[str, int], numbering: Numbering
) -> dict[str, bytes]:
    """The files by name, from (key, text) of every entry that says something."""
    old = traditional()
    olds = frozenset(map(chr, old))
    triples: dict[str, list[int]] = defaultdict(list)
    words: dict[int, tuple[list[int], list[bytes]]] = defaultdict(lambda: ([], []))
    tails = {}
    said: list[tuple[int, str]] = []
    for number, key, text in sorted((numbering.ids[key], key, text) for key, text in texts):
        tail = tails[number] = called(group_of[key], 0)
        for word in dict.fromkeys(WORD.findall(text.lower())):
            ids, marks = words[code_key(word)]
            ids.append(number)
            marks.append(place(0, len(word)) + tail)
        han = OTHER.sub(" ", text) + " "
        if not olds.isdisjoint(han):
            han = han.translate(old)
        said.append((number, han))
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
    fives = _fives(
        said, {three for three in triples if len(merged.get(text_key(three), ())) > MANY}
    )
    lists = {key: _list(ids, tails, varints) for key, ids in merged.items()}
    longer = {key: _list(ids, tails, varints) for key, ids in fives.items()}
    root = {
        "layout": numbering.layout,
        "indexes": {
            "t": directory("t", KEY_BITS, lists, numbering, varints, files),
            "l": directory("l", KEY_BITS, longer, numbering, varints, files),
            "w": directory("w", 21, listed(words, varints), numbering, varints, files),
        },
    }
    return files | {"root.json": compact(root)}


def _fives(said: Iterable[tuple[int, str]], many: Set[str]) -> dict[int, list[int]]:
    """What stands in rows of five around the threes that stand in very many texts."""
    found: dict[int, list[int]] = defaultdict(list)
    if not many:
        return found
    for number, han in said:
        rows = {han[at - 1 : at + 4] for at in range(1, len(han) - 3) if han[at : at + 3] in many}
        for key in {long_key(row) for row in rows if " " not in row}:
            found[key].append(number)
    return found


def long_key(row: str) -> int:
    key = 0
    for char in row:
        key = (key * 131 + ord(char)) % PRIME
    return key


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
