"""A number in a cell that may be one month or another: Excel keeps 2025.10 as 2025.1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from sitegen.loading.document import FieldPath, Table
from sitegen.model.column_words import named_fields
from sitegen.model.dates import PARTIAL_FORM
from sitegen.model.extra_fields import DATE
from sitegen.model.fields import marked
from sitegen.model.options import ExtraField
from sitegen.model.record_problems import owner_of
from sitegen.model.value_forms import Reads
from sitegen.problems import Kind, Problem, Severity

CUT_MONTH = Kind(
    "table.cut-month",
    Severity.ERROR,
    zh="{value} 分不清是 1 月还是 10 月：这一格是数字，写 {year}.10，Excel 也存成 {value}",
    en="{value} may be January or October: the cell is a number, and Excel stores {year}.10 as {value}",
    fix_zh="写 {year}-01 或 {year}-10；以后先把这一列设为“文本”",
    fix_en="write {year}-01 or {year}-10; format the column as text before typing months",
)


def without_cut_months(
    table: Table,
    model: type[BaseModel],
    own: Mapping[str, ExtraField],
    paths: Mapping[str, FieldPath],
) -> tuple[Table, list[Problem]]:
    """The table with the cells among its `refused` that have such a number in a column whose field takes a month,
    and the problem of each. `own` are the fields that site.yaml adds, `paths` has the field of each header."""
    problems = list(_problems(table, model, own, paths))
    if not problems:
        return table, []
    cells = {(problem.at.line or 1, problem.at.field or "") for problem in problems}
    return replace(table, refused=table.refused | cells), problems


def _problems(
    table: Table,
    model: type[BaseModel],
    own: Mapping[str, ExtraField],
    paths: Mapping[str, FieldPath],
) -> Iterator[Problem]:
    months = {header for header, path in paths.items() if _takes_month(model, own, path)}
    cells = [cell for cell in sorted(table.cut_months) if cell[1] in months]
    rows = dict(zip(table.lines, table.rows, strict=True)) if cells else {}
    for line, header in cells:
        if line in rows:
            value = rows[line][header]
            facts = {"value": value, "year": value.partition(".")[0]}
            yield Problem(CUT_MONTH, table.place(line, header), facts)


def _takes_month(model: type[BaseModel], own: Mapping[str, ExtraField], path: FieldPath) -> bool:
    if len(path) == 1 and (field := own.get(str(path[0]))):
        return field.type == DATE
    owner = owner_of(model, path[:-1])
    info = next((info for name, info in named_fields(owner) if path and name == path[-1]), None)
    reads = marked(info, Reads) if info is not None else None
    return reads is not None and reads.form is PARTIAL_FORM
