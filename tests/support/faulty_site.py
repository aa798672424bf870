"""A site in which everything is wrong that a site may let pass: each settable problem once or more."""

from __future__ import annotations

import json

from sitegen.checks.levels import settable
from sitegen.checks.registry import RULES
from tests.support import pictures
from tests.support.basic_site import BASIC, PEAR, REGIONS, REPOSITORY
from tests.support.government_site import GOV, settings

GI = "content/gi/qingxi-xueli.md"
ARTICLE = "content/articles/first.md"
PLAIN = "templates/pages/plain.html"
RECORDED = {"url": "gi/qingxi-xueli/", "statuses": [], "date": "2026-01-01"}
LOST = {"id": "gi:lost", "url": "gi/lost/", "published": "", "statuses": [], "date": "2026-01-01"}


def files(level: str) -> dict[str, str | bytes | None]:
    """Its files, with every settable problem at this level."""
    rules = dict.fromkeys(settable(RULES), level)
    pear = PEAR.replace("name:", "images: [{file: pear.png}]\nname:", 1)
    redated = {**RECORDED, "id": "gi:qingxi-xueli", "published": "2025-01-01 08:00"}
    plain = (REPOSITORY / PLAIN).read_text("utf-8")
    elsewhere = settings({**GOV, "site_domain": "zt.test.example", "approval": "是"})
    elsewhere = elsewhere.replace("https://test.example/", "https://test.example/zt/")
    return {
        "site.yaml": (
            f"{elsewhere}featured: [products:li-gao, organizations:firm]\n"
            "menu: [gi, products:li-gao]\n"
            "ladders: {nowhere: {name: 甲}}\n"
            "notice: 电话13912345678\n"
            f"rules: {json.dumps(rules)}\n"
        ),
        "content/media/pear.png": pictures.png(20, 20),
        GI: pear,
        "content/regions.yaml": REGIONS.replace("tile:", 'code: "420102", tile:'),
        "content/products/li-gao.md": str(BASIC["content/products/li-gao.md"]).replace(
            "name:", "draft: 是\nname:", 1
        ),
        "content/organizations/firm.yaml": (
            "name: 甲\nsummary: 电话13912345678\nkind: 企业\ncredit_code: 91110000600037341X\n"
            "contact_public: {phone: 13912345678}\n"
        ),
        "content/brands/claimed.md": "---\nname: 乙\nseal: 甲乙\nkind: 产品品牌\ntier: 国际一流\n---\n",
        "content/brands/lowered.md": "---\nname: 丙\nseal: 甲乙\nkind: 产品品牌\ntier: 国际一流\n---\n",
        "content/brands/cut.md": "---\nname: 老青溪县酒\nkind: 产品品牌\n---\n",
        "content/recognitions/lowered.yaml": (
            "scheme: gi-protection\ndocument: 甲\nnumber_slug: jia\nrows:\n"
            "  - {row: a, subject: brands:lowered, level: 国内领先}\n"
            "  - {row: b, subject: organizations:firm}\n"
            "history: [{row: b, date: 2025-01-01, status: 撤销, document: 乙}]\n"
        ),
        "content/organizations/twin.yaml": (
            "name: 甲\nkind: 企业\nreview: {drafted: 张三, checked: 李四, approved: 张三}\n"
        ),
        "content/organizations/latin.yaml": "name: ABC\nkind: 企业\n",
        "content/organizations/cyrillic.yaml": "name: АВС\nkind: 企业\n",
        "content/organizations/never.yaml": (
            "name: 永不\nkind: 企业\npublish_from: 2930-02-01\npublish_until: 2930-01-01\n"
        ),
        "content/gi/unannounced.yaml": "name: 青溪板栗\nsummary: 九月收。\nharvest: 10\n"
        "published: 2930-01-02\nupdated: 2930-01-01\n",
        "content/schemes/ended.yaml": (
            "name: 旧称号\nkind: 评选\nauthority: 甲\nlevel: 市级\nstatus: 已停止\ndisplay: 历史\n"
            "wording: 公布\nverify_url: https://www.gov.example/\n"
        ),
        "content/figures/survey.yaml": (
            "name: 调查甲\nkind: 调查\nreleased: 2025-03-15\nregion: yunzhou\n"
            "figures: [{row: a, name: 满意度, value: 96}]\n"
        ),
        ARTICLE: "---\nname: 甲\nkind: 转载\n---\n\n看[这](/nowhere/)和[那](/about/#no)。\n",
        "content/ledger.jsonl": f"{json.dumps(redated)}\n{json.dumps(LOST)}\n",
        PLAIN: plain.replace("<h1>", '<a href="javascript:x">x</a><a href="nowhere/">y</a><h1>'),
    }
