"""Latin letters: pinyin whole, shortened, mixed with characters, by southern ear; English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from benchmarks.search.labelled.folding import fold
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.records import Record
from benchmarks.search.labelled.shelf import Keys, Shelf
from benchmarks.search.labelled.sounds import initials, slurred, writes

WORD = re.compile(r"[a-z]{4,}")
LONGEST = 8
"""Nobody types the pinyin of a longer name."""


def full_pinyin(shelf: Shelf, random: Random) -> Iterator[Query]:
    """weixianluobo, wei xian luo bo. Right: every entry with a name that reads so."""
    for record in _short(shelf, random, 2):
        space = random.choice(("", "", " "))
        text = space.join(record.syllables)
        yield Query(text, shelf.sounding("".join(record.syllables)))


def first_letters(shelf: Shelf, random: Random) -> Iterator[Query]:
    """wxlb. Right: every entry with a name of these initials, syllable by syllable; where they can
    be read so, with zh, ch and sh for one syllable each."""
    for record in _short(shelf, random, 3):
        letters = initials(record.syllables)
        text = letters.upper() if random.random() < 0.2 else letters
        yield Query(text, shelf.abbreviated(letters))


def mixed(shelf: Shelf, random: Random) -> Iterator[Query]:
    """潍xian萝卜, weixianlb, 潍县lb. Right: every entry with a name that can be written so."""
    for record in _short(shelf, random, 3):
        name, sounds = fold(record.name), record.syllables
        cut = random.randrange(1, len(name))
        shapes = (
            name[: cut - 1] + sounds[cut - 1] + name[cut:],
            "".join(sounds[:cut]) + initials(sounds[cut:]),
            name[:cut] + initials(sounds[cut:]),
            name[:cut] + "".join(sounds[cut:]),
        )
        text = random.choice(shapes)
        yield Query(text, _writing(shelf, text))


def southern(shelf: Shelf, random: Random) -> Iterator[Query]:
    """Full pinyin with sounds taken for one another. Right: every name that southern ears take for
    it. Passed over where it reads exactly so in a name, or as a place and what it has."""
    for record in _short(shelf, random, 3):
        places = [at for at, sound in enumerate(record.syllables) if slurred(sound)]
        if not places:
            continue
        sounds = list(record.syllables)
        for at in random.sample(places, min(len(places), random.choice((1, 1, 2)))):
            sounds[at] = random.choice(slurred(sounds[at]))
        text = "".join(sounds)
        if not _reads(shelf, text) and not shelf.heard_as_place_and_product(text):
            yield Query(text, shelf.blurring(sounds))


def english(shelf: Shelf, random: Random) -> Iterator[Query]:
    """An English name, or one word of it. Right: entries of that English name; entries with that
    word in theirs, or in the pinyin of a name, since many English names are pinyin."""
    for record in shuffled(random, (r for r in shelf.records if r.english)):
        whole = record.english.lower()
        text = random.choice((record.english, whole))
        yield Query(text, _keys(r for r in shelf.records if r.english.lower() == whole))
        words = WORD.findall(whole)
        if words:
            word = random.choice(words)
            keys = _keys(r for r in shelf.records if word in WORD.findall(r.english.lower()))
            yield Query(word, keys | _read_within(shelf, word))


def _short(shelf: Shelf, random: Random, least: int) -> Iterator[Record]:
    wanted = (r for r in shelf.records if least <= len(r.syllables) <= LONGEST)
    spelt = (r for r in wanted if all(sound.isalpha() for sound in r.syllables))
    return shuffled(random, spelt)


def _writing(shelf: Shelf, text: str) -> Keys:
    first = text[0]
    return frozenset(
        key
        for key, name, sounds in shelf.spoken
        if (name[0] == first or sounds[0].startswith(first)) and writes(text, name, sounds)
    )


def _reads(shelf: Shelf, text: str) -> bool:
    return any(text in "".join(sounds) for _, _, sounds in shelf.spoken)


def _read_within(shelf: Shelf, word: str) -> Keys:
    """Entries with a name in whose reading some whole syllables make up the word."""
    return frozenset(key for key, _, sounds in shelf.spoken if _within(word, sounds))


def _within(word: str, sounds: Sequence[str]) -> bool:
    if word not in "".join(sounds):
        return False
    spans = range(len(sounds))
    return any("".join(sounds[a : b + 1]) == word for a in spans for b in spans[a:])


def _keys(records: Iterator[Record]) -> Keys:
    return frozenset(record.key for record in records)
