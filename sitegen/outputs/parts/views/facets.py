"""Facets of a list, and the list as a table."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Badge


class FacetValue(NamedTuple):
    """分面的一个值 | a value of a facet"""

    code: str
    """编号，如 `shouguang` | its code, such as `shouguang`"""
    text: str
    """值 | the value"""
    entries: int
    """有它的条目数，就是点开以后那一页的条目数 | how many entries have it: as many as are on the page it leads to"""
    url: str
    """只有这些条目的列表；没有这样的列表则空 | the list of these entries alone; empty where there is none"""
    chosen: bool
    """是不是已经选了它；`url` 通向不选它的列表 | whether it is chosen; `url` leads to the list without it"""
    depth: int
    """在上级下面第几层，从 0 起 | how deep it stands below the first values, from 0"""


class FacetGroup(NamedTuple):
    """一个分面：可以按它缩小列表 | a facet, by which the list can be narrowed"""

    name: str
    """编号，如 `region` | its code, such as `region`"""
    title: str
    """名称 | its name"""
    values: tuple[FacetValue, ...]
    """它的各个值 | its values"""


class Narrowing(NamedTuple):
    """缩小列表的各种办法 | the ways to narrow a list"""

    chosen: tuple[Link, ...]
    """已选的值；通向去掉它以后的列表；可空 | the chosen values, which lead to the list without them; may be empty"""
    whole: str
    """全部条目的列表；没有选什么则空 | the list of all entries; empty where nothing is chosen"""
    first: tuple[Link, ...]
    """第一个分面里条目最多的几个值，在地方小的屏幕上直接看得到；小字是条目数；可空 | the values of the first facet with the most entries, in view where there is little room; the note says how many; may be empty"""
    groups: tuple[FacetGroup, ...]
    """各个分面；可空 | the facets; may be empty"""
    facets: str
    """整个列表的各个分面的编号，给脚本用 | the codes of the facets of the whole list, for the script"""


class ShareValues(NamedTuple):
    """一个分面在一类条目里的各个值 | the values of a facet among the entries of one collection"""

    collection: str
    """类的编号，如 `gi` | the code of the collection, such as `gi`"""
    title: str
    """类的名称 | the name of the collection"""
    values: tuple[FacetValue, ...]
    """各个值 | the values"""
    whole: str
    """可以一次选几个值的那一页，给脚本用；不能这样选则空 | the page where several values can be chosen, for the script; empty where that cannot be done"""
    chosen: str
    """在那一页上先选什么，如 `region=shouguang`；可空 | what is chosen there to begin with, such as `region=shouguang`; may be empty"""


class ShareFacet(NamedTuple):
    """一个地区、类别或认定体系的一个分面，分类列出 | a facet of a region, category or scheme, by collection"""

    name: str
    """编号，如 `category` | its code, such as `category`"""
    title: str
    """名称 | its name"""
    shares: tuple[ShareValues, ...]
    """各类的值 | its values in each collection"""


class HeldShare(NamedTuple):
    """现在持有一个称号的一类条目 | the entries of one collection that hold a title today"""

    whole: Link
    """类的名称；通向只有这些条目的列表，没有则网址空；小字是数目 | the collection; leads to the list of just these, with an empty address where there is none; the note says how many"""
    regions: ShareValues | None
    """各地有多少；不按地区分则没有 | how many in each region; none where they are not told apart by region"""


class Row(NamedTuple):
    """表格里的一个条目；各网页共用，用 `once` 只写一次 | an entry in a table; all pages share it, so `once` renders it once"""

    url: str
    """条目的网址；开头是代表网站根的记号，网页写好时换掉 | the page of the entry; begins with a mark of the site's root, which is replaced when the page is finished"""
    name: str
    """名称 | its name"""
    place: str
    """所属地；可空 | its place; may be empty"""
    kind: str | None
    """种类，可空；这一类条目不分种类则没有 | its kind, may be empty; none where the collection has no kinds"""
    badges: tuple[Badge, ...] | None
    """称号和它的状态，可空；这一类条目都没有称号则没有 | its titles with their statuses, may be empty; none where no entry of the collection has any"""
    year: str
    """最近一次认定的年份；可空 | the year of its latest title; may be empty"""


class Order(NamedTuple):
    """列表的一种排序 | an order of a list"""

    code: str
    """编号，如 `newest`；按名称则空 | its code, such as `newest`; empty for that of names"""
    text: str
    """名称 | its name"""
    url: str
    """这样排好的那一页；只有脚本能这样排则空 | the page in this order; empty where only scripts can sort the list so"""
    current: bool
    """是不是就这样排 | whether it is the order of this page"""


class Table(NamedTuple):
    """列表的表格 | a list as a table"""

    rows: tuple[Row, ...]
    """各行 | the rows"""
    has_titles: bool
    """有没有称号和年份两栏 | whether it has the columns for titles and years"""
    has_kinds: bool
    """有没有种类一栏 | whether it has the column for kinds"""
