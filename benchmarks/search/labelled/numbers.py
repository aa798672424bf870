"""Numbers: of notices, certificates, trademarks, credit codes; whole and in fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from benchmarks.search.labelled.folding import code, fold
from benchmarks.search.labelled.query import Query
from benchmarks.search.labelled.shelf import Keys, Shelf

DIGITS = re.compile(r"\d+")
LEAST = 3
"""Fewer digits say nothing: they are the days and percents of every page."""


def fragment(shelf: Shelf, random: Random) -> Iterator[Query]:
    """646, 第646号, 〔2018〕208, the tail of a certificate number or a credit code. Right: every
    entry with a number that holds it, every announcement so numbered, every page that says it."""
    numbers = sorted({number for record in shelf.records for number in record.numbers})
    for _ in range(3):
        random.shuffle(numbers)
        for number in numbers:
            text = random.choice(_fragments(number) or [""])
            if len(code(text)) >= LEAST:
                yield Query(text, answer(shelf, code(text)))


def whole(shelf: Shelf, random: Random) -> Iterator[Query]:
    """A number as it is written. Right: every entry with a number that holds it, and its
    announcement."""
    numbers = sorted({number for record in shelf.records for number in record.numbers})
    random.shuffle(numbers)
    for number in numbers:
        if len(code(number)) >= LEAST:
            text = fold(number)
            yield Query(number, _numbered(shelf, lambda other, text=text: text in fold(other)))


def answer(shelf: Shelf, digits: str) -> Keys:
    pattern = re.compile(rf"(?<![0-9a-z]){digits}(?![0-9a-z])")
    mentions = {record.key for record in shelf.records if pattern.search(record.text)}
    return _numbered(shelf, lambda number: digits in code(number)) | mentions


def _numbered(shelf: Shelf, holds: object) -> Keys:
    assert callable(holds)
    entries = {r.key for r in shelf.records if any(holds(number) for number in r.numbers)}
    notices = shelf.catalogue.collections["recognitions"]
    return frozenset(entries | {notice.key for notice in notices if holds(notice.name)})


def _fragments(number: str) -> list[str]:
    runs = DIGITS.findall(number)
    joined = code(number)
    if len(runs) == 2 and len(runs[0]) == 4 and joined.isdigit():
        year, last = runs
        return [f"〔{year}〕{last}", f"{year}年第{last}号", f"{year} {last}", f"第{last}号", last]
    if len(runs) == 1 and joined.isdigit() and len(joined) <= 4:
        return [joined, f"第{joined}号", f"{joined}号公告"]
    if len(joined) >= 8:
        return [joined, joined[-4:], joined[-6:], joined[-8:], joined[:6]]
    return [joined]
