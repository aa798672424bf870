"""A survey says how it was done and how many were asked.

A satisfaction of 96 % means one thing where ten thousand people were asked by telephone, and another where sixty filled
in a form at a fair. Both stand beside each result.

Passes: `kind: 调查` with `method: 入户问卷` and `sample: 8个县，每县200户`
Fails: `kind: 调查` without `sample`
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

WITHOUT_METHOD = Kind(
    "figures.survey-without-method",
    Severity.ERROR,
    zh="调查没有写方法，读者不知道结果是怎样来的",
    en="a survey without its method: readers cannot tell where its results come from",
    fix_zh="补上 method（怎样调查的）；出处没有说的，照实写“没有公布”",
    fix_en="add method, how it was done; where the source does not say, write just that",
)
WITHOUT_SAMPLE = Kind(
    "figures.survey-without-sample",
    Severity.ERROR,
    zh="调查没有写样本，读者不知道问了多少人",
    en="a survey without its sample: readers cannot tell how many were asked",
    fix_zh="补上 sample（问了谁、多少）；出处没有说的，照实写“没有公布”",
    fix_en="add sample, who and how many were asked; where the source does not say, write just that",
)
WANTED = {"method": WITHOUT_METHOD, "sample": WITHOUT_SAMPLE}


def check(entry: EntryView) -> Iterator[Finding]:
    is_survey = entry.kind == "survey"
    for name, kind in WANTED.items():
        if not entry.field(name) and is_survey:
            yield Finding(kind, ("kind",))


RULE = EntryRule(
    collections=frozenset({"figures"}),
    reads=frozenset({"kind", *WANTED}),
    kinds=(WITHOUT_METHOD, WITHOUT_SAMPLE),
    check=check,
)
