"""The tier of a brand as a fact: with the status of the title on which it rests, unless that is valid."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.tiers import rows_behind, tier_words
from sitegen.model.entry import Entry
from sitegen.model.types import Label
from sitegen.outputs.parts.status_words import reservation
from sitegen.outputs.parts.titles import title_of
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.render_context import RenderContext


def tier_fact(context: RenderContext, entry: Entry, title: Label, tier: str) -> Iterator[Fact]:
    """Nothing where its title has not begun; where the ledger has none, the fact says so."""
    catalogue = context.catalogue
    words = tier_words(catalogue.options)
    rows = rows_behind(tier, catalogue.by_subject.get(entry.key, ()), words)
    if not rows and entry.key in catalogue.awaited:
        return
    note = "" if rows else context.say("没有认定记录")
    if rows and all(row.status != "valid" for row in rows):
        note = context.say(
            "{title} · {status}",
            title=title_of(catalogue, rows[-1]),
            status=reservation(context, rows[-1]),
        )
    yield Fact(context.label(title), (Value(context.label(words[tier]), note=note),))
