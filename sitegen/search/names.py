"""The index of names: by syllables, initials, and characters; also of numbers and English words.

    index  key (bits)                                   tail
    b      two consecutive syllables (18)               hashes of both characters, place, owner
    i      the initials of three syllables (15)         place, owner
    s      two syllables with one between them (18)     hashes of both characters, place, owner
    c      one character (16)                           place, owner
    n      four characters of a number (21)             hash of its other characters, place, owner
    e      the first six letters of a word (30)         hash of the word, place, owner
    a      the same for all entries (1)                 owner

`place` and `owner` are explained in postings.py. The names of a region are also in `b`, as names
number 7 (REGION) of the first id of its range. Their tails end with three varints: size, node and
nodes of its numbering.RegionRange.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from sitegen.search.characters import hash_of
from sitegen.search.facts import Name, Node, Subject
from sitegen.search.folding import fold, spellings
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, owner, place, varint
from sitegen.search.syllables import END, read, sounds

REGION = 7
"""The number of a name that is the name of a region."""
MISREAD = 6
"""The number for initials of an entry's own name by characters, where its reading has others."""
LAST = 5
"""The number shared by an entry's sixth name and all further ones."""
LAST_TITLE = 2
"""The same for the numbers of an entry's titles; its other numbers have greater ones, up to MISREAD."""
LONGEST = 60
"""Maximum number of characters of a name or number that are indexed."""
STOP = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
WORD = re.compile(r"[a-z]+")
KEY_BITS = {"b": 18, "i": 15, "s": 18, "c": 16, "n": 21, "e": 30, "a": 1}

Keys = dict[int, tuple[list[int], list[bytes]]]


@dataclass(frozen=True, slots=True)
class NameTokens:
    """A name ready to be indexed: folded, with its syllable numbers by character and by reading.

    `by_reading` is None where it is the same as `by_character`.
    """

    folded: str
    by_character: tuple[int, ...]
    by_reading: tuple[int, ...] | None


class Names:
    """Collects postings by index and key. Entries must be added in the order of their ids."""

    def __init__(self) -> None:
        self.keys: dict[str, Keys] = {name: defaultdict(lambda: ([], [])) for name in KEY_BITS}
        self.varints = Varints()
        self.places = _Places()
        self.hashes = _Hashes()
        self.letters = sounds().letter

    def add(self, subject: Subject, number: int, group: int) -> None:
        """Add all postings of an entry. `number` is its id, `group` its class."""
        for at, name in enumerate(names_of(subject.names)):
            tail = owner(group, min(at, LAST))
            self._add_name(name, number, tail, tail if at else owner(group, MISREAD))
        for at, english in enumerate(subject.english):
            words = [word for word in WORD.findall(english.lower()) if word not in STOP]
            tail = owner(group, min(at, LAST))
            for position, word in enumerate(words):
                hash_of_word = bytes((sum(map(ord, word)) % 251,))
                place_of_word = self.places[position, len(words)]
                self._add_posting("e", word_key(word), number, hash_of_word + place_of_word + tail)
        for at, text in enumerate(dict.fromkeys(subject.title_numbers)):
            self._add_number(text, number, owner(group, min(at, LAST_TITLE)))
        others = dict.fromkeys(
            text for text in subject.numbers if text not in subject.title_numbers
        )
        for at, text in enumerate(others, LAST_TITLE + 1):
            self._add_number(text, number, owner(group, min(at, MISREAD)))
        self._add_posting("a", 0, number, owner(group, 0))

    def add_regions(self, regions: Sequence[Node], numbering: Numbering) -> None:
        for region in regions:
            ids = numbering.regions[region.id]
            tail = bytes((REGION,)) + varint(ids.size) + varint(ids.node) + varint(ids.nodes)
            for name in names_of(region.names):
                self._add_pairs(name, ids.start, tail)

    def _add_name(self, name: NameTokens, number: int, tail: bytes, misread: bytes) -> None:
        """Add one name of an entry with the id `number`.

        `misread` is the tail for initials by character where the reading has others. Such initials
        still find the name, but it is ranked below names that are really read so.
        """
        self._add_pairs(name, number, tail)
        size = len(name.by_character)
        places = self.places
        folded = name.folded
        skips = self.keys["s"]
        for at in range(size - 2):
            ids, tails = skips[name.by_character[at] << 9 | name.by_character[at + 2]]
            ids.append(number)
            tails.append(self.hashes[folded[at] + folded[at + 2]] + places[at, size] + tail)
        chars = self.keys["c"]
        for at, char in enumerate(folded):
            if char > "\x7f":
                ids, tails = chars[ord(char) & 0xFFFF]
                ids.append(number)
                tails.append(places[at, size] + tail)
        initials = [self.letters[token] for token in name.by_character]
        variants = [(initials, tail)]
        if name.by_reading:
            initials_by_reading = [self.letters[token] for token in name.by_reading]
            variants = [(initials_by_reading, tail)] + (
                [(initials, misread)] if initials_by_reading != initials else []
            )
        postings = self.keys["i"]
        for letters, own_tail in variants:
            for at in range(size - 1):
                ids, tails = postings[_packed(letters[at : at + 3])]
                ids.append(number)
                tails.append(places[at, size] + own_tail)

    def _add_pairs(self, name: NameTokens, number: int, tail: bytes) -> None:
        pairs = self.keys["b"]
        size = len(name.by_character)
        hashes = self.hashes
        places = self.places
        folded = name.folded
        by_character = (*name.by_character, END)
        for at in range(size):
            pair_tail = hashes[folded[at : at + 2]] + places[at, size] + tail
            ids, tails = pairs[by_character[at] << 9 | by_character[at + 1]]
            ids.append(number)
            tails.append(pair_tail)
        if name.by_reading is None:
            return
        by_reading = (*name.by_reading, END)
        for at in range(size):
            usual = (by_character[at], by_character[at + 1])
            combinations = product(
                {by_character[at], by_reading[at]}, {by_character[at + 1], by_reading[at + 1]}
            )
            for one, two in sorted(set(combinations) - {usual}):
                pair_tail = hashes[folded[at : at + 2]] + places[at, size] + tail
                self._add_posting("b", one << 9 | two, number, pair_tail)

    def _add_number(self, text: str, number: int, tail: bytes) -> None:
        code, hash_of_words = number_parts(text)
        hash_byte = bytes((hash_of_words,))
        for at in range(min(len(code), LONGEST)):
            self._add_posting("n", code_key(code[at : at + 4]), number,
                       hash_byte + self.places[at, len(code)] + tail)  # fmt: skip

    def _add_posting(self, index: str, key: int, number: int, tail: bytes) -> None:
        ids, tails = self.keys[index][key]
        ids.append(number)
        tails.append(tail)


