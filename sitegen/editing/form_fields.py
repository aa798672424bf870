"""The fields of a form, from the declarations of the model: what is asked, and in which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from sitegen.authoring.field_descriptions import FieldDescription, describe
from sitegen.model import dates, extra_fields, months
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import named_fields
from sitegen.model.field_values import is_yes_or_no
from sitegen.model.fields import Record, inner_model, readers_of
from sitegen.model.groups import Stated
from sitegen.model.options import ExtraField, Options
from sitegen.model.types import choices_of, scalar
from sitegen.problems import Language

Way: TypeAlias = Literal[
    "line", "text", "yes-no", "choice", "months", "date", "references", "group", "groups", "claim"
]
"""How a field is filled in: a line of text, several lines, a choice, twelve months, a date, entries, fields
of its own (one time or many times), or a value that sources state."""
SEPARATORS = re.compile(r"[，；,]? ?(?:用 ?[、；] ?隔开|[、；] between them)\Z")
"""What descriptions say of how members stand in one text: a form has a line for each."""
DATES = frozenset({dates.partial_date, dates.day, dates.moment})
READERS: dict[Any, Way] = {months.months_of: "months", scalar: "text"}
OWN_WAYS: dict[str, Way] = {
    "yes-no": "yes-no",
    "choice": "choice",
    "months": "months",
    "date": "date",
    "reference": "references",
}
"""The ways of a site's own types of fields; all others are a line."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form. `name` is how it is written in an entry; `choices` are codes, each with the word that
    authors write. `fields` are those of a group. `is_first` says that most entries have it, so that it is not
    folded away. `has_time` marks a date with a time of day."""

    name: str
    title: str
    about: str
    way: Way
    is_required: bool = False
    is_private: bool = False
    is_first: bool = False
    is_list: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    collections: tuple[str, ...] = ()
    takes_any_name: bool = False
    fields: tuple[FormField, ...] = ()
    has_time: bool = False

    @property
    def is_many(self) -> bool:
        """Whether it has rows that can be added, moved and removed."""
        return self.way in ("groups", "claim")

    def inner(self, name: str) -> FormField | None:
        return next((field for field in self.fields if field.name == name), None)


def form_fields(collection: str, options: Options, language: Language) -> tuple[FormField, ...]:
    """All fields of the entries of a collection, the site's own ones last."""
    model = COLLECTIONS[collection].model
    own = options.fields.get(collection, {}).values()
    return (*_fields(model, options, language), *(_own(field, language) for field in own))


def _fields(model: type[Record], options: Options, language: Language) -> Iterator[FormField]:
    infos = dict(named_fields(model))
    for field in describe(model, options, language).values():
        yield _field(model, field, infos[field.name], options, language)


def _field(
    model: type[Record], field: FieldDescription, info: Any, options: Options, language: Language
) -> FormField:
    group = inner_model(info.annotation)
    inner: tuple[FormField, ...] = ()
    way = _way(field, info)
    if group is not None:
        assert issubclass(group, Record)
        inner = tuple(_fields(group, options, language))
        is_claim = issubclass(group, Stated)
        way = "claim" if is_claim else "groups" if field.is_list else "group"
    return FormField(
        name=field.name,
        title=field.title,
        about=_about(field, way),
        way=way,
        is_required=field.is_required,
        is_private=field.is_private,
        is_first=field.is_usual,
        is_list=field.is_list,
        choices=tuple(zip(_codes(info, options), field.choices, strict=True)),
        collections=field.collections,
        takes_any_name=field.takes_any_name,
        fields=inner,
        has_time=dates.moment in readers_of(info),
    )


def _about(field: FieldDescription, way: Way) -> str:
    """What a form says below a field: not the choices and the names, which it offers itself."""
    if way in ("choice", "references") and field.group is None:
        return ""
    return SEPARATORS.sub("", field.about) if field.is_list else field.about


def _codes(info: Any, options: Options) -> Iterator[str]:
    choices = choices_of(info)
    if choices is not None:
        yield from {**choices.options, **options.choices.get(choices.name, {})}


def _way(field: FieldDescription, info: Any) -> Way:
    if field.collections:
        return "references"
    if field.choices:
        return "choice"
    if is_yes_or_no(info.annotation):
        return "yes-no"
    readers = set(readers_of(info))
    if readers & DATES:
        return "date"
    if field.is_list and months.months_of not in readers:
        return "line"
    return next((READERS[reader] for reader in readers if reader in READERS), "line")


def _own(field: ExtraField, language: Language) -> FormField:
    """A field that site.yaml adds: whoever added it wants it filled in."""
    about = extra_fields.TYPES[field.type].label
    return FormField(
        name=field.name,
        title=field.label.zh if language == "zh" else field.label.en,
        about=about.zh if language == "zh" else about.en,
        way=OWN_WAYS.get(field.type, "line"),
        is_first=True,
        is_list=field.type in ("list", extra_fields.REFERENCE),
        choices=tuple(
            (code, label.zh if language == "zh" else code) for code, label in field.choices
        ),
        collections=field.collections,
    )
