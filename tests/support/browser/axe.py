"""What axe-core objects to on the page that is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: nothing else differs between light and dark."""
RUN = """rules => axe.run({runOnly: rules, preload: false,
  resultTypes: ["violations"]}).then(result =>
  result.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(" "),
    node.failureSummary])))"""
WIDTHS = (360, 1280)


def violations(page: Page, axe: str) -> Iterator[tuple[Any, ...]]:
    """What axe finds on the open page, at every width and in both colour schemes."""
    page.add_script_tag(content=axe)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme, rules in (("light", TAGS), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            for found in page.evaluate(RUN, rules):
                yield (width, scheme, *found)
