"""The texts of an entry that may be published: all that it says but its private fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from sitegen.model.fields import inner_model, is_private, written_name


def public_texts(value: Any, model: type[BaseModel] | None) -> Iterator[str]:
    """Every text in a value as written, private fields left out, also those of groups.

    `model` is the class of the record, or of the groups of a list; None where it has no fields.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        groups, private = _groups(model) if model is not None else ({}, frozenset())
        for name, member in value.items():
            if name not in private:
                yield from public_texts(member, groups.get(name))
    elif isinstance(value, list | tuple):
        for member in value:
            yield from public_texts(member, model)


@cache
def _groups(model: type[BaseModel]) -> tuple[Mapping[str, type[BaseModel]], frozenset[str]]:
    """(classes of the groups in a class by the name of their field, names of its private fields)."""
    groups: dict[str, type[BaseModel]] = {}
    private = set()
    for attribute, info in model.model_fields.items():
        name, group = written_name(attribute, info), inner_model(info.annotation)
        if group is not None:
            groups[name] = group
        if is_private(info):
            private.add(name)
    return groups, frozenset(private)
