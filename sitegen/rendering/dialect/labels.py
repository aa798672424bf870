"""Labels in square brackets: of footnotes, `[^1]: text`, and of addresses, `[label]: address`."""

from __future__ import annotations

import re
from collections import Counter

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
LABEL = re.compile(r"\[([^\[\]\n]+)\]")


class Labels:
    """The labels of one body."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._used: Counter[str] | None = None
        self._footnotes: set[str] = set()

    def define_footnote(self, number: int, label: str) -> list[Finding]:
        """Remember a footnote; a finding where the body has one with this label already."""
        if label in self._footnotes:
            return [Finding(FOOTNOTE_TWICE, number, {"label": label})]
        self._footnotes.add(label)
        return []

    def leads_on(self, label: str, target: str) -> bool:
        """Whether `[label]: target` says where `[text][label]` leads. Otherwise it is text to be shown."""
        address = target.startswith(("/", "#", "<")) or ":" in target or "." in target
        if not address:
            return False
        if self._used is None:
            labels = LABEL.findall("\n".join(self._lines))
            self._used = Counter(word.strip().lower() for word in labels)
        return self._used[label.strip().lower()] > 1
