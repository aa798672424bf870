"""Pages of schemes and of the ledger."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.pages.ledger import LedgerPage
from sitegen.outputs.pages.schemes import SchemePage, SchemesPage
from sitegen.outputs.parts.views.facets import HeldShare
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.figures import Number, NumberRow, NumberTable
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import Checked
from sitegen.outputs.parts.views.recognitions import (
    AnnouncementGroup,
    Holder,
    Reconciliation,
    SchemeLine,
)
from sitegen.outputs.parts.views.scheme_progress import LaterLine, PendingLine, SchemeStep
from tests.support.example_views.frames import frame
from tests.support.example_views.parts import (
    BODY,
    COLOPHON,
    FACTS,
    NO_PAGER,
    PAGER,
    SHARE,
    SHARE_FACETS,
    SOURCES,
)
from tests.support.example_views.published import OF_COUNTY, RICH

HOLDERS = (
    Holder(Link("桂水芹菜", "../../gi/a/"), "光寿", "桂水芹菜", "GI0001", "", "有效", "current"),
    Holder(
        Link("光寿独根红韭菜", "../../gi/b/"),
        "光寿",
        "光寿独根红（韭菜）",
        "",
        "一等",
        "待复查",
        "notice",
    ),
    Holder(Link("临山花椒", ""), "临山", "临山花椒", "", "", "已撤销", "ended"),
)
GROUPS = (
    AnnouncementGroup(
        "国家知识产权局公告第000号（示例）",
        "cnipa-000",
        "2025-09-23",
        "第一批",
        "https://www.example.gov.cn/000.html",
        "同一公告里还有别处的产品，这里只列本地的。",
        "全文 870件，本地 28件",
        HOLDERS,
    ),
    AnnouncementGroup(
        "2006年第126号公告（示例）", "aqsiq-126", "2006-09", "", "", "", "", HOLDERS[:1]
    ),
    AnnouncementGroup("只有文号的公告（示例）", "empty", "", "", "", "", "", ()),
)
SCHEME = SchemePage(
    frame=frame("地理标志产品保护", trail=(Link("首页", "../../"), Link("称号", "../")), current=6),
    name="地理标志产品保护",
    name_en="Geographical Indication Product Protection",
    summary="国家公告认定的地理标志产品：名称、产地范围和质量要求都写在公告里。",
    ended="2018年起由另一制度接续",
    facts=FACTS[4:],
    body=BODY,
    held=(
        HeldShare(Link("地理标志", "../../gi/scheme/x/", "5件"), SHARE._replace(title="地理标志")),
        HeldShare(Link("品牌", "", "1个"), None),
    ),
    facets=SHARE_FACETS,
    apart="另有1件暂停、3件已撤销",
    policies=(
        Link("有这个称号能申请什么、奖多少", "../../rewards/#gi"),
        Link("鸢都市质量品牌行动方案", "../../policies/plan/", "鸢政发〔2021〕3号"),
    ),
    announcements=GROUPS,
    pager=PAGER,
    sources=SOURCES,
    colophon=COLOPHON,
)
STEPS = (
    SchemeStep("部门推荐", (), None),
    SchemeStep(
        "社会公示",
        (
            Fact("多长时间", (Value("10个工作日"),)),
            Fact("提异议", (Value("向市质量强市办提出"),)),
        ),
        Link("现在有2件在这一步", "#pending"),
    ),
    SchemeStep(
        "政府审定",
        (Fact("谁来做", (Value("市政府"),)),),
        Link("已经走完的有5件", "#announcements"),
    ),
)
PENDING = (
    PendingLine(
        Link("鸢都机械", "../../brands/a/", "光寿"),
        "2025-12-01",
        "2025-12-20",
        "向市质量强市办提出",
        "鸢质公示〔2025〕3号",
    ),
    PendingLine(Link("鸢都风筝", ""), "2025-12-01", "", "", ""),
)
LATER = (
    LaterLine(
        "2025-06-01",
        Link("临山花椒", "../../gi/c/", "临山"),
        "撤销",
        "抽检不合格",
        "鸢质〔2025〕1号",
    ),
    LaterLine("2025-01-01", Link("某牌", ""), "恢复", "", ""),
)
BATCHES = NumberTable(
    "batches",
    "各批次有多少",
    "数的是现在仍然持有的。",
    (Link("第一批", "../../v/a/"), Link("第二批", "../../v/b/")),
    (
        NumberRow(
            Link("光寿", "../../regions/g/"),
            (Number(2, ""), Number(1, "../../brands/region/g/")),
            Number(3, ""),
        ),
        NumberRow(Link("未细分或未注明", ""), (Number(0, ""), Number(1, "")), Number(1, "")),
    ),
    NumberRow(Link("合计", ""), (Number(2, ""), Number(2, "")), Number(4, "")),
)
SCHEME_LINES = (
    SchemeLine(
        Link("地理标志产品保护", "gi/", "28"),
        "国家知识产权局",
        "名称、范围和要求都写在公告里。",
        "保护",
        "国家",
        "",
    ),
    SchemeLine(Link("好品名录", "haopin/"), "", "", "", "", ""),
)
ENDED_LINES = (
    SchemeLine(
        Link("农产品地理标志登记", "agi/", "12"),
        "农业农村部",
        "登记农产品的名称与产地。",
        "登记",
        "国家",
        "2022",
    ),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/schemes.html": {
        "rich": SchemesPage(
            frame("称号", current=6),
            "称号",
            "谁给的、说明什么、还在不在。",
            SCHEME_LINES,
            ENDED_LINES,
        ),
        "sparse": SchemesPage(frame("称号"), "称号", "", (), ()),
    },
    "pages/scheme.html": {
        "rich": SCHEME,
        "sparse": SCHEME._replace(
            name_en="",
            summary="",
            ended="",
            facts=(),
            body=Markup(""),
            held=(),
            facets=(),
            apart="",
            policies=(),
            announcements=(),
            pager=NO_PAGER,
            sources=(),
            colophon=(),
        ),
        "in steps": SCHEME._replace(
            kind_note="这是培育名单：列入的是正在培育的对象，不是得奖。",
            steps=STEPS,
            pending=PENDING,
            batches=BATCHES,
            later=LATER,
        ),
    },
    "pages/ledger.html": {
        "rich": LedgerPage(
            frame("公告对账"),
            "公告对账",
            "把公告里的名字一行一行对过。",
            Checked("2025-12-16", "另有2项未注明"),
            Reconciliation(39, 41, 13, (RICH, OF_COUNTY)),
            HOLDERS[:2],
            GROUPS,
            PAGER,
        ),
        "sparse": LedgerPage(
            frame("公告对账"),
            "公告对账",
            "",
            None,
            Reconciliation(1, 1, 1, ()),
            (),
            (),
            NO_PAGER,
        ),
    },
}
