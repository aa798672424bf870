"""Brands: of an enterprise, a product, a region, an industry, a service, an engineering work."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Sealed
from sitegen.model.dates import Partial
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.groups import Claim
from sitegen.model.number_types import Number
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference
from sitegen.model.types import Label, Line, YesNo, choice, pattern

KINDS = {
    "enterprise": Label("企业品牌", "enterprise brand"),
    "product": Label("产品品牌", "product brand"),
    "regional": Label("区域公用品牌", "regional public brand"),
    "industry": Label("行业品牌", "industry brand"),
    "service": Label("服务品牌", "service brand"),
    "engineering": Label("工程品牌", "engineering brand"),
}
TIERS = {
    "local": Label("地方性", "local"),
    "national": Label("国内领先", "leading in China"),
    "international": Label("国际一流", "world class"),
}
SECTORS = {
    "agriculture": Label("农业", "agriculture"),
    "manufacturing": Label("制造业", "manufacturing"),
    "services": Label("服务业", "services"),
    "engineering": Label("工程", "engineering works"),
}


class Trademark(Record):
    number: Annotated[
        str,
        pattern(
            r"G?[0-9]{4,9}[A-Z]?", "商标注册号", "a registration number", numbers=((0, 10**9 - 1),)
        ),
    ] = field(
        "注册号",
        "Number",
        "商标注册号",
        "registration number",
        default=REQUIRED,
        lookup_number=True,
    )
    class_: (
        Annotated[
            str, pattern(r"[1-9]|[1-3][0-9]|4[0-5]", "1 到 45", "1 to 45", numbers=((1, 45),))
        ]
        | None
    ) = field("类别", "Class", "商品分类 1–45", "Nice class 1–45", alias="class")
    registered: Partial | None = field(
        "注册日期", "Registered", "核准注册日期", "date of registration", dated="group"
    )
    madrid: YesNo = field(
        "马德里", "Madrid", "有马德里国际注册", "registered under Madrid", default=False
    )


class BrandValue(Record):
    year: Partial = field(
        "年份", "Year", "评价年份", "year of the valuation", default=REQUIRED, dated="group"
    )
    amount: Number = field(
        "金额（亿元）", "Amount (100 million yuan)", "亿元", "in 100 million yuan", default=REQUIRED
    )
    method: Line | None = field("方法", "Method", "评价方法", "method of valuation")
    publisher: Line = field(
        "发布单位", "Publisher", "谁发布的", "who published it", default=REQUIRED
    )


class Brand(Sealed):
    owner: Annotated[Reference, reference("organizations")] | None = field(
        "所有者", "Owner", "所有者的编号或名称", "id or name of the owner", usual=True
    )
    kind: Annotated[str, *choice("brands.kind", KINDS)] = field(
        "类型",
        "Kind",
        "企业品牌、区域公用品牌……",
        "enterprise, regional …",
        default=REQUIRED,
        on_card=True,
    )
    tier: Annotated[str, *choice("brands.tier", TIERS)] | None = field(
        "梯次",
        "Tier",
        "只在本市规划分梯次时填写；政策目标的指标写 brands-local、brands-national、brands-international，就和各梯次对照",
        "only where the city's plan has tiers; policy targets with the indicators brands-local, brands-national, "
        "brands-international are held against them",
    )
    sector: Annotated[str, *choice("brands.sector", SECTORS)] | None = field(
        "领域",
        "Sector",
        "只在规划按领域要求占比时填写：农业、制造业、服务业、工程；政策目标的指标写 brands-share-agriculture 这样的，就和占比对照",
        "only where the plan asks for shares of sectors: agriculture, manufacturing, services, engineering works; "
        "policy targets with indicators such as brands-share-agriculture are held against the shares",
    )
    trademarks: tuple[Trademark, ...] = field(
        "商标", "Trademarks", "注册商标", "registered marks", default=(), usual=True
    )
    founded: Claim[Partial] = field(
        "创立", "Founded", "创立时间", "when it began", default=(), usual=True, dated="field"
    )
    brand_values: tuple[BrandValue, ...] = field(
        "品牌价值", "Brand values", "公开发布的评价结果", "published valuations", default=()
    )

    def outline(self) -> Outline:
        outline = super().outline()
        return outline._replace(
            kind=self.kind,
            tier=self.tier or "",
            sector=self.sector or "",
            has_values=bool(self.brand_values),
        )
