"""Kinds of problems, problems at a location, and the report of all problems of a run.

A kind of problem is a constant in the module that detects it. Problems contain facts only; they
are put into words when they are shown (`Report.text`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeVar

from sitegen import visible

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

    `zh` and `en` are format strings for the facts of a Problem, with the same names in both.
    `fix_zh` and `fix_en` say what the author can do. A part in double square brackets is left out
    if one of its facts is empty: `没有“{field}”[[，最接近的是“{nearest}”]]`.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    fix_zh: str
    fix_en: str

    def message(self, facts: Mapping[str, str], language: Language) -> str:
        return _filled(self.zh if language == "zh" else self.en, facts, LONGEST)

    def fix(self, facts: Mapping[str, str], language: Language) -> str:
        return _filled(self.fix_zh if language == "zh" else self.fix_en, facts, LONGEST_ANSWER)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file that an author can go to. Lines and columns count from 1.

    For a table `line` is the row and `field` the header of the column. In a workbook `sheet` is the
    name of the sheet, and `column` the number of the column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    field: str | None = None
    sheet: str = ""

    @property
    def cell(self) -> str:
        """The cell of a sheet as spreadsheets name it: `C7`; of a whole row the first one; else ""."""
        if not self.sheet or self.line is None:
            return ""
        return f"{letters(self.column or 1)}{self.line}"

    def __str__(self) -> str:
        if self.sheet:
            cell = "!".join(part for part in (self.sheet, self.cell) if part)
            named = f" {shortened(self.field, LONGEST)}" if self.field else ""
            return f"{self.file} [{cell}{named}]"
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join([self.file, *numbers])

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        return (self.file, self.sheet, self.line or 0, self.column or 0, self.field or "")


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem at one place. `facts` are the values for the wording of its kind."""

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


def letters(column: int) -> str:
    """The letters of a column of a spreadsheet, counted from 1: C for 3, AA for 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Mistaken(Exception):
    """Raised where the work cannot continue until somebody has corrected `problem`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(slots=True)
class Report:
    """The problems of a run. It is the only mutable value that is passed through the stages."""

    problems: list[Problem] = field(default_factory=list)
    strict: bool = False

    def take(self, result: tuple[Value, Iterable[Problem]]) -> Value:
        """Add the problems of a stage's result, and return its value."""
        value, problems = result
        self.problems.extend(problems)
        return value

    def add(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def count(self, severity: Severity) -> int:
        return sum(1 for problem in self.problems if problem.kind.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether the build must not be committed: errors, or warnings if `strict`."""
        if self.count(Severity.ERROR):
            return True
        return self.strict and self.count(Severity.WARNING) > 0

    @property
    def exit_code(self) -> int:
        return 1 if self.has_errors else 0

    def sorted(self) -> list[Problem]:
        return sorted(self.problems, key=lambda problem: problem.order)

    def text(self, language: Language = "zh", *, every: bool = False) -> str:
        """All problems in file order, one per line.

        Of a kind with many warnings or notes only EXAMPLES are listed, and their number. Errors are
        never shortened; `every` also lists all warnings and notes.
        """
        groups: dict[Kind, list[Problem]] = {}
        for problem in self.sorted():
            groups.setdefault(problem.kind, []).append(problem)
        listed: list[Problem] = []
        summaries: list[str] = []
        for kind, members in groups.items():
            is_shortened = (
                not every and kind.severity is not Severity.ERROR and len(members) > GROUP_OVER
            )
            listed += members[:EXAMPLES] if is_shortened else members
            if is_shortened:
                summaries.append(_summary(kind, len(members), language))
        listed.sort(key=lambda problem: problem.order)
        lines = [_line(problem, language) for problem in listed]
        return "".join(f"{line}\n" for line in lines + summaries)

    def json(self, language: Language = "zh") -> str:
        rows = json.dumps(list(self._rows(language)), ensure_ascii=False, indent=1)
        return visible.in_json(rows) + "\n"

    def github(self, language: Language = "zh") -> str:
        """All problems as GitHub workflow commands, which CI services show beside the line."""
        words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
        lines = []
        for problem in self.sorted():
            at = problem.at
            place = f"file={_annotation_property(at.file)}"
            place += f",line={at.line}" if at.line else ""
            place += f",col={at.column}" if at.column else ""
            cell = f"[{at.sheet}!{at.cell}] " if at.sheet else ""
            title = _annotation_property(problem.kind.code)
            message = _annotation(cell + _with_fix(problem, language))
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
                "sheet": problem.at.sheet or None,
                "cell": problem.at.cell or None,
                "field": shortened(problem.at.field, LONGEST) if problem.at.field else None,
                "message": problem.message(language),
                "fix": problem.fix(language),
                "facts": {
                    name: shortened(fact, LONGEST_ANSWER) for name, fact in problem.facts.items()
                },
            }


OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
NAMES = re.compile(r"\{(\w+)\}")
GROUP_OVER = 8
"""Maximum number of warnings or notes of one kind that are all listed."""
EXAMPLES = 3
"""Number of those that are listed where there are more."""
LONGEST = 120
"""Maximum length of a value in a message."""
LONGEST_ANSWER = 800
"""Maximum length of a value in what an author can do: the names of all fields are to fit in."""


def shortened(text: str, limit: int) -> str:
    """The text, or the two ends of a longer one with … between them: `limit` characters in all."""
    end = limit // 3
    return text if len(text) <= limit else f"{text[: limit - end - 1]}…{text[-end:]}"


def _filled(wording: str, facts: Mapping[str, str], limit: int) -> str:
    def part(match: re.Match[str]) -> str:
        return match[1] if all(facts[name] for name in NAMES.findall(match[1])) else ""

    shown = {name: shortened(fact, limit) for name, fact in facts.items()}
    return OPTIONAL.sub(part, wording).format_map(shown)


def _line(problem: Problem, language: Language) -> str:
    word = SEVERITY_WORDS[language][problem.kind.severity]
    place = str(problem.at)
    if problem.at.field and problem.at.column is None and not problem.at.sheet:
        place += f" [{shortened(problem.at.field, LONGEST)}]"
    line = f"{place}: {word}: {_with_fix(problem, language)} [{problem.kind.code}]"
    return visible.one_line(line)


def _with_fix(problem: Problem, language: Language) -> str:
    joint = "。" if language == "zh" else ". "
    return f"{problem.message(language)}{joint}{problem.fix(language)}"


def _summary(kind: Kind, count: int, language: Language) -> str:
    if language == "zh":
        return f"[{kind.code}] 共 {count} 处，上面示例 {EXAMPLES} 处；加 --all 全部列出"
    return f"[{kind.code}] {count} in all, {EXAMPLES} shown above; --all lists them"


def _annotation_property(text: str) -> str:
    return _annotation(text).replace(":", "%3A").replace(",", "%2C")


def _annotation(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible.one_line(escaped)
