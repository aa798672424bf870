"""The ledger in numbers: how many names, approvals and announcements stand in it."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.outputs.parts.published import Published, figures_of, latest, newest_releases


class Totals(NamedTuple):
    """The protections of the ledger: names that are protected, approvals, and announcements."""

    names: int
    approvals: int
    announcements: int


def figures_of_the_ledger(catalogue: Catalogue) -> list[Published]:
    """The published figures that count geographical indications, those of the newest release first."""
    every = (
        one
        for release in newest_releases(catalogue)
        for one in figures_of(catalogue, release)
        if one.row.counts == "gi"
    )
    return list(latest(every))


def published_total(catalogue: Catalogue, collection: str) -> Published | None:
    """The newest published figure that says how many entries of a collection there are in all, else None."""
    for release in newest_releases(catalogue):
        for one in figures_of(catalogue, release):
            is_total = one.row.scope == "total" and not one.row.count_year
            if is_total and one.row.counts == collection:
                return one
    return None


def has_ledger(catalogue: Catalogue) -> bool:
    """Whether there is anything to hold against each other."""
    return bool(catalogue.protections)


def totals(catalogue: Catalogue) -> Totals:
    rows = catalogue.protections
    return Totals(
        names=len({row.subject for row in rows}),
        approvals=len(rows),
        announcements=len({row.announcement.id for row in rows}),
    )
