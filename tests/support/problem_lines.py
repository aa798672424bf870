"""Problems as short lines, for tests to compare: `content/gi/a.md:5:9 reference.missing`."""

from __future__ import annotations

from sitegen.problems import Problem, Report


def problem_line(problem: Problem) -> str:
    """`place code`; a place without a column names its field: `site.yaml [featured] code`."""
    at = problem.at
    field = f" [{at.field}]" if at.field and at.column is None and not at.sheet else ""
    return f"{at}{field} {problem.kind.code}"


def problem_lines(report: Report) -> list[str]:
    """The line of each problem, in the order in which a report prints them."""
    return [problem_line(problem) for problem in report.sorted()]
