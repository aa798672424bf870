"""The lists of an entry that may stand in a further sheet of a workbook: a row for each member.

The sheet is named after the list, and 编号 says to which entry a row belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel

from sitegen.loading.workbook_marks import sheet_name, without_number
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import Column, ColumnWords, column_words, folded, named_fields
from sitegen.model.fields import holds_list, inner_model, words
from sitegen.model.options import Options

LISTS = ("list", "reference")
"""The types of a site's own fields that hold several values."""


class FurtherList(NamedTuple):
    """A list by its sheet. `path` leads to it from the entry. Its members are groups of class `model`; texts,
    which stand in the only column, where that is None."""

    path: tuple[str, ...]
    title: str
    columns: ColumnWords
    model: type[BaseModel] | None


def further_list(title: str, collection: str, options: Options) -> FurtherList | None:
    """The list that a sheet with this name holds; None where the name is another one."""
    lists = _lists(COLLECTIONS[collection].model)
    own = {
        folded(sheet_name(field.label.zh)): _texts((name,), field.label.zh, field.label.en)
        for name, field in options.fields.get(collection, {}).items()
        if field.type in LISTS
    }
    for name in (folded(title), folded(without_number(title))):
        if found := lists.get(name) or own.get(name):
            return found
    return None


def is_list_column(header: str, collection: str) -> bool:
    """Whether a column of a further sheet may be headed by a text."""
    lists = _lists(COLLECTIONS[collection].model).values()
    return any(folded(header) in one.columns.by_word for one in lists)


@cache
def _lists(model: type[BaseModel]) -> Mapping[str, FurtherList]:
    """All lists by the folded names of their sheets."""
    return MappingProxyType({folded(sheet_name(one.title)): one for one in _found(model, (), "")})


def _found(model: type[BaseModel], path: tuple[str, ...], above: str) -> Iterator[FurtherList]:
    for name, info in named_fields(model):
        zh, en, _, _ = words(info)
        title = f"{above}.{zh}" if above else zh
        group = inner_model(info.annotation)
        here = (*path, name)
        if holds_list(info.annotation):
            if group is None:
                yield _texts(here, title, en)
            else:
                yield FurtherList(here, title, column_words(group), group)
        elif group is not None:
            yield from _found(group, here, title)


def _texts(path: tuple[str, ...], title: str, title_en: str) -> FurtherList:
    """A list of texts. Its column is headed as the field is."""
    last = title.rpartition(".")[2]
    column = Column((), last, title_en)
    by_word = {folded(word): column for word in (path[-1], last, title_en)}
    return FurtherList(path, title, ColumnWords(by_word, {}), None)
