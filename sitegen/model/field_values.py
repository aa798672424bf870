"""The value that one field makes of what is written in it, apart from the rest of its record."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from sitegen.loading.document import Tree
from sitegen.model import extra_fields
from sitegen.model.fields import written_name
from sitegen.model.options import ExtraField, Options
from sitegen.model.references import Reference


def value_of(model: type[BaseModel], name: str, written: Tree, options: Options) -> Any:
    """The value of a field, by its name as written; None where what is written is not valid.

    Not for the address of a link: that is judged beside the texts above it.
    """
    return validated(model, _attributes(model)[name], written, options)


def validated(
    model: type[BaseModel], attribute: str, written: Tree, options: Options | None = None
) -> Any:
    """The same by the name of its attribute. Without `options`, a site's own choices are not known."""
    context = options.context if options else None
    try:
        return _adapter(model, attribute).validate_python(written, context=context)
    except ValidationError:
        return None


def extra_value_of(field: ExtraField, written: Tree) -> Any:
    """The same for a field that site.yaml adds. A reference is a Reference, as in the model."""
    try:
        members = extra_fields.read(field, written)
    except ValidationError:
        return None
    if field.type != extra_fields.REFERENCE:
        return members
    return tuple(Reference(*member.split(":", 1)) for member in members)


def is_yes_or_no(annotation: Any) -> bool:
    """Whether a field with this annotation says yes or no."""
    return annotation is bool or any(is_yes_or_no(part) for part in get_args(annotation))


@cache
def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """The name of each attribute by how it is written."""
    return {written_name(name, info): name for name, info in model.model_fields.items()}


@cache
def _adapter(model: type[BaseModel], attribute: str) -> TypeAdapter[Any]:
    info = model.model_fields[attribute]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[(annotation, *info.metadata)] if info.metadata else annotation)
