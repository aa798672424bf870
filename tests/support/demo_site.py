"""The demo site of this repository, read and planned by the real stages, nothing rendered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from sitegen.outputs.files import search_index
from sitegen.outputs.parts.poster_fonts import NO_FONT
from sitegen.outputs.parts.scripts import of_index
from sitegen.outputs.render_context import RenderContext
from sitegen.pipeline import stages
from sitegen.pipeline.prepared_site import PreparedSite
from sitegen.problems import Report
from tests.support.basic_site import AS_OF, REPOSITORY, clock


@cache
def plan(as_of: date = AS_OF) -> PreparedSite:
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
    # A machine may have no font for posters.
    problems = [problem for problem in report.problems if problem.kind is not NO_FONT]
    assert made is not None and not problems, report.text()
    return made


def search(context: RenderContext) -> dict[str, Mapping[str, bytes]]:
    """The three bundles of the search index by their folders."""
    scripts = of_index(context.plan.shared.scripts)
    return {
        "names": search_index.names(context, *scripts),
        "cards": search_index.cards(context, *scripts),
        "texts": search_index.texts(context, *scripts),
    }
