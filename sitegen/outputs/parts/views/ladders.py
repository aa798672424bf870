"""Ladders of schemes: their rungs, and who stands on them."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.offers import OfferLine


class LadderLine(NamedTuple):
    """一个阶梯 | a ladder"""

    link: Link
    """名称 | its name"""
    steps: str
    """从低到高有哪几级 | its rungs from the lowest to the highest"""
    said: str
    """都已停止时的一句话；可空 | a sentence where all of it has ended; may be empty"""


class Holders(NamedTuple):
    """持有一个称号的一种：单位还是个人，奖还是提名奖 | holders of one sort: persons or organizations, prize or nomination"""

    whole: Link
    """哪一种；通向正好列出这些的列表，没有则网址空；小字是数目 | which sort; leads to the list of just these, with an empty address where there is none; the note says how many"""
    places: tuple[Link, ...]
    """各地有多少，只有一处时空 | how many in each place; empty where all are in one"""
    names: tuple[Link, ...]
    """名称，小字是所在地；太多时空 | their names with their places; empty where they are too many"""


class RungScheme(NamedTuple):
    """一级上的一个认定体系 | a scheme on a rung"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    link: Link
    """名称；小字是层级 | its name; the note is its level"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    holders: tuple[Holders, ...]
    """持有者，可空 | its holders; may be empty"""
    said: str
    """没有持有者时的一句话，或没有算进去的各多少；可空 | in words that there are none, or how many are not counted; may be empty"""
    offers: tuple[OfferLine, ...]
    """得到它能申请什么；可空 | what its holders can apply for; may be empty"""


class LadderRung(NamedTuple):
    """一级 | a rung"""

    title: str
    """第几级；没有写级次的空 | which rung; empty of those without a number"""
    schemes: tuple[RungScheme, ...]
    """这一级上的，不会空 | those on it, never empty"""


class KeptScheme(NamedTuple):
    """已停止的或只作记录的一个；名称不能当标题 | a scheme that has ended or is only kept on record; its name may not stand as a heading"""

    link: Link
    """名称；小字是第几级 | its name; the note says which rung"""
    said: str
    """已停止还是只作记录，一句话 | in words whether it has ended or is only kept on record"""
    records: str
    """有多少条记录；可空 | how many records there are; may be empty"""
