"""An event does not end before it begins.

Such days are a slip of the pen, and a calendar has no place for them.

Passes: `starts: 2026-04-20`, `ends: 2026-04-26`
Fails: `starts: 2026-04-20`, `ends: 2026-04-02`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.dates import partial_date
from sitegen.problems import Kind, Severity

BEFORE_START = Kind(
    "event.ends-before-it-starts",
    Severity.ERROR,
    zh="活动 {ends} 结束，却 {starts} 才开始",
    en="the event ends on {ends} and starts on {starts}",
    fix_zh="看看哪一个写错了；只有一天的，删掉 ends",
    fix_en="see which of them is wrong; for a single day remove ends",
)


def check(entry: EntryView) -> Iterator[Finding]:
    written = (entry.field("starts"), entry.field("ends"))
    if not all(written):
        return
    starts, ends = map(partial_date, written)
    if ends.last < starts.first:
        yield Finding(BEFORE_START, ("ends",), {"starts": starts.text, "ends": ends.text})


RULE = EntryRule(
    collections=frozenset({"events"}),
    reads=frozenset({"starts", "ends"}),
    fixed=(BEFORE_START,),
    check=check,
)
