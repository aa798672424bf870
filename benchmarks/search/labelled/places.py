"""A place and a product in one query, in the ways people put them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from benchmarks.search.labelled.folding import fold
from benchmarks.search.labelled.query import Query, shuffled
from benchmarks.search.labelled.records import Record
from benchmarks.search.labelled.shelf import Keys, Shelf

THINGS = frozenset({"gi", "brands", "products", "heritage"})


def with_space(shelf: Shelf, random: Random) -> Iterator[Query]:
    """寒亭 萝卜"""
    return _queries(shelf, random, "{place} {product}")


def without_space(shelf: Shelf, random: Random) -> Iterator[Query]:
    """寒亭萝卜"""
    return _queries(shelf, random, "{place}{product}")


def reversed_pair(shelf: Shelf, random: Random) -> Iterator[Query]:
    """萝卜 寒亭, 萝卜寒亭"""
    return _queries(shelf, random, "{product} {place}", "{product}{place}")


def further_place(shelf: Shelf, random: Random) -> Iterator[Query]:
    """The same by a county that is not the entry's first."""
    for record in shuffled(random, _things(shelf)):
        _, further = shelf.places_of(record)
        product = shelf.product_of(record)
        if further and product:
            place = random.choice(further)
            shape = random.choice(("{place} {product}", "{place}{product}", "{product} {place}"))
            yield Query(shape.format(place=place, product=product), answer(shelf, place, product))


def answer(shelf: Shelf, place: str, product: str) -> Keys:
    """Every entry of that kind that lies in a place of that name or bears it in its own.

    What is called by the two words together is an answer as well.
    """
    return (shelf.in_place(place) & shelf.of_kind(product)) | shelf.called(place + product)


def pairs(shelf: Shelf, random: Random) -> Iterator[tuple[str, str]]:
    """A place and a product of the same entry; mostly a place that its name does not say."""
    for record in shuffled(random, _things(shelf)):
        product = shelf.product_of(record)
        near, _ = shelf.places_of(record)
        silent = [place for place in near if place not in fold(record.name)]
        wanted = silent if silent and random.random() < 0.7 else near
        if product and wanted and product not in shelf.place_words:
            yield random.choice(wanted), product


def _queries(shelf: Shelf, random: Random, *shapes: str) -> Iterator[Query]:
    for place, product in pairs(shelf, random):
        text = random.choice(shapes).format(place=place, product=product)
        yield Query(text, answer(shelf, place, product))


def _things(shelf: Shelf) -> Iterator[Record]:
    return (record for record in shelf.records if record.collection in THINGS and record.regions)
