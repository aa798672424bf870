"""The references in a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from sitegen.loading.document import FieldPath, Tree
from sitegen.model.field_values import validated
from sitegen.model.fields import inner_model, written_name
from sitegen.model.references import Reference, collections_of, named_collection


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


def written_references(
    model: type[BaseModel], tree: Mapping[str, Tree], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, Reference]]:
    """Every reference in the fields of an entry as written, with its field path.

    For an entry that is no valid record: what is no reference in itself is left out. Of a valid one
    it gives what `references` does.
    """
    for attribute, info in model.model_fields.items():
        name = written_name(attribute, info)
        value = tree.get(name)
        if not value:
            continue
        inner = inner_model(info.annotation)
        if collections_of(info):
            yield from references(validated(model, attribute, value), (*path, name))
        elif inner is not None:
            for index, member in enumerate(value if isinstance(value, list) else [value]):
                if isinstance(member, dict):
                    place = (*path, name, index) if isinstance(value, list) else (*path, name)
                    yield from written_references(inner, member, place)


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


def names(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str, str]]:
    """(field path, collection, name) of every entry that a record gives by its name."""
    if isinstance(value, BaseModel):
        for attribute, name, collection in _naming(type(value)):
            inner = getattr(value, attribute)
            if collection and isinstance(inner, str):
                yield (*path, name), collection, inner
            elif collection and isinstance(inner, tuple):
                named = ((n, one) for n, one in enumerate(inner) if isinstance(one, str))
                yield from (((*path, name, n), collection, one) for n, one in named)
            elif inner and not collection:
                yield from names(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from names(member, (*path, index))


@cache
def _naming(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """(attribute, name as written, collection) of the fields of a class that may hold a name; the
    collection is "" for a group in which there are such fields."""
    fields = []
    for attribute, info in model.model_fields.items():
        collection, group = named_collection(info), inner_model(info.annotation)
        if collection or (group is not None and _naming(group)):
            fields.append((attribute, written_name(attribute, info), collection))
    return tuple(fields)


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
