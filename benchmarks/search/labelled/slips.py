"""Names with one slip: a character that sounds the same, or some other mistake of one character."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.search.labelled.folding import fold, is_han
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.records import Record
from benchmarks.search.labelled.shelf import Shelf
from benchmarks.search.labelled.sounds import by_sound, common_characters, readings, sound

LONGEST = 10


def homophone(shelf: Shelf, random: Random) -> Iterator[Query]:
    """One everyday character for another of the same syllable. Right: every entry with a name that
    reads so. Passed over where the slip is itself part of a name, or a place and what it has."""
    for record in _names(shelf, random, 3):
        name = fold(record.name)
        at = random.randrange(len(name))
        syllable = record.syllables[at]
        others = [char for char in by_sound().get(syllable, ()) if char != name[at]]
        if not others:
            continue
        text = name[:at] + random.choice(others) + name[at + 1 :]
        if not answered_otherwise(shelf, text):
            yield Query(text, shelf.sounding("".join(record.syllables)))


def other_slip(shelf: Shelf, random: Random) -> Iterator[Query]:
    """One character wrong, missing, too many, or two swapped, in a name of four or more. Right:
    every entry with a name that is one such slip away. Passed over as with homophones, and where
    the slip sounds like a name or a part of one."""
    for record in _names(shelf, random, 4):
        name = fold(record.name)
        text = _slip(name, random)
        heard = [sound(char) for char in text]
        if text != name and not shelf.heard_in(heard) and not answered_otherwise(shelf, text):
            yield Query(text, shelf.one_slip_away(text))


def answered_otherwise(shelf: Shelf, text: str) -> bool:
    """Whether a mistyped text says something else that is right: part of a name, or a place and
    then a thing that it has."""
    if shelf.holding(text):
        return True
    return any(
        shelf.in_place(text[:size]) & shelf.of_kind(text[size:])
        for size in range(2, len(text))
        if text[:size] in shelf.place_words
    )


def _slip(name: str, random: Random) -> str:
    at = random.randrange(1, len(name) - 1)
    kind = random.choice(("wrong", "missing", "more", "swapped"))
    if kind == "missing":
        return name[:at] + name[at + 1 :]
    if kind == "swapped":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    stranger = random.choice(common_characters())
    while set(readings(stranger)) & set(readings(name[at])):
        stranger = random.choice(common_characters())
    return name[:at] + stranger + name[at + (kind == "wrong") :]


def _names(shelf: Shelf, random: Random, least: int) -> Iterator[Record]:
    for record in shuffled(random, (r for r in shelf.records if r.syllables)):
        if least <= len(record.syllables) <= LONGEST and is_han(fold(record.name)):
            yield record
