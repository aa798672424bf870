"""The index of texts: which entries have three characters in a row in what they say.

    t  three Han characters in a row (34 bits)    tail: class and a hash of the character before
    l  five in a row (34)                                the same
    w  a word with a digit, its first four characters (21)  place (its length), called

The third is nothing (0) where a run of characters ends, so two in a row are a range of keys. What
stands in very many texts tells nothing: its list is empty, and the five of which it is the middle are
indexed instead. By the character before, threes that follow one another are told from the same threes
in other places of a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from sitegen.search.index import compact, directory
from sitegen.search.names import code_key
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, called, place
from sitegen.search.shards import Held

MANY = 1_000
CODE = re.compile(r"[0-9][a-z0-9]{2,}")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def build(
    keys: Iterable[str],
    text_of: Callable[[str], str],
    group_of: Mapping[str, int],
    numbering: Numbering,
) -> dict[str, bytes]:
    """The files by name, from the keys of all entries that say something and what each says.

    Texts are asked for one by one and let go: all of a large site would be much memory.
    """
    from sitegen.search import runs

    words: dict[int, tuple[list[int], list[bytes]]] = defaultdict(lambda: ([], []))
    ordered = sorted((numbering.ids[key], key) for key in keys)

    def said() -> Iterator[str]:
        for number, key in ordered:
            text = text_of(key)
            tail = called(group_of[key], 0)
            for word in dict.fromkeys(words_of(text.lower())):
                own, marks = words[code_key(word)]
                own.append(number)
                marks.append(place(0, len(word)) + tail)
            yield text

    ids = [number for number, _ in ordered]
    groups = [group_of[key] for _, key in ordered]
    threes, fives = runs.lists_of(said(), ids, groups, MANY)
    varints = Varints()
    files: dict[str, bytes] = {}
    root = {
        "layout": numbering.layout,
        "indexes": {
            "t": directory("t", runs.KEY_BITS, threes, numbering, varints, files),
            "l": directory("l", runs.KEY_BITS, fives, numbering, varints, files),
            "w": directory("w", 21, Held(words, varints), numbering, varints, files),
        },
    }
    return files | {"root.json": compact(root)}


def words_of(text: str) -> Iterator[str]:
    """Words of lower-case letters and digits with a digit before their last two: `agi2018`.

    Sought from the digit, which is seldom: a pattern that begins with letters looks everywhere.
    """
    for found in CODE.finditer(text):
        start = found.start()
        while start and text[start - 1] in LETTERS:
            start -= 1
        yield text[start : found.end()]
