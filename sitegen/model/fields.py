"""How a field is declared: its title and description in both languages, and what it is used for.

Validation, the JSON Schema, docs/fields.md and later the Excel template and the form read this.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo

REQUIRED: Any = ...
Mark = TypeVar("Mark")
Dated = Literal["", "field", "group", "end"]
"""What a date has to do with the day the data stand for. Before the date, pages leave out the field itself
(`field`: when something was checked) or the group that it dates (`group`: a valuation of 2019). The day
after an `end`, pages say something else of it. A date without a mark only decides on its own terms, as
`publish_from` does."""


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
    on_card: bool = False,
    lookup_number: bool = False,
    usual: bool = False,
    dated: Dated = "",
    steers: tuple[str, str] | None = None,
    **constraints: Any,
) -> Any:
    """A pydantic Field with its title and description in both languages.

    A private field never reaches output/. `on_card` marks a field that the card of an entry shows,
    so that its change remakes the pages with that card. `lookup_number` marks one with a number by
    which people look an entry up; search finds the entry by it. A `usual` field is one that most entries
    have: the draft of a new entry offers it. `dated` marks a date (see `Dated`). `steers` marks one that
    readers are not shown, and says what it decides instead, in Chinese and English. The default is None;
    lists pass `default=()`, required fields `default=REQUIRED`.
    """
    return Field(
        default,
        title=zh,
        description=about_zh,
        json_schema_extra={
            "title_en": en,
            "description_en": about_en,
            "private": private,
            "on_card": on_card,
            "lookup_number": lookup_number,
            "usual": usual,
            "dated": dated,
            "steers": list(steers) if steers else None,
        },
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
    return _is_marked(info, "private")


def is_on_card(info: FieldInfo) -> bool:
    return _is_marked(info, "on_card")


def is_lookup_number(info: FieldInfo) -> bool:
    return _is_marked(info, "lookup_number")


def is_usual(info: FieldInfo) -> bool:
    return _is_marked(info, "usual")


def dated_of(info: FieldInfo) -> Dated:
    """How the date in a field counts, "" for other fields."""
    extra = info.json_schema_extra
    mark: Dated = extra["dated"] if isinstance(extra, dict) else ""  # type: ignore[assignment]
    return mark


def steers(info: FieldInfo) -> tuple[str, str] | None:
    """What a field decides that readers are not shown, in Chinese and English; None where they are."""
    extra = info.json_schema_extra
    texts = extra["steers"] if isinstance(extra, dict) else None
    return (str(texts[0]), str(texts[1])) if isinstance(texts, list) else None


def _is_marked(info: FieldInfo, mark: str) -> bool:
    extra = info.json_schema_extra
    return isinstance(extra, dict) and bool(extra[mark])


@cache
def card_names(model: type[Record]) -> frozenset[str]:
    """The fields of a class that its card shows, as they are written."""
    return _names(model, is_on_card)


def _names(model: type[Record], test: Callable[[FieldInfo], bool]) -> frozenset[str]:
    fields = model.model_fields.items()
    return frozenset(written_name(name, info) for name, info in fields if test(info))


def written_name(attribute: str, info: FieldInfo) -> str:
    """How authors write the name of a field: `class` for the attribute `class_`."""
    return info.alias or attribute


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The class of the groups of fields that the annotation allows, also in a list; else None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        inner = inner_model(argument)
        if inner is not None:
            return inner
    return None


def holds_list(annotation: Any) -> bool:
    """Whether the field holds a list, be it of one kind of value or another."""
    return get_origin(annotation) is tuple or any(
        get_origin(part) is tuple for part in get_args(annotation)
    )


def marked(info: FieldInfo, wanted: type[Mark]) -> Mark | None:
    """The mark of class `wanted` in the annotation of a field, at any depth."""

    def search(annotation: Any) -> Mark | None:
        metadata = getattr(annotation, "__metadata__", ())
        here = next((meta for meta in metadata if isinstance(meta, wanted)), None)
        inner = (search(argument) for argument in getattr(annotation, "__args__", ()))
        return here or next((mark for mark in inner if mark), None)

    own = next((meta for meta in info.metadata if isinstance(meta, wanted)), None)
    return own or search(info.annotation)


def readers_of(info: FieldInfo) -> list[Callable[..., Any]]:
    """The functions that read what is written in a field, at any depth of its annotation."""

    def within(annotation: Any) -> list[Any]:
        inner = (within(argument) for argument in getattr(annotation, "__args__", ()))
        return [
            *getattr(annotation, "__metadata__", ()),
            *(mark for marks in inner for mark in marks),
        ]

    marks = (*info.metadata, *within(info.annotation))
    return [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
