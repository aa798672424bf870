"""Schemes and announcements for sitegen's ledger. The other generators know no such thing."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.synthetic.entries import Dataset

SCHEMES = {
    "gi-protection": """\
name: 地理标志产品保护（试验）
kind: 保护
regime: 地理标志产品
authority: 试验主管机关
level: 国家级
status: 现行
display: 标牌
wording: 保护
badge_text: 地理标志产品
""",
    "quality-brands": """\
name: 优质品牌名单（试验）
kind: 名录
authority: 试验省品牌办公室
level: 省级
status: 现行
display: 标牌
wording: 收录
badge_text: 优质品牌
""",
    "good-goods": """\
name: 好产品名单（试验）
kind: 评选
authority: 试验省商务部门
level: 省级
status: 现行
display: 标牌
wording: 公布
badge_text: 好产品
""",
    "old-houses": """\
name: 老店名录（试验）
kind: 名录
authority: 试验市商务部门
level: 市级
status: 现行
display: 仅记录
wording: 收录
""",
}
HELD = {
    "gi": ("gi-protection", 1.0),
    "brands": ("quality-brands", 1.0),
    "products": ("good-goods", 0.3),
    "organizations": ("old-houses", 0.1),
}
"""By collection: its scheme, and the share of entries that hold its title. Every brand does: it has a tier,
which rests on a title."""
BATCHES = 10


@dataclass(frozen=True, slots=True)
class Announcement:
    id: str
    text: str


def _announcement(scheme: str, batch: int) -> Announcement:
    name = f"{scheme}-{batch}"
    year = 2010 + batch
    text = (
        f"scheme: {scheme}\nbatch: 第{batch}批\nannounced: {year}-09-2{batch % 9}\n"
        f"document: 试验公告{year}年第{batch}号（{scheme}）\nnumber_slug: {name}\n"
        f"checked: 2025-12-16\nrows: {name}.csv\n"
    )
    return Announcement(name, text)


ANNOUNCEMENTS = tuple(
    _announcement(scheme, batch) for scheme in SCHEMES for batch in range(1, BATCHES + 1)
)


def rows_of(data: Dataset) -> dict[str, list[str]]:
    """The CSV lines of each announcement that has any."""
    lines: dict[str, list[str]] = {}
    for entry in data.entries:
        scheme, share = HELD[entry.collection]
        chance = Random(f"{data.seed}-title-{entry.id}")
        if chance.random() < share:
            name = f"{scheme}-{chance.randint(1, BATCHES)}"
            line = f"r{entry.number},{entry.collection}:{entry.id},{entry.name}\n"
            lines.setdefault(name, []).append(line)
    return lines
