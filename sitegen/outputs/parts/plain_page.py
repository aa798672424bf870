"""A page of a few sentences: withdrawn, moved, not found."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.facts import Fact
from sitegen.outputs.parts.views.frame import Frame, SearchBox
from sitegen.outputs.parts.views.links import Link

TEMPLATE = "pages/plain.html"


class PlainPage(NamedTuple):
    """只有几句话的网页：已下架、网址已改、没有这个网页 | a page of a few sentences: withdrawn, moved, not found"""

    frame: Frame
    """网页共有的部分 | what every page has"""
    title: str
    """页面标题，即一级标题 | the heading of the page"""
    paragraphs: tuple[str, ...]
    """各段文字 | the sentences, a paragraph each"""
    facts: tuple[Fact, ...]
    """下架的原因和依据；可空 | why it was withdrawn and on what ground; may be empty"""
    links: tuple[Link, ...]
    """可以去的地方 | where to go on"""
    redirect: str = ""
    """立刻转去的网址；不转则空 | the address to go to at once; empty where the page stays"""
    search: SearchBox | None = None
    """搜索框；只有“没有这个网页”有 | a search box; only the page for what is not found has one"""
