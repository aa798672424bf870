"""Each region has a place of its own: its tile in the grid of the home page, and its code.

Of two regions on one tile only one would be seen, and its neighbour would be gone without a word. A code
of GB/T 2260 belongs to one division.

Passes: `tile: "2,2"` and `tile: "2,3"`
Fails: `tile: "2,2"` twice; `code: "420102"` twice
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

SAME_TILE = Kind(
    "region.same-tile",
    Severity.ERROR,
    zh="方格“{tile}”已经给了“{other}”，两个地区会叠在一起",
    en="the tile “{tile}” is that of “{other}” already: one would cover the other",
    fix_zh="换一个空着的方格[[，如 {right}]]",
    fix_en="take one that is free[[, such as {right}]]",
)
SAME_CODE = Kind(
    "region.same-code",
    Severity.ERROR,
    zh="区划代码 {code} 已经是“{other}”的",
    en="the code {code} is that of “{other}” already",
    fix_zh="对照民政部公布的代码改正其中一个",
    fix_en="correct one of them by the codes that are published",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    by_tile: dict[str, str] = {}
    by_code: dict[str, str] = {}
    names = {entry.key: catalogue.name(entry.key) for entry in catalogue.entries("regions")}
    for entry in catalogue.entries("regions"):
        tile, code = (str(entry.field(name) or "") for name in ("tile", "code"))
        if tile and (other := by_tile.setdefault(tile, entry.key)) != entry.key:
            row, _, column = tile.partition(",")
            right = f"{row},{int(column) + 1}"
            facts = {
                "tile": tile,
                "other": names[other],
                "right": "" if right in by_tile else right,
            }
            yield Finding(SAME_TILE, catalogue.at(entry.key, "tile"), facts)
        if code and (other := by_code.setdefault(code, entry.key)) != entry.key:
            facts = {"code": code, "other": names[other]}
            yield Finding(SAME_CODE, catalogue.at(entry.key, "code"), facts)


RULE = CatalogueRule(
    reads=frozenset({"tile", "code"}), kinds=(SAME_CODE,), fixed=(SAME_TILE,), check=check
)
