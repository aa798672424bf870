"""The files of a site with two ladders: quality awards with their holders, and trademarks of which one has ended."""

from __future__ import annotations

from bs4 import Tag

from tests.support.basic_site import SCHEME

BASE = SCHEME.replace("regime: 地理标志产品\n", "").replace("kind: 保护", "kind: 奖励")


def scheme(name: str, ladder: str, rung: int, more: str = "") -> str:
    return BASE.replace("地理标志产品保护", name) + f"ladder: {ladder}\nrung: {rung}\n{more}"


ENDED = "\nstatus: 已停止\nclosed: 2018-11\ndisplay: 历史\n"


def ended(text: str) -> str:
    kept = [
        line
        for line in text.splitlines()
        if not line.startswith(("status:", "display:", "validity", "closed"))
    ]
    return "\n".join(kept) + ENDED


ORGANIZATION = "name: {name}\nkind: 企业\nregion: {region}\n"
FILES = {
    "content/schemes/mayor.yaml": scheme("市长质量奖", "quality", 1),
    "content/schemes/governor.yaml": scheme("省长质量奖", "quality", 2),
    "content/schemes/china.yaml": scheme("中国质量奖", "quality", 3),
    "content/schemes/known.yaml": ended(scheme("知名商标", "trademark", 2)),
    "content/schemes/marks.yaml": scheme("驰名商标", "trademark", 3).replace(
        "display: 标牌", "display: 仅记录"
    ),
    "content/organizations/steel.yaml": ORGANIZATION.format(name="云州钢铁公司", region="yunzhou"),
    "content/organizations/juice.yaml": ORGANIZATION.format(name="青溪果汁公司", region="qingxi"),
    "content/organizations/paper.yaml": ORGANIZATION.format(name="青溪造纸公司", region="qingxi"),
    "content/people/zhang.yaml": "name: 张三\nkind: 获奖个人\nbasis: 官方公布\nregion: qingxi\n",
    "content/recognitions/mayor-1.yaml": (
        "scheme: mayor\ndocument: 云政发〔2024〕3号\nnumber_slug: mayor-1\nannounced: 2024-05-06\nrows:\n"
        '  - {row: a, subject: "organizations:steel"}\n'
        '  - {row: b, subject: "organizations:juice"}\n'
        '  - {row: c, subject: "organizations:paper", level: 提名奖}\n'
        '  - {row: d, subject: "people:zhang"}\n'
        "history:\n  - {row: b, date: 2025-01-02, status: 撤销, document: 云政发〔2025〕1号}\n"
    ),
    "content/recognitions/known-1.yaml": (
        "scheme: known\ndocument: 云工商〔2015〕3号\nnumber_slug: known-1\nannounced: 2015-05-06\nrows:\n"
        '  - {row: a, subject: "organizations:steel"}\n'
    ),
}


def words(tag: Tag | None) -> str:
    """The words of an element, as one reads them."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())
