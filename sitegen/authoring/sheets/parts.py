"""The parts of the entries of a collection, derived from the model: nothing of it is written down twice.

A part is a field by itself, a group of fields, or a list of groups. Headers are those that
`model.column_words` reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.authoring.field_descriptions import FieldDescription, describe
from sitegen.authoring.sheets.columns import Column, Part
from sitegen.model import extra_fields
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import named_fields
from sitegen.model.field_values import extra_value_of, is_yes_or_no, value_of
from sitegen.model.fields import Record, inner_model, is_private, is_usual, words
from sitegen.model.groups import Stated
from sitegen.model.options import ExtraField, Options
from sitegen.model.types import choices_of


def parts_of(collection: str, options: Options) -> tuple[Part, ...]:
    """All that an entry may have, in the order of the model; the site's own fields come last."""
    model = COLLECTIONS[collection].model
    own = options.fields.get(collection, {}).values()
    return (*_parts(model, options, (), ("", "")), *map(_own_part, own))


def _parts(
    model: type[Record], options: Options, path: tuple[str, ...], above: tuple[str, str]
) -> Iterator[Part]:
    """The parts of a class of groups. Of a group within the entry its own fields are one part."""
    described = describe(model, options, "zh")
    fields = dict(named_fields(model))
    for name, field in described.items():
        info = fields[name]
        group = inner_model(info.annotation)
        if group is None:
            if not path:
                yield _single(_column(model, field, options, info))
            continue
        assert issubclass(group, Record)
        titles = (_joined(above[0], field.title), _joined(above[1], words(info)[1]))
        here = (*path, name)
        inner = dict(named_fields(group))
        columns = tuple(
            _column(group, item, options, inner[item.name], within=field)
            for item in describe(group, options, "zh").values()
            if item.group is None
        )
        yield Part(
            path=here,
            title=titles[0],
            title_en=titles[1],
            columns=columns,
            is_list=field.is_list,
            is_claim=issubclass(group, Stated),
            is_required=field.is_required,
            is_private=field.is_private,
            is_usual=is_usual(info),
        )
        if not field.is_list:
            yield from _parts(group, options, here, titles)


def _joined(above: str, title: str) -> str:
    return f"{above}.{title}" if above else title


def _column(
    model: type[Record],
    field: FieldDescription,
    options: Options,
    info: Any,
    within: FieldDescription | None = None,
) -> Column:
    choices = choices_of(info)
    added = options.choices.get(choices.name, {}) if choices else {}
    labels = {**choices.options, **added} if choices else {}
    claimed = within is not None and issubclass(model, Stated) and field.name == "value"
    return Column(
        name=field.name,
        header=field.title,
        title_en=words(info)[1],
        about=within.about if within is not None and claimed else field.about,
        is_required=field.is_required,
        is_private=is_private(info) or (within is not None and within.is_private),
        is_usual=field.is_usual,
        is_list=field.is_list,
        is_yes_or_no=is_yes_or_no(info.annotation),
        labels={code: label.zh for code, label in labels.items()},
        collections=field.collections,
        takes_any_name=field.takes_any_name,
        value_of=lambda written: value_of(model, field.name, written, options),
    )


def _single(column: Column) -> Part:
    return Part(
        path=(),
        title=column.header,
        title_en=column.title_en,
        columns=(column,),
        is_list=False,
        is_claim=False,
        is_required=column.is_required,
        is_private=column.is_private,
        is_usual=column.is_usual,
    )


def _own_part(field: ExtraField) -> Part:
    """The part of a field that site.yaml adds: whoever added it wants it filled in."""
    about = extra_fields.TYPES[field.type].label.zh
    column = Column(
        name=field.name,
        header=field.label.zh,
        title_en=field.label.en,
        about=about,
        is_required=False,
        is_private=False,
        is_usual=True,
        is_list=field.type in ("list", extra_fields.REFERENCE),
        is_yes_or_no=field.type == "yes-no",
        labels={code: label.zh for code, label in field.choices},
        collections=field.collections,
        takes_any_name=False,
        value_of=lambda written: extra_value_of(field, written),
    )
    return _single(column)
