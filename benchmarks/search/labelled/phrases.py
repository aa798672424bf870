"""Sentences: a phrase remembered from a page, and questions as they are spoken."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.search.labelled import places
from benchmarks.search.labelled.folding import fold, runs
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.shelf import Shelf

SHORTEST, LONGEST = 5, 9
TELLING = 20
PART_OF_A_NAME = 3
ABOUT_A_THING = (
    "{}哪里买", "{}哪儿有卖", "{}多少钱一斤", "{}是真的假的", "正宗的{}怎么认", "请问{}产地在哪里",
    "有没有{}", "我想买{}", "{}怎么样", "{}是什么", "哪里有{}卖", "{}什么时候上市", "买{}去哪里",
    "{}好吃吗", "想找一下{}", "{}是不是地理标志",
)  # fmt: skip
ABOUT_A_PLACE = (
    "{place}的{product}", "{place}的{product}哪里买", "{place}那边的{product}怎么样",
    "{place}有什么{product}", "{place}产的{product}多少钱", "{place}有名的{product}",
    "{place}特产{product}", "去{place}买{product}",
)  # fmt: skip


def body_phrase(shelf: Shelf, random: Random) -> Iterator[Query]:
    """Some characters in a row from the summary or the body of an entry with a body. Right: every
    entry on whose page they stand. Passed over where they hold a place, a category or as much of a
    name as people type, which answer as well, and where they stand on so many pages that they tell
    none."""
    for record in shuffled(random, (r for r in shelf.records if r.body)):
        passages = [run for run in runs(f"{record.summary}\n{record.body}") if len(run) >= SHORTEST]
        if not passages:
            continue
        run = random.choice(passages)
        size = random.randint(SHORTEST, min(LONGEST, len(run)))
        at = random.randrange(len(run) - size + 1)
        phrase = run[at : at + size]
        keys = shelf.saying(phrase)
        if len(keys) <= TELLING and not _speaks_of_a_name(shelf, phrase):
            yield Query(phrase, keys)


def question(shelf: Shelf, random: Random) -> Iterator[Query]:
    """A name, or a place and a product, in a spoken question. Right: what answers the words
    without the question."""
    pairs = places.pairs(shelf, random)
    for record in shuffled(random, (r for r in shelf.records if r.collection in places.THINGS)):
        template = random.choice(ABOUT_A_THING)
        yield Query(template.format(record.name), shelf.called(fold(record.name)))
        pair = next(pairs, None)
        if pair:
            place, product = pair
            text = random.choice(ABOUT_A_PLACE).format(place=place, product=product)
            yield Query(text, places.answer(shelf, place, product))


def _speaks_of_a_name(shelf: Shelf, phrase: str) -> bool:
    words = {
        phrase[at : at + size]
        for size in range(2, len(phrase) + 1)
        for at in range(len(phrase) - size + 1)
    }
    return any(
        word in shelf.place_words
        or word in shelf.category_words
        or shelf.called(word)
        or (len(word) == PART_OF_A_NAME and shelf.holding(word))
        for word in words
    )
