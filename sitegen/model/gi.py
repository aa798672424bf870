"""Geographical indications. Their protections are rows of the recognition ledger."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Sealed
from sitegen.model.dates import Day, Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.groups import Claim
from sitegen.model.identifiers import CreditCode
from sitegen.model.months import Months
from sitegen.model.outline import Outline
from sitegen.model.quantities import OPERATORS, NumberOrRange
from sitegen.model.references import Reference, References, reference, reference_or_name
from sitegen.model.types import Line, Lines, Name, Names, Text, choice


class Measure(Record):
    """One physico-chemical figure, as the notice states it."""

    name: Name = field("指标", "Measure", "如 可溶性固形物", "what is measured", default=REQUIRED)
    op: Annotated[str, *choice("gi.measure.op", OPERATORS)] = field(
        "关系", "Relation", "≥ ≤ > < = 或 range", "≥ ≤ > < = or range", default=REQUIRED
    )
    value: NumberOrRange = field(
        "数值",
        "Value",
        "数字；范围写 6.4～11.8",
        "a number; a range as 6.4～11.8",
        default=REQUIRED,
    )
    unit: Name | None = field("单位", "Unit", "如 %、mg/100g", "such as % or mg/100g")
    note: Line | None = field(
        "说明", "Note", "适用的品种或条件", "variety or condition it holds for"
    )


class Quality(Record):
    sensory: Text | None = field(
        "感官特色", "Appearance and taste", "看、闻、尝", "to the senses", usual=True
    )
    measures: tuple[Measure, ...] = field(
        "理化指标", "Measures", "公告写明的数字", "figures the notice states", default=()
    )
    process: Text | None = field("生产要点", "Making", "栽培、养殖或工艺", "growing or making")
    natural_factors: Text | None = field(
        "自然因素", "Natural factors", "水土气候", "soil, water, climate"
    )
    human_factors: Text | None = field(
        "人文因素", "Human factors", "历史与手艺", "history and skill"
    )


class MarkUser(Record):
    """A maker allowed to use the GI's mark."""

    organization: Annotated[Reference | str, reference_or_name("organizations")] = field(
        "用标企业", "Mark user", "企业编号或名称", "id or name of the enterprise", default=REQUIRED
    )
    credit_code: CreditCode | None = field(
        "信用代码", "Credit code", "统一社会信用代码", "18 characters", lookup_number=True
    )
    product: Line | None = field("产品", "Product", "核准用标的产品", "product allowed to bear it")
    notice: Line | None = field(
        "核准公告", "Notice", "核准用标的公告", "the notice that allowed it", lookup_number=True
    )
    from_: Partial | None = field(
        "起", "From", "从何时起", "since when", alias="from", dated="group"
    )
    until: Partial | None = field("止", "Until", "到何时止", "until when", dated="end")
    checked: Day | None = field(
        "核对日期", "Checked", "何时核对", "when this was checked", dated="field"
    )
    source: Line | None = field("出处", "Source", "依据", "what this rests on")


class Lookalike(Record):
    name: Name = field(
        "易混", "Lookalike", "容易混淆的名称或产品", "what it is taken for", default=REQUIRED
    )
    difference: Line = field(
        "区别", "Difference", "怎么分辨", "how to tell them apart", default=REQUIRED
    )


class GeographicalIndication(Sealed):
    """One protected name. Dates, numbers and status of its protections are in recognitions, not here."""

    area_text: Claim[Text] = field(
        "保护范围",
        "Protected area",
        "用自己的话写明范围",
        "the area in our words",
        default=(),
        usual=True,
    )
    area_regions: References[Annotated[Reference, reference("regions")]] = field(
        "范围内地区",
        "Regions in the area",
        "涉及的地区编号",
        "regions it covers",
        default=(),
        usual=True,
    )
    varieties: Names = field(
        "品种",
        "Varieties",
        "公告写明的品种，用 、 隔开",
        "varieties stated, 、 between them",
        default=(),
    )
    quality: Quality | None = field(
        "质量特色", "Quality", "好在哪里", "what makes it good", usual=True
    )
    standards: Lines = field(
        "标准",
        "Standards",
        "标准号与名称，用 ； 隔开",
        "standards by number, ； between them",
        default=(),
    )
    applicant: Annotated[Reference | str, reference_or_name("organizations")] | None = field(
        "申请人", "Applicant", "公告写明的申请人", "applicant the notice names", usual=True
    )
    mark_users: tuple[MarkUser, ...] = field(
        "用标企业",
        "Mark users",
        "获准使用专用标志的企业",
        "enterprises that may use the mark",
        default=(),
    )
    harvest: Months = field(
        "采收月份", "Harvest", "几月采收：10-11", "months of harvest", default=(), usual=True
    )
    available: Months = field(
        "有货月份", "Available", "几月买得到：10-3", "months on sale", default=(), on_card=True
    )
    stored: Months = field(
        "可贮存月份",
        "Stored",
        "收下来能存到几月：10-3",
        "months through which the harvest keeps",
        default=(),
    )
    lookalikes: tuple[Lookalike, ...] = field(
        "易混产品", "Lookalikes", "容易认错的", "what it is confused with", default=()
    )

    def outline(self) -> Outline:
        return (
            super()
            .outline()
            ._replace(harvest=self.harvest, available=self.available, stored=self.stored)
        )
