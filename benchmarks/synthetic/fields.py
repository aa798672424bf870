"""The 21 front-matter fields of an entry of each collection, and what they are called on a page."""

from __future__ import annotations

from random import Random

from benchmarks.synthetic.entries import Dataset, Entry
from benchmarks.synthetic.words import SUMMARIES

Fields = dict[str, str | list[str]]

LABELS = {
    "name": "名称",
    "name_en": "英文名",
    "name_en_basis": "英文名依据",
    "pinyin": "拼音",
    "aka": "别名",
    "summary": "一句话",
    "region": "地区",
    "categories": "类别",
    "kind": "种类",
    "applicant": "申请人",
    "maker": "制作者",
    "owner": "所有者",
    "gi": "地理标志",
    "short_name": "简称",
    "tier": "梯次",
    "founded": "创立",
    "address": "地址",
    "website": "网站",
    "industry": "行业",
    "area_text": "保护范围",
    "varieties": "品种",
    "standards": "标准",
    "harvest": "采收月份",
    "available": "有货月份",
    "specs": "规格",
    "shelf_life": "保质期",
    "mailable": "能否邮寄",
    "gift": "适合送礼",
    "hs_code": "海关编码",
    "scale": "规模",
    "yearly": "年产量",
    "storage": "存放办法",
    "slogan": "标语",
    "goods": "主营",
    "market": "销往",
    "staff": "人手",
    "base": "基地",
    "published": "发布",
    "updated": "更新",
    "checked": "核对",
    "responsible": "责任单位",
}
"""Every field of any collection in the order of the facts table."""
OWN = {
    "gi": ("scale", "yearly", "storage"),
    "brands": ("slogan", "goods", "market", "staff", "base"),
    "organizations": ("goods", "market", "staff", "base"),
    "products": (),
}
"""Fields that site.yaml adds to the model's own."""
REFERENCES = {
    "applicant": "organizations",
    "maker": "organizations",
    "owner": "organizations",
    "gi": "gi",
}
"""Fields that hold the id of an entry of another collection."""


def summary_of(data: Dataset, entry: Entry) -> str:
    chance = Random(f"{data.seed}-summary-{entry.id}")
    return chance.choice(SUMMARIES).format(**slots(entry, chance))


def slots(entry: Entry, chance: Random) -> dict[str, object]:
    """What the blanks of a sentence are filled with."""
    return {
        "place": entry.place,
        "village": entry.village,
        "good": entry.good,
        "month": chance.randint(9, 11),  # one of those on sale, below
        "count": chance.randint(3, 98),
    }


def fields_of(data: Dataset, entry: Entry) -> Fields:
    """The front matter of an entry as sitegen reads it: exactly 21 fields."""
    chance = Random(f"{data.seed}-fields-{entry.id}")
    number = chance.randint(11, 98)
    year, month, day = 2022 + number % 3, 1 + number % 12, 1 + number % 28
    english = entry.id.rpartition("-")[0].replace("-", " ").title()
    return {
        "name": entry.name,
        "name_en": english,
        "name_en_basis": "transliteration",
        "pinyin": entry.pinyin,
        "aka": [f"{entry.village}{entry.good}", f"老{entry.good}"],
        "summary": summary_of(data, entry),
        "region": entry.region,
        "categories": entry.category,
        **_own(data, entry, chance, number),
        "published": f"{year}-{month:02}-{day:02} 09:{number % 60:02}",
        "updated": f"2025-{month:02}-{day:02} 10:30",
        "checked": f"2025-12-{day:02}",
        "responsible": "试验名录编辑部第一组",
    }


def _own(data: Dataset, entry: Entry, chance: Random, number: int) -> Fields:
    refers = {name: other.id for name, other in data.references(entry)}
    if entry.collection == "gi":
        return {
            "area_text": f"{entry.place}县{entry.village}等{number}个村现辖区域，东至大路，西到河堤。",
            "varieties": [f"大{entry.good}", f"早{entry.good}"],
            "standards": [f"DB00/T {1000 + number}—2021 {entry.good}"],
            "applicant": refers["applicant"],
            "harvest": f"{5 + number % 4}-{9 + number % 3}",
            "available": "9-3",
            "scale": f"约{number * 10}亩",
            "yearly": f"约{number * 20}吨",
            "storage": "阴凉通风处，冬季入窖",
        }
    if entry.collection == "products":
        return {
            "kind": "农产品",
            "maker": refers["maker"],
            "gi": refers["gi"],
            "specs": [f"礼盒装{number * 10}克×2盒", f"散装{number}千克，按份分装，袋口缝线封好"],
            "shelf_life": f"常温{number}天，冷藏加倍，开封后尽早食用",
            "mailable": "是",
            "available": "9-3",
            "gift": "是",
            "hs_code": f"07{1000 + number}",
        }
    if entry.collection == "brands":
        return {
            "kind": "产品品牌",
            "owner": refers["owner"],
            "tier": "地方性",
            "founded": str(1950 + number % 70),
            "slogan": f"{entry.village}出的{entry.good}，看得见的产地",
            "goods": f"{entry.good}和{entry.good}礼盒",
            "market": "本省各地和邻近三省的商场、集市和土产店",
            "staff": f"固定{number}人，农忙时加倍",
            "base": f"{entry.village}基地{number * 10}亩",
        }
    return {
        "kind": "合作社",
        "short_name": f"{entry.village}合作社",
        "address": f"{entry.place}县{entry.village}村{number}号院，村委会东侧",
        "website": f"https://{entry.village_id}-{entry.number}.example/",
        "industry": "种植、加工和销售",
        "goods": f"{entry.good}和当季鲜货",
        "market": "本省各地和邻近三省",
        "staff": f"{number}户{number * 3}人",
        "base": f"{entry.village}基地{number * 10}亩",
    }
