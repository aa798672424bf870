"""Tables whose rows an author wrote: the measures of a policy, its targets, the numbers of a press conference."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.facts import Value


class RecordRow(NamedTuple):
    """表的一行 | a row of the table"""

    id: str
    """这一行的锚点；可空 | the fragment of the row; may be empty"""
    head: Value
    """行头 | what the row is about"""
    cells: tuple[tuple[Value, ...], ...]
    """各列的值，和列一样多；没有写的一格空 | the values of each column, as many as there are columns; a cell may be empty"""


class RecordTable(NamedTuple):
    """一张表 | a table"""

    id: str
    """标题的锚点 | the fragment of the heading"""
    title: str
    """标题 | the heading"""
    head: str
    """行头那一列的标题 | the heading of the column of row heads"""
    columns: tuple[str, ...]
    """其余各列的标题；没有一行写了的列不在内 | the headings of the other columns; those that no row fills are left out"""
    rows: tuple[RecordRow, ...]
    """各行，不会空 | its rows, never empty"""
