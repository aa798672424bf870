"""Figures that were made public: one file per press conference, report or bulletin, one row per number."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, field
from sitegen.model.number_types import Integer
from sitegen.model.outline import Outline
from sitegen.model.quantities import Quantity
from sitegen.model.recognitions import STATUSES
from sitegen.model.references import Reference, References, reference
from sitegen.model.row_keys import RowKey
from sitegen.model.types import Id, Label, Line, Name, choice

KINDS = {
    "press": Label("新闻发布会", "press conference"),
    "report": Label("工作报告", "report"),
    "bulletin": Label("统计公报", "statistical bulletin"),
    "speech": Label("讲话", "speech"),
    "survey": Label("调查", "survey"),
}
TOPICS = {
    "patents": Label("专利", "patents"),
    "protection": Label("保护和维权", "protection and enforcement"),
    "survey": Label("满意度调查", "satisfaction surveys"),
}
"""The subjects that have a page of their own, made of the figures of all releases."""
COUNTED = {
    "gi": Label("地理标志", "geographical indications"),
    "brands": Label("品牌", "brands"),
    "products": Label("特色产品", "products"),
    "heritage": Label("非遗", "heritage"),
    "organizations": Label("企业与机构", "organizations"),
    "titles": Label("认定", "titles"),
}
"""What may be counted in this catalogue: the entries of a collection, or titles given, of which one entry may have
several."""


class PublicFigure(Quantity):
    """One number, as the source gives it."""

    row: RowKey = field(
        "行号",
        "Row",
        "本文件内唯一，永不改变",
        "unique in the file, permanent",
        default=REQUIRED,
        steers=("网页上的位置", "its place on pages"),
    )
    name: Name = field("数字", "Figure", "如 好品山东品牌", "what is counted", default=REQUIRED)
    indicator: Id | None = field(
        "指标",
        "Indicator",
        "同一指标在各份文件里写同一个编号，数字才对得上",
        "the same in all files that count the same",
        steers=("和哪些目标、哪几年的数字对照", "which targets and years it is held against"),
    )
    group: Name | None = field("分组", "Group", "如 荣誉、专利、保护", "such as awards, patents")
    topic: Annotated[str, *choice("figures.topic", TOPICS)] | None = field(
        "专题",
        "Topic",
        "专利、保护和维权、满意度调查：也列在那一个专题页上",
        "patents, protection, surveys: it is listed on that page, too",
        steers=("列在哪个专题页上", "the page of a subject that lists it, too"),
    )
    as_of: Partial | None = field(
        "截至",
        "As of",
        "不写就是这一份的日期",
        "else the date of the whole",
        dated="group",
    )
    region: Annotated[Reference, reference("regions")] | None = field(
        "地方", "Place", "不写就是这一份的地方", "else the place of the whole"
    )
    rank_within: Name | None = field(
        "位次范围", "Ranked within", "在哪里排，如 全省", "among which, such as the province"
    )
    rank: Integer | None = field("位次", "Rank", "第几位", "which place it has there")
    rank_words: Name | None = field(
        "位次说法",
        "Rank in words",
        "没有说第几位的，如 前列",
        "where no place is said, such as near the top",
    )
    includes: Line | None = field(
        "包括什么", "Includes", "如 奖和提名奖合计", "such as prizes and nominations together"
    )
    says: Line | None = field(
        "出处里怎么说", "In the source", "用自己的话写出那一句", "that sentence in our words"
    )
    caution: Line | None = field(
        "注意",
        "Caution",
        "自相矛盾、容易误读的地方",
        "where it contradicts itself or is easily misread",
    )
    counts: Annotated[str, *choice("figures.counts", COUNTED)] | None = field(
        "对照数什么",
        "Counts",
        "本名录里怎样数出同一个数：数地理标志、品牌、认定……",
        "how this catalogue counts the same: entries of a collection, or titles",
        steers=("收录的数", "the number recorded"),
    )
    count_schemes: References[Annotated[Reference, reference("schemes")]] = field(
        "对照称号",
        "Counted titles",
        "只数有这些称号的",
        "only with one of these titles",
        default=(),
        steers=("收录的数", "the number recorded"),
    )
    count_grade: Line | None = field(
        "对照等次",
        "Counted grade",
        "只数这一等次的",
        "only of this grade",
        steers=("收录的数", "the number recorded"),
    )
    count_status: Annotated[str, *choice("recognitions.status", STATUSES)] | None = field(
        "对照状态",
        "Counted status",
        "只数这一状态的；不写就是有效的和附条件的",
        "only in this status; else those in force",
        steers=("收录的数", "the number recorded"),
    )
    count_year: Integer | None = field(
        "对照年份",
        "Counted year",
        "只数这一年认定的",
        "only of this year",
        steers=("收录的数", "the number recorded"),
    )


class FigureRelease(Common):
    """All numbers of one press conference, report or bulletin."""

    kind: Annotated[str, *choice("figures.kind", KINDS)] = field(
        "场合",
        "Kind",
        "新闻发布会、工作报告、统计公报、讲话、调查",
        "press conference, report, bulletin, speech, survey",
        default=REQUIRED,
        on_card=True,
    )
    released: Partial = field(
        "公布日期", "Released", "何时公布", "when they were made public", default=REQUIRED
    )
    as_of: Partial | None = field(
        "截至", "As of", "数字截至何时", "the day that the numbers stand for"
    )
    method: Line | None = field(
        "方法", "Method", "调查和估算写明方法", "of surveys and estimates", usual=False
    )
    sample: Line | None = field("样本", "Sample", "调查了多少", "how many were asked")
    figures: tuple[PublicFigure, ...] = field(
        "各个数字", "Figures", "每个数字一行", "a row for each number", default=()
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)
