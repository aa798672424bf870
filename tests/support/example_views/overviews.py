"""Pages that show the whole catalogue from one side: the calendar."""

from __future__ import annotations

from sitegen.outputs.pages.seasons import SeasonsPage
from sitegen.outputs.parts.views.links import Link
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
        MonthsLine("harvest", "采收", (10, 11), "10–11 月"),
        MonthsLine("stored", "可贮存", (1, 2, 3, 10, 11, 12), "10 月至次年 3 月"),
    ),
)
PEACHES = SeasonLine(
    Link("州青蜜桃鲜果礼盒（两公斤装）", "../products/x/", "产品"),
    (
        MonthsLine("available", "有货", tuple(range(1, 13)), "全年"),
        MonthsLine("stored", "可贮存", (1, 4, 7, 10), "1、4、7、10 月"),
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
    total="共 13 件",
    unstated="没有注明月份的：地理标志 29 件、产品 27 种。",
    pager=PAGER,
)
EXAMPLES: dict[str, dict[str, object]] = {
    "pages/seasons.html": {
        "rich": SEASONS,
        "month": SEASONS._replace(
            title="11 月的时令",
            months=(),
            others=tuple(
                Link(f"{month} 月", f"../{month}/" if month != 4 else "", current=month == 11)
                for month in range(1, 13)
            ),
            groups=tuple(group._replace(links=()) for group in GROUPS),
            unstated="",
        ),
        "sparse": SEASONS._replace(
            frame=bare("时令"), lead="", lines=(PEACHES,), unstated="", pager=NO_PAGER
        ),
    },
}
