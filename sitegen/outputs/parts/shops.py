"""Where a product is sold: rows of its page, with a page of our own before each shop outside the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.model import telephone
from sitegen.model.entry import Entry
from sitegen.outputs import addresses
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.render_context import RenderContext


def shop_facts(
    context: RenderContext, here: str, entry: Entry, places: Iterable[Any]
) -> Iterator[Fact]:
    """A row for each place. A web address stands there as text, too: where messengers open no shops, it is copied."""
    for place in places:
        parts = [place.name, place.address or "", place.text or ""]
        shop = context.href(here, addresses.leaving(entry, place.url)) if place.url else ""
        values = [
            Value(" ".join(part for part in parts if part), shop, note=checked(context, place))
        ]
        if place.url:
            values.append(Value(place.url))
        if place.phone:
            values += (Value(text, link) for text, link in telephone.linked(place.phone))
        yield Fact(place.channel, tuple(values))


def checked(context: RenderContext, place: Any) -> str:
    """When a place to buy was checked, "" where it was not."""
    return context.say("核对于{day}", day=place.checked.isoformat()) if place.checked else ""
