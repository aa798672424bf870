"""The answer of a build that would find nothing to do, without loading what a build needs."""

from __future__ import annotations

from pathlib import Path

from sitegen.building import standing
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.problems import Report


def unchanged(root: Path, output: Path, report: Report, clock: Clock) -> BuildResult | None:
    """What `build` would give where nothing has changed at all, else None with the report as it was."""
    standing_build = standing.read(root, output, clock.today, archive=clock.archive)
    if standing_build is None:
        return None
    kept_report = Report(list(standing_build.problems), report.strict)
    if kept_report.has_errors:
        return None
    report.add(standing_build.problems)
    return BuildResult(0, standing_build.kept, 0, 0, standing_build.next_change)
