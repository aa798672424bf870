"""How a title is obtained, who is on the way to it, and what became of titles later."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.facts import Fact
from sitegen.outputs.parts.views.links import Link


class SchemeStep(NamedTuple):
    """得到称号的一步 | a step on the way to a title"""

    name: str
    """名称 | its name"""
    facts: tuple[Fact, ...]
    """谁来做、多长时间、截止、异议渠道；可空 | who does it, how long it takes, when it closes, where to object; may be empty"""
    here: Link | None
    """现在有多少在这一步，通向它们；没有则空 | how many stand at this step, with the way to them; nothing where none does"""


class PendingLine(NamedTuple):
    """公示中的一个 | one that is under public notice"""

    link: Link
    """名称和网页，小字是地区；没有公开条目则网址空 | the entry's name and page, with its place; no address where it is not public"""
    since: str
    """从哪天起，ISO | since which day, ISO"""
    until: str
    """公示到哪天，ISO；没有写明则空 | until which day, ISO; empty where that is not stated"""
    objections: str
    """异议渠道；可空 | where to object; may be empty"""
    document: str
    """公示的文号；可空 | the number of the notice; may be empty"""


class LaterLine(NamedTuple):
    """后来的一次变动：暂停、撤销、恢复 | a later change: suspended, revoked, in force again"""

    date: str
    """哪天，ISO | which day, ISO"""
    link: Link
    """名称和网页；没有公开条目则网址空 | the entry's name and page; no address where it is not public"""
    word: str
    """变成什么 | what it became"""
    reason: str
    """文件写明的原因；可空 | the reason that the document gives; may be empty"""
    document: str
    """依据的文件；可空 | the document it rests on; may be empty"""
