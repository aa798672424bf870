"""What a run reads from its environment: the clock and the number of processors."""

from __future__ import annotations

import os
from datetime import date, datetime
from time import time_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.pipeline.outcome import Clock


def clock_for(as_of: date | None) -> Clock:
    """The clock of a run: its as-of date is `as_of`, or today in the time zone of the site."""
    from sitegen.pipeline.outcome import Clock

    def today(timezone: str) -> date:
        from zoneinfo import ZoneInfo

        return as_of or datetime.now(ZoneInfo(timezone)).date()

    return Clock(today, time_ns)


def processors() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
