"""The days that an entry states of itself follow each other, and none is still to come.

An entry that is public before its own `published` says of itself that it is not there yet: what was meant is
`publish_from`. One whose last day comes before its first is never public, and nobody notices.

Passes: `published: 2026-01-05`, `updated: 2026-02-01`
Fails: `updated: 2026-01-05`, `published: 2026-02-01`; `publish_from` after `publish_until`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

NOT_YET = Kind(
    "entry.published-in-future",
    Severity.WARNING,
    zh="发布时间 {published} 还没有到，条目却已经公开",
    en="the entry is public already, but states that it is published on {published}",
    fix_zh="到那天才公开，就写 publish_from: {right}；日期写错了，就改正",
    fix_en="to make it public on that day write publish_from: {right}; or else correct the date",
)
UPDATED_BEFORE = Kind(
    "entry.updated-before-published",
    Severity.WARNING,
    zh="更新时间 {updated} 早于发布时间 {published}",
    en="it was updated on {updated}, before it was published on {published}",
    fix_zh="看看哪一个写错了；发布以后没有改过的，删去 updated",
    fix_en="see which of them is wrong; if nothing has changed since, remove updated",
)
NEVER = Kind(
    "entry.never-public",
    Severity.ERROR,
    zh="{until} 下线，却 {start} 才上线：它永远不公开",
    en="it is public until {until}, but from {start} on: it never is",
    fix_zh="看看哪一个写错了",
    fix_en="see which of them is wrong",
)


def check(catalogue: CatalogueView) -> Iterator[Finding]:
    future = f"{catalogue.today.isoformat()} 24"
    for key, entry in catalogue.known.items():
        start, until = entry.publish_from, entry.publish_until
        if start and until and until < start:
            facts = {"start": start, "until": until}
            yield Finding(NEVER, catalogue.at(key, "publish_until"), facts)
        published, updated = entry.published, entry.updated
        if published > future and catalogue.is_public(key):
            facts = {"published": published, "right": published[:10]}
            yield Finding(NOT_YET, catalogue.at(key, "published"), facts)
        if updated and updated < published[: len(updated)]:
            facts = {"published": published, "updated": updated}
            yield Finding(UPDATED_BEFORE, catalogue.at(key, "updated"), facts)


RULE = CatalogueRule(
    reads=frozenset({"published", "updated", "publish_from", "publish_until"}),
    kinds=(NOT_YET, UPDATED_BEFORE, NEVER),
    check=check,
)
