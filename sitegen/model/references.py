"""References to entries: how an author writes one, and into which collections a field may lead."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.fields import marked
from sitegen.model.lists_in_text import separated
from sitegen.model.types import SHORT, is_id, scalar

BY_NAME = "="
"""Begins the `id` of a reference that gives a name; no id has this character."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to an entry, `collection:id`.

    Where an author wrote a name, `id` is "=" and that name until `catalogue.references_by_name` has
    looked it up; `collection` is "" where the field may lead into several.
    """

    collection: str
    id: str

    def __str__(self) -> str:
        return f"{self.collection}:{self.id}"


def collections_of(info: FieldInfo) -> tuple[str, ...]:
    """The collections that a field refers into, none where it is no reference."""
    refers = marked(info, Refers)
    return tuple(refers.collections) if refers else ()


def named_collection(info: FieldInfo) -> str:
    """The collection of which a field may hold a name in place of an id, also of something that has no
    entry; "" where it may not."""
    refers = marked(info, Refers)
    return collections_of(info)[0] if refers and refers.or_name else ""


def _reference(value: Any, collections: tuple[str, ...]) -> Reference:
    if isinstance(value, Reference):
        return value
    text = without_name(scalar(value, SHORT))
    given, colon, identifier = text.partition("：" if "：" in text and ":" not in text else ":")
    identifier = identifier.strip()
    if colon and given.strip() in collections and identifier:
        return Reference(given.strip(), identifier if is_id(identifier) else BY_NAME + identifier)
    if colon:
        near = nearest(given, collections) or ""
        right = f"{near}:{identifier}" if near and identifier else ""
        raise fault(
            faults.NOT_A_REFERENCE, value=text, right=right, collections="、".join(collections)
        )
    if len(collections) > 1:
        return Reference("", BY_NAME + text)
    return Reference(collections[0], text if is_id(text) else BY_NAME + text)


def without_name(text: str) -> str:
    """The id of 青溪雪梨（qingxi-xueli）, a name with its id in Chinese brackets; any other text as it is.

    A number in brackets is a part of the name: 示范区（2023）.
    """
    name, bracket, rest = text.rpartition("（")
    identifier = rest.removesuffix("）").rpartition(":")[2]
    is_told = name and bracket and rest.endswith("）")
    return rest[:-1] if is_told and is_id(identifier) and not identifier.isdigit() else text


@dataclass(frozen=True, slots=True)
class Refers(BeforeValidator):
    """Reads a reference. `collections` are those it may lead into, for `sitegen new`. `or_name` says
    that a name which no entry has is right too."""

    collections: Collection[str] = field(default=(), hash=False)
    or_name: bool = False


def reference(*collections: str) -> Refers:
    """A reference into one of `collections`, by id or by name."""
    return reference_into(collections)


def reference_into(collections: Collection[str]) -> Refers:
    """The same for all collections of a table."""
    return Refers(lambda value: _reference(value, tuple(collections)), collections=collections)


def reference_or_name(collection: str) -> Refers:
    """A reference where the text looks like an id or `collection:id`, else a plain name."""

    def read(value: Any) -> Reference | str:
        if isinstance(value, Reference):
            return value
        text = without_name(scalar(value, SHORT))
        if is_id(text) or text.startswith(f"{collection}:"):
            return _reference(text, (collection,))
        return text

    return Refers(read, collections=(collection,), or_name=True)


Item = TypeVar("Item")
References = Annotated[tuple[Item, ...], separated("、，；,;")]
"""A list of references, by id or by name; in one text with 、 or a comma between them."""
