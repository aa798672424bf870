"""Pages on which numbers are looked up."""

from __future__ import annotations

from sitegen.outputs.pages.numbers import NumberPage
from sitegen.outputs.pages.verify import VerifyPage
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Turn
from sitegen.outputs.parts.views.registered import (
    MarkUsed,
    NumberGroup,
    NumberLine,
    RegisteredRow,
)
from tests.support.example_views.frames import SEARCH, TRAIL, bare, frame
from tests.support.example_views.parts import FACTS, LETTERS

VALID = RegisteredRow(
    link=Link("桂水芹菜", "../../gi/a/"),
    place="光寿",
    as_published="",
    level="",
    number=Link("GI0001", "../gi-no-gi0001/"),
    title=None,
    document=None,
    announced="",
    status="valid",
    word="有效",
    tone="current",
    remark="",
    turns=(Turn("2027-01-01", "expired", "ended", "已过登记有效期"),),
)
REVOKED = VALID._replace(
    link=Link("临山花椒", "../../gi/b/", "已下架"),
    as_published="临山花椒（大红袍）",
    level="一等",
    number=None,
    title=Link("地理标志产品保护", "../../schemes/gi/"),
    document=Link("2006年第126号公告（示例）", "../aqsiq-126/"),
    announced="2006-09",
    status="revoked",
    word="已撤销",
    tone="ended",
    remark="已撤销，依据：示例〔2025〕1号。",
    turns=(),
)
NUMBER = NumberPage(
    frame=frame("公告第000号（示例）", trail=TRAIL[:1]),
    kind="公告",
    title="国家知识产权局公告第000号（示例）",
    tone="notice",
    verdict="在名录里，状态请看下面各条",
    counted="1件，另有1件已撤销",
    covers="公告共列870件（公告自己的数），本名录收录其中2件。",
    facts=FACTS[4:],
    note="同一公告里还有别处的产品。",
    holders=(Link("光寿蔬菜合作社", "../../organizations/a/"),),
    turning=True,
    rows=(VALID, REVOKED),
    marks=(MarkUsed(Link("桂水芹菜", "../../gi/a/"), ("芹菜", "2010起", "现状待核")),),
    links=(Link("看公告原文", "https://www.example.gov.cn/000.html"),),
    report=Link("遇到假冒怎么办", "../../articles/12315/"),
    verify="../../verify/",
)
GROUPS = (
    NumberGroup(
        "scheme-gi",
        "地理标志产品保护",
        (
            NumberLine(
                Link("公告第000号（示例）", "../v/a/", "28件"), "current", "2025", "2027-01-01"
            ),
            NumberLine(Link("2006年第126号公告（示例）", "../v/b/"), "ended", "", ""),
        ),
    ),
    NumberGroup("empty", "没有号码的", ()),
)
VERIFY = VerifyPage(
    frame=frame("查登记", trail=TRAIL[:1]),
    title="查登记",
    lead="公告号、证书号、信用代码或名称，看登记了没有。",
    search=SEARCH,
    list_root="../verify/",
    total="共1200个号",
    groups=GROUPS,
    endings=(Link("26", "26/", "12"), Link("46", "46/", "9", current=True)),
    letters=LETTERS,
    report=NUMBER.report,
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/number.html": {
        "rich": NUMBER,
        "ended": NUMBER._replace(
            tone="ended", verdict="登记过，状态已变", counted="1件已撤销", rows=(REVOKED,)
        ),
        "sparse": NUMBER._replace(
            frame=bare("公告第000号（示例）"),
            tone="current",
            verdict="名录里有这个代码",
            counted="",
            covers="",
            facts=(),
            note="",
            holders=(),
            turning=False,
            rows=(),
            marks=(),
            links=(),
            report=None,
        ),
    },
    "pages/verify.html": {
        "rich": VERIFY,
        "sparse": VERIFY._replace(
            frame=bare("查登记"), list_root="", groups=(), endings=(), letters=(), report=None
        ),
    },
}
