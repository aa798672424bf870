"""The ledger in numbers: how many names, approvals and announcements stand in it."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue


class Totals(NamedTuple):
    """The protections of the ledger: names that are protected, approvals, and announcements."""

    names: int
    approvals: int
    announcements: int


def totals(catalogue: Catalogue) -> Totals:
    rows = catalogue.protections
    return Totals(
        names=len({row.subject for row in rows}),
        approvals=len(rows),
        announcements=len({row.announcement.id for row in rows}),
    )
