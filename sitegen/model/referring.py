"""The references in a record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from sitegen.loading.document import FieldPath
from sitegen.model.fields import inner_model, written_name
from sitegen.model.types import Reference, collections_of


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


def collections_at(model: type[BaseModel], path: FieldPath) -> tuple[str, ...]:
    """The collections that the reference at this path of a record may lead into."""
    collections: tuple[str, ...] = ()
    owner: type[BaseModel] | None = model
    for name in (part for part in path if isinstance(part, str)):
        fields = owner.model_fields.items() if owner else ()
        infos = [info for attribute, info in fields if written_name(attribute, info) == name]
        if not infos:
            return ()
        collections, owner = collections_of(infos[0]), inner_model(infos[0].annotation)
    return collections


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
