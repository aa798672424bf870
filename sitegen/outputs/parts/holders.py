"""Who holds a title today: persons and others apart, and grades, so that no prize is mixed with a nomination."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.catalogue.catalogue import Catalogue
from sitegen.catalogue.status import CURRENT
from sitegen.model.collections import COLLECTIONS
from sitegen.model.recognitions import is_nomination
from sitegen.outputs.parts.count_tables import CountTable, count_table
from sitegen.outputs.plan_context import PlanContext


class Group(NamedTuple):
    """The holders of a title of one collection and one grade, by their keys."""

    scheme: str
    collection: str
    grade: str
    keys: tuple[str, ...]


def holder_groups(catalogue: Catalogue, scheme: str) -> tuple[Group, ...]:
    """The groups of a scheme, prizes before nominations, in the order of collections."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for row in catalogue.by_scheme.get(scheme, ()):
        if row.status in CURRENT and row.subject in catalogue.entries:
            sort = (row.subject.partition(":")[0], row.level)
            found.setdefault(sort, {})[row.subject] = None
    order = list(COLLECTIONS)
    sorts = sorted(found, key=lambda s: (is_nomination(s[1]), order.index(s[0]), s[1]))
    return tuple(Group(scheme, *sort, tuple(found[sort])) for sort in sorts)


def holder_table(context: PlanContext, groups: Sequence[Group]) -> CountTable:
    """These groups by place, a column each in their order."""
    return count_table(
        context, {str(place): frozenset(group.keys) for place, group in enumerate(groups)}
    )
