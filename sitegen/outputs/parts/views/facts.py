"""What the page of an entry states: facts, months of the year, sources."""

from __future__ import annotations

from typing import NamedTuple

LONG = 40
"""A text of more characters than this is long."""
SHORT = 12
"""Several texts of at most so many characters each stand in one line."""


class Value(NamedTuple):
    """一项资料的一个值 | one value of a fact"""

    text: str
    """值 | the value in words"""
    url: str = ""
    """链接；没有则空 | where it leads; empty where nowhere"""
    source: str = ""
    """谁说的；可空 | whose word it is; may be empty"""
    note: str = ""
    """旁边的小字；可空 | small text beside it; may be empty"""


class Fact(NamedTuple):
    """资料表的一行 | a row of a table of facts"""

    label: str
    """项目名称 | what it is about"""
    values: tuple[Value, ...]
    """一个或几个值 | one value or several"""
    disputed: bool = False
    """是否说法不一 | whether the sources differ"""

    @property
    def in_one_line(self) -> bool:
        """是否是几个没有来源和说明的短值，写在一行 | whether it has several short values without source or note, for one line"""
        return len(self.values) > 1 and all(
            len(value.text) <= SHORT and not (value.note or value.source) for value in self.values
        )

    @property
    def is_long(self) -> bool:
        """是否有一个值很长，在手机上要占满一行 | whether it has a text that needs the whole width of a phone"""
        return any(len(value.text) > LONG for value in self.values)


class Section(NamedTuple):
    """带标题的资料表 | a table of facts with a heading"""

    id: str
    """标题的锚点 | the fragment of the heading"""
    title: str
    """标题 | the heading"""
    facts: tuple[Fact, ...]
    """各行，不会空 | its rows, never empty"""


class Season(NamedTuple):
    """什么时候有：月份 1–12，至少有一样 | when it is to be had: months 1–12; at least one of the three is there"""

    harvest: tuple[int, ...]
    """采收的月份；可空 | months of harvest; may be empty"""
    available: tuple[int, ...]
    """有货的月份；可空 | months on sale; may be empty"""
    stored: tuple[int, ...] = ()
    """可贮存的月份；可空 | months through which it keeps; may be empty"""


class SourceLine(NamedTuple):
    """一条资料来源 | one source"""

    text: str
    """发布单位、题名、文号、性质 | publisher, title, number, kind"""
    url: str
    """原文网址；可空 | the original; may be empty"""
    date: str = ""
    """日期；可空 | its date; may be empty"""
