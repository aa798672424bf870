"""Organizations: owners, makers, associations, bureaus, testing bodies."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Common
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.identifiers import CreditCode
from sitegen.model.number_types import Number
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference
from sitegen.model.telephone import Telephone, linked
from sitegen.model.types import Address, Label, Line, Name, choice

KINDS = {
    "enterprise": Label("企业", "enterprise"),
    "cooperative": Label("合作社", "cooperative"),
    "association": Label("协会", "association"),
    "public-body": Label("事业单位", "public service body"),
    "government": Label("政府机关", "government body"),
    "museum": Label("博物馆", "museum"),
    "testing": Label("检测机构", "testing body"),
}

LEGAL_FORMS = ("股份有限公司", "有限责任公司", "有限公司", "集团", "专业合作社")
"""Ends of organizations' names that say nothing of what they do; the longer ones first."""


class Geo(Record):
    lat: Number = field("纬度", "Latitude", "十进制度", "decimal degrees", default=REQUIRED)
    lon: Number = field("经度", "Longitude", "十进制度", "decimal degrees", default=REQUIRED)


class PublicContact(Record):
    """What the organization agreed to have published."""

    phone: Telephone | None = field(
        "电话", "Telephone", "对外公布的电话", "published telephone", usual=True
    )
    wechat: Line | None = field("微信", "WeChat", "公众号或微信号", "WeChat account")
    consent: Line | None = field(
        "同意依据",
        "Consent",
        "手机号须写明同意公开的记录",
        "record of consent; needed for mobiles",
        private=True,
    )

    def numbers(self) -> list[str]:
        """The numbers that a telephone can dial."""
        links = [link for _, link in linked(self.phone or "") if link]
        return [link.removeprefix("tel:") for link in links]


class PrivateContact(Record):
    person: Line | None = field("联系人", "Person", "内部联系人", "our contact there", private=True)
    phone: Line | None = field("电话", "Telephone", "内部电话", "not published", private=True)
    note: Line | None = field("备注", "Note", "内部备注", "not published", private=True)


class Organization(Common):
    credit_code: CreditCode | None = field(
        "统一社会信用代码",
        "Credit code",
        "18 位代码",
        "unified social credit code",
        lookup_number=True,
        usual=True,
    )
    short_name: Name | None = field("简称", "Short name", "简称", "short name", on_card=True)
    kind: Annotated[str, *choice("organizations.kind", KINDS)] = field(
        "性质",
        "Kind",
        "企业、合作社、协会……",
        "enterprise, cooperative, association …",
        default=REQUIRED,
        on_card=True,
    )
    address: Line | None = field("地址", "Address", "对外办公地址", "public address", usual=True)
    geo: Geo | None = field("坐标", "Coordinates", "经纬度", "latitude and longitude")
    website: Address | None = field("网站", "Website", "官方网站", "its own website", usual=True)
    contact_public: PublicContact | None = field(
        "公开联系方式", "Public contact", "公开的电话、微信", "telephone, WeChat", usual=True
    )
    contact_private: PrivateContact | None = field(
        "内部联系方式", "Private contact", "不公开", "never published", private=True
    )
    industry: Line | None = field("行业", "Industry", "主营行业", "line of business")
    merged_into: Annotated[Reference, reference("organizations")] | None = field(
        "并入", "Merged into", "并入或更名为哪家", "the organization it became"
    )

    def outline(self) -> Outline:
        common = super().outline()
        short = self.short_name or ""
        other_names = (short, *common.other_names) if short else common.other_names
        return common._replace(
            kind=self.kind,
            short_name=short,
            other_names=other_names,
            has_telephone=bool(self.contact_public and self.contact_public.numbers()),
        )
