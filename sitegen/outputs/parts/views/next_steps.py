"""What an enterprise can apply for next."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.offers import OfferLine


class NextTitle(NamedTuple):
    """可以申报的一个称号 | a title to apply for"""

    link: Link
    """称号；小字是层级 | the title; its note is its level"""
    offers: tuple[OfferLine, ...]
    """得到它能申请什么；没有查到的空 | what its holders can apply for; empty where no policy says so"""


class LadderStep(NamedTuple):
    """在一个阶梯上的下一级 | the next rung of a ladder"""

    ladder: Link
    """阶梯 | the ladder"""
    held: str
    """现在持有的，一句话；没有则空 | in words what is held of it today; empty where nothing is"""
    titles: tuple[NextTitle, ...]
    """下一级的称号，不会空 | the titles of the next rung, never empty"""


class NextSteps(NamedTuple):
    """下一步可以申报 | what to apply for next"""

    owner: Link | None
    """在品牌页上：说的是它的所有者 | on the page of a brand: it is about its owner"""
    steps: tuple[LadderStep, ...]
    """各个阶梯，不会空 | the ladders, never empty"""
    rewards: str
    """全部扶持和奖励的网址；没有则空 | the page of all measures; empty where there is none"""
