"""The classes of queries, and how a set is drawn from a site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from random import Random

from benchmarks.search.labelled import (
    latin,
    names,
    numbers,
    phrases,
    places,
    slips,
    writing,
)
from benchmarks.search.labelled.query import Draw, Query
from benchmarks.search.labelled.shelf import Shelf

CLASSES: Mapping[str, Draw] = {
    "exact": names.exact,
    "middle-2": names.middle_two,
    "middle-3": names.middle_three,
    "one-character": names.one_character,
    "brand": names.brand,
    "place-product-space": places.with_space,
    "place-product": places.without_space,
    "product-place": places.reversed_pair,
    "further-place": places.further_place,
    "pinyin": latin.full_pinyin,
    "initials": latin.first_letters,
    "mixed": latin.mixed,
    "traditional": writing.traditional,
    "homophone": slips.homophone,
    "typo": slips.other_slip,
    "number-fragment": numbers.fragment,
    "number": numbers.whole,
    "width": writing.width,
    "english": latin.english,
    "body": phrases.body_phrase,
    "synonym": names.synonym,
    "everyday-name": names.everyday_name,
    "question": phrases.question,
    "southern": latin.southern,
}
TRIES = 30
"""Candidates looked at for each query that is wanted."""


def draw(
    shelf: Shelf, seed: int, per_class: int, wanted: Iterable[str] = CLASSES
) -> Iterator[tuple[str, Query]]:
    """(class, query) for up to `per_class` different queries of each class.

    The same seed draws the same from the same entries; a class does not depend on the others.
    """
    for name in wanted:
        seen: set[str] = set()
        random = Random(f"{seed}/{name}")
        for query in islice(CLASSES[name](shelf, random), per_class * TRIES):
            if len(seen) == per_class:
                break
            if query.keys and query.text not in seen:
                seen.add(query.text)
                yield name, query
