"""Cards: an entry as other pages show it."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.pictures import files_of
from sitegen.outputs.parts.places import place_of
from sitegen.outputs.parts.region_word import kind_word
from sitegen.outputs.parts.seals import seal_of
from sitegen.outputs.parts.titles import card_badges
from sitegen.outputs.parts.views.cards import Card, Picture
from sitegen.outputs.render_context import RenderContext
from sitegen.outputs.showing.table import is_craft
from sitegen.rendering.images.markup import Files

DRAWING_SIDE = 400
"""Width and height that a drawing is given: it scales without end, and its file is square."""


def cards(context: RenderContext, here: str, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """The cards of entries on the page at `here`."""
    return tuple(card(context, here, entry) for entry in entries)


def card(context: RenderContext, here: str, entry: Entry) -> Card:
    """The card of an entry on the page at `here`; pages at one depth share it."""
    depth = context.href(here, addresses.HOME)
    return context.once(("card", depth, entry.key), lambda: _card(context, here, entry))


def _card(context: RenderContext, here: str, entry: Entry) -> Card:
    return Card(
        url=context.entry_href(here, entry),
        name=entry.name,
        summary=entry.summary,
        place=place_of(context.catalogue, entry),
        label=kind_word(context, entry),
        craft=is_craft(entry),
        picture=_picture(context, here, entry),
        seal=seal_of(context.plan, entry),
        badges=card_badges(context, entry),
    )


def _picture(context: RenderContext, here: str, entry: Entry) -> Picture | None:
    """The picture on a card. A drawing is a file here: many cards share it."""
    picture = entry.picture
    if picture is None:
        return None
    if picture.file in context.drawings:
        name = addresses.drawing(picture.file, craft=is_craft(entry))
        url = context.urls.shared_href(here, addresses.MEDIA + name)
        files = Files(url, DRAWING_SIDE, DRAWING_SIDE)
    else:
        files = files_of(context.plan, here, picture.file)
    return Picture(picture.alt, "", "", picture.illustration, files=files)
