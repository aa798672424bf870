"""Reads a workbook as the sources of a site are read, and shows what came of it briefly."""

from __future__ import annotations

from sitegen.loading.document import Table
from sitegen.loading.documents import parse_tables
from sitegen.problems import Problem
from tests.support.problem_lines import problem_line

FILE = "content/products/名单.xlsx"
KNOWN = frozenset(["编号", "名称", "种类", "地区", "电话", "日期", "数", "号码", "有货月份"])


def read(data: bytes, extension: str = ".xlsx") -> tuple[list[Table], list[Problem]]:
    """The tables in a workbook, and all problems."""
    file = FILE.replace(".xlsx", extension)
    tables, problems = parse_tables(data, file, KNOWN.__contains__)
    return list(tables or ()), problems


def rows(data: bytes, extension: str = ".xlsx") -> list[list[str]]:
    """The cells of the one table of a workbook that has no problem, the header first."""
    (table,), problems = read(data, extension)
    assert problems == [], [problem.message("en") for problem in problems]
    return [list(table.header), *(list(row.values()) for row in table.rows)]


def told(data: bytes, extension: str = ".xlsx") -> list[str]:
    """The problems of a workbook as `[place] code`."""
    _, problems = read(data, extension)
    lines = (problem_line(one) for one in problems)
    return [line.partition(extension)[2].strip() for line in lines]
