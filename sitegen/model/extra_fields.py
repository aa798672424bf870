"""The types of a site's own fields: how a value is read, kept, and shown to readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from sitegen.loading.document import FieldPath
from sitegen.model.dates import Partial
from sitegen.model.months import Months
from sitegen.model.number_types import Number
from sitegen.model.options import ExtraField
from sitegen.model.references import Reference, reference
from sitegen.model.types import Address, Label, Line, Many, Text, YesNo, choice

YES_NO = {"yes": Label("是", "yes"), "no": Label("否", "no")}


@dataclass(frozen=True, slots=True)
class ExtraType:
    """A type of field: its name for authors, and the annotation by which its values are read."""

    label: Label
    annotation: Callable[[ExtraField], Any]


TYPES: Mapping[str, ExtraType] = {
    "text": ExtraType(Label("文字", "text"), lambda field: Text),
    "number": ExtraType(Label("数字", "number"), lambda field: Number),
    "date": ExtraType(Label("日期", "date"), lambda field: Partial),
    "months": ExtraType(Label("月份", "months"), lambda field: Months),
    "yes-no": ExtraType(Label("是否", "yes or no"), lambda field: YesNo),
    "address": ExtraType(Label("网址", "web address"), lambda field: Address),
    "list": ExtraType(Label("列表", "list"), lambda field: Many[Line]),
    "choice": ExtraType(
        Label("选择", "choice"),
        lambda field: Annotated[str, *choice(field.name, dict(field.choices))],
    ),
    "reference": ExtraType(
        Label("引用", "reference"),
        lambda field: Many[Annotated[Reference, reference(*field.collections)]],
    ),
}
CHOICE, DATE, REFERENCE = "choice", "date", "reference"


def read(field: ExtraField, value: Any) -> tuple[str, ...]:
    """The members of a written value in one spelling: a code of a choice, `collection:id` of a
    reference, `yes` or `no`, a month as a number. Raises pydantic's ValidationError."""
    content = _adapter(field).validate_python(value)
    if isinstance(content, bool):
        return ("yes" if content else "no",)
    members = content if isinstance(content, tuple) else (content,)
    return tuple(getattr(member, "text", None) or str(member) for member in members)


@cache
def _adapter(field: ExtraField) -> TypeAdapter[Any]:
    return TypeAdapter(TYPES[field.type].annotation(field))


def targets(field: ExtraField, members: tuple[str, ...]) -> Iterator[tuple[FieldPath, str]]:
    """(field path, key) of the entries to which a value refers."""
    if field.type == REFERENCE:
        for position, key in enumerate(members):
            yield (field.name, position), key


def word(field: ExtraField, member: str) -> Label:
    """A member of a value as readers see it; of a reference that is its key."""
    if field.type == CHOICE:
        return dict(field.choices)[member]
    if field.type == "yes-no":
        return YES_NO[member]
    if field.type == "months":
        return Label(f"{member}月", f"month {member}")
    return Label(member, member)
