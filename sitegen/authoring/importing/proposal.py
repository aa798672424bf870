"""What becomes of one row of a table that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.authoring.importing.differences import FieldChange
from sitegen.authoring.importing.standing import NamedEntry
from sitegen.loading.document import Tree
from sitegen.problems import Location


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of one row. `tree` has the fields of the entry as it would then be written; `kept` are
    fields with a blank cell that stay as they are."""

    outcome: Outcome
    collection: str
    id: str
    name: str
    at: Location
    entry: NamedEntry | None
    changes: tuple[FieldChange, ...] = ()
    tree: Mapping[str, Tree] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
