"""The pages that show the whole catalogue from one side, as the footer leads to them."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.catalogue.catalogue import Catalogue
from sitegen.outputs import addresses
from sitegen.outputs.parts.changes import has_changes
from sitegen.outputs.parts.seasons import has_seasons
from sitegen.outputs.parts.years import has_titles
from sitegen.outputs.showing.table import listed
from sitegen.outputs.wording import mark


def has_figures(catalogue: Catalogue) -> bool:
    return any(catalogue.collections[name] for name in listed())


OVERVIEWS: tuple[tuple[str, str, Callable[[Catalogue], bool]], ...] = (
    (addresses.SEASONS, mark("时令"), has_seasons),
    (addresses.FIGURES, mark("统计"), has_figures),
    (addresses.TIMELINE, mark("历年认定"), has_titles),
    (addresses.CHANGES, mark("更新记录"), has_changes),
)
"""(address, title, whether the site has such a page) of each."""
