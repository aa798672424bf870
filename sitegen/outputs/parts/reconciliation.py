"""The ledger in numbers: how many names, approvals and announcements stand in it."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.config.settings import Published
from sitegen.config.site import Site


class Totals(NamedTuple):
    """The protections of the ledger: names that are protected, approvals, and announcements."""

    names: int
    approvals: int
    announcements: int


def figures_announced(site: Site, catalogue: Catalogue) -> tuple[Published, ...]:
    """The figures that had been announced elsewhere by the day."""
    figures = site.settings.published_figures
    return tuple(f for f in figures if f.date is None or f.date.first <= catalogue.as_of)


def has_ledger(site: Site, catalogue: Catalogue) -> bool:
    """Whether there is anything to hold against each other."""
    return bool(catalogue.protections or figures_announced(site, catalogue))


def totals(catalogue: Catalogue) -> Totals:
    rows = catalogue.protections
    return Totals(
        names=len({row.subject for row in rows}),
        approvals=len(rows),
        announcements=len({row.announcement.id for row in rows}),
    )
