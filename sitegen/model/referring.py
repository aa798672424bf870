"""The references in a record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from sitegen.loading.document import FieldPath
from sitegen.model.fields import written_name
from sitegen.model.types import Reference


def references(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Reference]]:
    """Every reference in a record, with its field path."""
    if isinstance(value, Reference):
        yield path, value
    elif isinstance(value, BaseModel):
        for attribute, name in _referring(type(value)):
            inner = getattr(value, attribute)
            if inner:
                yield from references(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            if isinstance(member, Reference | BaseModel):
                yield from references(member, (*path, index))


@cache
def _referring(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """(attribute, name as written) of the fields of a class in which a reference may stand."""
    return tuple(
        (attribute, written_name(attribute, info))
        for attribute, info in model.model_fields.items()
        if _may_refer(info.annotation)
    )


def _may_refer(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Reference | BaseModel):
        return True
    return any(_may_refer(argument) for argument in getattr(annotation, "__args__", ()))
