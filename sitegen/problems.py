"""What can be wrong, where, and the report in which all problems of a run meet.

A kind of problem is a constant beside the code that finds it. The finder states facts; only the
edge (`Report.text`) speaks a language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeVar

Value = TypeVar("Value")
Language = Literal["zh", "en"]


class Severity(StrEnum):
    """An error stops the build; a warning stops it under `--strict`; a note never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_WORDS: dict[Language, dict[Severity, str]] = {
    "zh": {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "说明"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"},
}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: a permanent code (`area.what-is-wrong`) and its wording.

    `zh` and `en` are format strings over the facts of a Problem (the same names in both); `fix_zh`
    and `fix_en` say what the author can do about it. A part in double square brackets is left out
    where a fact in it is empty: `没有“{field}”[[，最接近的是“{nearest}”]]`.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    fix_zh: str
    fix_en: str

    def message(self, facts: Mapping[str, str], language: Language) -> str:
        return _filled(self.zh if language == "zh" else self.en, facts)

    def fix(self, facts: Mapping[str, str], language: Language) -> str:
        return _filled(self.fix_zh if language == "zh" else self.fix_en, facts)


@dataclass(frozen=True, slots=True)
class Location:
    """A place an author can go to. Lines and columns count from 1; for a table `line` is the row
    and `field` the column header."""

    file: str
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([self.file, *numbers])

    @property
    def order(self) -> tuple[str, int, int, str]:
        return (self.file, self.line or 0, self.column or 0, self.field or "")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place. `facts` fill the wording of its kind."""

    kind: Kind
    at: Location
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def order(self) -> tuple[object, ...]:
        return (self.at.order, self.kind.code, tuple(sorted(self.facts.items())))

    def message(self, language: Language) -> str:
        return self.kind.message(self.facts, language)

    def fix(self, language: Language) -> str:
        return self.kind.fix(self.facts, language)


class Mistaken(Exception):
    """Raised where work cannot go on before somebody has put a problem right."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(slots=True)
class Report:
    """The problems of a run. The only mutable value that travels through the stages."""

    problems: list[Problem] = field(default_factory=list)
    strict: bool = False

    def take(self, result: tuple[Value, Iterable[Problem]]) -> Value:
        """Keep a stage's problems and hand on what it made."""
        value, problems = result
        self.problems.extend(problems)
        return value

    def add(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def count(self, severity: Severity) -> int:
        return sum(1 for problem in self.problems if problem.kind.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether the build must not be committed."""
        if self.count(Severity.ERROR):
            return True
        return self.strict and self.count(Severity.WARNING) > 0

    @property
    def exit_code(self) -> int:
        return 1 if self.has_errors else 0

    def sorted(self) -> list[Problem]:
        return sorted(self.problems, key=lambda problem: problem.order)

    def text(self, language: Language = "zh", *, every: bool = False) -> str:
        """All problems in file order, one line each; where one kind has many, a few examples.

        Errors are always all shown; `every` shows all warnings and notes too.
        """
        groups: dict[Kind, list[Problem]] = {}
        for problem in self.sorted():
            groups.setdefault(problem.kind, []).append(problem)
        shown: list[Problem] = []
        tails: list[str] = []
        for kind, members in groups.items():
            folded = not every and kind.severity is not Severity.ERROR and len(members) > GROUP_OVER
            shown += members[:EXAMPLES] if folded else members
            if folded:
                tails.append(_folded(kind, len(members), language))
        shown.sort(key=lambda problem: problem.order)
        lines = [_line(problem, language) for problem in shown]
        return "".join(f"{line}\n" for line in lines + tails)

    def json(self, language: Language = "zh") -> str:
        return json.dumps(list(self._rows(language)), ensure_ascii=False, indent=1) + "\n"

    def github(self, language: Language = "zh") -> str:
        """Annotations that a CI service shows beside the line."""
        words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
        lines = []
        for problem in self.sorted():
            at = problem.at
            place = f"file={_property(at.file)}"
            place += f",line={at.line}" if at.line else ""
            place += f",col={at.column}" if at.column else ""
            title = _property(problem.kind.code)
            message = _annotation(_with_fix(problem, language))
            word = words[problem.kind.severity]
            lines.append(f"::{word} {place},title={title}::{message}\n")
        return "".join(lines)

    def _rows(self, language: Language) -> Iterator[dict[str, Any]]:
        for problem in self.sorted():
            yield {
                "code": problem.kind.code,
                "severity": problem.kind.severity.value,
                "file": problem.at.file,
                "line": problem.at.line,
                "column": problem.at.column,
                "field": problem.at.field,
                "message": problem.message(language),
                "fix": problem.fix(language),
                "facts": dict(problem.facts),
            }


OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
NAMES = re.compile(r"\{(\w+)\}")
GROUP_OVER = 8
EXAMPLES = 3


def _filled(wording: str, facts: Mapping[str, str]) -> str:
    def part(found: re.Match[str]) -> str:
        return found[1] if all(facts[name] for name in NAMES.findall(found[1])) else ""

    return OPTIONAL.sub(part, wording).format_map(facts)


def _line(problem: Problem, language: Language) -> str:
    word = SEVERITY_WORDS[language][problem.kind.severity]
    place = str(problem.at)
    if problem.at.field and problem.at.column is None:
        place += f" [{problem.at.field}]"
    return f"{place}: {word}: {_with_fix(problem, language)} [{problem.kind.code}]"


def _with_fix(problem: Problem, language: Language) -> str:
    joint = "。" if language == "zh" else ". "
    return f"{problem.message(language)}{joint}{problem.fix(language)}"


def _folded(kind: Kind, count: int, language: Language) -> str:
    if language == "zh":
        return f"[{kind.code}] 共 {count} 处，上面示例 {EXAMPLES} 处；加 --all 全部列出"
    return f"[{kind.code}] {count} in all, {EXAMPLES} shown above; --all lists them"


def _property(text: str) -> str:
    return _annotation(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
