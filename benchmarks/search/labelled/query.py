"""A labelled query, and the candidates that a class draws it from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.search.labelled.records import Record
from benchmarks.search.labelled.shelf import Keys, Shelf

Draw = Callable[[Shelf, Random], Iterator["Query"]]
"""A class of queries: candidates in an order that the random numbers decide. A candidate that is
ambiguous is not yielded; one that nothing answers has no keys and is passed over."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and all entries that rightly answer it."""

    text: str
    keys: Keys


def shuffled(random: Random, records: Iterable[Record]) -> Iterator[Record]:
    """All records in another order, three times over: a record may give several queries."""
    every = list(records)
    for _ in range(3):
        random.shuffle(every)
        yield from every
