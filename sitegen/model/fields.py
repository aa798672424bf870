"""How a field is declared: title and description in Chinese and English stand once, here.

Validation, the JSON Schema, docs/fields.md and later the Excel template and the form read them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

REQUIRED: Any = ...


class Record(BaseModel):
    """Base of everything an author writes: unknown fields are faults, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def field(
    zh: str,
    en: str,
    about_zh: str,
    about_en: str,
    *,
    default: Any = None,
    private: bool = False,
    **constraints: Any,
) -> Any:
    """A pydantic Field with its title and description in both languages.

    A private field never reaches output/. The default is None; lists pass `default=()`, required
    fields `default=REQUIRED`.
    """
    return Field(
        default,
        title=zh,
        description=about_zh,
        json_schema_extra={"title_en": en, "description_en": about_en, "private": private},
        **constraints,
    )


def words(info: FieldInfo) -> tuple[str, str, str, str]:
    """(Chinese title, English title, Chinese description, English description) of a field."""
    extra = info.json_schema_extra
    if not isinstance(extra, dict):
        raise TypeError("a field is declared with model.fields.field")
    return (
        str(info.title),
        str(extra["title_en"]),
        str(info.description),
        str(extra["description_en"]),
    )


def is_private(info: FieldInfo) -> bool:
    extra = info.json_schema_extra
    return isinstance(extra, dict) and bool(extra["private"])


@cache
def private_names(model: type[Record]) -> frozenset[str]:
    """The private fields of a class, as they are written."""
    fields = model.model_fields.items()
    return frozenset(info.alias or name for name, info in fields if is_private(info))
