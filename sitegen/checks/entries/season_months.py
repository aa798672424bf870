"""A month that the summary names is one of the months that the entry states.

The summary stands above the strip of months, and on cards without it. Where one says October and the other
September, a reader who drives out for the harvest is misled by one of them. Months of the lunar calendar
and those of a year are no seasons. An entry that states no months at all is left alone: nothing on its page
disagrees.

Passes: `summary: 见霜时收，能存到来年3月上旬。` with `harvest: 10-11` and `stored: 10-3`
Fails: the same with `harvest: 10-11` alone
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.months import month_number, months_of
from sitegen.model.numerals import HAN, half_width
from sitegen.problems import Kind, Severity

DISAGREES = Kind(
    "season.summary-disagrees",
    Severity.WARNING,
    zh="一句话里说的 {month} 月，采收、有货、可贮存的月份里都没有",
    en="the summary speaks of month {month}, which is in none of harvest, available and stored",
    fix_zh="对照出处，改一句话，或改 {fields}",
    fix_en="check the source; correct the summary, or {fields}",
)
FIELDS = ("harvest", "available", "stored")
NUMBER = rf"(?:\d{{1,2}}|[{HAN}]{{1,2}})"
NAMED = re.compile(
    rf"(?<!农历)(?<!阴历)(?<!\d年)(?<![\d{HAN}])({NUMBER})(?:[-–—~～至到]({NUMBER}))?月(?![\d{HAN}初])"
)
"""One month, or the first and last of two, as a summary names them."""


def check(entry: EntryView) -> Iterator[Finding]:
    written = {name: value for name in FIELDS if (value := entry.field(name))}
    summary = entry.field("summary") if written else None
    if not isinstance(summary, str):
        return
    stated = {month for value in written.values() for month in months_of(value)}
    for month in sorted(months_named(summary) - stated):
        facts = {"month": str(month), "fields": "、".join(written)}
        yield Finding(DISAGREES, ("summary",), facts)


def months_named(text: str) -> set[int]:
    """The months, 1 to 12, that a text names."""
    named = (month_number(word) for found in NAMED.findall(half_width(text)) for word in found)
    return {month for month in named if 1 <= month <= 12}


RULE = EntryRule(
    collections=frozenset({"gi", "products"}),
    reads=frozenset({"summary", *FIELDS}),
    kinds=(DISAGREES,),
    check=check,
)
