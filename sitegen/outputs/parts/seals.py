"""Seals as pages show them."""

from __future__ import annotations

from sitegen.catalogue import seals
from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.wording import mark

WITHOUT_NAME = mark("名录")
"""The seal of a name that has no character to show."""


def seal_of(context: PlanContext, entry: Entry) -> tuple[str, ...]:
    """The seal of an entry; empty where it has a picture, and where its collection has no seals."""
    return context.once(("seal", entry.key), lambda: _seal_of(context, entry))


def _seal_of(context: PlanContext, entry: Entry) -> tuple[str, ...]:
    if not COLLECTIONS[entry.collection].seal or context.card_picture(entry):
        return ()
    key = ("region names", entry.regions)
    places = context.once(key, lambda: seals.region_names(context.catalogue, entry))
    return seals.shown_seal(context.catalogue, entry, places) or tuple(WITHOUT_NAME)


def seal(name: str) -> tuple[str, ...]:
    """The two to four characters that stand for a name."""
    return seals.seal(name) or tuple(WITHOUT_NAME)
