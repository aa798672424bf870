"""The home page."""

from __future__ import annotations

from sitegen.outputs.pages.home import HomePage
from sitegen.outputs.parts.views.frame import Logo
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.parts.views.lists import Checked, Figure, HomeRow
from sitegen.outputs.parts.views.recognitions import RecentLine
from sitegen.outputs.parts.views.seasons import MonthRow
from tests.support.example_views.cards import KITE, MELON, PEACH, PRINT, RADISH, TITLE
from tests.support.example_views.frames import SEARCH, bare, frame, own_box
from tests.support.example_views.overviews import GROUPS
from tests.support.example_views.parts import ARTICLES, TILES, TRIED

HOME = HomePage(
    frame=own_box(frame("", trail=())._replace(title="鸢都名录")),
    headline=("一座城的好东西，", "件件有出处。"),
    lead="鸢都的地理标志、品牌与特色产品，每一件都写明谁注册、哪份公告、什么范围、谁在用标。",
    checked=Checked("2025-12-16"),
    updated="2025-12-16",
    hero=(RADISH, KITE, PRINT, MELON),
    search=SEARCH,
    examples=TRIED,
    verify="verify/",
    rows=tuple(
        HomeRow(sections)
        for sections in (
            ("figures",),
            ("featured",),
            ("places", "kinds"),
            ("seasons",),
            ("recent", "schemes"),
            ("affairs",),
            ("articles",),
        )
    ),
    figures=(
        Figure(39, "地理标志", "41次认定，13份公告", "gi/"),
        Figure(17, "非遗项目", "国家级代表性项目", "heritage/"),
        Figure(23, "品牌", "区域公用品牌和企业品牌", "brands/"),
        Figure(22, "称号", "其中7项已停止", "schemes/"),
        Figure(12, "县市区", "", "regions/"),
    ),
    featured=(RADISH, PEACH, PRINT, KITE),
    kinds=tuple(
        Link(name, "products/", f"{count}件")
        for name, count in (
            ("地标", 39),
            ("手造", 12),
            ("非遗", 17),
            ("文创", 3),
            ("农产品", 8),
            ("老字号", 4),
        )
    ),
    tiles=TILES,
    zones=(Link("高新区", "regions/gaoxin/", "3"), Link("滨海区", "regions/binhai/", "1")),
    months=tuple(
        MonthRow(month, f"seasons/{month}/" if month != 7 else "", GROUPS if month != 7 else ())
        for month in range(1, 13)
    ),
    seasons="seasons/",
    recent=tuple(
        RecentLine("2025-09-23", Link(name, "gi/x/"), TITLE)
        for name in ("桂水芹菜", "光寿独根红韭菜", "临山花椒", "临山三山峪大山楂", "城诸绿茶")
    ),
    schemes=(
        Link("地理标志产品保护", "schemes/a/", "28"),
        Link("地理标志证明商标", "schemes/b/", "6"),
        Link("国家级非物质文化遗产代表性项目", "schemes/c/", "17"),
        Link("中华老字号", "schemes/d/"),
    ),
    affairs=(
        LinkGroup("办事找谁", (Link("发现假冒", "services/#counterfeit", "2处"),)),
        LinkGroup(
            "接下来的活动",
            (Link("特色产品展", "events/a/", "2026年5月10日—14日"), Link("全部活动", "events/")),
        ),
        LinkGroup("政策和目标", (Link("我们能申请什么、奖多少", "rewards/"),)),
    ),
    articles=ARTICLES,
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/home.html": {
        "rich": HOME,
        "rearranged": HOME._replace(
            frame=HOME.frame._replace(
                masthead=HOME.frame.masthead._replace(logo=Logo("logo.svg", 44, 44))
            ),
            rows=(HomeRow(("articles",)), HomeRow(("recent",)), HomeRow(("figures",))),
        ),
        "sparse": HOME._replace(
            frame=own_box(bare("名录")),
            headline=("名录",),
            checked=None,
            updated="",
            hero=(),
            examples=(),
            verify="",
            rows=(),
            figures=(),
            featured=(),
            kinds=(),
            tiles=(),
            zones=(),
            months=(),
            seasons="",
            recent=(),
            schemes=(),
            affairs=(),
            articles=(),
        ),
    },
}
