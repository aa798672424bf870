"""Regions and categories: the two trees in which entries stand."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, Showing
from sitegen.outputs.wording import mark

REGIONS = Showing(
    tables=(FactsTable("facts", mark("基本情况"), ("code", "aka", "former_names")),),
    mentioned=False,
    search_weight=0,
)
CATEGORIES = Showing(
    lead=mark("按东西本身来找：它是什么，就在哪一类。"),
    in_menu=False,
    tables=(FactsTable("facts", mark("基本情况"), ("synonyms",)),),
    mentioned=False,
    search_weight=0,
)
