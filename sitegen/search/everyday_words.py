"""Words for one thing (马铃薯, 土豆, 洋芋) and their English: of many groups those that a site needs.

The groups are data/everyday_words.txt and the site's own. A group is of use where one of its words
stands in a name of the site; what it has besides are words that people type.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sitegen.search.folding import DATA, fold

LATIN = re.compile(r"[a-z]+(?: [a-z]+)*")


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Folded words for one thing: `words` stand for one another, `kinds` are kinds of it and only
    answer (海鲜: 海参, 对虾), `english` are words or phrases in small letters."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    english: tuple[str, ...]


@cache
def common_groups() -> tuple[WordGroup, ...]:
    lines = (DATA / "everyday_words.txt").read_text("utf-8").splitlines()
    return tuple(_parsed(line) for line in lines if line and not line.startswith("#"))


def _parsed(line: str) -> WordGroup:
    chinese, _, english = line.partition(" : ")
    words, _, kinds = chinese.partition(" > ")
    phrases = (phrase.strip() for phrase in english.split(","))
    return WordGroup(
        tuple(map(fold, words.split())),
        tuple(map(fold, kinds.split())),
        tuple(filter(None, phrases)),
    )


def own_group(words: Iterable[str]) -> WordGroup:
    """A group of a site: its words, those in Latin letters as English."""
    english = []
    others = []
    for word in words:
        plain = " ".join(word.lower().split())
        if LATIN.fullmatch(plain):
            english.append(plain)
        elif fold(word):
            others.append(fold(word))
    return WordGroup(tuple(dict.fromkeys(others)), (), tuple(english))


def tables_of(
    groups: Sequence[WordGroup], names: Collection[str]
) -> tuple[list[str], dict[str, str]]:
    """(words, English) of the groups that answer for something in the folded names.

    Of a group of words there is a row of three lists: words in names, other words, kinds in names:
    `马铃薯 土豆|洋芋`. An English word or phrase has the words that answer for it: `马铃薯 土豆`.
    """
    occurring = _Occurring(names)
    rows: list[str] = []
    english: dict[str, dict[str, None]] = {}
    for group in groups:
        named = [word for word in group.words if word in occurring]
        kinds = [word for word in group.kinds if word in occurring]
        others = [word for word in group.words if word not in named]
        if (named and len(group.words) > 1) or kinds:
            rows.append("|".join(map(" ".join, (named, others, kinds))).rstrip("|"))
        for phrase in group.english if named or kinds else ():
            english.setdefault(phrase, {}).update(dict.fromkeys((*named, *kinds)))
    return rows, {phrase: " ".join(words) for phrase, words in sorted(english.items())}


class _Occurring:
    """Whether a word stands in any of many names. `parts` are their characters, single and in twos."""

    def __init__(self, names: Iterable[str]) -> None:
        unique = set(names)
        self.parts = frozenset(pair for name in unique for pair in _pairs(name)).union(*unique)
        self.text = "\n".join(sorted(unique))

    def __contains__(self, word: str) -> bool:
        if len(word) < 3:
            return word in self.parts
        return all(pair in self.parts for pair in _pairs(word)) and word in self.text


def _pairs(word: str) -> Iterator[str]:
    return map("".join, pairwise(word))
