"""The numbers in an entry by which people look it up: of certificates, trademarks, notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from sitegen.loading.document import Tree
from sitegen.model.fields import inner_model, is_lookup_number, is_private, written_name


def lookup_numbers(model: type[BaseModel], tree: Mapping[str, Tree]) -> Iterator[str]:
    """The values of the public fields marked `lookup_number`, in the order in which they are written.

    `tree` is a record of class `model` as written; the groups within it are searched too. A text
    without any digit is no number.
    """
    fields = _fields_with_numbers(model)
    for name, value in tree.items():
        if name not in fields:
            continue
        group = fields[name]
        if group is not None:
            for member in value if isinstance(value, list) else [value]:
                if isinstance(member, dict):
                    yield from lookup_numbers(group, member)
        elif isinstance(value, str) and any(map(str.isdigit, value)):
            yield value


@cache
def _fields_with_numbers(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """By name as written: None for a field that is a number, its class for a group that has some."""
    fields: dict[str, type[BaseModel] | None] = {}
    for attribute, info in model.model_fields.items():
        if is_private(info):
            continue
        group = inner_model(info.annotation)
        if is_lookup_number(info):
            fields[written_name(attribute, info)] = None
        elif group is not None and _fields_with_numbers(group):
            fields[written_name(attribute, info)] = group
    return fields
