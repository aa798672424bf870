"""Which scripts a theme has, at which addresses, and which of them a page begins with.

Those of the default theme are built from modules (templates/js/build.mjs) and kept with the source. A
site's own templates/js/built/ may replace them by files of the same names; any other file there is one
more script of every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.outputs import addresses
from sitegen.rendering.templates import Theme

FOLDER = "js/built/"
SUFFIX = ".js"

BOX = "search-box"
"""The search box: on every page but these two."""
HOME = "search-home"
"""The home page has this instead: the box, and what there is this month."""
PAGE = "search-page"
"""The search page has this instead."""
ENGINE = "search-engine"
"""Loaded by both when there is something to look for."""
FALLBACKS = "search-fallbacks"
"""Loaded by the engine when its own ways give no result."""
SEARCH = (BOX, HOME, PAGE, ENGINE, FALLBACKS)
LISTS = "list-narrowing"
"""The facets of lists: on lists alone."""
VERIFY = "verify"
"""On the pages where numbers are looked up, beside the search box."""
TURNS = "status-turns"
"""On all pages of a site whose titles have terms: a badge of one may be on any."""
MAKERS = "makers-table"
"""On the tables of makers, which it sorts, and of which it leaves those that are chosen."""
FOLDS = "entry-folds"
"""On pages of entries with tables that phones fold."""
ELDER = "elder-mode"
"""The large letters: on every page, and before anything is painted."""
OWN = (ELDER, *SEARCH, LISTS, VERIFY, TURNS, MAKERS, FOLDS)
"""The scripts of the default theme; any other is one more of every page."""
INSTEAD = {addresses.HOME: HOME, addresses.SEARCH: PAGE}
"""The pages with another script than the box."""


def file_of(name: str) -> str:
    """The theme's file of a script."""
    return FOLDER + name + SUFFIX


def addresses_of(theme: Theme) -> dict[str, str]:
    """The address of each script by its name, in the order of names."""
    scripts = {}
    for file in theme.names(SUFFIX):
        name = file.removeprefix(FOLDER).removesuffix(SUFFIX)
        if file == file_of(name) and "/" not in name:
            scripts[name] = f"{addresses.ASSETS}{name}-{theme.digests[file][:12]}{SUFFIX}"
    return scripts


def of_index(scripts: Mapping[str, str]) -> tuple[str, ...]:
    """The file names of the scripts that read the search index."""
    return tuple(scripts[name].rpartition("/")[2] for name in (ENGINE, FALLBACKS))


def of_page(here: str, scripts: Mapping[str, str], own: Iterable[str] = ()) -> tuple[str, ...]:
    """The addresses of the scripts that the page at `here` begins with, that of search first. `own` are the
    names of those that pages of its family alone have."""
    search = INSTEAD.get(here, BOX)
    every = (name for name in scripts if name not in OWN)
    return tuple(scripts[name] for name in (search, *own, *every))
