"""The rules that hold for a site: site.yaml may set what they find to off, warning or error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from sitegen import kinds
from sitegen.checks.rule import AnyRule
from sitegen.config.settings import OFF
from sitegen.config.site import Site
from sitegen.loading.nearest import nearest
from sitegen.problems import Kind, Location, Problem, Severity

UNKNOWN_CODE = Kind(
    "site.unknown-rule",
    Severity.ERROR,
    zh="没有问题代码“{code}”[[，最接近的是“{nearest}”]]",
    en="there is no problem code “{code}”[[; the nearest is “{nearest}”]]",
    fix_zh="写报告里方括号中的代码；能设的见 docs/problems.md",
    fix_en="write a code as it stands in brackets in a report; docs/problems.md says which can be set",
)
CANNOT_BE_SET = Kind(
    "site.fixed-rule",
    Severity.ERROR,
    zh="“{code}”不能关闭，也不能改级别：生成网站要靠这项检查",
    en="“{code}” can be neither turned off nor given another level: building relies on it",
    fix_zh="从 rules 里删掉这一行；能设的见 docs/problems.md",
    fix_en="remove this line from rules; docs/problems.md says which can be set",
)
AnyOne = TypeVar("AnyOne", bound=AnyRule)


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """All rules, and the severity of those codes that a site sets: None for those turned off."""

    rules: tuple[AnyRule, ...]
    levels: Mapping[str, Severity | None]

    def of(self, kind: type[AnyOne]) -> tuple[AnyOne, ...]:
        """The rules of one class."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind))

    def counts(self, kind: Kind) -> bool:
        """Whether findings of this kind are reported at all."""
        return self.levels.get(kind.code, kind.severity) is not None

    def problem(self, kind: Kind, at: Location, facts: Mapping[str, str]) -> Problem:
        """A finding that counts, as severe as the site wants it."""
        level = self.levels.get(kind.code)
        return Problem(replace(kind, severity=level) if level else kind, at, facts)


def chosen(rules: tuple[AnyRule, ...], site: Site) -> tuple[RulesInForce, list[Problem]]:
    """The rules as a site has set them, and what is wrong with its setting."""
    settings = site.settings.rules
    known = settable(rules)
    levels = {
        code: None if level == OFF else Severity(level)
        for code, level in settings.items()
        if code in known
    }
    wrong = [code for code in settings if code not in known]
    return RulesInForce(rules, levels), list(_wrong(wrong, known, site)) if wrong else []


def settable(rules: tuple[AnyRule, ...]) -> dict[str, Kind]:
    """The kinds of problem, by code, that a site may set."""
    return {kind.code: kind for rule in rules for kind in rule.kinds}


def _wrong(codes: list[str], known: Mapping[str, Kind], site: Site) -> Iterator[Problem]:
    every = {kind.code for kind in kinds.every()}
    for code in codes:
        at = site.at("rules", code, key=True)
        if code in every:
            yield Problem(CANNOT_BE_SET, at, {"code": code})
        else:
            yield Problem(UNKNOWN_CODE, at, {"code": code, "nearest": nearest(code, known) or ""})
