"""Services for enterprises and citizens: where to go with what, and who answers the telephone."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.organizations import Geo, PublicContact
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference_or_name
from sitegen.model.types import Address, Label, Line, Lines, Listed, Name, choice

KINDS = {
    "one-stop": Label("一站式服务点", "one-stop service"),
    "testing": Label("检验检测", "testing"),
    "rights": Label("维权援助", "help with rights"),
    "mediation": Label("调解", "mediation"),
    "complaint": Label("投诉举报", "complaints"),
    "experts": Label("专家库", "experts"),
    "credit": Label("信用查询", "credit records"),
    "operation": Label("知识产权运营", "use of intellectual property"),
    "advice": Label("咨询辅导", "advice"),
}
NEEDS = {
    "counterfeit": Label("发现假冒", "I found a counterfeit"),
    "gi": Label("想申请地理标志", "I want a GI"),
    "testing": Label("要做检测", "I need a test"),
    "standards": Label("要定标准", "I need a standard"),
    "award": Label("想报质量奖", "I apply for a quality award"),
    "dispute": Label("有了纠纷", "I have a dispute"),
    "overseas": Label("海外遇到纠纷", "a dispute abroad"),
    "finance": Label("想用专利商标贷款", "a loan on patents or marks"),
    "credit": Label("查企业信用", "look up an enterprise"),
}
ELEMENTS = {
    "standards": Label("标准", "standards"),
    "metrology": Label("计量", "metrology"),
    "testing": Label("检验检测", "testing"),
    "certification": Label("认证认可", "certification"),
    "quality": Label("质量管理", "quality management"),
    "brands": Label("品牌培育", "brand building"),
    "intellectual-property": Label("知识产权", "intellectual property"),
}


class Expert(Record):
    """An expert whom the office names to the public."""

    name: Name = field("姓名", "Name", "公开的姓名", "as made public", default=REQUIRED)
    subject: Line = field("专长", "Subject", "什么方面", "of what", default=REQUIRED)
    affiliation: Line | None = field("单位", "Affiliation", "所在单位", "where they work")


class Service(Common):
    kind: Annotated[str, *choice("services.kind", KINDS)] = field(
        "种类",
        "Kind",
        "一站式服务点、检验检测、维权援助……",
        "one-stop service, testing, help with rights …",
        default=REQUIRED,
        on_card=True,
    )
    needs: Listed[Annotated[str, *choice("services.needs", NEEDS)]] = field(
        "遇到什么事",
        "Needs",
        "来这里的人遇到了什么事",
        "what people come with",
        default=(),
        usual=True,
    )
    elements: Listed[Annotated[str, *choice("services.elements", ELEMENTS)]] = field(
        "要素",
        "Elements",
        "标准、计量、检验检测、认证认可……",
        "standards, metrology, testing, certification …",
        default=(),
    )
    scope: Lines = field(
        "办什么", "Scope", "能办的事，用 ； 隔开", "what is done there, ； between them", default=()
    )
    organization: Annotated[Reference | str, reference_or_name("organizations")] | None = field(
        "承办", "Run by", "编号或名称", "id or name", usual=True
    )
    address: Line | None = field("地址", "Address", "对外办公地址", "public address", usual=True)
    geo: Geo | None = field("坐标", "Coordinates", "经纬度", "latitude and longitude")
    hours: Line | None = field("时间", "Hours", "何时有人", "when somebody is there", usual=True)
    website: Address | None = field("网站", "Website", "网上办理", "where it is done online")
    contact_public: PublicContact | None = field(
        "公开联系方式", "Public contact", "公开的电话、微信", "telephone, WeChat", usual=True
    )
    experts: tuple[Expert, ...] = field(
        "专家", "Experts", "公开的专家", "experts named to the public", default=()
    )

    def outline(self) -> Outline:
        has_telephone = bool(self.contact_public and self.contact_public.numbers())
        return super().outline()._replace(kind=self.kind, has_telephone=has_telephone)
