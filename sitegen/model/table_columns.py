"""The columns of a table: which field each fills, whether its header is a field's name or its title."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from pydantic import BaseModel

from sitegen.loading.document import FieldPath, Table, Tree
from sitegen.loading.nearest import LONGEST, nearest
from sitegen.model import faults
from sitegen.model.collections import COLLECTIONS
from sitegen.model.column_words import Column, ColumnWords, column_words, folded, named_fields
from sitegen.model.fields import words
from sitegen.model.further_lists import is_list_column
from sitegen.model.options import ExtraField, Options
from sitegen.model.record_problems import owner_of
from sitegen.problems import Kind, Location, Problem, Severity

ID_HEADERS = ("id", "编号")
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
NO_HEADER = Kind(
    "table.no-known-header",
    Severity.ERROR,
    zh="这一行没有一个认得的列名，像是缺了列名那一行",
    en="no column is known here; the row of headers seems to be missing",
    fix_zh="在表格最上面加一行列名；能用的列名：{headers}",
    fix_en="put a row of headers on top; columns may be headed {headers}",
)
OR: Final = "”或“"
"""Between several headers that may be meant."""
MEANT: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("企业名称", "单位名称", "获奖单位", "产品名称"), ("subject", "name")),
    **dict.fromkeys(("品名", "公司名称", "企业全称", "品牌名称", "商标名称"), ("name",)),
    **dict.fromkeys(("项目名称", "特产名称", "地标名称", "题目", "标题"), ("name",)),
    "证书编号": ("number",),
    "有效期至": ("valid_until",),
    "有效期": ("valid_until",),
    "发证日期": ("valid_from",),
    **dict.fromkeys(("类型", "种类", "性质", "企业类型", "产品类型"), ("kind",)),
    "分类": ("categories",),
    **dict.fromkeys(("上市月份", "上市时间"), ("available",)),
    **dict.fromkeys(("所在地", "县区", "区县", "所属县区", "产地"), ("region",)),
    **dict.fromkeys(("简介", "产品简介", "企业简介", "介绍", "产品介绍"), ("summary",)),
    **dict.fromkeys(("网址", "官网"), ("website",)),
    **dict.fromkeys(("备注", "说明"), ("notes_private",)),
}
"""Headers of the lists that offices keep and publish, and the fields that each may mean: the first of them
that a table has."""
DOUBLE_COLUMN = Kind(
    "table.double-column",
    Severity.ERROR,
    zh="“{first}”和“{second}”两列是同一项（{field}）",
    en="the columns “{first}” and “{second}” are the same field ({field})",
    fix_zh="并成一列",
    fix_en="merge them into one",
)


def is_list_header(model: type[BaseModel]) -> Callable[[str], bool]:
    """Whether a column of a list of groups of class `model` may be headed by a text, or often is."""
    by_word = column_words(model).by_word
    return lambda header: folded(header) in by_word or folded(header) in MEANT


def is_entry_header(collection: str, options: Options) -> Callable[[str], bool]:
    """Whether a column of a table of entries may be headed by a text, or often is."""
    in_list = is_list_header(COLLECTIONS[collection].model)
    own = own_columns(options.fields.get(collection, {}))
    return lambda header: (
        in_list(header)
        or folded(header) in own
        or folded(header) in ID_HEADERS
        or is_list_column(header, collection)
    )


def paths_of(
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
    unknown = [one for one in problems if one.kind is UNKNOWN_COLUMN and not one.facts["nearest"]]
    if len(table.header) == len(unknown) > 1:
        return {}, [Problem(NO_HEADER, table.place(), {"headers": unknown[0].facts["headers"]})]
    return paths, problems


def _no_column(
    header: str, at: Location, words: ColumnWords, by_word: Mapping[str, Column]
) -> Problem:
    """The problem of a header that names no field that a column may hold."""
    if items := words.groups.get(folded(header)):
        return Problem(GROUP_COLUMN, at, {"header": header, "headers": _titles(items)})
    titles = {column.path: column.title for column in by_word.values()}
    close = [titles[name,] for name in MEANT.get(folded(header), ()) if (name,) in titles][:1]
    close = close or [column.title for column in words.items_called(header)]
    close = close or [word for word in [nearest(folded(header), by_word)] if word]
    close = close or _sharing_words(folded(header), by_word.values())
    every = [column for column in by_word.values() if len(column.path) == 1]
    facts = {
        "header": header,
        "nearest": OR.join(close),
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


def missing_columns(
    table: Table,
    model: type[BaseModel],
    paths: Mapping[str, FieldPath],
    problems: Sequence[Problem],
    elsewhere: Collection[FieldPath] = (),
) -> Iterator[Problem]:
    """A required field without a column: one problem, not one for every row. A group needs its own required
    fields where it has a column at all. The fields at `elsewhere` stand in other tables. Nothing is missing that
    one of the `problems` with headers has found already: a header was misspelt, or there is none."""
    if any(problem.kind is NO_HEADER for problem in problems):
        return
    meant = {
        folded(word)
        for problem in problems
        if problem.kind is UNKNOWN_COLUMN
        for word in problem.facts["nearest"].split(OR)
    }
    groups = dict.fromkeys(path[:-1] for path in paths.values())
    here = {*paths.values(), *elsewhere}
    for group in {(): None, **groups}:
        for name, info in named_fields(owner_of(model, group)):
            if info.is_required() and (*group, name) not in here:
                title, title_en, *_ = words(info)
                if meant & {folded(name), folded(title), folded(title_en)}:
                    continue
                facts = {"field": name, "title": title, "title_en": title_en}
                yield Problem(faults.MISSING_FIELD, table.place(), facts)


def own_columns(fields: Mapping[str, ExtraField]) -> dict[str, Column]:
    """The columns of the fields that site.yaml adds, by folded header."""
    return {
        folded(word): Column((name,), field.label.zh, field.label.en)
        for name, field in fields.items()
        for word in (name, field.label.zh, field.label.en)
    }


def filled(row: Mapping[str, str], paths: Mapping[str, FieldPath]) -> dict[str, Tree]:
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
