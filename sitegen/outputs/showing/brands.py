"""Brands."""

from __future__ import annotations

from sitegen.model.facet_settings import facets_of
from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("企业、产品和区域公用品牌，称号都出自有文号的记录。"),
    tables=(
        FactsTable(
            "brand",
            mark("品牌情况"),
            ("owner", "kind", "tier", "sector", "founded", "aka", "former_names"),
        ),
        FactsTable("trademarks", mark("商标与价值"), ("trademarks", "brand_values")),
    ),
    facets=facets_of("brands"),
    related=(RelatedGroup(mark("旗下品牌"), ("owner",), 20),),
    sold=True,
)
