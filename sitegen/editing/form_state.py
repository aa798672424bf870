"""What the form of an entry shows at first: the values that are written, in the one spelling that forms have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sitegen.authoring.edits.field_order import Fields
from sitegen.catalogue.names import MARK
from sitegen.editing.form_fields import FormField
from sitegen.editing.form_values import MOST_ROWS, ORIGIN, Named, months_text
from sitegen.editing.rows import rows_of
from sitegen.loading.document import Tree
from sitegen.model.dates import Moment, PartialDate
from sitegen.model.references import BY_NAME, Reference
from sitegen.problems import Language

YES_NO: Mapping[Language, tuple[str, str]] = {"zh": ("是", "否"), "en": ("yes", "no")}


@dataclass(slots=True)
class FormState:
    """The values of a form, as `form_values.posted_tree` would give them if nobody changed anything.

    `unshown` are values that a form has no field for, by their path: they stay as they are in the file.
    """

    named: Named
    language: Language
    unshown: dict[tuple[str | int, ...], Tree] = field(default_factory=dict)

    def tree(
        self,
        fields: Iterable[FormField],
        written: Mapping[str, Tree],
        values: Fields,
        path: tuple[str | int, ...] = (),
    ) -> dict[str, Tree]:
        """The values of these fields. What is written in other fields is unshown."""
        fields = tuple(fields)
        known = {one.name for one in fields}
        self.unshown |= {
            (*path, name): value for name, value in written.items() if name not in known
        }
        tree: dict[str, Tree] = {}
        for one in fields:
            given = written.get(one.name, "")
            value = self._value(one, given, values, (*path, one.name)) if given else ""
            if value:
                tree[one.name] = value
        return tree

    def _value(
        self, one: FormField, written: Tree, values: Fields, path: tuple[str | int, ...]
    ) -> Tree:
        if one.is_many:
            return self._rows(one, written, values.inside(one.name), path)
        if one.way == "group":
            if isinstance(written, dict):
                return self.tree(one.fields, written, values.inside(one.name), path)
        elif (spelt := self._spelt(one, written, values.value(one.name, written))) is not None:
            return spelt
        self.unshown[path] = written
        return ""

    def _rows(
        self, one: FormField, written: Tree, inside: Fields, path: tuple[str | int, ...]
    ) -> Tree:
        members = rows_of(one, written)
        is_list = isinstance(members, list) and len(members) <= MOST_ROWS
        if not is_list or not all(isinstance(row, dict) for row in members):
            self.unshown[path] = written
            return []
        rows: list[Tree] = []
        for number, row in enumerate(members):
            assert isinstance(row, dict)
            shown = self.tree(one.fields, row, inside, (*path, number))
            rows.append({**shown, ORIGIN: str(number)})
        return rows

    def _spelt(self, one: FormField, written: Tree, value: Any) -> Tree | None:
        """A written value in the spelling of forms; as it is written where it means nothing; None where a
        form cannot show it."""
        if value is None:
            return _as_written(one, written)
        if one.way == "references":
            members = value if isinstance(value, tuple) else (value,)
            texts: list[Tree] = [self.named(one, _typed(one, member)) for member in members]
            return texts if one.is_list else next(iter(texts), "")
        if one.way == "yes-no":
            says = value if isinstance(value, bool) else "yes" in value
            return YES_NO[self.language][0 if says else 1]
        if one.way == "months":
            return months_text(str(month) for month in value)
        if one.way == "choice" and not one.is_list:
            code = value if isinstance(value, str) else value[0]
            return dict(one.choices).get(code, str(written))
        if one.way == "date" and not isinstance(written, str):
            return None
        if isinstance(value, PartialDate | Moment | date):
            return _date(value)
        if one.is_list:
            words = dict(one.choices)
            members = value if isinstance(value, tuple) else (value,)
            return [words.get(member, member) for member in members if isinstance(member, str)]
        return written if isinstance(written, str) else None


def _as_written(one: FormField, written: Tree) -> Tree | None:
    if isinstance(written, str):
        return [written] if one.is_list and one.way != "months" else written
    plain = isinstance(written, list) and all(isinstance(member, str) for member in written)
    return written if plain and one.is_list else None


def _date(value: PartialDate | Moment | date) -> str:
    return value.text if isinstance(value, PartialDate) else str(value)


def _typed(one: FormField, member: Reference | str) -> str:
    """A reference as an author may write it: an id, a name, or `collection:id`."""
    if isinstance(member, str):
        return member
    key = str(member)
    if MARK in key:
        return member.id.removeprefix(BY_NAME)
    return member.id if len(one.collections) == 1 else key
