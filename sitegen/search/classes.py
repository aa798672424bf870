"""The classes of entries: those of one class have the same collection, kind, categories, status and
weight. A posting has the number of its entry's class, so facets are counted without the entries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.files import digest
from sitegen.search.facts import Labels, Node, Subject

Group = tuple[str, str, tuple[str, ...], str, int]
"""A class: (collection, kind, categories, status, weight)."""


def groups_of(subjects: Sequence[Subject]) -> tuple[list[Group], dict[str, int], list[int]]:
    """(classes of entries, number of the class by entry key, number of entries by class).

    Classes are ordered by the power of two of their number of entries, the largest first. So one
    more entry rarely changes the number of a class.
    """
    counts: dict[Group, int] = {}
    group_of = {}
    for subject in subjects:
        group = (subject.collection, subject.kind, subject.categories, subject.status,
                 subject.weight)  # fmt: skip
        group_of[subject.key] = group
        counts[group] = counts.get(group, 0) + 1
    ordered = sorted(counts, key=lambda group: (-counts[group].bit_length(), group))
    number_of_group: Mapping[Group, int] = {group: at for at, group in enumerate(ordered)}
    return (
        ordered,
        {key: number_of_group[group] for key, group in group_of.items()},
        [counts[group] for group in ordered],
    )


def digest_of(groups: Sequence[Group]) -> str:
    """Tells two lists of classes apart: a posting has the number of its class in one of them."""
    return digest(repr(groups).encode())[:8]


def rows_of(
    groups: Sequence[Group], counts: Sequence[int], labels: Labels, categories: Sequence[Node]
) -> dict[str, Any]:
    """The classes as rows [collection, kind, categories, status, weight, number of entries].

    The first four are positions in the lists of labels; -1 means none. Labels without an entry are
    left out.
    """
    collections = [row for row in labels.collections if row[0] in {group[0] for group in groups}]
    kinds = [
        row
        for row in labels.kinds
        if row[0] in {f"{collection}:{kind}" for collection, kind, *_ in groups}
    ]
    statuses = [row for row in labels.statuses if row[0] in {group[3] for group in groups}]
    collection_at = {value: at for at, (value, _) in enumerate(collections)}
    kind_at = {value: at for at, (value, _) in enumerate(kinds)}
    status_at = {value: at for at, (value, _) in enumerate(statuses)}
    category_at = {node.id: at for at, node in enumerate(categories)}
    rows = [
        [
            collection_at[collection],
            kind_at.get(f"{collection}:{kind}", -1),
            [category_at[one] for one in category_ids if one in category_at],
            status_at.get(status, -1),
            weight,
            count,
        ]
        for (collection, kind, category_ids, status, weight), count in zip(
            groups, counts, strict=True
        )
    ]
    return {
        "classes": rows,
        "collections": collections,
        "kinds": kinds,
        "statuses": statuses,
    }
