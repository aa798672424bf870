"""What is to happen to a value that is written in an entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from sitegen.loading.document import Tree


@dataclass(frozen=True, slots=True)
class Write:
    """The value is written instead of the one that is there."""

    value: Tree


@dataclass(frozen=True, slots=True)
class Clear:
    """The field is emptied; the member of a list goes."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A member of a list that goes from its place and stands at another one; `index` is where it was."""

    index: int


@dataclass(frozen=True, slots=True)
class Within:
    """Some members of a list or fields of a group change. `added` has new members of a list, by the index of
    the old one before which they stand; at its length those behind all."""

    edits: dict[str | int, Edit]
    added: dict[int, list[Tree | Moved]] = field(default_factory=dict)


Edit: TypeAlias = "Write | Clear | Within"


def applied(old: Tree, edit: Edit | None) -> Tree:
    """The tree after an edit. What is emptied is "" there."""
    if edit is None:
        return old
    if isinstance(edit, Write):
        return edit.value
    if isinstance(edit, Clear):
        return ""
    if isinstance(old, dict):
        return old | {str(n): applied(old.get(str(n), ""), e) for n, e in edit.edits.items()}
    members: list[Tree] = []
    for index in range(len(old) + 1):
        for new in edit.added.get(index, ()):
            members.append(old[new.index] if isinstance(new, Moved) else new)
        if index < len(old) and not isinstance(own := edit.edits.get(index), Clear):
            members.append(applied(old[index], own))
    return members
