"""The answer of a build that would find nothing to do, without loading what a build needs."""

from __future__ import annotations

from pathlib import Path

from sitegen.building import standing
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.problems import Report


def unchanged(root: Path, output: Path, report: Report, clock: Clock) -> BuildResult | None:
    """What `build` would give where nothing has changed at all, else None with the report as it was."""
    found = standing.read(root, output, clock.today)
    if found is None:
        return None
    said = Report(list(found.problems), report.strict)
    if said.has_errors:
        return None
    report.add(found.problems)
    return BuildResult(0, found.kept, 0, 0, found.next_change)
