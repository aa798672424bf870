"""Published figures: a number with what it counts, the day it stands for, and what this catalogue has of it."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.links import Link


class Recorded(NamedTuple):
    """本名录收录了多少，和公布的对照 | how many this catalogue has, beside the published number"""

    verdict: str
    """`same`、`fewer`、`more` 或 `none`：相符、少、多、尚未收录 | which of these four: as many, fewer, more, none"""
    numbers: str
    """公布多少、收录多少 | the two numbers in words"""
    url: str
    """正好列出收录的那些的页面；一件也没有则空 | the page that lists just these; empty where there is none"""
    word: str
    """差多少，一句话 | the difference in words"""
    note: str = ""
    """有的名称得过几次，一句话；没有则空 | in words that some have it several times; empty where none has"""


class Earlier(NamedTuple):
    """以前公布的同一个数字 | the same figure as an earlier release states it"""

    link: Link
    """数字，点开是公布它的那一页 | the figure; leads to where it was published"""
    as_of: str
    """截至 | the day it stands for"""
    change: str
    """相差多少，一句话；不能相减则空 | the difference in words; empty where the two cannot be subtracted"""


class FigureLine(NamedTuple):
    """一个公布的数字 | a published figure"""

    id: str
    """锚点 | its fragment"""
    name: Link
    """数的是什么；不在它自己的那一页上，就点开到那里 | what is counted; elsewhere than on its own page it leads there"""
    before: str
    """数值前面的字，如“高于”；可空 | the words before the number, such as “more than”; may be empty"""
    value: str
    """数值 | the number"""
    after: str
    """数值后面的单位和字，如“家左右”；可空 | the unit and words behind it; may be empty"""
    scope: str
    """口径：累计、新增……；没有写就说没有写 | what it counts; where that is not stated it says so"""
    as_of: str
    """截至 | the day it stands for"""
    place: Value | None
    """地方；和这一份的相同则空 | its place; empty where it is that of the release"""
    rank: str
    """位次；可空 | its rank; may be empty"""
    includes: str
    """包括什么；可空 | what it includes; may be empty"""
    says: str
    """出处里怎么说；可空 | what the source says; may be empty"""
    caution: str
    """容易误读的地方；可空 | where it is easily misread; may be empty"""
    recorded: Recorded | None = None
    """收录了多少；没有写明怎样数则空 | how many are recorded; empty where nothing says how to count"""
    earlier: tuple[Earlier, ...] = ()
    """以前公布的，早的在前；可空 | as earlier releases state it, the oldest first; may be empty"""


class FigureGroup(NamedTuple):
    """一组公布的数字 | a group of published figures"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: Link
    """标题；可空，可点开到公布它们的那一页 | its heading; may be empty, may lead to where they were published"""
    notes: tuple[str, ...]
    """标题下的小字，如方法和样本；可空 | small text below it, such as method and sample; may be empty"""
    lines: tuple[FigureLine, ...]
    """各个数字，不会空 | its figures, never empty"""
