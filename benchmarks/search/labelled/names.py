"""Names: whole, in parts, by one character, by the brand in them, by what people call a thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from benchmarks.search.labelled.folding import fold, is_han, runs
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.shelf import Shelf
from sitegen.model import pinyin_dictionary

FEW = 5


def exact(shelf: Shelf, random: Random) -> Iterator[Query]:
    """A name as it is written. Right: entries of this very name."""
    for record in shuffled(random, shelf.records):
        yield Query(record.name, shelf.named(fold(record.name)))


def middle_two(shelf: Shelf, random: Random) -> Iterator[Query]:
    """Two characters from inside a name. Right: every entry with a name that holds them."""
    yield from _middle(shelf, random, 2)


def middle_three(shelf: Shelf, random: Random) -> Iterator[Query]:
    """Three characters from inside a name. Right: every entry with a name that holds them."""
    yield from _middle(shelf, random, 3)


def _middle(shelf: Shelf, random: Random, size: int) -> Iterator[Query]:
    """Words for places and categories are passed over: whoever types them means those."""
    for record in shuffled(random, shelf.records):
        run = max(runs(record.name), key=len, default="")
        starts = range(1, len(run) - size + 1)
        if not starts:
            continue
        at = random.choice(starts)
        part = run[at : at + size]
        if part not in shelf.place_words and part not in shelf.category_words:
            yield Query(part, shelf.holding(part))


def one_character(shelf: Shelf, random: Random) -> Iterator[Query]:
    """One character of the name of a thing. Right: entries whose names hold it, or members of the
    category that is called so."""
    for record in shuffled(random, (r for r in shelf.records if r.listed)):
        chars = [char for char in fold(record.name) if is_han(char)]
        if chars:
            char = random.choice(chars)
            yield Query(char, shelf.of_kind(char))


def brand(shelf: Shelf, random: Random) -> Iterator[Query]:
    """The part of a name that no dictionary has and few names hold: 独根红 of 寿光独根红韭菜.
    Right: every entry with a name that holds it."""
    for record in shuffled(random, (r for r in shelf.records if r.listed)):
        name = fold(record.name)
        place, product = shelf.place_in(record), shelf.product_of(record)
        middle = name[len(place) : len(name) - len(product)] or name[len(place) :]
        known = middle in shelf.place_words or middle in shelf.category_words
        if 2 <= len(middle) <= 4 and is_han(middle) and not known and middle not in dictionary():
            keys = shelf.holding(middle)
            if len(keys) <= FEW:
                yield Query(middle, keys)


def everyday_name(shelf: Shelf, random: Random) -> Iterator[Query]:
    """What else a thing is called. Right: every entry that is called so."""
    for record in shuffled(random, (r for r in shelf.records if len(r.names) > 1)):
        name = random.choice(record.names[1:])
        yield Query(name, shelf.called(fold(name)))


def synonym(shelf: Shelf, random: Random) -> Iterator[Query]:
    """A synonym of a category, alone or after a place. Right: entries whose names hold it; members
    of the category where no name does, or where it is the category's own name."""
    words = sorted(shelf.category_words)
    places = sorted(word for word in shelf.place_words if len(word) == 2)
    for _ in range(3):
        random.shuffle(words)
        for word in words:
            yield Query(word, shelf.of_kind(word))
            place = random.choice(places)
            yield Query(f"{place} {word}", shelf.of_kind(word) & shelf.in_place(place))


@cache
def dictionary() -> frozenset[str]:
    """Words that a dictionary of readings knows."""
    pinyin_dictionary.load()  # a build in this process may have let go of it
    from pypinyin.phrases_dict import phrases_dict

    return frozenset(phrases_dict)
