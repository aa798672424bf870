"""Seals tell entries of one list apart, and cut no word in two.

A seal stands where there is no picture. Two that are alike stand for nothing; only things of one name are told
apart by their places. Half a word says nothing, either. The words that are known are the names of regions and
categories and their synonyms.

Passes: 独根红韭菜, whose seal is 韭菜
Passes: `seal: 梭子蟹` in the entry 三疣梭子蟹
Fails: 三疣梭子蟹, whose seal is 子蟹, where 梭子蟹 is a synonym of a category
Fails: 核雕制作技艺 and 花灯制作技艺 in one list, both with the seal 技艺
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.names import folded
from sitegen.catalogue.seals import region_names, shown_seal
from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.problems import Kind, Severity

SAME_SEAL = Kind(
    "seal.same",
    Severity.WARNING,
    zh="印章“{seal}”和 {other} 的一样，在列表里分不清；这一类条目里共有 {count} 个重样的印章",
    en="the seal “{seal}” is that of {other}, too: a list cannot tell them apart; of its collection that "
    "holds for {count}",
    fix_zh="配一张图片，或写 seal: 加上最能说明它的 2–4 个字",
    fix_en="add a picture, or write seal: with the 2–4 characters that say most of it",
)
CUT_WORD = Kind(
    "seal.cut-word",
    Severity.WARNING,
    zh="印章“{seal}”把“{word}”这个词截断了；这一类条目里共有 {count} 个这样的印章",
    en="the seal “{seal}” cuts the word “{word}”; of its collection that holds for {count}",
    fix_zh="配一张图片，或写 seal: 加上完整的 2–4 个字",
    fix_en="add a picture, or write seal: with 2–4 characters that are whole words",
)
LENDERS = frozenset({"gi", "heritage", "brands", "categories"})
"""What may lend an entry a drawing. While one of them does not load nobody knows which seals will show."""
SHORTEST = 2
"""A word of one character cannot be cut."""


def check(view: CatalogueView) -> Iterator[Finding]:
    """One finding of each kind for a collection: a site without pictures has hundreds of seals."""
    if any(key.partition(":")[0] in LENDERS for key in view.failed):
        return
    words = _words(view.catalogue)
    for name, collection in COLLECTIONS.items():
        if not (collection.listed and collection.seal):
            continue
        seals = _seals(view.catalogue, view.catalogue.collections[name])
        same = list(_alike(seals))
        cut = [
            (entry, text, word)
            for entry, text in seals
            if not entry.seal and (word := cut_word(entry.label, text, words))
        ]
        for entry, text, other in same[:1]:
            facts = {"seal": text, "other": other.key, "count": str(len(same))}
            yield Finding(SAME_SEAL, view.at(entry.key, "seal" if entry.seal else "name"), facts)
        for entry, text, word in cut[:1]:
            facts = {"seal": text, "word": word, "count": str(len(cut))}
            yield Finding(CUT_WORD, view.at(entry.key, "name"), facts)


def _seals(catalogue: Catalogue, entries: Iterable[Entry]) -> list[tuple[Entry, str]]:
    """Those of a list that show a seal, with its characters."""
    places: dict[tuple[str, ...], tuple[str, ...]] = {}
    seals = []
    for entry in entries:
        known = places.get(entry.regions)
        if known is None:
            known = places[entry.regions] = region_names(catalogue, entry)
        text = "".join(shown_seal(catalogue, entry, known))
        if text:
            seals.append((entry, text))
    return seals


def _alike(seals: Iterable[tuple[Entry, str]]) -> Iterator[tuple[Entry, str, Entry]]:
    """Each entry whose seal an earlier one has, though their names differ, with that one."""
    first: dict[str, Entry] = {}
    for entry, text in seals:
        other = first.setdefault(text, entry)
        if other is not entry and folded(other.name) != folded(entry.name):
            yield entry, text, other


def cut_word(name: str, seal: str, words: frozenset[str]) -> str:
    """The longest of `words` that stands in a name partly within its seal and partly not. "" for none, and
    where the seal is a word itself: 樱桃, though 大樱桃 may be one as well."""
    if seal in words:
        return ""
    start = name.rfind(seal)
    end = start + len(seal)
    found = ""
    for at in range(len(name) if start >= 0 else 0):
        for stop in range(at + SHORTEST, len(name) + 1):
            crosses = at < start < stop or at < end < stop
            if crosses and stop - at > len(found) and name[at:stop] in words:
                found = name[at:stop]
    return found


def _words(catalogue: Catalogue) -> frozenset[str]:
    words: set[str] = set()
    for entry in (*catalogue.collections["regions"], *catalogue.collections["categories"]):
        words.update((entry.name, entry.short_name, *(name for name, _ in entry.called)))
        if entry.collection == "categories":
            words.update(catalogue.record(entry).synonyms)
    return frozenset(word for word in words if len(word) >= SHORTEST)


RULE = CatalogueRule(kinds=(SAME_SEAL, CUT_WORD), check=check)
