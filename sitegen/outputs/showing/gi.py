"""Geographical indications."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("经国家公告保护的产品名称：写明谁注册、哪份公告、什么范围、谁在用标。"),
    tables=(
        FactsTable(
            "quality", mark("它好在哪里"), ("quality.sensory", "varieties", "quality.process")
        ),
        FactsTable("measures", mark("公告写明的指标"), ("quality.measures",), reference=True),
        FactsTable(
            "origin",
            mark("产地与保护范围"),
            ("area_text", "area_regions", "quality.natural_factors", "quality.human_factors"),
        ),
        FactsTable(
            "names",
            mark("名称与标准"),
            ("aka", "former_names", "applicant", "standards", "lookalikes"),
            reference=True,
        ),
    ),
    related=(
        RelatedGroup(mark("申请登记的地理标志"), ("applicant",), 30),
        RelatedGroup(mark("用标的地理标志"), ("mark_users",), 40),
    ),
    search_weight=3,
    sold=True,
)
