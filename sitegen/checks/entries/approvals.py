"""On a government site that says so, an entry is public once somebody approved it; one person does one step alone.

Government offices want what they publish to be drafted, checked and approved by three people. Drafts wait without
a complaint.

Passes: `review: {drafted: 张三, checked: 李四, approved: 王五, date: 2026-01-05}`
Fails: `review: {drafted: 张三}` with `gov: {approval: 是}` in site.yaml
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks.entry_rule import EntryRule, EntryView
from sitegen.checks.rule import Finding
from sitegen.model.review_steps import REVIEWED, STEPS, Step, next_step
from sitegen.problems import Kind, Severity

NOT_APPROVED = Kind(
    "review.not-approved",
    Severity.ERROR,
    zh="还没有审定，不能公开：等着{step}",
    en="this may not be public before it is approved: {step_en} is missing",
    fix_zh="在 review 里写上{step}人（{right}）；先不公开的，写 draft: 是",
    fix_en="write who did it into {right} of review, and the steps after it; or draft: yes until then",
)
SAME_PERSON = Kind(
    "review.same-person",
    Severity.WARNING,
    zh="起草、复核、审定里有两步都是“{name}”",
    en="two of the steps of the review were done by “{name}”",
    fix_zh="三审三校要三个人：换成实际复核、审定的人",
    fix_en="a review needs three people: name those who checked and approved it",
)
WORDS: Mapping[Step, tuple[str, str]] = {
    "drafted": ("起草", "the draft"),
    "checked": ("复核", "the check"),
    "approved": ("审定", "the approval"),
}


def check(entry: EntryView) -> Iterator[Finding]:
    review = entry.field("review")
    if entry.settings.gov is not None and entry.settings.gov.approval:
        step = next_step(review)
        if step is not None:
            zh, en = WORDS[step]
            facts = {"step": zh, "step_en": en, "right": step}
            yield Finding(NOT_APPROVED, ("review",), facts)
    if isinstance(review, dict):
        names = [str(review[step]) for step in STEPS if review.get(step)]
        twice = next((name for at, name in enumerate(names) if name in names[:at]), "")
        if twice:
            yield Finding(SAME_PERSON, ("review",), {"name": twice})


RULE = EntryRule(
    profile="gov",
    collections=REVIEWED,
    reads=frozenset({"review"}),
    kinds=(NOT_APPROVED, SAME_PERSON),
    check=check,
)
