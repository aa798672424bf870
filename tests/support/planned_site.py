"""The basic site with some files changed, read and planned by the real stages, nothing rendered.

For tests of what stands between reading and rendering: the catalogue, the plan. What a site is
refused for, and what is made of it, is asked of `site_test.SiteTest`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sitegen.catalogue.catalogue import Catalogue
from sitegen.checks.registry import RULES
from sitegen.checks.rule import AnyRule
from sitegen.pipeline import stages
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, clock
from tests.support.site_test import Files, SiteTest


def plan(
    root: Path,
    changes: Files = {},  # noqa: B006
    as_of: date = AS_OF,
    registry: tuple[AnyRule, ...] = RULES,
) -> tuple[PreparedSite, Report]:
    """Write the site into `root` and plan it; with the problems of its content."""
    report = Report()
    settings = clock(as_of)
    made = stages.prepare(
        SiteTest(root, changes).root,
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
    """The catalogue of a site that has no problems."""
    made, report = plan(root, changes, as_of)
    assert not report.problems, report.text()
    return made.catalogue
