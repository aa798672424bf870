"""The pinyin of an entry's name as pages show it: in words."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.collections import COLLECTIONS
from sitegen.model.entry import Entry
from sitegen.model.pinyin_words import by_word
from sitegen.outputs.plan_context import PlanContext
from sitegen.outputs.showing.table import showing


def reading_of(context: PlanContext, entry: Entry) -> str:
    """The reading of an entry's name; "" where its author gives none, and of what has a title rather than a name, such
    as a policy: there it serves search and order alone."""
    is_title = COLLECTIONS[entry.collection].affair and not showing(entry.collection).shows_pinyin
    if not entry.pinyin or is_title:
        return ""
    # The plan asks for it, and so does the page.
    return context.once(("reading", entry.key), lambda: _reading(context, entry))


def _reading(context: PlanContext, entry: Entry) -> str:
    places = context.once(("place names", entry.regions), lambda: _places(context, entry))
    goods = context.once("names of goods", lambda: _goods(context))
    return by_word(entry.name, entry.pinyin, places, goods)


def _places(context: PlanContext, entry: Entry) -> frozenset[str]:
    """All names that the regions of an entry, and those around them, have or had."""
    regions = context.catalogue.regions
    nodes = {node for region in entry.regions for node in (region, *regions.ancestors(region))}
    found = (context.catalogue.entries.get(f"regions:{node}") for node in nodes)
    return _names(region for region in found if region)


def _goods(context: PlanContext) -> frozenset[str]:
    """The names and everyday words of all categories."""
    catalogue = context.catalogue
    categories = catalogue.collections["categories"]
    worded = (entry for entry in categories if entry.may_have("synonyms"))
    words = {word for entry in worded for word in catalogue.record(entry).synonyms}
    return _names(categories) | words


def _names(entries: Iterable[Entry]) -> frozenset[str]:
    return frozenset(
        name for entry in entries for name in (entry.name, *(other for other, _ in entry.called))
    )
