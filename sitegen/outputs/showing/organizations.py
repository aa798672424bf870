"""Enterprises and institutions."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("申请登记、生产制作和管理保护的单位。"),
    tables=(
        FactsTable(
            "organization",
            mark("基本情况"),
            (
                "kind",
                "short_name",
                "name_en",
                "credit_code",
                "industry",
                "address",
                "geo",
                "website",
                "contact_public",
                "merged_into",
                "aka",
                "former_names",
            ),
        ),
    ),
    related=(RelatedGroup(mark("更名或并入本单位"), ("merged_into",), 60),),
    mentioned=False,
    search_weight=1,
    shows_pinyin=False,
    shows_transliteration=False,
    as_table=True,
)
