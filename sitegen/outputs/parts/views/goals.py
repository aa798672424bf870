"""Targets of policies, and what was published since."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link


class ActualLine(NamedTuple):
    """一个公布的数字 | a published figure"""

    link: Link
    """数字，点开是公布它的那一页 | the figure; leads to where it was published"""
    as_of: str
    """截至 | the day it stands for"""
    share: int
    """是目标的百分之几，画条用，0–100 | its share of the target in percent, for the bar, 0–100"""


class TargetLine(NamedTuple):
    """一个目标 | a target"""

    name: Link
    """目标，点开是它在文件页上的位置 | the target; leads to its place on the page of the policy"""
    wanted: str
    """要达到多少 | how much was wanted"""
    scope: str
    """口径；可空 | what is counted; may be empty"""
    due: str
    """期限；可空 | by when; may be empty"""
    offices: tuple[str, ...]
    """责任单位，排第一的牵头；可空 | the offices, the first leads; may be empty"""
    note: str
    """说明，如 每年；可空 | a reservation, such as every year; may be empty"""
    verdict: str
    """`met`、`missed`、`running` 或 `unknown` | which of these four"""
    word: str
    """结果，一句话 | the verdict in words"""
    actuals: tuple[ActualLine, ...]
    """公布的数字，早的在前；可空 | published figures, the oldest first; may be empty"""


class PolicyTargets(NamedTuple):
    """一份文件和它的目标 | a policy and its targets"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    policy: Link
    """文件，小字是文号 | the policy; its note is its number"""
    said: str
    """达到几个、没达到几个，一句话 | in words how many were met and how many were not"""
    lines: tuple[TargetLine, ...]
    """各个目标，不会空 | its targets, never empty"""
