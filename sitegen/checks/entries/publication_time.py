"""On a government site every content page states when it was published, to the minute.

《政府网站发展指引》 (State Council, 2017) wants the time on the page and in its PubDate tag. Holds under
`profile: gov` only.

Passes: `published: 2025-12-16 09:00`
Fails: `published: 2025-12-16`, or no `published`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Severity

NO_TIME = Kind(
    "gov.no-publication-time",
    Severity.ERROR,
    zh="政府网站的内容页必须写明发布时间（年月日 时:分）",
    en="a content page of a government site needs its publication time, to the minute",
    fix_zh="补上 published，如 published: 2025-12-16 09:00；这是真实的发布时间，不能改动",
    fix_en="add published, such as published: 2025-12-16 09:00; it is a fact and never changes",
)


def check(entry: EntryView) -> Iterator[Finding]:
    if " " not in entry.published:
        yield Finding(NO_TIME, ("published",))


RULE = EntryRule(
    profile="gov",
    collections=frozenset(
        name
        for name, collection in COLLECTIONS.items()
        if collection.shown and not collection.tree and name != "pages"
    ),
    reads=frozenset({"published"}),
    kinds=(NO_TIME,),
    check=check,
)
