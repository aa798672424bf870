"""Rules that look at finished pages, in the process that makes them.

A page that stays as it was is not read again. What was found on it is in the manifest and reported by
every build, so that a build which makes nothing says the same as one which makes everything. Findings
are kept whether the site lets them count or not: a change of that setting leaves some files as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sitegen.checks.link_targets import LinkTargets
from sitegen.checks.rule import Finding, Rule
from sitegen.problems import Kind
from sitegen.rendering import anchors

HTML = ".html"


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A finished file; of HTML also its `links`, as written, and its `ids`.

    `targets` are where links may lead.
    """

    path: str
    text: str
    links: frozenset[str]
    ids: frozenset[str]
    targets: LinkTargets

    @classmethod
    def of(cls, path: str, made: str | bytes, targets: LinkTargets) -> FinishedPage:
        text = made if isinstance(made, str) else made.decode("utf-8", "replace")
        links, ids = anchors.scan(text) if path.endswith(HTML) else (frozenset(), frozenset())
        return cls(path, text, links, ids, targets)


class KeptFinding(NamedTuple):
    """A finding as it stands in the manifest."""

    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FinishedTree:
    """All files of the site as they will be; `ids` gives the fragments that a page defines, one per
    line (None: not a page)."""

    paths: frozenset[str]
    ids: Callable[[str], str | None]
    base_path: str
    _known: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def fragments(self, path: str) -> frozenset[str] | None:
        """The fragments that a page defines, None for what is no page."""
        if path not in self._known:
            text = self.ids(path)
            self._known[path] = None if text is None else frozenset(text.split("\n"))
        return self._known[path]


Judge = Callable[[str, Mapping[str, str], FinishedTree], Finding | None]
"""(path of the page, facts of a finding, the tree) → what is reported, None for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule(Rule[FinishedPage]):
    """Looks at files whose paths end with one of `files`, or at all of them where one is "".

    Where a page alone does not tell, `check` yields what may be wrong, and `judge` is asked of it in
    each build once the whole tree is known.
    """

    files: tuple[str, ...] = (HTML,)
    judge: Judge | None = None


def suffixes(rules: Sequence[PageRule]) -> tuple[str, ...]:
    """The ends of the paths of all files that are to be read."""
    return tuple(sorted({HTML, *(suffix for rule in rules for suffix in rule.files)}))


def look(rules: Sequence[PageRule], page: FinishedPage) -> tuple[KeptFinding, ...]:
    """What the rules find on a page."""
    return tuple(
        KeptFinding(finding.kind.code, dict(finding.facts))
        for rule in rules
        if page.path.endswith(rule.files)
        for finding in rule.findings(page)
    )


def judge(
    rules: Sequence[PageRule],
    findings: Mapping[str, tuple[KeptFinding, ...]],
    tree: FinishedTree,
    tell: Callable[[str, Finding], Any],
) -> dict[str, tuple[KeptFinding, ...]]:
    """Those of the findings, by page, that hold in the finished tree; `tell` hears each of them."""
    by_code: dict[str, tuple[PageRule, Kind]] = {
        kind.code: (rule, kind) for rule in rules for kind in (*rule.kinds, *rule.fixed)
    }
    holding: dict[str, tuple[KeptFinding, ...]] = {}
    for path, on_page in findings.items():
        kept = []
        for one in on_page:
            if one.code not in by_code:  # of a rule that is no more
                continue
            rule, kind = by_code[one.code]
            finding: Finding | None = Finding(kind, (), one.facts)
            if rule.judge is not None:
                finding = rule.judge(path, one.facts, tree)
            if finding is not None:
                rule.must_name(finding.kind)
                tell(path, finding)
                kept.append(one)
        if kept:
            holding[path] = tuple(kept)
    return holding


def judged_later(rules: Iterable[PageRule]) -> tuple[PageRule, ...]:
    return tuple(rule for rule in rules if rule.judge is not None)
