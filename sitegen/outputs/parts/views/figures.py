"""Numbers in tables and charts."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link


class Number(NamedTuple):
    """表里的一个数 | a number in a table"""

    number: int
    """数目 | the number"""
    url: str
    """正好列出这些条目的页面；没有则空 | the page that lists just these entries; empty where there is none"""


class NumberRow(NamedTuple):
    """表的一行 | a row of a table"""

    head: Link
    """这一行是什么，如地区 | what the row is of, such as a place"""
    numbers: tuple[Number, ...]
    """各列的数 | the numbers of the columns"""
    total: Number
    """合计 | the total"""


class NumberTable(NamedTuple):
    """各地的数目 | numbers by place"""

    id: str
    """标题的锚点 | the fragment of the heading"""
    title: str
    """标题 | the heading"""
    note: str
    """数的是什么，一两句话 | what is counted, in a sentence or two"""
    columns: tuple[Link, ...]
    """各列是什么 | what the columns are of"""
    rows: tuple[NumberRow, ...]
    """各行，不会空 | the rows, never empty"""
    total: NumberRow
    """合计的一行 | the row of totals"""


class YearBar(NamedTuple):
    """一年的认定 | the titles of a year"""

    year: str
    """年份，或“年份未注明” | the year, or that none is stated"""
    url: str
    """列出这些认定的地方；没有认定的年份则空 | the place that lists these titles; empty of a year without any"""
    held: int
    """现在有效的 | how many are in force today"""
    others: int
    """其余的：已过登记有效期、已停止、已撤销等 | the others: expired, ended, revoked and so on"""
    held_width: int
    """图里有效部分的宽，0–200 | the width of the part in force, 0–200"""
    others_width: int
    """图里其余部分的宽，0–200 | the width of the other part, 0–200"""
