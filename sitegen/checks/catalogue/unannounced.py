"""A geographical indication stands in an announcement.

The list of them says that its names are protected by public announcements. A name without one may be a
famous product, but whether it is protected nobody can see: it would borrow the standing of the others.

Passes: `content/gi/qingxi-xueli.md`, and a row of an announcement with `subject: gi:qingxi-xueli`
Fails: the same without any such row
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Severity

WITHOUT_ANNOUNCEMENT = Kind(
    "entry.unannounced",
    Severity.WARNING,
    zh="没有任何公告写到它，卡片上会注明“未见公告”",
    en="no announcement names it, and its card will say so",
    fix_zh="在 content/recognitions/ 里写上公告，行里写 subject: {right}；没有公告就移到 content/products/",
    fix_en="write the announcement in content/recognitions/, with subject: {right} in its row; where "
    "there is none, move the entry to content/products/",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    named = {row.subject for row in catalogue.catalogue.ledger}
    if any(key.startswith("recognitions:") for key in catalogue.failed) or named - {
        *catalogue.known
    }:
        return  # the missing announcement may be one that did not load, or names somebody else
    for name in COLLECTIONS:
        for entry in catalogue.entries(name):
            if not catalogue.is_announced(entry.key):
                at = catalogue.at(entry.key, "name")
                yield Finding(WITHOUT_ANNOUNCEMENT, at, {"right": entry.key})


RULE = CatalogueRule(kinds=(WITHOUT_ANNOUNCEMENT,), check=check)
