"""Events as lines of a calendar."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link


class EventLine(NamedTuple):
    """一场活动 | an event"""

    link: Link
    """名称和网页 | its name and page"""
    when: str
    """哪几天，几个字；没有写日期则空 | on which days, in words; empty where it states none"""
    day: str
    """头一天，机器读的 ISO 日期；不到日的空 | its first day for machines, ISO; empty where it is not known to the day"""
    facts: tuple[str, ...]
    """种类、第几届、每年都有、地点等，几个字一项；可空 | its kind, which of a series, every year, place and so on, a few words each; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    results: str
    """结果；可空 | what came of it; may be empty"""
    calendar: str
    """存入日历的文件（.ics）；不知道是哪一天的空 | the file for calendars (.ics); empty where it is not known to the day"""


class EventYear(NamedTuple):
    """一年里办过的活动 | the events that were held in a year"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """年份 | the year"""
    lines: tuple[EventLine, ...]
    """各场，新的在前，不会空 | its events, the newest first, never empty"""


class EventSeries(NamedTuple):
    """一个系列 | a series of events"""

    name: str
    """系列的名称 | its name"""
    members: tuple[Link, ...]
    """各届，新的在前；小字是日期 | its events, the newest first; the note says when"""
