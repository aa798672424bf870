"""Articles, pages of prose and pages with a few lines."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.pages.articles import ArticlesPage
from sitegen.outputs.pages.leaving import LeavingPage
from sitegen.outputs.pages.prose import ProsePage
from sitegen.outputs.pages.surrounding import SurroundingPage
from sitegen.outputs.parts.plain_page import PlainPage
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import LineGroup
from tests.support.example_views.cards import CARDS
from tests.support.example_views.frames import SEARCH, frame, own_box
from tests.support.example_views.parts import ARTICLES, BODY, COLOPHON, FACTS, SOURCES

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/articles.html": {
        "rich": ArticlesPage(frame("文章"), "文章", ARTICLES),
        "sparse": ArticlesPage(frame("文章"), "文章", ()),
    },
    "pages/surrounding.html": {
        "rich": SurroundingPage(
            frame("政策"),
            "政策",
            "谁发的、何时起、给谁什么、要达到多少：一份文件一页。",
            (
                LineGroup("plan", "规划和计划", ARTICLES[:2]),
                LineGroup("notice", "通知", ARTICLES[2:]),
            ),
        ),
        "sparse": SurroundingPage(
            frame("活动"), "活动", "", (LineGroup("fair", "展会", ARTICLES[:1]),)
        ),
    },
    "pages/prose.html": {
        "rich": ProsePage(
            frame=frame("萝卜为什么要入窖"),
            label="故事",
            title="萝卜为什么要入窖",
            summary="入窖三十天，辣味退了，甜味才出来。",
            date="2025-11-02",
            body=BODY,
            mentioned=CARDS[:3],
            sources=SOURCES,
            colophon=COLOPHON,
        ),
        "sparse": ProsePage(frame("关于"), "", "关于", "", "", Markup(""), (), (), ()),
    },
    "pages/leaving.html": {
        "rich": LeavingPage(
            frame=frame("您将离开本站"),
            title="您将离开本站",
            shop="鸢城萝卜合作社网店",
            host="shop.example.cn",
            address="https://shop.example.cn/goods/luobo?id=1234567890&from=list",
            checked="核对于2025-12-16",
            back=Link("鸢县萝卜", "../../"),
        ),
        "sparse": LeavingPage(
            frame("您将离开本站"),
            "您将离开本站",
            "一家店",
            "example.cn",
            "https://example.cn/",
            "",
            Link("萝卜", "../"),
        ),
    },
    "pages/plain.html": {
        "missing": PlainPage(
            own_box(frame("没有这个页面", trail=())),
            "没有这个页面",
            ("网址可能写错了，或者这一页已经撤下。",),
            (),
            (Link("回首页", "/"), Link("按拼音查", "/a-z/")),
            search=SEARCH,
        ),
        "withdrawn": PlainPage(
            frame("已撤下"),
            "这一条已撤下",
            ("应权利人要求撤下。",),
            FACTS[6:],
            (Link("地理标志", "../"),),
        ),
        "redirect": PlainPage(
            frame("已搬走"),
            "这一页搬到了别处",
            (),
            (),
            (Link("去新网址", "../new/"),),
            redirect="../new/",
        ),
    },
}
