"""sitegen archive: the site as of a day, for the last time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sitegen.commands.build import build
from sitegen.pipeline.outcome import BuildResult, Clock
from sitegen.problems import Report


def archive(
    root: Path,
    folder: Path,
    report: Report,
    clock: Clock,
    *,
    indexed: bool,
    workers: int,
    tick: Callable[[str], None] = lambda stage: None,
) -> BuildResult | None:
    """Build the site in `root` into `folder` as it is kept from now on: every page says that nothing comes after the
    day of the clock, and no status turns any more. None where the report says why not.

    Raises Busy where another process keeps the site locked.
    """
    last = replace(clock, archive=True, closing=True, indexed=indexed)
    return build(root, folder, report, last, workers=workers, tick=tick)
