"""The models within the type of a field."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel


def nested_models(annotation: object) -> Iterator[type[BaseModel]]:
    """Every model that the annotation names, however deep in lists and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from nested_models(argument)
