"""Links, and what is made of links alone."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """链接 | a link"""

    text: str
    """链接上的字 | its words"""
    url: str
    """网址；空的只显示文字 | its address; empty: show the words alone"""
    note: str = ""
    """旁边的小字，如条数；可空 | small text beside it, such as a count; may be empty"""
    current: bool = False
    """是否指向正在看的这一页或这一栏 | whether it leads to the page or column one is on"""


class LinkGroup(NamedTuple):
    """一组链接 | a group of links"""

    title: str
    """这一组的标题 | the heading of the group"""
    links: tuple[Link, ...]
    """链接；可空，空的组不显示 | the links; may be empty: then show no group"""


class Pager(NamedTuple):
    """列表的分页 | the pages of a list"""

    number: int
    """这是第几页 | the number of this page"""
    total: int
    """共几页；1 就不必显示 | how many there are; show nothing where there is one"""
    pages: tuple[Link, ...]
    """头尾和附近的页；只有一页则空 | the first, the last and those near; empty where there is one"""
    previous: Link | None
    """上一页 | the page before"""
    next: Link | None
    """下一页 | the page after"""
