"""Entries as cards, with their pictures."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Badge
from sitegen.rendering.images.markup import Files


class Picture(NamedTuple):
    """图片：`files` 和 `svg` 有且只有一样 | a picture: it has either `files` or `svg`"""

    alt: str
    """看不见图的人听到的话；只是装饰则空 | what those who cannot see it hear; empty where it only decorates"""
    caption: str
    """图注；可空 | the caption; may be empty"""
    credit: str
    """署名和许可；可空 | author and licence; may be empty"""
    illustration: bool
    """是否示意图，不是照片 | whether it is a drawing that stands for a photograph"""
    files: Files | None = None
    """图片文件 | the image files"""
    svg: Markup = Markup()
    """直接写在网页里的线描图；没有则空 | a drawing that stands in the page itself; empty where there is none"""
    of: str = ""
    """借来的示意图画的是什么（地理标志、非遗、品牌或类别的名称）；自己的图空 | what a drawing that is lent shows: the name of a GI, heritage, brand or category; empty for its own picture"""
    of_category: bool = False
    """是否类别的示意图 | whether it is the drawing of a category"""
    real: bool = False
    """是否商品的实物照片 | whether it is a photograph of the goods themselves"""


class Card(NamedTuple):
    """列表里的一个条目；各网页共用，用 `once` 只写一次 | an entry in a list; all pages share it, so `once` renders it once"""

    url: str
    """条目的网址；开头是代表网站根的记号，网页写好时换掉 | the page of the entry; begins with a mark of the site's root, which is replaced when the page is finished"""
    name: str
    """名称 | its name"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    place: str
    """所属地；可空 | its place; may be empty"""
    label: str
    """种类；可空 | its kind; may be empty"""
    craft: bool
    """是否工艺类（用点缀色，不用主色） | whether it is a craft (in the accent colour, not the primary)"""
    picture: Picture | None
    """图片；没有就用 `seal`，也没有就不放 | its picture; where there is none, `seal` may stand in"""
    seal: tuple[str, ...]
    """代替图片的印章，2–4 个字；企业和机构没有印章，空 | the 2–4 characters that stand in for a picture; empty for organizations, which have no seal"""
    badges: tuple[Badge, ...]
    """称号，现行的和被暂停、撤销的；可空 | its titles, those in force and those suspended or revoked; may be empty"""


class CardGroup(NamedTuple):
    """一组卡片 | a group of cards"""

    title: str
    """这一组的标题 | the heading of the group"""
    cards: tuple[Card, ...]
    """卡片 | the cards"""
    id: str = ""
    """锚点，别处用 `#…` 链接到它；没有则空 | the fragment by which it is linked; empty where it is not"""
    whole: Link | None = None
    """只有这一组全部条目的列表，小字是数目；没有这样的列表则没有 | the list of all entries of the group and no other, the note says how many; none where there is no such list"""
