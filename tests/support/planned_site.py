"""The basic site with some files changed, read and planned by the real stages, nothing rendered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.pipeline import stages
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Problem, Report
from tests.support.basic_site import AS_OF, BASIC, clock, write

Files = Mapping[str, str | bytes | None]


def site(root: Path, changes: Files = {}) -> Path:  # noqa: B006
    """The basic site in `root`; a file changed to None is left out."""
    files = {**BASIC, **changes}
    return write(root, {name: text for name, text in files.items() if text is not None})


def plan(
    root: Path,
    changes: Files = {},  # noqa: B006
    as_of: date = AS_OF,
    registry: tuple[AnyRule, ...] = RULES,
) -> tuple[PreparedSite, Report]:
    report = Report()
    settings = clock(as_of)
    made = stages.prepare(
        site(root, changes),
        report,
        today=settings.today,
        now=settings.now(),
        workers=1,
        use_cache=False,
        keep_cache=False,
        registry=registry,
    )
    assert made is not None, report.text()
    return made, report


def catalogue(root: Path, changes: Files = {}, as_of: date = AS_OF) -> Catalogue:  # noqa: B006
    made, report = plan(root, changes, as_of)
    assert not report.problems, report.text()
    return made.catalogue


def found(root: Path, changes: Files = {}, as_of: date = AS_OF) -> list[str]:  # noqa: B006
    """`place code facts` of each problem."""
    return [told(problem) for problem in plan(root, changes, as_of)[1].sorted()]


def told(problem: Problem) -> str:
    field = f" [{problem.at.field}]" if problem.at.field and problem.at.column is None else ""
    return f"{problem.at}{field} {problem.kind.code}"
