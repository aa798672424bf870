"""Which picture an entry shows: its own, or a drawing that is lent to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.catalogue.trees import Tree
from sitegen.model.entry import CardImage, Entry

LENDING = ("gi", "heritage", "brand")
"""The fields that name what an entry is one of; the first whose entry has a drawing lends it."""


class CardPicture(NamedTuple):
    """An image, and the entry or category whose drawing it is; None where it is the entry's own."""

    image: CardImage
    lender: Entry | None = None

    @property
    def of_category(self) -> bool:
        return self.lender is not None and self.lender.collection == "categories"


def card_picture(entry: Entry, public: Mapping[str, Entry], categories: Tree) -> CardPicture | None:
    """What an entry shows: its photograph or else its drawing; else the drawing of the GI, heritage or
    brand that it belongs to; else that of its category or of the nearest one above it.

    No photograph is lent: it would be taken for one of the entry itself.
    """
    if entry.picture is not None:
        return CardPicture(entry.picture)
    for key in _lenders(entry, categories):
        lender = public.get(key)
        if lender is not None and lender.drawing is not None:
            return CardPicture(lender.drawing, lender)
    return None


def _lenders(entry: Entry, categories: Tree) -> Iterator[str]:
    """The keys of those that may lend an entry their drawing, the nearest first."""
    for name in LENDING:
        for mention in entry.mentions:
            if mention.path == (name,):
                yield mention.target
    for category in entry.categories:
        for node in (category, *categories.ancestors(category)):
            yield f"categories:{node}"
