"""Pages that lead to entries: lists, nodes of a tree, trees, the index, the search, the site map."""

from __future__ import annotations

from sitegen.outputs.pages.letters import IndexPage
from sitegen.outputs.pages.lists import ListPage
from sitegen.outputs.pages.nodes import NodePage
from sitegen.outputs.pages.search import SearchPage
from sitegen.outputs.pages.site_map import SiteMapPage
from sitegen.outputs.pages.trees import TreePage
from sitegen.outputs.parts.views.cards import CardGroup
from sitegen.outputs.parts.views.facts import Fact, Value
from sitegen.outputs.parts.views.links import Link, LinkGroup
from sitegen.outputs.parts.views.lists import Branch, Checked, IndexLine, LetterGroup
from tests.support.example_views.cards import CARDS, GINGER, PEACH, PHOTO, SEALED, inline
from tests.support.example_views.frames import SEARCH, TRAIL, bare, frame, own_box
from tests.support.example_views.parts import (
    ARTICLES,
    COUNTIES,
    FORMS,
    LETTERS,
    NARROWING,
    NO_PAGER,
    NOT_NARROWED,
    ORDERS,
    PAGER,
    PLAIN_TABLE,
    SCRIPTED,
    SHARE_FACETS,
    TABLE,
    TILES,
    TRIED,
)

LIST = ListPage(
    frame=frame("地理标志", trail=TRAIL[:1], current=1),
    title="地理标志",
    lead="名字里带着地名，质量和名声主要由那个地方决定。",
    total="共39件",
    checked=Checked("2025-12-16"),
    narrowing=NARROWING,
    forms=FORMS,
    orders=ORDERS,
    cards=CARDS,
    table=None,
    values="",
    whole="",
    pager=PAGER,
)
NODE = NodePage(
    frame=frame("丘安市", trail=(Link("首页", "../../"), Link("县市区", "../")), current=7),
    title="丘安市",
    kind="县级市",
    lead="山地和丘陵多，产大姜、大葱、蜜桃和白酒。",
    facts=(Fact("代码", (Value("000000"),)), Fact("曾用名", (Value("丘安县", note="用到1994"),))),
    counts=(Link("地理标志", "#gi", "8件"), Link("品牌", "#brands", "1个")),
    beside=(),
    children=(Link("柘山镇", "../zheshan/", "3"), Link("官庄镇", "../guanzhuang/", "1")),
    facets=SHARE_FACETS,
    groups=(
        CardGroup(
            "地理标志",
            (GINGER, PEACH, *SEALED[:2]),
            "gi",
            Link("地理标志", "../../gi/region/x/", "8 件"),
        ),
        CardGroup("非遗", ()),
        CardGroup("品牌", (SEALED[2],), "brands"),
    ),
    pager=NO_PAGER,
    makers="makers/",
    pictures=(inline("vegetables", "白菜剪纸"), PHOTO),
)
BRANCHES = (
    Branch(
        Link("鸢都市", "weifang/", "39"),
        "半岛中部的设区市。",
        tuple(
            Branch(
                Link(f"{name}市", f"{row}-{column}/", str(count)),
                "北临海湾，地里出大葱、芹菜、韭菜。" if count > 3 else "",
                (Branch(Link("羊口镇", "yangkou/", "2"), "", ()),) if count == 13 else (),
            )
            for name, count, row, column, _ in COUNTIES
        ),
    ),
)

WAYS = (
    LinkGroup("按栏目看", tuple(Link(name, "#", str(count)) for name, count, *_ in COUNTIES)),
    LinkGroup("按类别找", (Link("蔬菜", "#", "14"), Link("果品", "#", "9"))),
    LinkGroup("空", ()),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/list.html": {
        "rich": LIST,
        "sparse": LIST._replace(
            lead="",
            total="共0件",
            checked=None,
            narrowing=NOT_NARROWED,
            forms=(),
            orders=(),
            cards=(),
            pager=NO_PAGER,
        ),
        "table": LIST._replace(cards=(), table=TABLE),
        "narrowed": LIST._replace(lead="", whole="../../", forms=(), orders=SCRIPTED),
        "plain table": LIST._replace(
            narrowing=NOT_NARROWED, forms=(), orders=(), cards=(), table=PLAIN_TABLE, pager=NO_PAGER
        ),
    },
    "pages/node.html": {
        "rich": NODE,
        "sparse": NODE._replace(
            makers="",
            kind="",
            lead="",
            facts=(),
            counts=(),
            children=(),
            beside=(Link("临山县", "../linshan/", "5"),),
            facets=(),
            groups=(),
            pager=NO_PAGER,
        ),
    },
    "pages/tree.html": {
        "regions": TreePage(frame("县市区"), "县市区", "按地方找。", TILES, BRANCHES),
        "categories": TreePage(frame("类别"), "类别", "", (), BRANCHES[0].branches),
        "sparse": TreePage(frame("类别"), "类别", "", (), ()),
    },
    "pages/index.html": {
        "rich": IndexPage(
            frame("按拼音查"),
            "按拼音查",
            "名称读音的首字母。",
            LETTERS,
            (
                LetterGroup(
                    "L",
                    "l",
                    (
                        IndexLine(
                            Link("乐昌西瓜", "../gi/a/"), "lè chāng xī guā", "地理标志", "乐昌"
                        ),
                        IndexLine(
                            Link("临山花椒", "../gi/b/", "又名大红袍"),
                            "lín shān huā jiāo",
                            "地理标志",
                            "临山",
                        ),
                        IndexLine(Link("老酒", "../gi/c/"), "", "", ""),
                    ),
                ),
                LetterGroup("M", "m", ()),
            ),
        ),
        "sparse": IndexPage(frame("按拼音查"), "按拼音查", "", (), ()),
    },
    "pages/search.html": {
        "rich": SearchPage(
            frame=own_box(frame("搜索", trail=TRAIL[:1])),
            title="搜索",
            lead="名称、拼音、首字母都能查。",
            search=SEARCH,
            examples=TRIED,
            letters=LETTERS,
            ways=WAYS,
        ),
        "sparse": SearchPage(
            own_box(bare("搜索")), "搜索", "名称、拼音、首字母都能查。", SEARCH, (), (), ()
        ),
    },
    "pages/sitemap.html": {
        "rich": SiteMapPage(
            frame("网站地图"),
            "网站地图",
            (
                LinkGroup("地理标志", tuple(Link(item.name, item.url) for item in CARDS)),
                LinkGroup("文章", tuple(line.link for line in ARTICLES)),
                LinkGroup("空", ()),
            ),
        ),
    },
}
