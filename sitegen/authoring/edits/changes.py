"""The changes that somebody wants become edits: what is to happen to each value that is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.authoring.edits.alignment import pairings
from sitegen.authoring.edits.edit import Clear, Edit, Moved, Within, Write
from sitegen.authoring.edits.field_order import Fields
from sitegen.authoring.edits.forms import in_form_of
from sitegen.loading.document import FieldPath, Tree
from sitegen.model.entry import canonical
from sitegen.model.validate import without_blanks


class Change(NamedTuple):
    """The value that the field at `path` of an entry is to have: "", [] or {} where it is emptied.

    The members of lists are those of the entry before any change: `("images", 1)` emptied removes its second
    picture, and an index that the list does not have appends to it.
    """

    path: FieldPath
    value: Tree


class NotWithin(ValueError):
    """The path of a change leads into a text."""

    def __init__(self, path: FieldPath) -> None:
        super().__init__(path)
        self.path = path


@dataclass(slots=True)
class _Wanted:
    """The changes of one value: a new value for it, or changes of its members."""

    value: Tree | None = None
    members: dict[str | int, _Wanted] = field(default_factory=dict)


def edits_of(tree: Tree, changes: Sequence[Change], fields: Fields) -> Edit | None:
    """What is to happen to an entry that is written as `tree`; None where nothing is.

    Raises ValueError where two changes are of the same field, or of one within the other.
    """
    wanted = _Wanted()
    for path, value in changes:
        here = wanted
        for part in path:
            if here.value is not None:
                raise ValueError(f"two changes of {path}")
            here = here.members.setdefault(part, _Wanted())
        if here.value is not None or here.members:
            raise ValueError(f"two changes of {path}")
        here.value = without_gaps(value)
    return _edit(tree, wanted, fields, "", ())


def _edit(old: Tree, wanted: _Wanted, fields: Fields, name: str, path: FieldPath) -> Edit | None:
    """`fields` are those around the value, `name` is the field that it is in; of an entry as a whole
    `fields` are its own."""
    if wanted.value is not None:
        return _difference(old, wanted.value, fields, name)
    if not old:
        return Write(_value(wanted)) if _value(wanted) else None
    if isinstance(old, str):
        raise NotWithin(path)
    edits: dict[str | int, Edit] = {}
    added: list[Tree | Moved] = []
    inner = fields.inside(name) if name and isinstance(old, dict) else fields
    for part, member in sorted(wanted.members.items(), key=lambda item: str(item[0]).zfill(9)):
        here = (*path, part)
        if isinstance(old, list):
            if not isinstance(part, int):
                raise NotWithin(here)
            if part >= len(old):
                added += [value] if (value := _value(member)) else []
                continue
            edit = _edit(old[part], member, fields, name, here)
        else:
            edit = _edit(old.get(str(part), ""), member, inner, str(part), here)
        if edit is not None:
            edits[part] = edit
    if isinstance(old, list):
        return _of_list(old, edits, {len(old): added} if added else {})
    return Within(edits) if edits else None


def _of_list(
    old: list[Tree], edits: dict[str | int, Edit], added: dict[int, list[Tree | Moved]]
) -> Edit | None:
    if not edits and not added:
        return None
    gone = sum(isinstance(edit, Clear) for edit in edits.values())
    return Clear() if gone == len(old) and not added else Within(edits, added)


def _difference(old: Tree, new: Tree, fields: Fields, name: str) -> Edit | None:
    new = in_form_of(old, new, fields, name)
    if not new:
        return None if not without_blanks(old) else Clear()
    if old == new:
        return None
    if isinstance(old, dict) and isinstance(new, dict):
        inner = fields.inside(name) if name else fields
        names = dict.fromkeys((*old, *new))
        found = {n: _difference(old.get(n, ""), new.get(n, ""), inner, n) for n in names}
        edits: dict[str | int, Edit] = {n: edit for n, edit in found.items() if edit is not None}
        return Within(edits) if edits else None
    if isinstance(old, list) and old and isinstance(new, list):
        return _difference_of_lists(old, new, fields, name)
    return Write(new)


def _difference_of_lists(
    old: list[Tree], new: list[Tree], fields: Fields, name: str
) -> Edit | None:
    edits: dict[str | int, Edit] = {}
    added: dict[int, list[Tree | Moved]] = {}
    plain = [without_blanks(member) for member in old]
    pairs = pairings(plain, new)
    gone: dict[str, list[int]] = {}
    for index, other in pairs:
        if index is not None and other is None:
            gone.setdefault(canonical(plain[index]), []).append(index)
    before = 0
    for index, other in pairs:
        if index is None:
            assert other is not None
            from_there = gone.get(canonical(new[other]))
            member = Moved(from_there.pop(0)) if from_there else new[other]
            added.setdefault(before, []).append(member)
            continue
        before = index + 1
        edit = Clear() if other is None else _difference(old[index], new[other], fields, name)
        if edit is not None:
            edits[index] = edit
    return _of_list(old, edits, added)


def _value(wanted: _Wanted) -> Tree:
    """The value that changes make where there is none yet."""
    if wanted.value is not None:
        return wanted.value
    members = {part: value for part, member in wanted.members.items() if (value := _value(member))}
    if members and all(isinstance(part, int) for part in members):
        return [members[part] for part in sorted(members)]
    return {str(part): value for part, value in members.items()}


def without_gaps(value: Tree) -> Tree:
    """The value without blank fields and blank members of lists."""
    if isinstance(value, dict):
        return {name: new for name, member in value.items() if (new := without_gaps(member))}
    if isinstance(value, list):
        return [new for member in value if (new := without_gaps(member))]
    return value
