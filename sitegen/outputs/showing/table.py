"""The row of each collection, and what is derived from all rows together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.fields import Record
from sitegen.model.options import Options
from sitegen.model.types import Label, choices_of
from sitegen.outputs.showing import (
    affairs,
    brands,
    gi,
    heritage,
    organizations,
    products,
    prose,
    schemes,
    trees,
)
from sitegen.outputs.showing.showing import RelatedGroup, Showing

SHOWINGS: dict[str, Showing] = {
    "gi": gi.SHOWING,
    "brands": brands.SHOWING,
    "products": products.SHOWING,
    "heritage": heritage.SHOWING,
    "organizations": organizations.SHOWING,
    "people": affairs.PEOPLE,
    "schemes": schemes.SHOWING,
    "policies": affairs.POLICIES,
    "figures": affairs.FIGURES,
    "events": affairs.EVENTS,
    "services": affairs.SERVICES,
    "clusters": affairs.CLUSTERS,
    "articles": prose.ARTICLES,
    "pages": prose.PAGES,
    "regions": trees.REGIONS,
    "categories": trees.CATEGORIES,
}
KIND_FIELDS = ("kind", "class")
"""The fields that sort the entries of a collection into kinds, as authors write them."""


def showing(collection: str) -> Showing:
    """The row of a collection; one without a row is shown with the defaults."""
    return SHOWINGS.get(collection) or Showing()


def listed() -> Iterator[str]:
    """The collections with lists of their own, in the order of the menu."""
    return (name for name, collection in COLLECTIONS.items() if collection.listed)


def surrounding() -> Iterator[str]:
    """The collections that surround the catalogue, in their order."""
    return (name for name, collection in COLLECTIONS.items() if collection.affair)


def in_menu() -> Iterator[str]:
    """The collections of the menu, in its order."""
    return (
        name
        for name, collection in COLLECTIONS.items()
        if collection.shown and showing(name).in_menu
    )


def related_groups() -> list[tuple[str, RelatedGroup]]:
    """(collection, group) of every group that an entry's page may have, in their order."""
    groups = [(name, group) for name in COLLECTIONS for group in showing(name).related]
    return sorted(groups, key=lambda row: row[1].rank)


def kind_options(collection: str, options: Options) -> Mapping[str, Label]:
    """The kinds of a collection: the model's, then the site's own; empty where it has none."""
    field, labels = _kinds(COLLECTIONS[collection].model)
    return {**labels, **options.choices.get(f"{collection}.{field}", {})}


def kind_title(collection: str, kind: str, options: Options) -> Label:
    """The word for a kind where it stands alone, as on the home page or at the head of its list."""
    return showing(collection).kind_titles.get(kind) or kind_options(collection, options)[kind]


@cache
def _kinds(model: type[Record]) -> tuple[str, Mapping[str, Label]]:
    for name, info in model.model_fields.items():
        written = info.alias or name
        choices = choices_of(info) if written in KIND_FIELDS else None
        if choices is not None:
            return written, choices.options
    return "", {}


def kind_of(entry: Entry, options: Options) -> Label | None:
    """The word for an entry's kind: 区域公用品牌; where a collection has no kinds, its own title."""
    kinds = kind_options(entry.collection, options)
    return kinds.get(entry.kind) if kinds else COLLECTIONS[entry.collection].title


def is_craft(entry: Entry) -> bool:
    """Crafts are in the accent colour on pages, everything else is in the primary one."""
    row = showing(entry.collection)
    return row.craft or entry.kind in row.craft_kinds
