"""An article taken from elsewhere names its source.

The Copyright Law of China wants author and title named even where no permission is needed (article 24),
and readers should know who speaks.

Passes: `kind: 转载` with `sources: [{title: 青溪雪梨开园, publisher: 青溪日报, date: 2025-08-01}]`
Fails: `kind: 转载` without `sources`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

WITHOUT_SOURCE = Kind(
    "article.repost-without-source",
    Severity.ERROR,
    zh="转载的文章没有写来源",
    en="a repost without a source",
    fix_zh="补上 sources：题名、发布单位、日期",
    fix_en="add sources: title, publisher, date",
)


def check(entry: EntryView) -> Iterator[Finding]:
    if entry.kind == "repost" and not entry.field("sources"):
        yield Finding(WITHOUT_SOURCE, ("kind",))


RULE = EntryRule(
    collections=frozenset({"articles"}),
    reads=frozenset({"kind", "sources"}),
    kinds=(WITHOUT_SOURCE,),
    check=check,
)
