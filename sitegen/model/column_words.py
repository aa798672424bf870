"""The words that the columns of a table may be headed by, and the field that each names.

A column is headed by a field's name, its Chinese or its English title. An item of a group is named with its
group: `图片.文件`. The group's own title stands for the one item that it needs. Of a list of groups a row
holds one member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel

from sitegen.loading.document import FieldPath
from sitegen.model.fields import holds_list, inner_model, words, written_name

DOTS = str.maketrans("．·", "..")
"""The dots that stand between a group and its item, as they are typed."""
LONGEST = 200
"""In characters; no header is longer."""
STARS = "*＊★※:："
"""Signs around the headers of forms, mostly for what must be filled in."""
ADVICE = re.compile(
    r"[（(【\[][^（()）【】\[\]]{0,40}?(?:填|选|字以?内|不超过|格式|全称|[例如]|隔开|没有)[^（()）【】\[\]]{0,40}[）)】\]]"
)
"""How to fill in a column, in brackets behind its name: 名称（必填）, 一句话（20字以内）. A unit is none: 产量（吨）."""
SPACE_IN_HAN = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


class Column(NamedTuple):
    """What a column may hold: a field, or an item of a group. `title` is its Chinese header."""

    path: FieldPath
    title: str
    title_en: str


class ColumnWords(NamedTuple):
    """All columns of a model. `by_word` has them by folded header; `groups` has the columns of the items of
    each group whose title stands for none of them, by its folded title or name."""

    by_word: Mapping[str, Column]
    groups: Mapping[str, tuple[Column, ...]]

    def items_called(self, title: str) -> list[Column]:
        """The items of groups that have this title."""
        wanted = folded(title)
        every = dict.fromkeys(self.by_word.values())
        return [column for column in every if wanted in folded(column.title).split(".")[1:]]


def folded(header: str) -> str:
    """A header as it is compared: case, the kind of dot, spaces around it and between Han characters, asterisks and
    what it says of how to fill it in do not count."""
    plain = SPACE_IN_HAN.sub("", ADVICE.sub("", header[:LONGEST])).strip(STARS + " ")
    return ".".join(part.strip() for part in plain.translate(DOTS).lower().split("."))


@cache
def column_words(model: type[BaseModel]) -> ColumnWords:
    """The columns of a table for entries, or groups, of class `model`."""
    by_word: dict[str, Column] = {}
    groups: dict[str, tuple[Column, ...]] = {}
    inner = []
    for name, info in named_fields(model):
        zh, en, _, _ = words(info)
        group = inner_model(info.annotation)
        if group is None:
            _add(by_word, (name, zh, en), Column((name,), zh, en))
        else:
            inner.append((name, zh, en, group, holds_list(info.annotation)))
    for name, zh, en, group, is_list in inner:
        prefix: FieldPath = (name, 0) if is_list else (name,)
        items = tuple(_items(prefix, zh, en, group))
        for column, names in items:
            _add(by_word, (f"{g}.{item}" for g in (name, zh, en) for item in names), column)
        required = [item for item, info in named_fields(group) if info.is_required()]
        if len(required) == 1:
            _add(by_word, (name, zh, en), next(c for c, _ in items if c.path[-1] == required[0]))
        else:
            groups |= dict.fromkeys(map(folded, (name, zh, en)), tuple(c for c, _ in items))
    return ColumnWords(MappingProxyType(by_word), MappingProxyType(groups))


def _items(
    prefix: FieldPath, zh: str, en: str, group: type[BaseModel]
) -> Iterator[tuple[Column, tuple[str, str, str]]]:
    for item, info in named_fields(group):
        item_zh, item_en, _, _ = words(info)
        column = Column((*prefix, item), f"{zh}.{item_zh}", f"{en}.{item_en}")
        yield column, (item, item_zh, item_en)


def _add(by_word: dict[str, Column], headers: Any, column: Column) -> None:
    for header in headers:
        by_word.setdefault(folded(header), column)


def named_fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """(name as authors write it, FieldInfo) of each field."""
    for attribute, info in model.model_fields.items():
        yield written_name(attribute, info), info
