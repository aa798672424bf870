"""The index of names: by syllables, by initials, by skipped syllables, of numbers, of English words.

    b  two syllables in a row (18 bits)   tail: hashes of both characters, place, called
    i  initials of three in a row (15)    tail: place, called
    s  two syllables with one between (18)        hashes, place, called
    c  one character (16)                         place, called
    n  four characters of a number (21)           hash of its words, place, called
    e  the first six letters of a word (30)       hash of the word, place, called
    a  everything (1)                             called

`place` and `called` are those of postings.py. A name of a region stands among the names as number 7
of the entry at the start of its range; three varints follow: size, node, nodes of numbering.Region.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sitegen.search.characters import hash_of
from sitegen.search.facts import Name, Node, Subject
from sitegen.search.folding import fold, spellings
from sitegen.search.numbering import Numbering
from sitegen.search.postings import Varints, called, place, varint
from sitegen.search.syllables import END, read, sounds

REGION = 7
MISREAD = 6
"""The initials of an entry's own name read character by character, where it is read otherwise."""
LAST = 5
"""The sixth name of an entry and all after it share a number."""
LONGEST = 60
STOP = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
WORD = re.compile(r"[a-z]+")
KEY_BITS = {"b": 18, "i": 15, "s": 18, "c": 16, "n": 21, "e": 30, "a": 1}

Keys = dict[int, tuple[list[int], list[bytes]]]


@dataclass(frozen=True, slots=True)
class NameTokens:
    """A name ready to be indexed: folded, its tokens, and its tokens as the reading has them."""

    folded: str
    plain: tuple[int, ...]
    said: tuple[int, ...] | None


class Names:
    """Gathers postings by index and key. Entries are added in the order of their ids."""

    def __init__(self) -> None:
        self.keys: dict[str, Keys] = {name: defaultdict(lambda: ([], [])) for name in KEY_BITS}
        self.varints = Varints()
        self.places = _Places()
        self.hashes = _Hashes()
        self.letters = sounds().letter

    def add(self, subject: Subject, number: int, group: int) -> None:
        for at, name in enumerate(names_of(subject.names)):
            tail = called(group, min(at, LAST))
            self._name(name, number, tail, tail if at else called(group, MISREAD))
        for at, text in enumerate(subject.english):
            words = [word for word in WORD.findall(text.lower()) if word not in STOP]
            tail = called(group, min(at, LAST))
            for position, word in enumerate(words):
                mark = bytes((sum(map(ord, word)) % 251,)) + self.places[position, len(words)]
                self._post("e", word_key(word), number, mark + tail)
        for at, text in enumerate(dict.fromkeys(subject.numbers)):
            self._number(text, number, called(group, min(at, LAST)))
        self._post("a", 0, number, called(group, 0))

    def add_regions(self, regions: Sequence[Node], numbering: Numbering) -> None:
        for region in regions:
            where = numbering.regions[region.id]
            tail = bytes((REGION,)) + varint(where.size) + varint(where.node) + varint(where.nodes)
            for name in names_of(region.names):
                self._pairs(name, where.start, tail)

    def _name(self, name: NameTokens, number: int, tail: bytes, misread: bytes) -> None:
        """`misread` is the tail of initials that are not those of its reading: so they find it, but
        below the names that are read so."""
        self._pairs(name, number, tail)
        size = len(name.plain)
        places = self.places
        text = name.folded
        skips = self.keys["s"]
        for at in range(size - 2):
            ids, tails = skips[name.plain[at] << 9 | name.plain[at + 2]]
            ids.append(number)
            tails.append(self.hashes[text[at] + text[at + 2]] + places[at, size] + tail)
        chars = self.keys["c"]
        for at, char in enumerate(text):
            if char > "\x7f":
                ids, tails = chars[ord(char) & 0xFFFF]
                ids.append(number)
                tails.append(places[at, size] + tail)
        heads = [self.letters[token] for token in name.plain]
        rows = [(heads, tail)]
        if name.said:
            others = [self.letters[token] for token in name.said]
            rows = [(others, tail)] + ([(heads, misread)] if others != heads else [])
        initials = self.keys["i"]
        for row, own in rows:
            for at in range(size - 1):
                ids, tails = initials[_packed(row[at : at + 3])]
                ids.append(number)
                tails.append(places[at, size] + own)

    def _pairs(self, name: NameTokens, number: int, tail: bytes) -> None:
        pairs = self.keys["b"]
        size = len(name.plain)
        hashes = self.hashes
        places = self.places
        text = name.folded
        plain = (*name.plain, END)
        for at in range(size):
            mark = hashes[text[at : at + 2]] + places[at, size] + tail
            ids, tails = pairs[plain[at] << 9 | plain[at + 1]]
            ids.append(number)
            tails.append(mark)
        if name.said is None:
            return
        said = (*name.said, END)
        for at in range(size):
            own = (plain[at], plain[at + 1])
            every = product({plain[at], said[at]}, {plain[at + 1], said[at + 1]})
            for one, two in sorted(set(every) - {own}):
                mark = hashes[text[at : at + 2]] + places[at, size] + tail
                self._post("b", one << 9 | two, number, mark)

    def _number(self, text: str, number: int, tail: bytes) -> None:
        code, words = number_parts(text)
        mark = bytes((words,))
        for at in range(min(len(code), LONGEST)):
            self._post("n", code_key(code[at : at + 4]), number,
                       mark + self.places[at, len(code)] + tail)  # fmt: skip

    def _post(self, index: str, key: int, number: int, tail: bytes) -> None:
        ids, tails = self.keys[index][key]
        ids.append(number)
        tails.append(tail)


