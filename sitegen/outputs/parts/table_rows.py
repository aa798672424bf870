"""A list of entries as a table."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.orders import latest_start
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.titles import card_badges
from sitegen.outputs.parts.views.facets import Row
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import kind_options

DIGITS_OF_A_YEAR = 4


def rows(context: RenderContext, entries: Sequence[Entry]) -> tuple[Row, ...]:
    """The rows of entries in a table; all pages share them."""

    def row(entry: Entry) -> Row:
        return context.once(("row", entry.key), lambda: _row(context, entry))

    return tuple(map(row, entries))


def _row(context: RenderContext, entry: Entry) -> Row:
    catalogue = context.catalogue
    return Row(
        url=context.entry_href(addresses.ANYWHERE, entry),
        name=entry.name,
        place=place_of(catalogue, entry),
        kind=kind_word(context, entry) if has_kinds(catalogue, entry.collection) else None,
        badges=card_badges(context, entry) if has_titles(context.plan, entry.collection) else None,
        year=latest_start(catalogue, entry)[:DIGITS_OF_A_YEAR],
    )


def has_kinds(catalogue: Catalogue, collection: str) -> bool:
    """Whether the entries of a collection are sorted into kinds."""
    return bool(kind_options(collection, catalogue.options))


def has_titles(context: PlanContext, collection: str) -> bool:
    """Whether an entry of a collection has a title."""
    catalogue = context.catalogue
    return context.once(
        ("has titles", collection),
        lambda: any(
            entry.key in catalogue.by_subject for entry in catalogue.collections[collection]
        ),
    )
