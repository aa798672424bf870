"""Policies: documents of a government, what they grant to whom, and what they want to reach by when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.groups import Claim
from sitegen.model.number_types import Number
from sitegen.model.outline import Outline
from sitegen.model.public_figures import TOPICS as FIGURE_TOPICS
from sitegen.model.quantities import Quantity
from sitegen.model.references import Reference, References, reference
from sitegen.model.row_keys import RowKey
from sitegen.model.schemes import LEVELS
from sitegen.model.types import Address, Id, Label, Line, Name, Names, choice

KINDS = {
    "plan": Label("规划和计划", "plan"),
    "opinion": Label("意见", "opinion"),
    "rules": Label("办法和细则", "rules"),
    "notice": Label("通知", "notice"),
    "report": Label("报告和讲话", "report or speech"),
    "release": Label("新闻发布", "press release"),
}
STATUSES = {
    "current": Label("现行", "in force"),
    "ended": Label("期限已过", "term passed"),
    "repealed": Label("已废止", "repealed"),
    "unknown": Label("是否有效未查明", "not known whether in force"),
}
INCENTIVES = {
    "money": Label("资助和奖励", "grant or award"),
    "finance": Label("融资", "finance"),
    "procurement": Label("政府采购", "public procurement"),
    "promotion": Label("宣传和展览", "promotion and fairs"),
    "service": Label("服务和培训", "service and training"),
    "other": Label("其他", "other"),
}
TOPICS = {**FIGURE_TOPICS, "brand-values": Label("品牌价值", "brand values")}
"""The subjects whose pages list targets."""
FREQUENCIES = {
    "once": Label("一次性", "once"),
    "yearly": Label("每年", "every year"),
    "each": Label("每次", "each time"),
}


class Attachment(Record):
    title: Line = field("题名", "Title", "附件题名", "title of the attachment", default=REQUIRED)
    url: Address | None = field("网址", "Address", "附件网址", "its address")


class Phase(Record):
    """A stretch of time in which a policy is carried out."""

    name: Name = field("阶段", "Phase", "如 启动阶段", "such as the first phase", default=REQUIRED)
    from_: Partial | None = field("起", "From", "从何时起", "since when", alias="from")
    until: Partial | None = field("止", "Until", "到何时止", "until when")
    text: Line | None = field("做什么", "What", "这一阶段做什么", "what is done in it")


class Incentive(Record):
    """What a policy grants, and to whom."""

    row: RowKey = field(
        "行号",
        "Row",
        "本文件内唯一，永不改变",
        "unique in the file, permanent",
        default=REQUIRED,
        steers=("网页上的位置", "its place on pages"),
    )
    name: Name = field("措施", "Measure", "如 好品山东资助", "what it is", default=REQUIRED)
    kind: Annotated[str, *choice("policies.incentive.kind", INCENTIVES)] = field(
        "种类",
        "Kind",
        "资助和奖励、融资、政府采购……",
        "grant or award, finance, procurement …",
        default="money",
    )
    who: Line = field("给谁", "Who", "什么样的单位或个人", "who qualifies", default=REQUIRED)
    schemes: References[Annotated[Reference, reference("schemes")]] = field(
        "称号", "Titles", "得到哪些称号的可以享受", "for holders of which titles", default=()
    )
    grade: Line | None = field(
        "等次", "Grade", "奖还是提名奖、金奖还是银奖", "prize or nomination, gold or silver"
    )
    amount: Number | None = field(
        "金额",
        "Amount",
        "万元；文件没有写金额就不填",
        "in 10,000 yuan; left out where none is said",
    )
    how_often: Annotated[str, *choice("policies.incentive.how_often", FREQUENCIES)] | None = field(
        "次数", "How often", "一次性、每年、每次", "once, every year, each time"
    )
    budget: Annotated[str, *choice("schemes.level", LEVELS)] | None = field(
        "哪级财政", "Budget", "国家级、省级、市级、县级", "which level pays"
    )
    apply: Line | None = field("怎样申请", "How to apply", "向谁、凭什么", "to whom, with what")
    until: Partial | None = field(
        "截止", "Until", "不写就随文件", "else as long as the policy", dated="end"
    )
    offices: Names = field(
        "牵头和配合单位",
        "Offices",
        "文件写的责任单位，排第一的牵头，用 、 隔开",
        "the offices in charge, the first one leads, 、 between them",
        default=(),
    )


class PolicyTarget(Quantity):
    """A number that a policy wants to reach."""

    row: RowKey = field(
        "行号",
        "Row",
        "本文件内唯一，永不改变",
        "unique in the file, permanent",
        default=REQUIRED,
        steers=("网页上的位置", "its place on pages"),
    )
    name: Name = field("目标", "Target", "如 好品山东品牌", "what is counted", default=REQUIRED)
    indicator: Id | None = field(
        "指标",
        "Indicator",
        "同一指标在各份文件里写同一个编号，数字才对得上",
        "the same in all files that count the same",
        steers=("和哪些数字对照", "which figures it is held against"),
    )
    group: Name | None = field("分组", "Group", "如 品牌、标准、创新", "such as brands, standards")
    topic: Annotated[str, *choice("policies.target.topic", TOPICS)] | None = field(
        "专题",
        "Topic",
        "专利、保护和维权、满意度调查、品牌价值：也列在那一页上",
        "patents, protection, surveys, brand values: it is listed on that page, too",
        steers=("列在哪个专题页上", "the page of a subject that lists it, too"),
    )
    base: Partial | None = field("基期", "Base", "从哪一年算起", "since which year it is counted")
    due: Partial | None = field("期限", "Due", "到何时达到", "by when", usual=True)
    offices: Names = field(
        "牵头和配合单位",
        "Offices",
        "文件写的责任单位，排第一的牵头，用 、 隔开",
        "the offices in charge, the first one leads, 、 between them",
        default=(),
    )
    note: Line | None = field("说明", "Note", "口径或保留", "scope or reservation")


class Policy(Common):
    kind: Annotated[str, *choice("policies.kind", KINDS)] = field(
        "文种",
        "Kind",
        "规划和计划、意见、办法和细则、通知……",
        "plan, opinion, rules, notice …",
        default=REQUIRED,
        on_card=True,
    )
    number: Line | None = field(
        "文号", "Number", "发文字号", "number of the document", lookup_number=True, usual=True
    )
    issuers: Names = field(
        "发文机关",
        "Issued by",
        "联合发文的用 、 隔开",
        "several with 、 between them",
        default=REQUIRED,
    )
    signed: Claim[Partial] = field(
        "成文日期",
        "Signed",
        "落款日期；页头和正文不一样的，两个都写，各写出处",
        "the date it bears; where its head and its text differ, both with their places",
        default=(),
        usual=True,
        dated="field",
    )
    issued: Partial | None = field(
        "印发日期", "Issued", "何时印发", "when it was sent out", usual=True, dated="field"
    )
    effective: Partial | None = field("施行日期", "Effective", "从何时起施行", "since when")
    expires: Partial | None = field("有效期至", "Expires", "到何时失效", "until when", dated="end")
    status: Annotated[str, *choice("policies.status", STATUSES, closed=True)] = field(
        "效力",
        "Standing",
        "现行、期限已过、已废止、是否有效未查明",
        "in force, term passed, repealed, not known",
        default=REQUIRED,
    )
    supersedes: References[Annotated[Reference, reference("policies")]] = field(
        "代替", "Supersedes", "代替哪些文件", "the policies it replaces", default=()
    )
    offices: Names = field(
        "牵头和配合单位",
        "Offices",
        "文件写的责任单位，排第一的牵头，用 、 隔开",
        "the offices in charge, the first one leads, 、 between them",
        default=(),
    )
    attachments: tuple[Attachment, ...] = field(
        "附件", "Attachments", "附件", "its attachments", default=()
    )
    phases: tuple[Phase, ...] = field(
        "阶段", "Phases", "分几步做", "the steps in which it is done", default=()
    )
    incentives: tuple[Incentive, ...] = field(
        "扶持措施", "Measures", "给谁、给什么", "what is granted to whom", default=()
    )
    targets: tuple[PolicyTarget, ...] = field(
        "目标", "Targets", "到何时达到多少", "how many by when", default=()
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)

    def on_day(self, day: date) -> Policy:
        """A policy that was in force has ended when its term has passed."""
        is_past = self.expires is not None and self.expires.last < day
        if self.status != "current" or not is_past:
            return self
        return self.model_copy(update={"status": "ended"})
