"""The frame of example pages."""

from __future__ import annotations

from sitegen.outputs.parts.views.frame import Foot, Frame, Masthead, SearchBox
from sitegen.outputs.parts.views.links import Link, LinkGroup

SEARCH = SearchBox(
    "../../search/", "../../", "../../search/", "../../engine.js", "../../fallbacks.js"
)
TRAIL = (Link("首页", "../../"), Link("地理标志", "../"))


def frame(title: str, *, trail: tuple[Link, ...] = TRAIL, current: int = 0) -> Frame:
    names = ("地理标志", "品牌", "特色产品", "非遗", "企业", "称号", "县市区")
    return Frame(
        lang="zh-Hans",
        title=f"{title} · 鸢都名录",
        description="鸢都的地理标志、品牌与特色产品，每一件都写明谁注册、哪份公告、什么范围、谁在用标。",
        canonical="https://example.cn/gi/",
        site_name="鸢都名录",
        root="../../",
        css="../../assets/site.css",
        elder="../../assets/elder-mode.js",
        scripts=("../../assets/search-box.js",),
        icon="icon.svg",
        places="县市区",
        feed="../../feed.xml",
        breadcrumbs=trail,
        meta=(("SiteName", "鸢都名录"), ("SiteDomain", "example.cn")),
        masthead=Masthead(
            site_name="鸢都名录",
            tagline="地理标志 · 品牌 · 特色产品",
            seal=("鸢", "都", "名", "录"),
            logo=None,
            root="../../",
            home="../../",
            menu=tuple(
                Link(name, f"../../{number}/", current=number == current)
                for number, name in enumerate(names, start=1)
            ),
            search=SEARCH,
        ),
        foot=Foot(
            site_name="鸢都名录",
            keeper="鸢都名录编辑部",
            notice="本名录只说明登记情况，不能证明您手中的商品。",
            root="../../",
            groups=(
                LinkGroup(
                    "查找",
                    (
                        Link("按拼音查", "../../a-z/"),
                        Link("按类别找", "../../categories/"),
                        Link("按县市区找", "../../regions/"),
                        Link("公告对账", "../../ledger/"),
                    ),
                ),
                LinkGroup(
                    "关于",
                    (
                        Link("关于本名录", "../../about/"),
                        Link("联系与投诉", "../../contact/"),
                        Link("文章", "../../articles/"),
                        Link("网站地图", "../../sitemap/"),
                        Link("更新订阅", "../../feed.xml"),
                    ),
                ),
                LinkGroup("空组", ()),
            ),
            gov=(
                Link("主办单位：鸢都市市场监督管理局（示例）", ""),
                Link("网站标识码：0000000000", ""),
                Link("某ICP备00000000号", "https://beian.miit.gov.cn/"),
                Link("我为政府网站找错", "https://zfwzgl.www.gov.cn/"),
            ),
            as_of="2025-12-16",
        ),
    )


def bare(title: str) -> Frame:
    made = frame(title, trail=())
    return made._replace(
        masthead=made.masthead._replace(tagline="", seal=("名", "录"), menu=()),
        foot=made.foot._replace(groups=(), notice="", gov=(), as_of=""),
        meta=(),
    )


def own_box(made: Frame) -> Frame:
    """The frame of a page that has a search box in its main part."""
    return made._replace(masthead=made.masthead._replace(search=None))
