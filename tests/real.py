"""The demo site of this repository, read and planned by the real stages, nothing rendered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from sitegen.commands import stages
from sitegen.commands.stages import Plan
from sitegen.outputs import search as family
from sitegen.outputs.making import Making
from sitegen.problems import Report

from .sites import AS_OF, REPOSITORY, clock


@cache
def plan(as_of: date = AS_OF) -> Plan:
    report = Report()
    settings = clock(as_of)
    made = stages.prepare(
        REPOSITORY,
        report,
        today=settings.today,
        now=settings.now(),
        workers=1,
        use_cache=False,
        keep_cache=False,
    )
    assert made is not None and not report.problems, report.text()
    return made


def search(making: Making) -> dict[str, Mapping[str, bytes]]:
    """The three bundles of the search index by their folders."""
    return {
        "names": family.names(making),
        "cards": family.cards(making),
        "texts": family.texts(making),
    }
