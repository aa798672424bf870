"""What the example row of a form says: an invented product of an invented county.

Each text is valid in its field. Of a list of choices it takes the first, and of the regions; other references
stay empty where they may, since an invented product belongs to no entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sitegen.authoring.sheets.columns import YES_OR_NO, Column
from sitegen.authoring.sheets.drop_downs import DropDowns

NAMES: Final[Mapping[str, str]] = {
    "gi": "青溪雪梨",
    "brands": "青溪牌",
    "products": "青溪梨膏",
    "heritage": "青溪梨膏熬制技艺",
    "organizations": "青溪县果品专业合作社",
    "people": "梨满枝",
    "schemes": "青溪名品",
    "policies": "青溪县品牌奖励办法",
    "figures": "青溪县品牌工作新闻发布会",
    "events": "青溪梨花节",
    "services": "青溪县质量服务站",
    "clusters": "青溪梨产业集群",
    "articles": "青溪雪梨开园",
    "pages": "怎样投稿",
    "regions": "青溪县",
    "categories": "果品",
}
TEXTS: Final[Mapping[str, str]] = {
    "name_en": "Qingxi pear syrup",
    "pinyin": "qīng xī lí gāo",
    "aka": "梨膏、雪梨膏",
    "summary": "用青溪雪梨慢火熬成，不加糖。",
    "images.file": "ligao-1.jpg",
    "images.alt": "一瓶打开的梨膏，旁边是一只雪梨",
    "images.caption": "刚熬好的梨膏",
    "images.credit": "青溪县果品专业合作社",
    "former_names.name": "青溪秋梨膏",
    "former_names.until": "1998",
    "published": "2025-10-01 09:00",
    "updated": "2025-10-08 09:00",
    "checked": "2025-10-08",
    "sources.title": "青溪县志",
    "sources.publisher": "青溪县地方志办公室",
    "sources.number": "第 12 卷",
    "sources.date": "2003",
    "sources.url": "https://example.com/xianzhi",
    "responsible": "青溪县农业农村局",
    "area_text": "青溪县所辖的 8 个镇",
    "quality.sensory": "果皮黄绿，果肉雪白，脆甜多汁",
    "harvest": "9-10",
    "available": "10-3",
    "stored": "10-2",
    "specs": "250 克／瓶；500 克／瓶",
    "shelf_life": "18 个月",
    "applicant": "青溪县果品专业合作社",
    "buy.channel": "门店",
    "buy.name": "青溪梨膏老店",
    "buy.address": "青溪县城关镇果园路 8 号",
    "buy.phone": "0536-0000000",
    "hs_code": "20079990",
    "credit_code": "91110000600037341L",
    "short_name": "青溪果品",
    "address": "青溪县城关镇果园路 8 号",
    "website": "https://example.com/",
    "contact_public.phone": "0536-0000000",
    "contact_public.wechat": "青溪果品",
    "industry": "果品加工",
    "founded": "1998",
    "bearers": "张三、李四",
    "code": "370702",
    "authority": "青溪县人民政府",
    "legal_basis": "青溪名品管理办法",
    "verify_url": "https://example.com/chaxun",
    "verify_query": "青溪名品查询",
    "badge_text": "青溪名品",
    "document": "青农公告〔2025〕1 号",
    "announced": "2025-10-01",
    "number_slug": "qingnong-2025-1",
    "source.title": "关于公布第一批青溪名品的公告",
    "source.url": "https://example.com/gonggao",
    "rows.row": "1",
    "rows.as_published": "青溪梨膏",
    "rows.level": "一等",
    "rows.number": "QXMP-2025-001",
    "history.row": "1",
    "history.date": "2028-10-01",
    "history.status": "续期",
    "history.until": "2031-10-01",
    "history.document": "青农公告〔2028〕3 号",
    "maker": "青溪县果品专业合作社",
    "issuers": "青溪县人民政府",
    "signed": "2025-09-28",
    "issued": "2025-10-01",
    "released": "2025-12-16",
    "starts": "2026-04-01",
    "ends": "2026-04-03",
    "venue": "青溪县体育馆",
    "hours": "工作日 9:00 至 17:00",
    "post": "质量负责人",
    "order": "1",
}
REGION: Final = "region"


def example_text(
    collection: str, place: tuple[str, ...], column: Column, drop_downs: DropDowns
) -> str:
    """What the example row says in a column, "" where it stays empty. `place` is that of its part."""
    if column.name == "name" and not place:
        return NAMES[collection]
    group = ".".join(place)
    if group and not any(path == group or path.startswith(f"{group}.") for path in TEXTS):
        return ""  # a group is filled in as a whole or not at all
    if column.is_yes_or_no:
        return YES_OR_NO[1]
    path = ".".join([*place, column.name]).removesuffix(".value")
    takes_first = (
        column.is_required or column.name == REGION or (column.is_usual and column.choices)
    )
    return TEXTS.get(path) or (drop_downs.first_of(column) if takes_first else "")
