"""Rules that are no rules of sitegen, to be put into a registry for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.catalogue_rule import CatalogueRule, CatalogueView
from sitegen.checks.page_rule import FinishedPage, PageRule
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

KIND = Kind("test.made-up", Severity.ERROR, "错", "wrong", "改", "correct it")
FORBIDDEN = Kind(
    "test.forbidden-word", Severity.ERROR, "“{word}”不能用", "no “{word}” here", "删", "remove it"
)
SAME_SUMMARY = Kind(
    "test.same-summary", Severity.ERROR, "和 {other} 一样", "as {other}", "改", "change it"
)
WORD = "特供"


def _forbidden(page: FinishedPage) -> Iterator[Finding]:
    if WORD in page.text:
        yield Finding(FORBIDDEN, (), {"word": WORD})


def _same_summary(catalogue: CatalogueView) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for entry in catalogue.entries():
        summary = entry.field("summary")
        other = first.setdefault(str(summary), entry.key) if summary else entry.key
        if other != entry.key:
            yield Finding(SAME_SUMMARY, catalogue.at(entry.key, "summary"), {"other": other})


FORBIDDEN_WORD = PageRule(kinds=(FORBIDDEN,), files=(".html", ".xml", ".json"), check=_forbidden)
"""No file of the site says a certain word."""
TWO_SUMMARIES = CatalogueRule(
    kinds=(SAME_SUMMARY,), reads=frozenset({"summary"}), check=_same_summary
)
"""No two entries have the same summary."""
