"""Products: goods that people can buy."""

from __future__ import annotations

from typing import Annotated

from sitegen.model.common import Sealed
from sitegen.model.dates import Day
from sitegen.model.fields import REQUIRED, Record, field
from sitegen.model.months import Months
from sitegen.model.outline import Outline
from sitegen.model.references import Reference, reference, reference_or_name
from sitegen.model.telephone import Telephone
from sitegen.model.types import Label, Line, Lines, YesNo, address_under, choice, pattern

KINDS = {
    "landmark": Label("地标", "GI product"),
    "handmade": Label("手造", "handmade"),
    "heritage": Label("非遗", "heritage craft"),
    "creative": Label("文创", "cultural creation"),
    "farm": Label("农产品", "farm product"),
    "time-honoured": Label("老字号", "time-honoured"),
}


class Buy(Record):
    """A place to buy it; shown with text that can be copied."""

    channel: Line = field(
        "渠道", "Channel", "门店、网店、展馆", "shop, web shop, hall", default=REQUIRED
    )
    name: Line = field("名称", "Name", "店名", "name of the shop", default=REQUIRED)
    text: Line | None = field("口令或说明", "Text", "可复制的文字", "text to copy")
    address: Line | None = field("地址", "Street address", "门店地址", "where it is")
    phone: Telephone | None = field("电话", "Telephone", "公开电话", "published telephone")
    url: Annotated[str, address_under("name", "text", "address")] | None = field(
        "网址", "Address", "网店地址", "web address"
    )
    checked: Day | None = field(
        "核对日期", "Checked", "何时核对", "when this was checked", dated="field"
    )


class Product(Sealed):
    kind: Annotated[str, *choice("products.kind", KINDS)] = field(
        "种类",
        "Kind",
        "地标、手造、非遗、文创、农产品、老字号",
        "one of the six kinds",
        default=REQUIRED,
        on_card=True,
    )
    maker: Annotated[Reference | str, reference_or_name("organizations")] | None = field(
        "制作者", "Maker", "企业编号或名称", "id or name of the maker", usual=True
    )
    gi: Annotated[Reference, reference("gi")] | None = field(
        "地理标志", "GI", "属于哪个地理标志", "the GI it falls under", usual=True
    )
    brand: Annotated[Reference, reference("brands")] | None = field(
        "品牌", "Brand", "用哪个品牌", "the brand it bears", usual=True
    )
    heritage: Annotated[Reference, reference("heritage")] | None = field(
        "非遗项目", "Heritage", "出自哪个非遗项目", "the heritage project behind it"
    )
    specs: Lines = field(
        "规格",
        "Specifications",
        "包装与规格，用 ； 隔开",
        "sizes and packs, ； between them",
        default=(),
        usual=True,
    )
    shelf_life: Line | None = field("保质期", "Shelf life", "能放多久", "how long it keeps")
    mailable: YesNo | None = field("可邮寄", "Can be mailed", "是 或 否", "yes or no")
    available: Months = field(
        "有货月份",
        "Available",
        "几月买得到",
        "months on sale",
        default=(),
        on_card=True,
        usual=True,
    )
    stored: Months = field(
        "可贮存月份",
        "Stored",
        "能存到几月：10-3",
        "months through which it keeps",
        default=(),
    )
    gift: YesNo | None = field("适合送礼", "As a gift", "是 或 否", "yes or no")
    buy: tuple[Buy, ...] = field(
        "哪里买", "Where to buy", "购买渠道", "places to buy it", default=()
    )
    hs_code: (
        Annotated[
            str,
            pattern(
                r"[0-9]{4}([0-9]{2}){0,3}",
                "4 到 10 位数字",
                "4 to 10 digits",
                numbers=((0, 10**10 - 1),),
            ),
        ]
        | None
    ) = field("海关编码", "HS code", "出口商品编码", "customs code", lookup_number=True)

    def outline(self) -> Outline:
        shops = tuple(dict.fromkeys(place.url for place in self.buy if place.url))
        return (
            super()
            .outline()
            ._replace(kind=self.kind, available=self.available, stored=self.stored, shops=shops)
        )
