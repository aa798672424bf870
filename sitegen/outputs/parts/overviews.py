"""The pages that show the whole catalogue from one side, as the footer leads to them."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.catalogue.catalogue import Catalogue
from sitegen.outputs import addresses
from sitegen.outputs.parts.seasons import has_seasons
from sitegen.outputs.wording import mark

OVERVIEWS: tuple[tuple[str, str, Callable[[Catalogue], bool]], ...] = (
    (addresses.SEASONS, mark("时令"), has_seasons),
)
"""(address, title, whether the site has such a page) of each."""
