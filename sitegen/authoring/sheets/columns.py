"""A column of a sheet, and the parts of an entry whose columns stand together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from sitegen.loading.document import Tree
from sitegen.loading.workbook_marks import ID_HEADER

ReadValue: TypeAlias = "Callable[[Tree], Any]"
YES_OR_NO = ("是", "否")


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `header` is in Chinese, `title_en` for messages. `name` is the field in its part.

    `labels` has the Chinese words of a closed list by code. `collections` are those of the entries that it
    may refer to; with `takes_any_name` the name of something else will do too. `value_of` gives what a written value means, None where it is not valid.
    """

    name: str
    header: str
    title_en: str
    about: str
    is_required: bool
    is_private: bool
    is_usual: bool
    is_list: bool
    is_yes_or_no: bool
    labels: dict[str, str]
    collections: tuple[str, ...]
    takes_any_name: bool
    value_of: ReadValue

    @property
    def choices(self) -> tuple[str, ...]:
        """All texts that a cell may have; none where any will do."""
        return YES_OR_NO if self.is_yes_or_no else tuple(dict.fromkeys(self.labels.values()))


@dataclass(frozen=True, slots=True)
class Part:
    """Columns that stand together. `path` leads to them from the entry: () for a field by itself, whose
    only column it is. A `is_claim` part is a list of statements with their sources, mostly just one."""

    path: tuple[str, ...]
    title: str
    title_en: str
    columns: tuple[Column, ...]
    is_list: bool
    is_claim: bool
    is_required: bool
    is_private: bool
    is_usual: bool

    @property
    def place(self) -> tuple[str, ...]:
        """Where it stands in an entry."""
        return self.path or (self.columns[0].name,)

    @property
    def in_entry(self) -> tuple[Column, ...]:
        """The columns as they are headed in the row of an entry."""
        if not self.path:
            return self.columns
        heads = {column.name: f"{self.title}.{column.header}" for column in self.columns}
        if self.is_claim:
            heads["value"] = self.title
        return tuple(replace(column, header=heads[column.name]) for column in self.columns)


ID_COLUMN = Column(
    name="id",
    header=ID_HEADER,
    title_en="Id",
    about="就是文件名和网址：小写字母、数字和连字符，发布后不改",
    is_required=True,
    is_private=False,
    is_usual=True,
    is_list=False,
    is_yes_or_no=False,
    labels={},
    collections=(),
    takes_any_name=False,
    value_of=lambda written: written,
)
