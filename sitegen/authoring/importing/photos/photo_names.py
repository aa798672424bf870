"""The name of a photo holds the name of what it shows: 1-梨酒.JPG, 梨酒 (2).jpg, 01梨酒正面.jpg."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from sitegen.loading.nearest import nearest

LONGEST: Final = 80
"""Of a longer name so many characters are looked at."""
LONGEST_PATH: Final = 240
"""So many characters of a path put photos in order."""
VIEWS: Final = (
    *("正面", "背面", "反面", "侧面", "正", "反", "背", "侧", "左", "右", "上", "下", "前", "后"),
    *("主图", "头图", "封面", "配图", "插图", "大图", "小图", "原图", "图片", "照片", "图", "照"),
    *(
        "产品",
        "实物",
        "外观",
        "包装",
        "细节",
        "局部",
        "特写",
        "近景",
        "远景",
        "全景",
        "俯视",
        "展示",
    ),
    *("副本", "修改", "最终", "高清", "新", "第", "张", "之", "的"),
    *("一", "二", "三", "四", "五", "六", "七", "八", "九", "十"),
)
"""What people add to a name to tell photos of one thing apart."""
ADDED = re.compile(rf"(?:[0-9]|{'|'.join(VIEWS)})*\Z")
MOST_HINTS: Final = 50
"""Names that share no two characters with any other are compared with all, so many times."""


def plain(text: str) -> tuple[str, frozenset[int]]:
    """The letters and figures of a text, and where among them something else stood."""
    letters: list[str] = []
    breaks: set[int] = set()
    for character in unicodedata.normalize("NFKC", text[:LONGEST]).casefold():
        if character.isalnum():
            letters.append(character)
        else:
            breaks.add(len(letters))
    return "".join(letters), frozenset(breaks)


def natural(path: str) -> list[tuple[int, int, str]]:
    """Sorts 2 before 10."""
    parts = re.split(r"([0-9]+)", unicodedata.normalize("NFKC", path[:LONGEST_PATH]).casefold())
    numbers = (part.lstrip("0") if part.isdecimal() else "" for part in parts)
    return [
        (0, len(number), number) if part.isdecimal() else (1, 0, part)
        for part, number in zip(parts, numbers, strict=True)
        if part
    ]


def says_nothing(stem: str) -> bool:
    """Whether a name is only a number, a view, or what a camera gave: 01, 正面, IMG_2040."""
    text, _ = plain(stem)
    return text.isascii() or bool(ADDED.match(text))


class KnownNames:
    """The names that photos may hold."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {text: name for name in names if (text := plain(name)[0])}
        self._lengths = sorted({len(text) for text in self._names}, reverse=True)
        self._nearby = Nearby(self._names)

    def fitting(self, stem: str) -> list[str]:
        """The names that stand in a photo's name as a whole, without those within a longer one that does."""
        text, breaks = plain(stem)
        found = [span for span in self._spans(text) if _is_whole(text, breaks, *span)]
        widest = [(start, end) for start, end in found if not _is_inside(start, end, found)]
        return list(dict.fromkeys(self._names[text[start:end]] for start, end in widest))

    def near(self, stem: str) -> str:
        """The name that a photo's name holds together with other words, else the most likely one; or ""."""
        text, _ = plain(stem)
        for start, end in self._spans(text):
            return self._names[text[start:end]]
        close = self._nearby.nearest(text)
        return self._names[close] if close else ""

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names stand, the longest first."""
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                if text[start : start + length] in self._names:
                    yield start, start + length


class Nearby:
    """Finds the nearest of many words quickly: among those that share two characters in a row."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._by_pair: dict[str, list[str]] = {}
        self._left = MOST_HINTS
        for word in self._words:
            for pair in _pairs(word):
                self._by_pair.setdefault(pair, []).append(word)

    def nearest(self, word: str) -> str:
        """The most likely word, "" where a hint would mislead."""
        shared: dict[str, int] = {}
        for pair in _pairs(word):
            for other in self._by_pair.get(pair, ()):
                shared[other] = shared.get(other, 0) + 1
        most = sorted(shared, key=lambda other: -shared[other])[:MOST_HINTS]
        if not most and self._left:
            self._left -= 1
            most = self._words
        return nearest(word, most) or ""


def _pairs(word: str) -> set[str]:
    folded = word.casefold()
    return {folded[place : place + 2] for place in range(len(folded) - 1)}


def _is_inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)


def _is_whole(text: str, breaks: frozenset[int], start: int, end: int) -> bool:
    """Whether what is joined to a name on both sides is only added to it."""
    before = max((place for place in breaks if place <= start), default=0)
    after = min((place for place in breaks if place >= end), default=len(text))
    left, right = text[before:start], text[end:after]
    return _is_added(left, left[-1:], text[start]) and _is_added(right, right[:1], text[end - 1])


def _is_added(rest: str, touching: str, edge: str) -> bool:
    if not rest:
        return True
    if touching.isdecimal() and edge.isdecimal():
        return False  # 梨酒12 is no photo of 梨酒1
    return bool(ADDED.match(rest)) or (rest.isascii() and not edge.isascii())
