"""Where a citizen reports a fake: the site's own page about 12315, where it has one."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.render_context import RenderContext

TELEPHONE = "12315"
"""The complaints line of the market regulators; a page or article with it in its id tells how to use it."""


def report_page(catalogue: Catalogue) -> Entry | None:
    """The page or article about reporting, by its id; a page before an article."""
    for collection in ("pages", "articles"):
        for entry in catalogue.collections[collection]:
            if TELEPHONE in entry.id.split("-"):
                return entry
    return None


def report_link(context: RenderContext, here: str) -> Link | None:
    """The link to it, None where the site has none."""
    entry = report_page(context.catalogue)
    return Link(entry.name, context.entry_href(here, entry)) if entry else None