class _Places(dict[tuple[int, int], bytes]):
    """A cache of `place` by position and length."""

    def __missing__(self, key: tuple[int, int]) -> bytes:
        encoded = self[key] = place(*key)
        return encoded


class _Hashes(dict[str, bytes]):
    """A cache of the hashes of one or two characters, as one byte."""

    def __missing__(self, pair: str) -> bytes:
        low = hash_of(pair[1]) if len(pair) > 1 else 0
        encoded = self[pair] = bytes((hash_of(pair[0]) << 4 | low,))
        return encoded


def names_of(names: Iterable[Name]) -> list[NameTokens]:
    """All spellings of the names, without duplicates."""
    tokens_of: dict[str, NameTokens] = {}
    for name in names:
        for spelling in spellings(name.text):
            folded = fold(spelling)
            if folded and folded not in tokens_of:
                reading = name.reading if spelling == name.text else _reading_of_part(name, folded)
                tokens_of[folded] = prepared(folded, reading)
    return list(tokens_of.values())


def _reading_of_part(name: Name, part: str) -> str:
    """The reading of a part of a name, "" if it cannot be told from that of the whole name."""
    whole = fold(name.text)
    syllables = name.reading.split()
    start = whole.find(part)
    if start < 0 or len(syllables) != len(whole):
        return ""
    return " ".join(syllables[start : start + len(part)])


def prepared(folded: str, reading: str) -> NameTokens:
    """The tokens of a folded name, cut after LONGEST characters."""
    folded = folded[:LONGEST]
    by_character, by_reading = read(folded, reading)
    return NameTokens(folded, tuple(by_character), tuple(by_reading) if by_reading else None)


def _packed(letters: Sequence[int]) -> int:
    """The key of two or three initials, five bits each; a missing third is END."""
    one, two, *rest = letters
    return one << 10 | two << 5 | (rest[0] if rest else END)


def word_key(word: str) -> int:
    """The first six letters of an English word, five bits each."""
    key = 0
    for char in word[:6].ljust(6, "`"):
        key = key << 5 | ord(char) - 96
    return key


def code_key(code: str) -> int:
    """The first four letters or digits in base 37; missing ones are 0."""
    key = 0
    for char in code[:4].ljust(4, "\0"):
        key = key * 37 + (0 if char == "\0" else int(char, 36) + 1)
    return key


def number_parts(text: str) -> tuple[str, int]:
    """The ASCII letters and digits of a number, and an eight-bit hash of its other characters."""
    folded = fold(text)
    code = "".join(char for char in folded if char.isascii())
    return code, sum(ord(char) for char in folded if not char.isascii()) % 251
