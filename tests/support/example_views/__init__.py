"""Example views of every template: `rich` has all there can be, `sparse` the least.

Names, numbers and dates are made up.
"""

from __future__ import annotations

from tests.support.example_views import (
    affairs,
    entries,
    files,
    finding,
    handouts,
    home,
    ladders,
    makers,
    overviews,
    policies,
    prose,
    published,
    registered,
    schemes,
)

EXAMPLES: dict[str, dict[str, object]] = {
    **home.EXAMPLES,
    **entries.EXAMPLES,
    **finding.EXAMPLES,
    **schemes.EXAMPLES,
    **ladders.EXAMPLES,
    **registered.EXAMPLES,
    **makers.EXAMPLES,
    **handouts.EXAMPLES,
    **overviews.EXAMPLES,
    **policies.EXAMPLES,
    **affairs.EXAMPLES,
    **published.EXAMPLES,
    **prose.EXAMPLES,
    **files.EXAMPLES,
}
"""The examples of a template, by its name, by their own names."""
