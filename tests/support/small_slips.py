"""Slips in one place of the basic site, as editors make them, and what `check` says of each."""

from __future__ import annotations

from typing import NamedTuple

PRODUCT = "content/products/li-gao.md"
PEAR = "content/gi/qingxi-xueli.md"
NOTICE = "content/recognitions/cnipa-700.yaml"
FIRM = "content/organizations/qingxi-li-xiehui.yaml"
REGIONS = "content/regions.yaml"
SETTINGS = "site.yaml"


class Slip(NamedTuple):
    """In `file`, `right` was written as `wrong`. `line` is where that is told and `code` how, with
    `words` in the message; both are "" where it is taken as it was meant."""

    file: str
    right: str
    wrong: str
    line: str = ""
    code: str = ""
    words: str = ""


SLIPS = [
    # Names, ids and lists
    Slip(PRODUCT, "region: qingxi", "region: 青溪县"),
    Slip(PRODUCT, "region: qingxi", "region: [青溪, 白山]"),
    Slip(PRODUCT, "region: qingxi", "region: [qingxi，baishan]"),
    Slip(PRODUCT, "region: qingxi", "region: qingxi、baishan"),
    Slip(PRODUCT, "gi: qingxi-xueli", "gi: 青溪雪梨"),
    Slip(
        PRODUCT, "region: qingxi", "region: 青西县", ":6:9", "reference.missing", "青溪县 (qingxi)"
    ),
    Slip(PRODUCT, "region: qingxi", "region: qinxi", ":6:9", "reference.missing", "“qingxi”"),
    Slip(
        PRODUCT,
        "gi: qingxi-xueli",
        "gi: 梨膏",
        ":5:5",
        "reference.missing",
        "“地理标志”里没有“梨膏”",
    ),
    Slip(NOTICE, "gi:qingxi-xueli", "青溪雪梨"),
    Slip(NOTICE, "gi:qingxi-xueli", "gi:梨膏", ":5:23", "reference.missing", "products:li-gao"),
    Slip(NOTICE, "scheme: gi-protection", "scheme: 地理标志产品保护"),
    Slip(SETTINGS, "home_region: yunzhou", "home_region: 云州市"),
    Slip(
        SETTINGS,
        "home_region: yunzhou",
        "home_region: 云洲市",
        ":6:14",
        "reference.missing",
        "云州市 (yunzhou)",
    ),
    # Dates, numbers, months
    Slip(PEAR, "2025-12-16 09:00", "2025.12.16"),
    Slip(PEAR, "2025-12-16 09:00", "2025/12/16 9:00"),
    Slip(PEAR, "2025-12-16 09:00", "2025年12月16日"),
    Slip(PEAR, "2025-12-16 09:00", "２０２５-１２-１６"),
    Slip(PEAR, "2025-12-16 09:00", "45667"),
    Slip(
        PEAR, "2025-12-16 09:00", "2025-2-30", ":7:12", "schema.not-a-day", "2025 年 2 月只有 28 天"
    ),
    Slip(PEAR, "2025-12-16 09:00", "16/12/2025", ":7:12", "schema.not-a-day", "改成 2025-12-16"),
    Slip(PEAR, "2025-12-16 09:00", "昨天", ":7:12", "schema.not-a-day", "年-月-日"),
    Slip(NOTICE, "announced: 2025-11-03", "announced: 二〇二五年十一月三日"),
    Slip(PEAR, "applicant:", "harvest: 九月到十月\napplicant:"),
    Slip(
        PEAR, "applicant:", "harvest: 九月上旬\napplicant:", ":8:10", "schema.not-months", "改成 9"
    ),
    Slip(
        PEAR,
        "applicant:",
        "quality: {measures: [{name: 糖, op: ≥, value: 12%}]}\napplicant:",
        ":8:46",
        "schema.not-a-number",
        "改成 12",
    ),
    Slip(NOTICE, "announced:", "covers: 1.2万\nannounced:"),
    # Names of fields and their marks
    Slip(PRODUCT, "kind: 农产品", "种类: 农产品", ":4:1", "schema.unknown-field", "改成“kind”"),
    Slip(PRODUCT, "kind: 农产品", "knid: 农产品", ":4:1", "schema.unknown-field", "改成“kind”"),
    Slip(PRODUCT, "kind: 农产品", "kind：农产品", ":4:5", "yaml.full-width-colon", "半角冒号"),
    Slip(PRODUCT, "kind: 农产品", "kind:农产品", ":4:5", "yaml.no-space-after-colon", "加一个空格"),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind:　农产品",
        ":4:5",
        "yaml.full-width-space-after-colon",
        "半角空格",
    ),
    Slip(PRODUCT, "kind: 农产品", "kind: 农产", ":4:7", "schema.not-a-choice", "“农产品”"),
    Slip(PRODUCT, "name: 梨膏", "name: “梨膏”", ":2:7", "yaml.curly-quotes", "删掉这对引号"),
    Slip(PRODUCT, "name: 梨膏", "name: [梨膏]", ":2:7", "schema.wrong-shape", "改成 梨膏"),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nsummary:示例：好",
        ":5:8",
        "yaml.no-space-after-colon",
    ),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nsummary: 获奖 #1 的膏",
        ":5:13",
        "yaml.hash-in-text",
        "“#1 的膏”",
    ),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nsummary:  # 一句话：膏",
        ":5:11",
        "yaml.only-a-comment",
        "“summary”没有内容",
    ),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nimages: a.jpg",
        ":5:9",
        "schema.wrong-shape",
        "改成 [{file: a.jpg}]",
    ),
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nsources: [{title: 甲, number: 政办[2016]9号}]",
        ":5:30",
        "yaml.bracket-in-text",
        '"政办[2016]9号"',
    ),
    Slip(PRODUCT, "kind: 农产品", "kind: 农产品\naka: 秋膏、甜膏"),
    Slip(PRODUCT, "kind: 农产品", "\tkind: 农产品", ":4:1", "yaml.tab", "Tab"),
    # What must not be published
    Slip(
        PRODUCT,
        "kind: 农产品",
        "kind: 农产品\nsummary: 订13912345678",
        ":5:10",
        "privacy.mobile-number",
        "139****5678",
    ),
    Slip(
        PRODUCT,
        "用雪梨熬的膏。",
        "张三110105 19491231002X",
        ":10:3",
        "privacy.identity-number",
        "110105********002X",
    ),
    Slip(
        PRODUCT,
        "用雪梨熬的膏。",
        "张三11010519491231002X",
        ":10:3",
        "privacy.identity-number",
        "110105********002X",
    ),
    # Bodies
    Slip(
        PEAR,
        "(organizations:qingxi-li-xiehui)",
        "(/abuot/)",
        ":11:14",
        "link.no-such-page",
        "“/about/”",
    ),
    Slip(
        PEAR,
        "(organizations:qingxi-li-xiehui)",
        "(organizations:qingxi)",
        ":11:14",
        "reference.missing",
    ),
    Slip(
        PEAR,
        "(organizations:qingxi-li-xiehui)",
        "(htps://x.cn)",
        ":11:14",
        "link.refused",
        "https://",
    ),
    # Announcements
    Slip(
        NOTICE,
        "国家知识产权局公告第700号",
        "云品办〔2025〕3号",
        ":2:11",
        "number.no-slug",
        "number_slug: ",
    ),
    Slip(
        NOTICE,
        "announced: 2025-11-03",
        "announced: 2062-11-03",
        ":3:12",
        "recognition.announced-far-ahead",
        "2026",
    ),
]
