"""The problems of a table by their cause: what is wrong in the same way in many cells is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.problems import Language, Problem

PLACES = 12
"""So many places of one cause are named."""


def cause_lines(problems: Iterable[Problem], language: Language) -> Iterator[str]:
    """A line for each cause, the gravest and most frequent first."""
    from sitegen.problems import Report, Severity

    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: problem.order):
        at = problem.at
        said = (problem.message(language), problem.fix(language))
        groups.setdefault((problem.kind.code, *said, at.file, at.sheet, at.field), []).append(
            problem
        )
    grave = list(Severity)
    ordered = sorted(
        groups.values(), key=lambda group: (grave.index(group[0].kind.severity), -len(group))
    )
    for group in ordered:
        line = Report(group[:1]).text(language).rstrip("\n")
        yield line + _places(group, language)


def _places(group: Sequence[Problem], language: Language) -> str:
    """The places of a cause that is in several cells, "" where it is in one."""
    if len(group) == 1:
        return ""
    named = [problem.at.cell or str(problem.at.line) for problem in group[:PLACES]]
    rest = "…" if len(group) > PLACES else ""
    if language == "zh":
        return f"（{len(group)} 处：{'、'.join(named)}{rest}）"
    return f" ({len(group)} places: {', '.join(named)}{rest})"
