"""Schemes of recognition."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("一个称号说明什么、谁给的、还在不在：先看懂，再相信。"),
    tables=(
        FactsTable(
            "scheme",
            mark("制度情况"),
            (
                "authority",
                "kind",
                "level",
                "regime",
                "status",
                "legal_basis",
                "validity_years",
                "opened",
                "closed",
                "closed_by",
                "verify_url",
                "aka",
                "former_names",
                "region",
                "categories",
            ),
        ),
    ),
    mentioned=False,
    search_weight=0,
)
