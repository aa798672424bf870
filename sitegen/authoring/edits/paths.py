"""Where in an entry something is: the first difference, the first value that is edited, the value with a text."""

from __future__ import annotations

from sitegen.authoring.edits.edit import Edit, Moved, Within, Write
from sitegen.loading.document import FieldPath, Tree


def first_difference(one: Tree, other: Tree) -> FieldPath | None:
    """The path of the first difference of two trees, None where they are equal."""
    if one == other:
        return None
    if isinstance(one, dict) and isinstance(other, dict):
        parts: list[str | int] = [*dict.fromkeys((*other, *one))]
        pairs = [(one.get(str(part), ""), other.get(str(part), "")) for part in parts]
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        parts = [*range(len(one))]
        pairs = list(zip(one, other, strict=True))
    else:
        return ()
    for part, (mine, theirs) in zip(parts, pairs, strict=True):
        inner = first_difference(mine, theirs)
        if inner is not None:
            return (part, *inner)
    return ()


def first_path(edit: Edit) -> FieldPath:
    """The path of the first value that is edited."""
    if isinstance(edit, Within) and edit.edits:
        part, inner = next(iter(edit.edits.items()))
        return (part, *first_path(inner))
    return ()


def path_of(edit: Edit, text: str) -> FieldPath:
    """The path of the value in which a text is to be written."""

    def found(edit: Edit) -> FieldPath | None:
        if isinstance(edit, Write):
            return () if _holds(edit.value, text) else None
        if not isinstance(edit, Within):
            return None
        for part, inner in edit.edits.items():
            path = found(inner)
            if path is not None:
                return (part, *path)
        return (
            ()
            if any(_holds(new, text) for values in edit.added.values() for new in values)
            else None
        )

    return found(edit) or ()


def _holds(value: Tree | Moved, text: str) -> bool:
    if isinstance(value, Moved):
        return False
    if isinstance(value, str):
        return value == text
    members = value.items() if isinstance(value, dict) else enumerate(value)
    return any(name == text or _holds(member, text) for name, member in members)
