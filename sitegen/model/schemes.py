"""Schemes of recognition: what a title means, who gives it, whether it is still given."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sitegen.model.common import Sealed
from sitegen.model.dated import stated_by
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.number_types import Integer, whole
from sitegen.model.outline import Outline
from sitegen.model.types import Address, Id, Label, Line, Lines, Name, choice

KINDS = {
    "award": Label("奖励", "award"),
    "certification": Label("认证", "certification"),
    "registration": Label("注册", "registration"),
    "protection": Label("保护", "protection"),
    "listing": Label("名录", "listing"),
    "cultivation": Label("培育", "cultivation list"),
    "selection": Label("评选", "selection"),
}
LEVELS = {
    "national": Label("国家级", "national"),
    "provincial": Label("省级", "provincial"),
    "municipal": Label("市级", "municipal"),
    "county": Label("县级", "county"),
    "international": Label("国际", "international"),
}
STATUSES = {"current": Label("现行", "current"), "ended": Label("已停止", "ended")}
DISPLAYS = {
    "badge": Label("标牌", "badge"),
    "record-only": Label("仅记录", "record only"),
    "historic": Label("历史", "historic"),
}
WORDINGS = {
    "listed": Label("收录", "Listed"),
    "registered": Label("注册", "Registered"),
    "protected": Label("保护", "Protected"),
    "recognised": Label("认定", "Recognised"),
    "awarded": Label("授予", "Awarded"),
    "announced": Label("公布", "Announced"),
}


class Step(Record):
    """A step on the way to a title."""

    name: Name = field("步骤", "Step", "如 社会公示", "such as public notice", default=REQUIRED)
    who: Line | None = field("谁来做", "Who", "企业、第三方机构、主管部门……", "who does it")
    takes: Line | None = field("多长时间", "How long", "如 30个工作日", "such as 30 working days")
    closes: Partial | None = field("截止", "Closes", "这一步到何时截止", "when it closes")
    objections: Line | None = field(
        "异议渠道",
        "Objections",
        "向谁、怎样提异议；只有公示的一步填写，公示中的对象就算在这一步",
        "to whom, and how; for the step of public notice only: what is under notice stands at this step",
    )


class Scheme(Sealed):
    kind: Annotated[str, *choice("schemes.kind", KINDS)] = field(
        "性质",
        "Kind",
        "奖励、认证、注册、保护、名录、培育、评选",
        "award, certification …",
        default=REQUIRED,
        on_card=True,
    )
    regime: Line | None = field(
        "保护制度", "Regime", "只有地理标志制度填写", "only for GI protection regimes"
    )
    authority: Line = field(
        "主管机关", "Authority", "谁授予或登记", "who gives or registers it", default=REQUIRED
    )
    level: Annotated[str, *choice("schemes.level", LEVELS)] = field(
        "层级",
        "Level",
        "国家、省、市、县",
        "national, provincial, municipal, county",
        default=REQUIRED,
    )
    ladder: Id | None = field(
        "阶梯",
        "Ladder",
        "属于哪个阶梯，如 quality",
        "the ladder it belongs to",
        steers=("哪些体系列为一个阶梯", "which schemes are listed as one ladder"),
    )
    rung: Integer | None = field(
        "级次", "Rung", "在阶梯里第几级，1 最低", "its rung, 1 is the lowest"
    )
    legal_basis: Lines = field(
        "依据",
        "Legal basis",
        "法规和文件，用 ； 隔开",
        "laws and documents, ； between them",
        default=(),
        usual=True,
    )
    validity_years: Annotated[int, whole(1, 100)] | None = field(
        "有效年数", "Years of validity", "没有写明有效期时用来推算", "used where a row has no end"
    )
    status: Annotated[str, *choice("schemes.status", STATUSES, closed=True)] = field(
        "现状", "Status", "现行或已停止", "current or ended", default=REQUIRED
    )
    opened: Partial | None = field("开始", "Opened", "何时开始", "when it began", dated="field")
    closed: Partial | None = field("停止", "Closed", "何时停止", "when it ended", dated="end")
    closed_by: Line | None = field(
        "停止依据", "Closed by", "停止的文件", "the document that ended it"
    )
    display: Annotated[str, *choice("schemes.display", DISPLAYS, closed=True)] = field(
        "展示方式",
        "Display",
        "标牌、仅记录、历史",
        "badge, record only, historic",
        default=REQUIRED,
        on_card=True,
        steers=("挂不挂标牌", "whether entries bear a badge"),
    )
    wording: Annotated[str, *choice("schemes.wording", WORDINGS)] = field(
        "用词",
        "Wording",
        "收录、注册、认定、授予……",
        "listed, registered, awarded …",
        default=REQUIRED,
        on_card=True,
    )
    steps: tuple[Step, ...] = field(
        "步骤", "Steps", "怎样得到它，一步一步", "how it is obtained, step by step", default=()
    )
    verify_url: Address | None = field(
        "核验网址", "Where to verify", "官方查询网址", "official look-up", usual=True
    )
    verify_query: Line | None = field(
        "查询入口",
        "What to look for there",
        "核验网址只是官网首页时，到了那里找什么：商标查询",
        "where the address is a front page only: what to look for there",
        steers=("核验链接的文字", "the words of the link"),
    )
    number_slug: Id | None = field(
        "文号网址前缀",
        "Slug of numbers",
        "程序不认识的文号，由它和文号里的数字定网址：wuzheng 和 武政〔2018〕5号 是 wuzheng-2018-5",
        "where no rule knows a number, this and its digits make the address, as in wuzheng-2018-5",
        steers=("公告的网址", "the addresses of announcements"),
    )
    badge_text: Name | None = field(
        "标牌文字", "Badge text", "标牌上的短名", "short name on a badge", on_card=True, usual=True
    )

    def outline(self) -> Outline:
        return super().outline()._replace(kind=self.kind)


def scheme_on(scheme: Scheme, day: date) -> Scheme:
    """A scheme as it stood on `day`: one that ended later was in force then."""
    stated = stated_by(scheme, day)
    if stated.status == "ended" and stated.closed is not None and day <= stated.closed.last:
        return stated.model_copy(update={"status": "current", "closed": None, "closed_by": None})
    return stated
