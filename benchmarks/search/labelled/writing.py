"""Other ways to write the same: traditional characters, full width, stray punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

from benchmarks.search.labelled import latin, names, numbers, places
from benchmarks.search.labelled.folding import fold
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.shelf import Shelf

STANDARDS = ("s2t", "s2tw", "s2hk")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
DRESSES = ("《{}》", "“{}”", "{}。", " {} ", "#{}", "【{}】")


def traditional(shelf: Shelf, random: Random) -> Iterator[Query]:
    """A name in traditional characters, by the standard of the mainland, Taiwan or Hong Kong.
    Right: entries of that name."""
    for record in shuffled(random, shelf.records):
        text = converter(random.choice(STANDARDS)).convert(record.name)
        if text != record.name:
            yield Query(text, shelf.named(fold(record.name)))


def width(shelf: Shelf, random: Random) -> Iterator[Query]:
    """Letters, digits and spaces at full width; a name in quotes, or split by a dot or a space.
    Right: what answers the plain query."""
    latins = [draw(shelf, random) for draw in (latin.full_pinyin, latin.first_letters)]
    sources = [*latins, numbers.fragment(shelf, random), places.with_space(shelf, random)]
    plain = names.exact(shelf, random)
    while True:
        source = random.choice([*sources, plain])
        query = next(source, None)
        if query is None:
            return
        if source is plain:
            yield Query(_dressed(query.text, random), query.keys)
        else:
            yield Query(query.text.translate(WIDE), query.keys)


def _dressed(name: str, random: Random) -> str:
    cut = random.randrange(len(name) + 1)
    split = f"{name[:cut]}{random.choice('·-　')}{name[cut:]}"
    return random.choice((*DRESSES, split)).format(name)


@cache
def converter(standard: str) -> Any:
    from opencc import OpenCC

    return OpenCC(standard)
