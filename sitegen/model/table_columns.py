"""The columns of a table: which field each fills, whether its header is a field's name or its title.

A table stands for a list of an entry (the rows of an announcement), or holds entries, one a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pydantic import BaseModel

from sitegen.loading.document import Document, FieldPath, Places, Table, TableRow, Tree
from sitegen.loading.nearest import LONGEST, nearest
from sitegen.loading.tables import TOO_MANY_ROWS
from sitegen.loading.workbook_marks import EXAMPLE
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import Column, ColumnWords, column_words, folded, named_fields
from sitegen.model.fields import words
from sitegen.model.options import ExtraField, Options
from sitegen.model.pinyin import slug
from sitegen.model.record_problems import owner_of
from sitegen.model.types import is_id
from sitegen.problems import Kind, Location, Problem, Severity

ENTRIES = 10_000
"""Maximum number of entries in one table: so many are read within two seconds."""
ID_HEADERS = ("id", "编号")
ID: FieldPath = ("id",)
CHOICE = 3
"""Of how many columns a header may be taken for one."""
UNKNOWN_COLUMN = Kind(
    "table.unknown-column",
    Severity.ERROR,
    zh="没有“{header}”这一项[[，最接近的是“{nearest}”]]",
    en="there is no field “{header}”[[; the nearest is “{nearest_en}”]]",
    fix_zh="[[把列名改成“{nearest}”，或]]删掉这一列[[；能用的列名：{headers}]]",
    fix_en="[[head the column “{nearest_en}”, or ]]delete it[[; columns may be headed {headers}]]",
)
GROUP_COLUMN = Kind(
    "table.group-column",
    Severity.ERROR,
    zh="“{header}”是一组，一列写不下",
    en="“{header}” is a group of fields, more than one column holds",
    fix_zh="每一项写成一列，列名用：{headers}",
    fix_en="give each of its fields a column, headed {headers}",
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
    "类型": "kind",
    "种类": "kind",
    "性质": "kind",
    "分类": "categories",
    "上市月份": "available",
    "上市时间": "available",
    "所在地": "region",
    "县区": "region",
    "简介": "summary",
}
"""Headers of the lists that offices keep and publish, and the field that each means."""
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
    zh="编号“{id}”在[[工作表“{sheet}”]]第 {line} 行已经用过",
    en="the id “{id}” is used on line {line}[[ of the sheet “{sheet}”]] already",
    fix_zh="给这一行换一个编号；如果是同一件，删掉一行",
    fix_en="give this row another id, or delete it if it is the same thing",
)


def is_list_header(model: type[BaseModel]) -> Callable[[str], bool]:
    """Whether a column of a list of groups of class `model` may be headed by a text, or often is."""
    by_word = column_words(model).by_word
    return lambda header: folded(header) in by_word or header in MEANT


def is_entry_header(collection: str, options: Options) -> Callable[[str], bool]:
    """Whether a column of a table of entries may be headed by a text, or often is."""
    in_list = is_list_header(COLLECTIONS[collection].model)
    own = _own_columns(options.fields.get(collection, {}))
    return lambda header: in_list(header) or folded(header) in own or header.lower() in ID_HEADERS


def as_list(table: Table, model: type[BaseModel]) -> tuple[list[Tree], Table, list[Problem]]:
    """The members of a list of groups of class `model`, one for each row of the table.

    The table is given back with the header of each field, by which it says places.
    """
    paths, problems = _paths_of(table, column_words(model), {})
    problems += _missing_columns(table, model, paths)
    headers = {path: header for header, path in paths.items()}
    members: list[Tree] = [_filled(row, paths) for row in table.rows]
    return members, replace(table, headers=headers), problems


def as_entries(
    tables: Sequence[Table], collection: str, options: Options
) -> tuple[Document | None, list[Problem]]:
    """The document with one entry for each row of the tables of one file, by id. A row without an id is left
    out; None where there are too many rows."""
    count = 0
    for table in tables:
        if count + len(table.rows) > ENTRIES:
            at = table.place(table.lines[ENTRIES - count])
            return None, [Problem(TOO_MANY_ROWS, at, {"limit": f"{ENTRIES:,}"})]
        count += len(table.rows)
    tree: dict[str, Tree] = {}
    rows: dict[str, TableRow] = {}
    problems: list[Problem] = []
    for table in tables:
        problems += _add_entries(table, collection, options, tree, rows)
    first = tables[0]
    wrong = first.wrong_lines
    document = Document(
        first.file, tree, "", 1, first.digest, Places(), rows=rows, wrong_lines=wrong
    )
    return document, problems


def _add_entries(
    table: Table,
    collection: str,
    options: Options,
    tree: dict[str, Tree],
    rows: dict[str, TableRow],
) -> list[Problem]:
    """Add the entries of one table to `tree`, and their rows to `rows`."""
    model = COLLECTIONS[collection].model
    id_header = next((name for name in table.header if name.lower() in ID_HEADERS), "")
    others = _own_columns(options.fields.get(collection, {}))
    if id_header:
        others[folded(id_header)] = Column(ID, id_header, id_header)
    paths, problems = _paths_of(table, column_words(model), others)
    problems += _missing_columns(table, model, paths)
    paths = {header: path for header, path in paths.items() if path != ID}
    headers = {path: header for header, path in paths.items()}
    table = replace(table, headers=headers)
    if not id_header:
        right = _proposed(table.rows[0], headers) if table.rows else ""
        problems.append(Problem(NO_ID_COLUMN, table.place(), {"right": right}))
    for row, line in zip(table.rows, table.lines, strict=True) if id_header else ():
        at = table.place(line, id_header)
        identifier = row[id_header]
        if (line, id_header) in table.refused or identifier == EXAMPLE:
            continue
        if line in table.wrong_lines and (not is_id(identifier) or identifier in tree):
            continue  # its cells may be shifted
        if not identifier:
            facts = {"header": id_header, "right": _proposed(row, headers)}
            problems.append(Problem(NO_ID, at, facts))
        elif not is_id(identifier):
            facts = {"value": identifier, "right": slug(identifier) or _proposed(row, headers)}
            problems.append(Problem(faults.NOT_AN_ID, at, facts))
        elif identifier in tree:
            first = rows[identifier]
            facts = {"id": identifier, "line": str(first.line), "sheet": first.table.sheet}
            problems.append(Problem(SAME_ID, at, facts))
        else:
            tree[identifier] = _filled(row, paths)
            rows[identifier] = TableRow(table, line)
    return problems


def _paths_of(
    table: Table, words: ColumnWords, others: Mapping[str, Column]
) -> tuple[dict[str, FieldPath], list[Problem]]:
    """The path of the field for each header that names one, and what is wrong with the other headers."""
    paths: dict[str, FieldPath] = {}
    problems = []
    by_word = {**words.by_word, **others}
    for header in table.header:
        column = by_word.get(folded(header))
        at = table.place(None, header)
        if column is None:
            problems.append(_no_column(header, at, words, by_word))
        elif column.path in paths.values():
            first = next(other for other, path in paths.items() if path == column.path)
            facts = {"first": first, "second": header, "field": column.title}
            problems.append(Problem(DOUBLE_COLUMN, at, facts))
        else:
            paths[header] = column.path
    return paths, problems


def _no_column(
    header: str, at: Location, words: ColumnWords, by_word: Mapping[str, Column]
) -> Problem:
    """The problem of a header that names no field that a column may hold."""
    if items := words.groups.get(folded(header)):
        return Problem(GROUP_COLUMN, at, {"header": header, "headers": _titles(items)})
    meant = MEANT.get(header)
    close = [column.title for column in by_word.values() if column.path == (meant,)][:1]
    close = close or [column.title for column in words.items_called(header)]
    close = close or [word for word in [nearest(folded(header), by_word)] if word]
    close = close or _sharing_words(folded(header), by_word.values())
    every = [column for column in by_word.values() if len(column.path) == 1]
    facts = {
        "header": header,
        "nearest": "”或“".join(close),
        "nearest_en": "” or “".join(close),
        "headers": "" if close else _titles(every),
    }
    return Problem(UNKNOWN_COLUMN, at, facts)


def _sharing_words(header: str, columns: Iterable[Column]) -> list[str]:
    """The titles with the longest run of characters of the header, of two or more: 可邮寄 for 能否邮寄."""
    runs: dict[str, int] = {}
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(header[:LONGEST])
    for column in columns:
        if not header.isascii():
            matcher.set_seq1(column.title)
            runs[column.title] = matcher.find_longest_match().size
    longest = max(runs.values(), default=0)
    return [title for title, run in runs.items() if run == longest > 1][:CHOICE]


def _titles(columns: Iterable[Column]) -> str:
    return "、".join(dict.fromkeys(column.title for column in columns))


def _missing_columns(
    table: Table, model: type[BaseModel], paths: Mapping[str, FieldPath]
) -> Iterator[Problem]:
    """A required field without a column: one problem, not one for every row. A group needs its own required
    fields where it has a column at all."""
    groups = dict.fromkeys(path[:-1] for path in paths.values())
    for group in {(): None, **groups}:
        for name, info in named_fields(owner_of(model, group)):
            if info.is_required() and (*group, name) not in paths.values():
                title, title_en, *_ = words(info)
                facts = {"field": name, "title": title, "title_en": title_en}
                yield Problem(faults.MISSING_FIELD, table.place(), facts)


def _own_columns(fields: Mapping[str, ExtraField]) -> dict[str, Column]:
    """The columns of the fields that site.yaml adds, by folded header."""
    return {
        folded(word): Column((name,), field.label.zh, field.label.en)
        for name, field in fields.items()
        for word in (name, field.label.zh, field.label.en)
    }


def _filled(row: Mapping[str, str], paths: Mapping[str, FieldPath]) -> dict[str, Tree]:
    """The fields that a row fills. Of a list of groups it has one member."""
    tree: dict[str, Tree] = {}
    groups: dict[str, dict[str, Tree]] = {}
    for header, path in paths.items():
        if row[header] and len(path) == 1:
            tree[str(path[0])] = row[header]
        elif row[header]:
            group = groups.setdefault(str(path[0]), {})
            group[str(path[-1])] = row[header]
    in_lists = {path[0] for path in paths.values() if len(path) == 3}
    return tree | {name: [group] if name in in_lists else group for name, group in groups.items()}


def _proposed(row: Mapping[str, str], headers: Mapping[FieldPath, str]) -> str:
    """The id to propose for a row, made of its name; "" where it has none."""
    return slug(row.get(headers.get(("name",), ""), ""))
