"""Labels in square brackets: of footnotes, `[^1]: text`, and of addresses, `[label]: address`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding

FOOTNOTE_TWICE = Kind(
    "markdown.footnote-twice",
    Severity.ERROR,
    zh="脚注 [^{label}] 写了两次，只能显示一次",
    en="the footnote [^{label}] is there twice; only one can be shown",
    fix_zh="给其中一个换个编号，例如 [^{label}-2]",
    fix_en="give one of them another label, say [^{label}-2]",
)
FOOTNOTE_UNUSED = Kind(
    "markdown.footnote-unused",
    Severity.WARNING,
    zh="正文里没有 [^{label}]，这条脚注排在最后，没有编号指向它",
    en="no [^{label}] in the text leads to this footnote: it comes last, without a number that leads to it",
    fix_zh="在它说明的那句话后面写上 [^{label}]，不需要的就删去",
    fix_en="write [^{label}] behind what it explains, or remove it",
)
LABEL = re.compile(r"\[([^\[\]\n]+)\]")


class Labels:
    """The labels of one body."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._used: Counter[str] | None = None
        self.footnotes: dict[str, int] = {}
        """The line of each footnote that has been read, by its label."""

    def define_footnote(self, number: int, label: str) -> list[Finding]:
        """Remember a footnote; a finding where the body has one with this label already."""
        if label in self.footnotes:
            return [Finding(FOOTNOTE_TWICE, number, {"label": label})]
        self.footnotes[label] = number
        return []

    def unused(self, footnotes: Iterable[str], referred_to: Collection[str]) -> list[Finding]:
        """A finding for each of the footnotes, by its label, to which nothing refers."""
        return [
            Finding(FOOTNOTE_UNUSED, self._line_of(label), {"label": label})
            for label in footnotes
            if label not in referred_to
        ]

    def _line_of(self, label: str) -> int:
        """The line of a footnote: one in a list within a quotation, say, has not been counted."""
        if label in self.footnotes:
            return self.footnotes[label]
        mark = f"[^{label}]:"
        return next((n for n, text in enumerate(self._lines, start=1) if mark in text), 1)

    def leads_on(self, label: str, target: str) -> bool:
        """Whether `[label]: target` says where `[text][label]` leads. Otherwise it is text to be shown."""
        address = target.startswith(("/", "#", "<")) or ":" in target or "." in target
        if not address:
            return False
        if self._used is None:
            labels = LABEL.findall("\n".join(self._lines))
            self._used = Counter(word.strip().lower() for word in labels)
        return self._used[label.strip().lower()] > 1
