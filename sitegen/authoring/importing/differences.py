"""What the row of a table changes in an entry, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from sitegen.authoring.edits.changes import Change
from sitegen.authoring.importing.standing import References
from sitegen.authoring.importing.written_values import shown, written
from sitegen.authoring.sheets.columns import Column, Part
from sitegen.authoring.sheets.entry_cells import at_place, members_of
from sitegen.loading.document import FieldPath, TableRow, Tree

ColumnPlace: TypeAlias = "tuple[tuple[str, ...], str]"
"""The place of a part, and the name of a field in it."""


class FieldChange(NamedTuple):
    """A change of one field. `old` and `new` are what people read, "" where there is nothing."""

    change: Change
    title: str
    title_en: str
    old: str
    new: str


@dataclass(slots=True)
class Differences:
    """The changes that a row makes. `kept` are the fields whose cell is blank and that stay as they are.

    `row` is the row by the paths of the entry after the changes, of which members of lists may have others
    than in the table.
    """

    row: TableRow
    changes: list[FieldChange] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


class Comparison:
    """Compares rows of one collection with entries.

    `parts` are all that an entry may have, `columns` those that the tables have, and `whole` the places of
    the lists all of whose members stand in a sheet. Blank cells empty a field with `clear`, and members that
    the sheet of a whole list lacks go.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        columns: Set[ColumnPlace],
        whole: Set[tuple[str, ...]],
        references: References,
        *,
        clear: bool,
    ) -> None:
        self.parts = [part for part in parts if any(place == part.place for place, _ in columns)]
        self.columns = columns
        self.whole = whole
        self.references = references
        self.clear = clear
        # Most rows say of the kind and the place what others say.
        self._values: dict[tuple[int, str], Tree] = {}
        self._meanings: dict[tuple[int, str] | None, Any] = {}

    def differences(
        self, old: Mapping[str, Any], new: Mapping[str, Any], row: TableRow
    ) -> Differences:
        """What a row with the fields `new` changes in an entry with the fields `old`."""
        found = Differences(TableRow(row.table, row.line))
        for part in self.parts:
            before, after = at_place(old, part.place), at_place(new, part.place)
            if not part.path:
                column = part.columns[0]
                self._field(found, column, part.place, (part.title, part.title_en), before, after)
            elif not (part.is_list or part.is_claim):
                before = before if isinstance(before, dict) else {}
                self._group(found, part, part.place, before, after or {})
            else:
                self._members(found, part, before, after, row)
        return found

    def _field(
        self,
        found: Differences,
        column: Column,
        path: FieldPath,
        titles: tuple[str, str],
        before: Any,
        after: Any,
    ) -> None:
        if not after:
            if before and not _fits_in_cell(before):
                pass  # the sheet had no text for it either
            elif before and self.clear:
                old = shown(column, before, self.references)
                found.changes.append(FieldChange(Change(path, ""), *titles, old, ""))
            elif before:
                found.kept.append(titles[0])
            return
        if before == after:
            return
        if isinstance(after, list):  # a list of texts in a sheet of its own
            value: Tree = [self._value(column, text) for text in after]
        else:
            value = self._value(column, after)
        if before and self._means(column, before) == self._means(column, value):
            return
        old = shown(column, before, self.references) if before else ""
        new = shown(column, value, self.references)
        found.changes.append(FieldChange(Change(path, value), *titles, old, new))

    def _group(
        self,
        found: Differences,
        part: Part,
        path: FieldPath,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> None:
        for column in part.columns:
            if (part.place, column.name) not in self.columns:
                continue
            heads = (f"{part.title}.{column.header}", f"{part.title_en}.{column.title_en}")
            if part.is_claim and column.name == "value":
                heads = (part.title, part.title_en)
            here = (*path, column.name)
            self._field(found, column, here, heads, before.get(column.name), after.get(column.name))

    def _members(
        self, found: Differences, part: Part, before: Any, after: Any, row: TableRow
    ) -> None:
        """The changes of a list: of members that it has, of those that are new, of those that are gone."""
        old = members_of(part, before) or []
        new = members_of(part, after) or []
        in_sheet = [index for index in range(len(new)) if (*part.place, index) in row.members]
        in_row = [index for index in range(len(new)) if index not in in_sheet]
        pairs = _paired(part, old, {index: new[index] for index in in_sheet})
        if not in_sheet and old:
            pairs = {index: _place_of(part, old, new[index]) for index in in_row}
        count = len(old)
        for index in (*in_sheet, *in_row):
            member, place = new[index], pairs.get(index)
            if place is None:
                values = self._new_member(part, member)
                path: FieldPath = (*part.place, count)
                text = "；".join(map(_text, member.values()))
                head = (part.title, part.title_en)
                found.changes.append(FieldChange(Change(path, values), *head, "", text))
                place, count = count, count + 1
            else:
                self._old_member(found, part, before, (*part.place, place), old[place], member)
            if (moved := row.members.get((*part.place, index))) is not None:
                found.row.members[(*part.place, place)] = moved
        gone = [place for place in range(len(old)) if place not in pairs.values()]
        if part.place in self.whole or (not new and len(old) == 1):
            self._gone(found, part, before, gone, old)

    def _gone(
        self,
        found: Differences,
        part: Part,
        before: Any,
        gone: Sequence[int],
        old: Sequence[Mapping[str, Any]],
    ) -> None:
        """Members that the table lacks: they go with `clear`, the last one first."""
        for place in reversed(gone):
            if not self.clear:
                found.kept.append(part.title)
                continue
            text = "；".join(map(_text, old[place].values()))
            path: FieldPath = (*part.place, place) if isinstance(before, list) else part.place
            change = Change(path, "")
            found.changes.append(FieldChange(change, part.title, part.title_en, text, ""))

    def _old_member(
        self,
        found: Differences,
        part: Part,
        before: Any,
        path: FieldPath,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
    ) -> None:
        """The changes of one member, in the form in which it is written: a statement may be a text alone, or one
        group that is in no list."""
        if not part.is_claim or isinstance(before, list):
            return self._group(found, part, path, old, new)
        if isinstance(before, dict):
            return self._group(found, part, part.place, old, new)
        inner = Differences(found.row)
        self._group(inner, part, (), old, new)
        found.kept += inner.kept
        if not inner.changes:
            return None
        value = dict(old)
        for one in inner.changes:
            value[str(one.change.path[0])] = one.change.value
        plain: Tree = value["value"] if set(value) == {"value"} else value
        texts = ["；".join(map(_text, tree.values())) for tree in (old, value)]
        found.changes.append(
            FieldChange(Change(part.place, plain), part.title, part.title_en, *texts)
        )
        return None

    def _new_member(self, part: Part, member: Mapping[str, Any]) -> dict[str, Tree]:
        columns = {column.name: column for column in part.columns}
        return {name: self._value(columns[name], text) for name, text in member.items() if text}

    def _value(self, column: Column, text: str) -> Tree:
        key = (id(column), text)
        if key not in self._values:
            self._values[key] = written(column, text, self.references)
        return self._values[key]

    def _means(self, column: Column, tree: Tree) -> Any:
        """What is written means; itself where it is not valid."""
        key = (id(column), tree) if isinstance(tree, str) else None
        if key in self._meanings:
            return self._meanings[key]
        value = column.value_of(tree)
        meaning = tree if value is None else self.references.meaning(value)
        if key is not None:
            self._meanings[key] = meaning
        return meaning


def _place_of(part: Part, old: Sequence[Mapping[str, Any]], new: Mapping[str, Any]) -> int:
    """The place of the member that the one in the row of an entry is: the one with its name, else the first."""
    name = next((column.name for column in part.columns if column.is_required), "")
    known = [_text(member.get(name, "")) for member in old]
    wanted = _text(new.get(name, ""))
    return known.index(wanted) if wanted in known else 0


def _paired(
    part: Part, old: Sequence[Mapping[str, Any]], new: Mapping[int, Mapping[str, Any]]
) -> dict[int, int]:
    """The place among the old members for those of the new ones that are the same. Lists of one length are
    the same members in their order; else what each cannot do without tells them apart."""
    if len(old) == len(new):
        return dict(zip(new, range(len(old)), strict=True))
    name = next((column.name for column in part.columns if column.is_required), "")
    places: dict[str, list[int]] = {}
    for place, member in enumerate(old):
        places.setdefault(_text(member.get(name, "")), []).append(place)
    pairs: dict[int, int] = {}
    for index, member in new.items():
        if found := places.get(_text(member.get(name, ""))):
            pairs[index] = found.pop(0)
    return pairs


def _fits_in_cell(tree: Tree) -> bool:
    """Whether the text of a cell can say what is written."""
    members = tree if isinstance(tree, list) else [tree]
    return all(isinstance(member, str) for member in members)


def _text(tree: Any) -> str:
    return tree.strip() if isinstance(tree, str) else str(tree)
