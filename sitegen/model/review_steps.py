"""The three steps of a review (三审三校), of which each comes after the one before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, get_args

from sitegen.model.collections import COLLECTIONS

Step: TypeAlias = Literal["drafted", "checked", "approved"]
STEPS: Final[tuple[Step, ...]] = get_args(Step)
DAYS: Final[Mapping[Step, str]] = {
    "drafted": "drafted_on",
    "checked": "checked_on",
    "approved": "date",
}
"""The field with the day of each step."""

FIELD: Final = "review"
REVIEWED: Final = frozenset(
    name
    for name, collection in COLLECTIONS.items()
    if FIELD in collection.model.model_fields and not collection.tree
)
"""The collections whose entries have a review each."""


def next_step(review: object) -> Step | None:
    """The step that the `review` of an entry waits for, as it is written; None once all are done."""
    written = review if isinstance(review, Mapping) else {}
    return next((step for step in STEPS if not written.get(step)), None)
