"""The columns of a table: which field each fills, whether its header is a field's name or its title.

A table stands for a list of an entry (the rows of an announcement), or holds entries, one a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from sitegen.loading.document import Document, Places, Table, TableRow, Tree
from sitegen.loading.nearest import nearest
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.fields import words, written_name
from sitegen.model.options import ExtraField, Options
from sitegen.model.pinyin import slug
from sitegen.model.types import is_id
from sitegen.problems import Kind, Location, Problem, Severity

ID_HEADERS = ("id", "编号")
UNKNOWN_COLUMN = Kind(
    "table.unknown-column",
    Severity.ERROR,
    zh="没有“{header}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{header}”[[; the nearest is “{nearest}”]]",
    fix_zh="[[把列名改成“{nearest}”，或]]删掉这一列[[；能用的列名：{headers}]]",
    fix_en="[[head the column “{nearest}”, or ]]delete it[[; columns may be headed {headers}]]",
)
GROUP_COLUMN = Kind(
    "table.group-column",
    Severity.ERROR,
    zh="“{header}”是分组里的一项，表格里放不下",
    en="“{header}” is a field within a group, which a table cannot hold",
    fix_zh="删掉这一列；要写这一项的条目，从表格里移到自己的 .md 或 .yaml 文件",
    fix_en="delete the column; give an entry that needs it a .md or .yaml file of its own",
)
MEANT = {
    "企业名称": "subject",
    "单位名称": "subject",
    "获奖单位": "subject",
    "产品名称": "subject",
    "证书编号": "number",
    "有效期至": "valid_until",
    "有效期": "valid_until",
    "发证日期": "valid_from",
}
"""Headers of the lists that offices publish, and the field that each means."""
DOUBLE_COLUMN = Kind(
    "table.double-column",
    Severity.ERROR,
    zh="“{first}”和“{second}”两列是同一项（{field}）",
    en="the columns “{first}” and “{second}” are the same field ({field})",
    fix_zh="并成一列",
    fix_en="merge them into one",
)
NO_ID_COLUMN = Kind(
    "table.no-id-column",
    Severity.ERROR,
    zh="表格里没有“编号”这一列",
    en="the table has no column “id”",
    fix_zh="加一列“编号”：每行的网址，用小写字母、数字和连字符，如第一行可写 {right}",
    fix_en="add a column “id”: the address of each row, in lower-case letters, digits and hyphens; the "
    "first row's could be {right}",
)
NO_ID = Kind(
    "table.no-id",
    Severity.ERROR,
    zh="这一行没有编号",
    en="this row has no id",
    fix_zh="在“{header}”一列写上编号[[，如 {right}]]",
    fix_en="write one in the column “{header}”[[, such as {right}]]",
)
SAME_ID = Kind(
    "table.same-id",
    Severity.ERROR,
    zh="编号“{id}”在第 {line} 行已经用过",
    en="the id “{id}” is used on line {line} already",
    fix_zh="给这一行换一个编号；如果是同一件，删掉一行",
    fix_en="give this row another id, or delete it if it is the same thing",
)


def as_list(table: Table, model: type[BaseModel]) -> tuple[list[Tree], Table, list[Problem]]:
    """The members of a list of groups of class `model`, one for each row of the table.

    The table is given back with the header of each field, by which it says places.
    """
    fields, problems = _fields_of(table, _by_word(model, {}))
    required = [name for name, info in _named(model) if info.is_required()]
    problems += _missing_columns(table, model, required, fields)
    headers = {field: header for header, field in fields.items()}
    members: list[Tree] = [_filled(row, fields) for row in table.rows]
    return members, replace(table, headers=headers), problems


def as_entries(table: Table, collection: str, options: Options) -> tuple[Document, list[Problem]]:
    """The document with one entry for each row of the table, by id. A row without an id is left out."""
    model = COLLECTIONS[collection].model
    extra = options.fields.get(collection, {})
    id_header = next((name for name in table.header if name.lower() in ID_HEADERS), "")
    by_word = _by_word(model, extra)
    if id_header:
        by_word[id_header] = "id"
    fields, problems = _fields_of(table, by_word)
    required = [name for name, info in _named(model) if info.is_required()]
    problems += _missing_columns(table, model, required, fields)
    names = {header: field for header, field in fields.items() if field != "id"}
    headers = {field: header for header, field in names.items()}
    tree: dict[str, Tree] = {}
    rows: dict[str, TableRow] = {}
    if not id_header:
        right = _proposed(table.rows[0], headers) if table.rows else ""
        problems.append(Problem(NO_ID_COLUMN, Location(table.file, 1), {"right": right}))
    for row, line in zip(table.rows, table.lines, strict=True) if id_header else ():
        at = Location(table.file, line, None, id_header)
        identifier = row[id_header]
        if not identifier:
            facts = {"header": id_header, "right": _proposed(row, headers)}
            problems.append(Problem(NO_ID, at, facts))
        elif not is_id(identifier):
            facts = {"value": identifier, "right": slug(identifier) or _proposed(row, headers)}
            problems.append(Problem(faults.NOT_AN_ID, at, facts))
        elif identifier in tree:
            facts = {"id": identifier, "line": str(rows[identifier].line)}
            problems.append(Problem(SAME_ID, at, facts))
        else:
            tree[identifier] = _filled(row, names)
            rows[identifier] = TableRow(table.file, line, headers)
    document = Document(table.file, tree, "", 1, table.digest, Places(), rows=rows)
    return document, problems


def _fields_of(table: Table, by_word: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """The field of each header that names one, and what is wrong with the others."""
    fields: dict[str, str] = {}
    problems = []
    for header in table.header:
        field = by_word.get(header) or by_word.get(header.lower())
        at = Location(table.file, 1, None, header)
        if field is None:
            titles = {name: word for word, name in by_word.items() if not word.isascii()}
            if by_word.get(re.split("[.．]", header)[0].strip()) and re.search("[.．]", header):
                problems.append(Problem(GROUP_COLUMN, at, {"header": header}))
                continue
            close = titles.get(MEANT.get(header, ""), "") or nearest(header, by_word) or ""
            every = "" if close else "、".join(titles.values())
            facts = {"header": header, "nearest": close, "headers": every}
            problems.append(Problem(UNKNOWN_COLUMN, at, facts))
        elif field in fields.values():
            first = next(other for other, name in fields.items() if name == field)
            facts = {"first": first, "second": header, "field": field}
            problems.append(Problem(DOUBLE_COLUMN, at, facts))
        else:
            fields[header] = field
    return fields, problems


def _missing_columns(
    table: Table, model: type[BaseModel], required: list[str], fields: Mapping[str, str]
) -> Iterator[Problem]:
    """A required field without a column: one problem, not one for every row."""
    titles = {name: words(info) for name, info in _named(model)}
    for name in required:
        if name not in fields.values():
            title, title_en, *_ = titles[name]
            facts = {"field": name, "title": title, "title_en": title_en}
            yield Problem(faults.MISSING_FIELD, Location(table.file, 1), facts)


def _by_word(model: type[BaseModel], extra: Mapping[str, ExtraField]) -> dict[str, str]:
    """The fields by the words that a header may be: name, Chinese title, English title."""
    by_word: dict[str, str] = {}
    for name, info in _named(model):
        zh, en, _, _ = words(info)
        for word in (name, zh, en.lower()):
            by_word.setdefault(word, name)
    for name, field in extra.items():
        for word in (name, field.label.zh, field.label.en.lower()):
            by_word.setdefault(word, name)
    return by_word


def _named(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for attribute, info in model.model_fields.items():
        yield written_name(attribute, info), info


def _filled(row: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, Tree]:
    return {field: row[header] for header, field in fields.items() if row[header]}


def _proposed(row: Mapping[str, str], headers: Mapping[str, str]) -> str:
    """The id to propose for a row, made of its name; "" where it has none."""
    return slug(row.get(headers.get("name", ""), ""))
