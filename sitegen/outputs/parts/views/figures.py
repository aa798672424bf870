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


class BarPart(NamedTuple):
    """横条的一段 | a part of a bar"""

    series: int
    """第几类，从 0 起 | which of the series, from 0"""
    start: int
    """从哪里开始，0–200 | where it begins, 0–200"""
    width: int
    """多宽，1–200 | how wide it is, 1–200"""


class Bar(NamedTuple):
    """图里的一条 | a bar of a chart"""

    label: str
    """是什么 | what it is of"""
    number: int
    """数目 | the number"""
    parts: tuple[BarPart, ...]
    """各段，早的在左；数目是 0 或太小则空 | its parts from the left; empty where the number is 0 or too small"""


class Chart(NamedTuple):
    """横条图，旁边总有同样数目的表 | a chart of bars; a table with the same numbers always stands beside it"""

    id: str
    """图里各处 id 的开头 | what the ids in it begin with"""
    title: str
    """标题 | the title"""
    text: str
    """给读屏的说明 | what screen readers are told of it"""
    series: tuple[str, ...]
    """各类的名称，不超过六类；只有一类则空 | the names of the series, six at most; empty where there is one"""
    bars: tuple[Bar, ...]
    """各条，不会空 | the bars, never empty"""
    width: int
    """整幅的宽 | the width of the whole"""
    label_width: int
    """左边名称的宽；名称长，放在横条上面，就是 0 | the width of the labels on the left; 0 where these are long and stand above the bars"""


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
    chart: Chart | None = None
    """同样的数目画成图；没有则空 | the same numbers as a chart; empty where there is none"""


class YearLine(NamedTuple):
    """一年的认定 | the titles of a year"""

    year: str
    """年份，或“年份未注明” | the year, or that none is stated"""
    url: str
    """列出这些认定的地方；没有认定的年份则空 | the place that lists these titles; empty of a year without any"""
    held: int
    """现在有效的 | how many are in force today"""
    others: int
    """其余的：已过登记有效期、已停止、已撤销等 | the others: expired, ended, revoked and so on"""
