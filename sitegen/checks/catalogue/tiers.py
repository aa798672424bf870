"""The tier of a brand says what the ledger says.

The tier stands in the brand's own file, the title in an announcement. If the title is raised, lowered or
taken back, the tier is easily forgotten, and the page would claim what no document gives.

Passes: `tier: 国内领先` with a row of the brand whose level is 国内领先, or names no tier
Warns: `tier: 国内领先` where the ledger has no title of the brand: the page says so beside the tier
Fails: `tier: 国内领先` where the level of the row in force is 国际一流
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogue.status import CURRENT
from sitegen.catalogue.tiers import tier_code, tier_words, tiers_named
from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

CONTRADICTS = Kind(
    "tier.contradicts-ledger",
    Severity.ERROR,
    zh="梯次是“{tier}”，{file} 里现行的认定是“{level}”",
    en="the tier is “{tier}”, the title in force in {file} is “{level}”",
    fix_zh="改成 tier: {choices}；梯次没错就改正认定里的 level",
    fix_en="change it to tier: {choices}; or correct the level in the announcement",
)
WITHOUT_TITLE = Kind(
    "tier.without-title",
    Severity.WARNING,
    zh="写了梯次“{tier}”，认定记录里却没有这个品牌",
    en="the tier is “{tier}”, but no announcement names this brand",
    fix_zh="补上授予它的公告；没有公告就删掉 tier",
    fix_en="add the announcement that gave it; where there is none, remove tier",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    words = tier_words(catalogue.site.options)
    for entry in catalogue.entries("brands"):
        written = entry.field("tier")
        if written is None:
            continue
        tier = tier_code(str(written), words)
        facts = {"tier": words[tier].zh}
        rows = catalogue.titles(entry.key)
        if not rows and not catalogue.is_awaited(entry.key):
            yield Finding(WITHOUT_TITLE, catalogue.at(entry.key, "tier"), facts)
        current = [(row, tiers_named(row.level, words)) for row in rows if row.status in CURRENT]
        other = [(row, tiers) for row, tiers in current if tiers]
        if other and all(tier not in tiers for _, tiers in other):
            row, tiers = other[-1]
            facts |= {
                "level": row.level,
                "file": catalogue.file(f"recognitions:{row.announcement.id}"),
                "choices": "、".join(words[code].zh for code in sorted(tiers)),
            }
            yield Finding(CONTRADICTS, catalogue.at(entry.key, "tier"), facts)


RULE = CatalogueRule(reads=frozenset({"tier"}), kinds=(CONTRADICTS, WITHOUT_TITLE), check=check)
