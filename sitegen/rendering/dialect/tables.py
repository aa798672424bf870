"""Tables: where one begins and ends, and rows that Python-Markdown would not show as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding, Line

TABLE_NEEDS_SEPARATOR = Kind(
    "markdown.table-needs-separator",
    Severity.WARNING,
    zh="这几行带竖线，却不成表格：表头下面那一行应当是 {separator}",
    en="these lines have bars but are no table: the line below its head must be {separator}",
    fix_zh="在这一行下面写上（或改成）{separator}",
    fix_en="write {separator} below this line, or correct the line there",
)
ROW_TOO_LONG = Kind(
    "markdown.row-too-long",
    Severity.ERROR,
    zh="表格的这一行有 {cells} 格，表头只有 {columns} 格，多出的“{text}”没有地方放",
    en="this row has {cells} cells and the head {columns}: there is no place for “{text}”",
    fix_zh="补全表头和下面一行，或删去多出的格；文字里的竖线写成 \\|",
    fix_en="complete the head and the line below it, or remove the cell; a bar in a text is \\|",
)
TABS_NO_TABLE = Kind(
    "markdown.tabs-no-table",
    Severity.WARNING,
    zh="从这一行起有 {count} 行用 Tab 隔开，像是粘贴来的表格，网页上会连成一段",
    en="{count} lines from here on have tabs between their words, as of a pasted table: they become one "
    "paragraph",
    fix_zh="改成竖线表格：第一行写成 {table}，下面加一行 {lines}，其余各行照第一行改",
    fix_en="make it a table with bars: the first line {table}, below it {lines}, the others as the first",
)
CELL_END = re.compile(r"(?<!\\)\|")
CODE = re.compile(r"`[^`]*`")
FENCE = re.compile(r"[ >\u3000]*(`{3,}|~{3,})")
DASHES = re.compile(r":?-+:?\Z")
HYPHENS = re.compile(r"\|? *:?-{3,}:? *(?:\| *:?-{3,}:? *)*\|?\Z")
"""A separator within a table, where a row of other dashes says that there are no data."""
WIDE_MARKS = str.maketrans("｜：－—–─", "|:----")


def is_separator(text: str) -> bool:
    """Whether a line consists of bars and dashes only, half or full width, as that below a head."""
    plain = text.translate(WIDE_MARKS)
    return "|" in plain and "-" in plain and not plain.strip("|:- ")


def normal_row(text: str) -> str:
    """A row whose cells end in full-width bars, with the usual ones."""
    return text.replace("｜", "|") if text.startswith("｜") else text


def cells(row: str) -> list[str]:
    """The texts of the cells of a row."""
    inner = CODE.sub(lambda code: code[0].replace("|", "\\|"), row.strip())
    parts = CELL_END.split(inner.removeprefix("|"))
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [part.strip() for part in parts]


def begins_table(head: str, below: str) -> bool:
    """Whether these two lines, without their indentation, are the head of a table and its separator."""
    if not is_separator(below):
        return False
    dashes = cells(below.translate(WIDE_MARKS))
    if len(dashes) == 1 and not (head[0] in "|｜" and below[0] in "|｜"):
        return False
    return len(cells(normal_row(head))) == len(dashes) and all(map(DASHES.match, dashes))


def rows(lines: list[Line], start: int) -> int:
    """The index after the last row of the table that begins at `start`: another table may follow at once."""
    end = start + 2
    while end < len(lines) and not lines[end].raw and ("|" in lines[end].text or _wide(lines[end])):
        below = lines[end + 1].text.strip() if end + 1 < len(lines) else ""
        if HYPHENS.match(below) and begins_table(lines[end].text.strip(), below):
            break
        end += 1
    return end


def _wide(line: Line) -> bool:
    return line.text.lstrip().startswith("｜")


def table(lines: list[Line], findings: list[Finding]) -> list[str]:
    """The rows of a table, without their indentation, as Python-Markdown reads them."""
    head, separator, *rest = [normal_row(line.text.strip()) for line in lines]
    columns = len(cells(head))
    for line, row in zip(lines[2:], rest, strict=True):
        parts = cells(row)
        if surplus := [part for part in parts[columns:] if part]:
            facts = {"cells": str(len(parts)), "columns": str(columns), "text": surplus[0][:40]}
            findings.append(Finding(ROW_TOO_LONG, line.number, facts))
    return [head, separator.translate(WIDE_MARKS), *rest]


def pasted_with_tabs(lines: list[str]) -> Iterator[Finding]:
    """A finding for each run of lines that have equally many tabs between words, outside fenced code.

    It takes the lines as they were written: Python-Markdown turns tabs into spaces before it reads them."""
    fence = ""
    start = columns = 0
    for index, text in enumerate([*lines, ""]):
        mark = FENCE.match(text)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        parts = [] if fence or mark or "|" in text else text.strip().split("\t")
        count = len(parts) if len(parts) > 1 and all(part.strip() for part in parts) else 0
        if count == columns:
            continue
        if columns and index - start > 1:
            yield Finding(TABS_NO_TABLE, start + 1, _with_bars(lines[start], index - start))
        start, columns = index, count


def _with_bars(head: str, count: int) -> dict[str, str]:
    parts = [part.strip() for part in head.strip().split("\t")]
    separator = "|" + "---|" * len(parts)
    return {"count": str(count), "table": f"| {' | '.join(parts)} |", "lines": separator}


def needs_separator(lines: list[Line], index: int) -> Finding | None:
    """A finding where lines with bars look like a table that has no valid separator."""
    line = lines[index]
    head = normal_row(line.text.strip())
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    columns = len(cells(head))
    if not head.startswith("|") or columns < 2 or not (below[:1] in ("|", "｜") or head[-1] == "|"):
        return None
    separator = "|" + "---|" * columns
    return Finding(TABLE_NEEDS_SEPARATOR, line.number, {"separator": separator})
