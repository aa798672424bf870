"""What a site adds to the model in site.yaml: choices, and facts of its own per collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sitegen.model.types import Label

ExtraType = Literal["text", "number", "date", "months", "yes-no", "address"]


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A fact that this site alone records in a collection."""

    name: str
    type: ExtraType
    label: Label


@dataclass(frozen=True, slots=True)
class Options:
    """`choices` by `collection.field` then code; `fields` by collection then field name."""

    choices: Mapping[str, Mapping[str, Label]] = field(default_factory=dict)
    fields: Mapping[str, Mapping[str, ExtraField]] = field(default_factory=dict)

    @property
    def context(self) -> dict[str, Any]:
        return {"choices": self.choices}
