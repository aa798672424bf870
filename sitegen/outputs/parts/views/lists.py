"""Lines and cells of lists that are not cards: articles, names by letter, regions, numbers."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link


class Checked(NamedTuple):
    """核对到哪天 | up to which day things were held against their sources"""

    day: str
    """其中最早的核对日期 | the oldest of their checks"""
    remark: str = ""
    """有几项没有注明核对日期，一句话；都注明则空 | in words how many state no day; empty where all do"""


class ArticleLine(NamedTuple):
    """列表里的一篇文章 | an article in a list"""

    link: Link
    """题名和网页 | title and page"""
    kind: str
    """种类；可空 | its kind; may be empty"""
    date: str
    """发布日期；可空 | the day it was published; may be empty"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""


class LineGroup(NamedTuple):
    """一组，和其中的各条 | a group and its lines"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """标题，如种类 | its heading, such as a kind"""
    lines: tuple[ArticleLine, ...]
    """各条，不会空 | its lines, never empty"""


class IndexLine(NamedTuple):
    """按拼音排列的一个名称 | a name in the order of pinyin"""

    link: Link
    """名称和网页 | name and page"""
    pinyin: str
    """拼音；不显示拼音的类别则空 | its pinyin; empty in collections that show none"""
    label: str
    """属于哪一类条目 | its collection"""
    place: str
    """所属地；可空 | its place; may be empty"""


class LetterGroup(NamedTuple):
    """同一个首字母的名称 | the names under one letter"""

    letter: str
    """首字母；没有拼音的是 `#` | the letter; `#` for those without pinyin"""
    id: str
    """标题的锚点 | the fragment of its heading"""
    lines: tuple[IndexLine, ...]
    """名称 | the names"""


class Tile(NamedTuple):
    """方格图的一格 | a cell of the tile grid"""

    text: str
    """地区简称 | the short name of the region"""
    url: str
    """地区的网页 | the page of the region"""
    entries: int
    """条目数 | how many entries it has"""
    row: int
    """第几行，从 1 起 | its row, from 1"""
    column: int
    """第几列，从 1 起 | its column, from 1"""
    level: int
    """深浅 0–3：没有条目是 0，条目最多的三分之一是 3 | its shade 0–3: 0 without entries, 3 for the third that has the most"""


class Branch(NamedTuple):
    """地区或类别，连同下级 | a region or category with those under it"""

    link: Link
    """名称和网页；小字是条目数 | name and page; its note is the number of entries"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    branches: tuple[Branch, ...]
    """下级；可空 | those under it; may be empty"""


class HomeRow(NamedTuple):
    """首页的一行：一个部分，或并排的两个 | a row of the home page: one section, or two side by side"""

    sections: tuple[str, ...]
    """各部分的名称，如 `figures`、`places`；都有内容 | the names of its sections, such as `figures` and `places`; none is without content"""


class Figure(NamedTuple):
    """首页的一个数字 | a number on the home page"""

    number: int
    """数字 | the number"""
    label: str
    """数的是什么 | what is counted"""
    note: str
    """一行小字，说明这个数 | one small line that explains it"""
    url: str
    """点开到哪里 | where it leads"""