class _Places(dict[tuple[int, int], bytes]):
    def __missing__(self, key: tuple[int, int]) -> bytes:
        made = self[key] = place(*key)
        return made


class _Hashes(dict[str, bytes]):
    """The hashes of one or two characters as a byte."""

    def __missing__(self, pair: str) -> bytes:
        low = hash_of(pair[1]) if len(pair) > 1 else 0
        made = self[pair] = bytes((hash_of(pair[0]) << 4 | low,))
        return made


def names_of(names: Iterable[Name]) -> list[NameTokens]:
    """Every spelling of the names, none twice."""
    found: dict[str, NameTokens] = {}
    for name in names:
        for spelling in spellings(name.text):
            folded = fold(spelling)
            if folded and folded not in found:
                reading = name.reading if spelling == name.text else _part(name, folded)
                found[folded] = prepared(folded, reading)
    return list(found.values())


def _part(name: Name, part: str) -> str:
    """The reading of a part of a name."""
    whole = fold(name.text)
    syllables = name.reading.split()
    at = whole.find(part)
    if at < 0 or len(syllables) != len(whole):
        return ""
    return " ".join(syllables[at : at + len(part)])


def prepared(folded: str, reading: str) -> NameTokens:
    folded = folded[:LONGEST]
    plain, said = read(folded, reading)
    return NameTokens(folded, tuple(plain), tuple(said) if said else None)


def _packed(letters: Sequence[int]) -> int:
    one, two, *rest = letters
    return one << 10 | two << 5 | (rest[0] if rest else END)


def word_key(word: str) -> int:
    """The first six letters of an English word, five bits each."""
    key = 0
    for char in word[:6].ljust(6, "`"):
        key = key << 5 | ord(char) - 96
    return key


def code_key(code: str) -> int:
    """Four letters or digits in base 37; nothing is 0."""
    key = 0
    for char in code[:4].ljust(4, "\0"):
        key = key * 37 + (0 if char == "\0" else int(char, 36) + 1)
    return key


def number_parts(text: str) -> tuple[str, int]:
    """A number's ASCII letters and digits, and eight bits that stand for its other characters."""
    folded = fold(text)
    code = "".join(char for char in folded if char.isascii())
    return code, sum(ord(char) for char in folded if not char.isascii()) % 251


def alphabet(subjects: Iterable[Subject], nodes: Iterable[Node]) -> frozenset[str]:
    """Every character of folded names."""
    texts = {fold(name.text) for subject in subjects for name in subject.names}
    texts |= {fold(name.text) for node in nodes for name in node.names}
    return frozenset().union(*texts) if texts else frozenset()


def groups_of(subjects: Sequence[Subject]) -> tuple[list[Group], dict[str, int], list[int]]:
    """The classes of entries, the class of each by key, and how many entries each has.

    Common ones come first, by powers of two: one entry more seldom moves a class.
    """
    counts: dict[Group, int] = {}
    group_of = {}
    for subject in subjects:
        group = (subject.collection, subject.kind, subject.categories, subject.status,
                 subject.weight)  # fmt: skip
        group_of[subject.key] = group
        counts[group] = counts.get(group, 0) + 1
    ordered = sorted(counts, key=lambda group: (-counts[group].bit_length(), group))
    place_of: Mapping[Group, int] = {group: at for at, group in enumerate(ordered)}
    return (
        ordered,
        {key: place_of[group] for key, group in group_of.items()},
        [counts[group] for group in ordered],
    )


Group = tuple[str, str, tuple[str, ...], str, int]
