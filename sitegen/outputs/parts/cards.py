"""Cards: an entry as other pages show it."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.pictures import card_picture
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.seals import seal_of
from sitegen.outputs.parts.titles import card_badges
from sitegen.outputs.parts.views.cards import Card
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft


def cards(context: RenderContext, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """The cards of entries."""
    return tuple(card(context, entry) for entry in entries)


def card(context: RenderContext, entry: Entry) -> Card:
    """The card of an entry; all pages share it."""
    return context.once(("card", entry.key), lambda: _card(context, entry))


def _card(context: RenderContext, entry: Entry) -> Card:
    return Card(
        url=context.entry_href(addresses.ANYWHERE, entry),
        name=entry.name,
        summary=entry.summary,
        place=place_of(context.catalogue, entry),
        label=kind_word(context, entry),
        craft=is_craft(entry),
        picture=card_picture(context, addresses.ANYWHERE, entry),
        seal=seal_of(context.plan, entry),
        badges=card_badges(context, entry),
    )
