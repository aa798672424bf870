"""When entries are harvested, on sale and in store."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sitegen.outputs.parts.views.links import Link

State = Literal["available", "harvest", "stored"]


class MonthGroup(NamedTuple):
    """一个月里同一情形的条目 | the entries in one state in a month"""

    state: State
    """有货、采收、可贮存 | on sale, harvest, in store"""
    word: str
    """这个情形的字 | the word for it"""
    total: int
    """共几件 | how many there are"""
    links: tuple[Link, ...]
    """排在前面的几件；只报件数的地方为空 | the first of them; empty where only their number is told"""


class MonthRow(NamedTuple):
    """一个月 | a month"""

    month: int
    """月份，1–12 | the month, 1–12"""
    url: str
    """这个月的页面；没有条目写明这个月则空 | the page of the month; empty where no entry names it"""
    groups: tuple[MonthGroup, ...]
    """有条目的各种情形；可空 | the states in which there are entries; may be empty"""


class MonthsLine(NamedTuple):
    """条目的一种情形在哪几个月 | the months of one state of an entry"""

    state: State
    """有货、采收、可贮存 | on sale, harvest, in store"""
    word: str
    """这个情形的字 | the word for it"""
    months: tuple[int, ...]
    """月份 1–12；没有注明则空 | months 1–12; empty where none is stated"""
    text: str
    """月份连成的话，或“未注明” | the months in words, or that none is stated"""


class SeasonLine(NamedTuple):
    """一个条目的时令 | the seasons of an entry"""

    link: Link
    """条目；小字是类和地区 | the entry; the note says its collection and place"""
    states: tuple[MonthsLine, ...]
    """各种情形 | its states"""
