"""What a site adds to the model in site.yaml: choices, and facts of its own per collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.model.types import Label


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A fact that this site alone records in a collection. `type` is one of `extra_fields.TYPES`.

    `choices` are those of a choice, (code, label); `collections` those a reference may lead into.
    """

    name: str
    type: str
    label: Label
    choices: tuple[tuple[str, Label], ...] = ()
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """`choices` by `collection.field` then code; `fields` by collection then field name."""

    choices: Mapping[str, Mapping[str, Label]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, ExtraField]] = field(default_factory=dict)

    @property
    def context(self) -> dict[str, Any]:
        return {"choices": self.choices}
