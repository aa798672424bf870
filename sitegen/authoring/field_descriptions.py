"""What an author needs to know of each field, from the declarations of the model.

The questions of `interview` and the comments of `drafts` both come from here, and so must whatever
else asks for the fields of an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sitegen.model.collections import COLLECTIONS
from sitegen.model.common import Common
from sitegen.model.fields import Record, holds_list, is_private, is_usual, words
from sitegen.model.groups import Stated
from sitegen.model.options import Options
from sitegen.model.record_problems import owner_of
from sitegen.model.references import collections_of, named_collection
from sitegen.model.types import choices_of
from sitegen.problems import Language


@dataclass(frozen=True, slots=True)
class FieldDescription:
    """One field of a model, described in the author's language.

    `name` is how it is written in an entry. Most entries have an `is_usual` one. `choices` are all values it may have, in words; empty
    where any text will do. `collections` are those of the entries it may refer to, and
    `takes_any_name` says that the name of something without an entry will do too. `group` is the
    model of the fields in it, where it is a group of fields or a list of groups.
    """

    name: str
    title: str
    about: str
    is_required: bool
    is_private: bool
    is_usual: bool
    is_list: bool
    choices: tuple[str, ...]
    collections: tuple[str, ...]
    takes_any_name: bool
    group: type[Record] | None


def describe(
    model: type[Record], options: Options, language: Language
) -> dict[str, FieldDescription]:
    """The fields of a model by name, in the order of their declaration."""
    descriptions = {}
    for attribute, info in model.model_fields.items():
        name = info.alias or attribute
        zh, en, about_zh, about_en = words(info)
        choices = choices_of(info)
        labels: dict[str, Any] = {}
        if choices is not None:
            labels = {**choices.options, **options.choices.get(choices.name, {})}
        descriptions[name] = FieldDescription(
            name=name,
            title=zh if language == "zh" else en,
            about=about_zh if language == "zh" else about_en,
            is_required=info.is_required(),
            is_private=is_private(info),
            is_usual=info.is_required() or is_usual(info),
            is_list=holds_list(info.annotation),
            choices=tuple(label.zh if language == "zh" else code for code, label in labels.items()),
            collections=collections_of(info),
            takes_any_name=bool(named_collection(info)),
            group=_group_of(model, name),
        )
    return descriptions


def asked_fields(model: type[Record]) -> list[str]:
    """The fields that the author of a new entry is asked for.

    These are the required ones, and those that place the entry in the trees of regions and
    categories, where readers look for it.
    """

    def is_place(name: str, collections: tuple[str, ...]) -> bool:
        return name in Common.model_fields and any(COLLECTIONS[c].tree for c in collections)

    return [
        field.name
        for field in describe(model, Options(), "zh").values()
        if field.is_required or is_place(field.name, field.collections)
    ]


def _group_of(model: type[Record], name: str) -> type[Record] | None:
    owner = owner_of(model, (name,))
    if owner is model or issubclass(owner, Stated) or not issubclass(owner, Record):
        return None
    return owner
