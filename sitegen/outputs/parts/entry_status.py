"""The one status that stands for an entry where there is room for one: in the search and in facets."""

from __future__ import annotations

from sitegen.catalogue.catalogue import Catalogue
from sitegen.model.entry import Entry

WITHDRAWN = "withdrawn"
BEST_STATUS_FIRST = (
    "valid",
    "conditional",
    "review-due",
    "pending",
    "suspended",
    "revoked",
    "expired",
    "historic",
)
"""An entry has the first of these that any of its titles has."""


def status_of(catalogue: Catalogue, entry: Entry) -> str:
    """The status that stands for an entry, "" where it has no title."""
    if entry.key in catalogue.gone:
        return WITHDRAWN
    statuses = {row.status for row in catalogue.by_subject.get(entry.key, ())}
    return next((status for status in BEST_STATUS_FIRST if status in statuses), "")
