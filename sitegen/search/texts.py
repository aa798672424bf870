"""The index of texts: in which texts of entries a sequence of characters occurs.

    index  key (bits)                                           tail
    t      three consecutive Han characters (34)                class, hash of preceding character
    l      five consecutive Han characters (34)                 the same
    w      first four characters of a word with a digit (21)    place (its length), owner

At the end of a run of Han characters the third of three is 0, so two characters are a range of
keys.
Three characters that are in very many texts have an empty list; instead the five characters with
these in the middle are indexed. The hash of the preceding character tells which of the threes in a
text follow one another (decision 0013).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen.search.index import directory
from sitegen.search.names import code_key
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, owner, place
from sitegen.search.roots import ROOT, root_file
from sitegen.search.shards import SortedLists

MOST = 1_000
"""Maximum number of texts of a key of `t`; lists of more are left empty."""
CODE = re.compile(r"[0-9][a-z0-9]{2,}")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def build(
    keys: Iterable[str],
    text_of: Callable[[str], str],
    group_of: Mapping[str, int],
    numbering: Numbering,
    scripts: Sequence[str] = (),
    classes: str = "",
) -> dict[str, bytes]:
    """The files of the bundle by name. `keys` are those of all entries with a text.

    `text_of` returns the text of an entry, `group_of` has its class, `classes` is the digest of all
    of them; `scripts` read the bundle (see roots.py). Texts are requested one by one and not kept,
    because all texts of a large site would take much memory.
    """
    from sitegen.search import run_keys, runs

    words: dict[int, tuple[list[int], list[bytes]]] = defaultdict(lambda: ([], []))
    ordered = sorted((numbering.ids[key], key) for key in keys)

    def texts() -> Iterator[str]:
        for number, key in ordered:
            text = text_of(key)
            tail = owner(group_of[key], 0)
            for word in dict.fromkeys(words_of(text.lower())):
                posting_ids, tails = words[code_key(word)]
                posting_ids.append(number)
                tails.append(place(0, len(word)) + tail)
            yield text

    ids = [number for number, _ in ordered]
    groups = [group_of[key] for _, key in ordered]
    threes, fives = runs.lists_of(texts(), ids, groups, MOST)
    varints = Varints()
    files: dict[str, bytes] = {}
    indexes = {
        "t": directory("t", run_keys.KEY_BITS, threes, numbering, varints, files),
        "l": directory("l", run_keys.KEY_BITS, fives, numbering, varints, files),
        "w": directory("w", 21, SortedLists(words, varints), numbering, varints, files),
    }
    return files | {ROOT: root_file(scripts, numbering, groups=classes, indexes=indexes)}


def words_of(text: str) -> Iterator[str]:
    """Words of lower-case letters and digits that have a digit before their last two characters.

    For example `agi2018`. The search starts from the digit, because digits are rare: a pattern that
    starts with letters would be tried at every word.
    """
    for match in CODE.finditer(text):
        start = match.start()
        while start and text[start - 1] in LETTERS:
            start -= 1
        yield text[start : match.end()]
