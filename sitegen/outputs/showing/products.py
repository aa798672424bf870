"""Products."""

from __future__ import annotations

from sitegen.model.types import Label
from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

SHOWING = Showing(
    lead=mark("拿得到手的特色产品：是什么、谁在做、怎样分辨。"),
    tables=(
        FactsTable(
            "product", mark("买之前先看"), ("shelf_life", "mailable", "gift", "specs", "maker")
        ),
        FactsTable("buy", mark("哪里买"), ("buy",)),
        FactsTable(
            "more",
            mark("来历"),
            ("gi", "brand", "heritage", "aka", "former_names", "hs_code"),
        ),
    ),
    related=(
        RelatedGroup(mark("用它做的产品"), ("gi", "heritage"), 10),
        RelatedGroup(mark("用这个品牌的产品"), ("brand",), 11),
        RelatedGroup(mark("制作的产品"), ("maker",), 12),
    ),
    kind_titles={
        "landmark": Label("地标产品", "GI products"),
        "heritage": Label("非遗产品", "heritage crafts"),
    },
    craft_kinds=frozenset(["handmade", "heritage", "creative"]),
    sold=True,
)
