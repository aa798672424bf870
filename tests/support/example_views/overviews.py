"""Pages that show the whole catalogue from one side: the calendar."""

from __future__ import annotations

from sitegen.outputs.pages.changes import ChangeGroup, ChangesPage, DayOfChanges
from sitegen.outputs.pages.figures import FiguresPage
from sitegen.outputs.pages.seasons import SeasonsPage
from sitegen.outputs.pages.timeline import TimelinePage
from sitegen.outputs.parts.charts import chart
from sitegen.outputs.parts.views.figures import Number, NumberRow, NumberTable, YearLine
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import ArticleLine, Checked
from sitegen.outputs.parts.views.recognitions import Holder, TitleRow, TitleYear
from sitegen.outputs.parts.views.seasons import MonthGroup, MonthRow, MonthsLine, SeasonLine
from tests.support.example_views.frames import TRAIL, bare, frame
from tests.support.example_views.parts import NO_PAGER, PAGER

NAMES = tuple(Link(name, "../gi/x/") for name in ("鸢县萝卜", "州青蜜桃", "邑昌大对虾"))
GROUPS = (
    MonthGroup("available", "有货", 3, NAMES),
    MonthGroup("harvest", "采收", 11, NAMES),
    MonthGroup("stored", "可贮存", 1, NAMES[:1]),
)
RADISH = SeasonLine(
    Link("鸢县萝卜", "../gi/yuanxian-luobo/", "地理标志 · 鸢城 · 北亭"),
    (
        MonthsLine("available", "有货", (), "未注明"),
        MonthsLine("harvest", "采收", (10, 11), "10–11月"),
        MonthsLine("stored", "可贮存", (1, 2, 3, 10, 11, 12), "10月至次年3月"),
    ),
)
PEACHES = SeasonLine(
    Link("州青蜜桃鲜果礼盒（两公斤装）", "../products/x/", "产品"),
    (
        MonthsLine("available", "有货", tuple(range(1, 13)), "全年"),
        MonthsLine("stored", "可贮存", (1, 4, 7, 10), "1、4、7、10月"),
    ),
)
SEASONS = SeasonsPage(
    frame=frame("时令", trail=TRAIL[:1], current=0),
    title="时令",
    lead="“有货”是几月买得到，“采收”是几月收；没有写的是“未注明”，不是没有。",
    months=tuple(
        MonthRow(month, f"{month}/", GROUPS[: month % 4]) if month % 4 else MonthRow(month, "", ())
        for month in range(1, 13)
    ),
    others=(),
    groups=(),
    lines=(RADISH, PEACHES, RADISH),
    total="共13件",
    unstated="没有注明月份的：地理标志29件、产品27种。",
    calendar="seasons.ics",
    pager=PAGER,
)
NUMBERS = NumberTable(
    id="by-collection",
    title="各地收录多少",
    note="一件在几个县市区都有的，每处各算一次，合计只算一次。",
    columns=(Link("地理标志", "../gi/"), Link("国家级非物质文化遗产代表性项目", "../schemes/x/")),
    rows=(
        NumberRow(
            Link("光寿", "../regions/x/"),
            (Number(13, "../gi/region/x/"), Number(0, "")),
            Number(13, "../regions/x/"),
        ),
        NumberRow(Link("未细分或未注明", ""), (Number(0, ""), Number(1024, "")), Number(1024, "")),
    ),
    total=NumberRow(Link("合计", ""), (Number(13, "../gi/"), Number(1024, "")), Number(1037, "")),
)
RELEASES = (
    ArticleLine(
        Link("质量品牌建设发布会的数字", "2025/"),
        "新闻发布会 · 47个数字",
        "2025-12-16",
        "逐个数字列出。",
    ),
    ArticleLine(Link("统计公报", "2014/"), "统计公报 · 1个数字", "2014", ""),
)
FIGURES = FiguresPage(
    frame=frame("统计", trail=TRAIL[:1], current=0)._replace(until="2027-01-01"),
    title="统计",
    lead="各县市区各有多少，哪一年认定了多少。",
    checked=Checked("2025-12-16"),
    tables=(
        NUMBERS._replace(
            chart=chart(
                "chart-places",
                "各地收录多少，图",
                "每个地方一条横条。",
                [("光寿", (13, 3, 5, 1, 7, 2, 1)), ("未细分或未注明", (0, 1, 4, 9, 2, 1, 1))],
                ("地理标志", "品牌", "特色产品", "非遗", "企业与机构", "节庆", "集市"),
                "其他",
            )
        ),
        NUMBERS._replace(
            id="by-scheme",
            title="各地各种称号有多少",
            chart=chart(
                "chart-titles",
                "各种称号有多少，图",
                "每种称号一条横条。",
                [("国家级非物质文化遗产代表性项目", (17,)), ("金奖", (1,))],
            ),
        ),
    ),
    corner="县市区",
    workbook="figures.xlsx",
    releases=RELEASES,
    compared="compare/",
    ledger=Link("公告对账", "../ledger/", "39个名称出自13份公告、41条批准。"),
    years=(
        YearLine("2006", "../timeline/#year-2006", 8, 2),
        YearLine("2007", "", 0, 0),
        YearLine("年份未注明", "../timeline/#year-undated", 0, 1),
    ),
    years_chart=chart(
        "chart-years",
        "历年认定，图",
        "每年一条横条。",
        [("2006", (8, 2)), ("2007", (0, 0)), ("年份未注明", (0, 1))],
        ("现在有效", "其余：已过登记有效期、已停止、已撤销等"),
    ),
    years_total="历年共11次认定，现在有效的8次，其余3次。",
)
TITLES = (
    TitleRow(
        Holder(
            Link("鸢县萝卜", "../gi/x/", "国家知识产权局公告第646号"),
            "鸢城",
            "",
            "",
            "",
            "有效",
            "current",
        ),
        "2025-09-23",
        Link("地理标志产品保护", "../schemes/x/"),
    ),
    TitleRow(
        Holder(Link("没有条目的茶", "", "公示中"), "", "", "", "提名奖", "已撤销", "ended"),
        "",
        Link("没有网页的称号", ""),
    ),
)
TIMELINE = TimelinePage(
    frame=frame("历年认定", trail=TRAIL[:1], current=0),
    title="历年认定",
    lead="每一次认定，新的在前。",
    every=(
        Link("2025年", "#year-2025", "1"),
        Link("年份未注明", "#year-undated", "1"),
    ),
    years=(
        TitleYear("year-2025", "2025年", "1次", TITLES[:1]),
        TitleYear("year-undated", "年份未注明（续）", "1次", TITLES[1:]),
    ),
    ended=(
        Link("中国名牌产品", "../schemes/y/", "该称号制度已停止（2012-09），不影响企业和产品。"),
    ),
    pager=PAGER,
)
CHANGES = ChangesPage(
    frame=frame("更新记录", trail=TRAIL[:1], current=0),
    title="更新记录",
    lead="本站哪天收录、更新、下架了什么。",
    atom="../feed.xml",
    json="../feed.json",
    days=(
        DayOfChanges(
            "2025-12-20",
            (
                ChangeGroup("新收录", "1条", (Link("鸢县萝卜", "../gi/x/", "地理标志 · 鸢城"),)),
                ChangeGroup("下架", "1条", (Link("某茶", "../gi/y/", "地理标志"),)),
            ),
        ),
        DayOfChanges(
            "2025-12-16",
            (ChangeGroup("更新", "共61条，这一页1条", (Link("第一篇", "../a/", "文章"),)),),
        ),
    ),
    pager=PAGER,
)
EXAMPLES: dict[str, dict[str, object]] = {
    "pages/changes.html": {
        "rich": CHANGES,
        "sparse": CHANGES._replace(
            frame=bare("更新记录"), lead="", days=CHANGES.days[1:], pager=NO_PAGER
        ),
        "closed": CHANGES._replace(
            frame=CHANGES.frame._replace(closed="2026-01-15", feed=""), atom="", json=""
        ),
    },
    "pages/figures.html": {
        "rich": FIGURES,
        "sparse": FIGURES._replace(
            frame=bare("统计"),
            lead="",
            releases=(),
            compared="",
            tables=(NUMBERS,),
            ledger=None,
            years=(),
        ),
    },
    "pages/timeline.html": {
        "rich": TIMELINE,
        "sparse": TIMELINE._replace(
            frame=bare("历年认定"),
            lead="",
            every=TIMELINE.every[:1],
            years=TIMELINE.years[:1],
            ended=(),
            pager=NO_PAGER,
        ),
    },
    "pages/seasons.html": {
        "rich": SEASONS,
        "month": SEASONS._replace(
            calendar="",
            title="11月的时令",
            months=(),
            others=tuple(
                Link(f"{month}月", f"../{month}/" if month != 4 else "", current=month == 11)
                for month in range(1, 13)
            ),
            groups=tuple(group._replace(links=()) for group in GROUPS),
            unstated="",
        ),
        "sparse": SEASONS._replace(
            calendar="", frame=bare("时令"), lead="", lines=(PEACHES,), unstated="", pager=NO_PAGER
        ),
    },
}
