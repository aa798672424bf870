"""What of an entry may be published: all that it says but its private fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel

from sitegen.loading.document import FieldPath, Tree
from sitegen.model.fields import inner_model, is_private, written_name


def public_texts(
    model: type[BaseModel], tree: Mapping[str, Tree], path: FieldPath = ()
) -> Iterator[tuple[FieldPath, str]]:
    """(path, text) of every text in a record of class `model` as written, private fields left out, also
    those of groups."""
    groups, private = _groups(model)
    for name, value in tree.items():
        if name not in private:
            yield from _texts(groups.get(name), value, (*path, name))


def public_tree(model: type[BaseModel], tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """A record of class `model` as written, without its private fields, also those of groups."""
    groups, private = _groups(model)
    return {
        name: _public(groups.get(name), value)
        for name, value in tree.items()
        if name not in private
    }


def _public(group: type[BaseModel] | None, value: Tree) -> Tree:
    if isinstance(value, list):
        return [_public(group, member) for member in value]
    return public_tree(group, value) if group is not None and isinstance(value, dict) else value


def _texts(
    group: type[BaseModel] | None, value: Tree, path: FieldPath
) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _texts(group, member, (*path, index))
    elif group is not None:
        yield from public_texts(group, value, path)
    else:
        for name, member in value.items():
            yield from _texts(None, member, (*path, name))


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
