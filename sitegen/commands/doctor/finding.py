"""What doctor finds: a line for each thing that it looked at, right or wrong; and the machine that it looks at."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen.model.types import Label
from sitegen.problems import SEVERITY_WORDS, Kind, Language, Location, Problem, Severity


class Machine(NamedTuple):
    """The machine as a run finds it. `now` is in seconds since 1970; `proxies` are by scheme."""

    python: tuple[int, int, int]
    platform: str
    """As `sys.platform` says: linux, darwin, win32."""
    name: str
    now: float
    is_root: bool
    umask: int
    proxies: Mapping[str, str]
    environment: Mapping[str, str]
    """The variables, with the secrets of object stores; nothing of them is told."""
    free: Callable[[Path], int]
    """The bytes that are free where a folder lies."""
    version: Callable[[str], str | None]
    """The version of a library that is installed; None where it is not."""


NOTHING = Label("", "")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. Without a problem it is right, and `said` is what it is."""

    about: Label
    said: Label = NOTHING
    problem: Problem | None = None

    @property
    def state(self) -> str:
        return str(self.problem.kind.severity) if self.problem else "ok"

    def text(self, language: Language) -> str:
        """The line for people."""
        zh = language == "zh"
        about = self.about.zh if zh else self.about.en
        if self.problem is None:
            said = self.said.zh if zh else self.said.en
            return f"ok    {about}{'：' if zh else ': '}{said}"
        word = SEVERITY_WORDS[language][self.problem.kind.severity]
        message, fix = self.problem.message(language), self.problem.fix(language)
        if zh:
            return f"{word}  {about}：{message}。{fix} [{self.problem.kind.code}]"
        return f"{word:7} {about}: {message}. {fix} [{self.problem.kind.code}]"

    def value(self, language: Language) -> dict[str, str]:
        """The line for programs."""
        zh = language == "zh"
        told = {"about": self.about.zh if zh else self.about.en, "state": self.state}
        if self.problem is None:
            return {**told, "message": self.said.zh if zh else self.said.en}
        return {
            **told,
            "code": self.problem.kind.code,
            "message": self.problem.message(language),
            "fix": self.problem.fix(language),
        }


def wrong(about: Label, kind: Kind, **facts: object) -> Finding:
    """Something that is not as it should be."""
    told = {name: str(fact) for name, fact in facts.items()}
    return Finding(about, problem=Problem(kind, Location(about.zh), told))


def has_errors(findings: Sequence[Finding]) -> bool:
    return any(finding.state == Severity.ERROR for finding in findings)


def as_json(findings: Sequence[Finding], language: Language) -> str:
    """All findings as a JSON list."""
    told = [finding.value(language) for finding in findings]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
