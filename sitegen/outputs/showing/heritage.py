"""Intangible cultural heritage."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("列入名录的传说、曲艺、技艺和习俗。"),
    tables=(
        FactsTable(
            "heritage",
            mark("项目情况"),
            ("class", "code", "origin", "organization", "bearers", "aka", "former_names"),
        ),
    ),
    related=(RelatedGroup(mark("保护的非遗项目"), ("organization",), 50),),
    craft=True,
    search_weight=3,
)
