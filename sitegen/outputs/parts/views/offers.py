"""What policies grant, as pages of titles and of enterprises show it in a line."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link


class OfferLine(NamedTuple):
    """一项扶持措施，一行 | a measure in a line"""

    link: Link
    """措施，点开是“扶持和奖励”里这个称号的各项；小字是等次 | the measure, which leads to those for this title on the page of measures; its note is the grade"""
    amount: str
    """金额和次数；文件没有写金额则是种类 | the amount and how often; the kind where the policy names none"""
    standing: str
    """文件是否有效未查明时的一句话；现行的空 | where it is not known whether the policy is in force, in words; empty where it is"""
