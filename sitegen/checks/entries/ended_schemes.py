"""A scheme that has ended says since when, or by which document.

Without the day its titles count as history from the beginning, and readers cannot see whether one of
2015 was still given in good faith. Nothing on the page is wrong without it, so this is a note.

Passes: `status: 已停止` with `closed: 2019-06-25`, or with `closed_by`
Fails: `status: 已停止` with neither
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.schemes import STATUSES
from sitegen.problems import Kind, Severity

WITHOUT_END = Kind(
    "scheme.ended-without-day",
    Severity.NOTE,
    zh="写了已停止，没有写何时停止、依据什么",
    en="the scheme has ended, but not said since when or by which document",
    fix_zh="补上 closed（停止的日期）和 closed_by（停止的文件）",
    fix_en="add closed, the day, and closed_by, the document",
)
ENDED = frozenset(["ended", STATUSES["ended"].zh])


def check(entry: EntryView) -> Iterator[Finding]:
    ends = [entry.field(name) for name in ("closed", "closed_by")]
    if entry.field("status") in ENDED and not any(ends):
        yield Finding(WITHOUT_END, ("status",))


RULE = EntryRule(
    collections=frozenset({"schemes"}),
    reads=frozenset({"status", "closed", "closed_by"}),
    kinds=(WITHOUT_END,),
    check=check,
)
