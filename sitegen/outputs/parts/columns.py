"""The fields of an entry, or of a group in it, as columns: their titles, and what stands in them in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from sitegen.model.dates import Moment, PartialDate
from sitegen.model.fields import Record, is_private, words
from sitegen.model.groups import Stated
from sitegen.model.references import Reference, named_collection
from sitegen.model.types import Choices, Label, choices_of, is_web_address
from sitegen.model.web_address import misleading
from sitegen.outputs.parts.references import named_value, reference_value
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.render_context import RenderContext


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a row of a facts table."""

    attribute: str
    title: Label
    choices: Choices | None
    named: str
    """The collection of which it may hold a name, "" where it may not."""


@cache
def columns_of(model: type[Record]) -> dict[str, Column]:
    """The fields of a model class by the name under which authors write them."""
    return {
        info.alias or attribute: Column(
            attribute, Label(*words(info)[:2]), choices_of(info), named_collection(info)
        )
        for attribute, info in model.model_fields.items()
        if not is_private(info)
    }


def values_in(context: RenderContext, here: str, column: Column, value: Any) -> tuple[Value, ...]:
    """What stands in a column, in words; several where the field is a list."""
    members = value if isinstance(value, tuple) else (value,)
    if column.choices is not None:
        added = context.catalogue.options.choices.get(column.choices.name, {})
        options = {**column.choices.options, **added}
        return tuple(Value(context.label(options[member])) for member in members)
    if column.named:
        return tuple(
            named_value(context, here, column.named, member)
            if isinstance(member, str)
            else _value(context, here, member)
            for member in members
        )
    return tuple(_value(context, here, member) for member in members)


def _value(context: RenderContext, here: str, value: Any) -> Value:
    if isinstance(value, Stated):
        inner = _value(context, here, value.value)
        return Value(inner.text, inner.url, value.source or "", value.note or "")
    if isinstance(value, Reference):
        return reference_value(context, here, value)
    return text_value(_text(context, value))


def text_value(text: str) -> Value:
    """A text with a link where it is an address, and leads where it seems to."""
    is_address = (
        text.startswith(("https://", "http://"))
        and is_web_address(text)
        and misleading(text) is None
    )
    return Value(text, text if is_address else "")


def _text(context: RenderContext, value: Any) -> str:
    """A scalar as readers see it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return context.say("是") if value else context.say("否")
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Moment | Decimal | int):
        return str(value)
    raise TypeError(f"no words for {type(value).__name__}")
