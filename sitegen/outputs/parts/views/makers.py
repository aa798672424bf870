"""Enterprises side by side."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Badge


class MakerMark(NamedTuple):
    """企业可以用的一个专用标志 | a special mark that an enterprise may use"""

    link: Link | None
    """地理标志和它的网页；各家都是同一个则空 | the geographical indication and its page; empty where it is the same for all"""
    words: tuple[str, ...]
    """产品、核准公告、期限；可空 | product, notice, term; may be empty"""
    checked: str
    """核对到哪一天；没有核对则空 | up to which day it was checked; empty where it was not"""
    doubt: str
    """“现状待核”；核对过则空 | that nobody has checked how it stands today; empty where somebody has"""


class MakerRow(NamedTuple):
    """对照表里的一家企业 | an enterprise of the table"""

    link: Link
    """名称和网页；没有网页则网址空 | its name and page; no address where it has no page"""
    place: str
    """地区；可空 | its place; may be empty"""
    address: str
    """地址；可空 | its address; may be empty"""
    goods: tuple[Link, ...]
    """产品；可空 | its goods; may be empty"""
    marks: tuple[MakerMark, ...]
    """可以用的专用标志；可空 | the special marks that it may use; may be empty"""
    badges: tuple[Badge, ...]
    """企业和产品的称号，带状态；可空 | the titles of it and of its goods, with how they stand; may be empty"""
    months: str
    """有货的月份；没有写明则空 | months on sale; empty where none is stated"""
    phones: tuple[Value, ...]
    """公开的电话；可空 | published telephones; may be empty"""
