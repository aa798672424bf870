"""Example views of every template: `rich` has all there can be, `sparse` the least.

Names, numbers and dates are made up.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from sitegen.outputs.files.feed import FeedFile, FeedItem
from sitegen.outputs.files.pictures import DrawingFile, IconFile
from sitegen.outputs.files.sitemap import MapUrl, RobotsFile, SitemapFile
from sitegen.outputs.pages.articles import ArticlesPage
from sitegen.outputs.pages.entries import EntryPage
from sitegen.outputs.pages.home import HomePage
from sitegen.outputs.pages.ledger import LedgerPage
from sitegen.outputs.pages.letters import IndexPage
from sitegen.outputs.pages.lists import ListPage
from sitegen.outputs.pages.nodes import NodePage
from sitegen.outputs.pages.prose import ProsePage
from sitegen.outputs.pages.schemes import SchemePage, SchemesPage
from sitegen.outputs.pages.search import SearchPage
from sitegen.outputs.pages.site_map import SiteMapPage
from sitegen.outputs.pages.trees import TreePage
from sitegen.outputs.parts.plain_page import PlainPage
from sitegen.outputs.parts.views import (
    AnnouncementGroup,
    ArticleLine,
    Badge,
    Branch,
    Card,
    CardGroup,
    Fact,
    Figure,
    Foot,
    Frame,
    Holder,
    IndexLine,
    LetterGroup,
    Link,
    LinkGroup,
    MarkUserRow,
    Masthead,
    Pager,
    Picture,
    RecentLine,
    Reconciliation,
    SchemeLine,
    SearchBox,
    Season,
    Section,
    SourceLine,
    StatusBox,
    Tile,
    Value,
)
from sitegen.rendering import drawing
from sitegen.rendering.images.markup import Files, PictureSource

MEDIA = Path(__file__).parents[2] / "content" / "media"
CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><circle cx="200" cy="200" r="150"/></svg>'
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
        css="frame.css",
        scripts=("search-box.js",),
        icon="icon.svg",
        feed="../../feed.xml",
        breadcrumbs=trail,
        meta=(("SiteName", "鸢都名录"), ("SiteDomain", "example.cn")),
        masthead=Masthead(
            site_name="鸢都名录",
            tagline="地理标志 · 品牌 · 特色产品",
            seal=("鸢", "都", "名", "录"),
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
        ),
    )


def bare(title: str) -> Frame:
    made = frame(title, trail=())
    return made._replace(
        masthead=made.masthead._replace(tagline="", seal=("名", "录"), menu=()),
        foot=made.foot._replace(groups=(), notice="", gov=()),
        meta=(),
    )


def own_box(made: Frame) -> Frame:
    """The frame of a page that has a search box in its main part."""
    return made._replace(masthead=made.masthead._replace(search=None))


def drawn(name: str, alt: str) -> Picture:
    """A drawing as cards show it: a file."""
    return Picture(alt, "", "", True, files=Files(f"{name}.pine.svg", 400, 400))


def inline(name: str, alt: str) -> Picture:
    """A drawing as its entry shows it: in the page."""
    file = MEDIA / f"{name}.svg"
    svg, problems = drawing.clean(file.read_bytes() if file.is_file() else CIRCLE, f"{name}.svg")
    assert svg is not None, problems
    return Picture(alt, "", "名录编辑部绘", True, svg=svg)


PHOTO = Picture(
    "晾在竹架上的萝卜",
    "冬至前后入窖",
    "王某 摄",
    False,
    files=Files(
        "luobo-960.jpg",
        960,
        640,
        "luobo-480.jpg 480w, luobo-960.jpg 960w",
        (PictureSource("image/webp", "luobo-480.webp 480w, luobo-960.webp 960w"),),
    ),
)
TITLE = Badge("地理标志产品", "current")


def card(
    name: str,
    seal: str,
    *,
    summary: str = "",
    place: str = "鸢城",
    label: str = "地理标志",
    craft: bool = False,
    picture: Picture | None = None,
    badges: tuple[Badge, ...] = (TITLE,),
) -> Card:
    return Card("../x/", name, summary, place, label, craft, picture, tuple(seal), badges)


RADISH = card(
    "鸢县萝卜",
    "鸢县萝卜",
    summary="绿皮绿肉、皮薄脆甜，生着吃的青萝卜。",
    place="鸢城 · 北亭",
    picture=drawn("weixian-luobo", "青萝卜剪纸"),
)
GINGER = card(
    "丘安大姜",
    "丘安大姜",
    summary="块大丝少，色泽鲜亮，窖藏一年不干不烂。",
    place="丘安",
    picture=drawn("anqiu-dajiang", "大姜剪纸"),
)
MELON = card(
    "乐昌西瓜",
    "乐昌西瓜",
    summary="皮薄沙瓤，早春棚里第一口甜。",
    place="乐昌",
    picture=drawn("changle-xigua", "西瓜剪纸"),
)
PEACH = card(
    "州青蜜桃",
    "州青蜜桃",
    summary="晚熟小桃，果硬核小，可以贮到入冬。",
    place="州青",
    picture=drawn("qingzhou-mitao", "蜜桃剪纸"),
)
KITE = card(
    "鸢都风筝",
    "鸢都风筝",
    summary="扎、糊、绘、放四艺俱全，竹骨绢面，能折能收。",
    label="传统美术",
    craft=True,
    picture=Picture(
        "风筝剪纸", "", "", True, files=Files("weifang-fengzheng.cinnabar.svg", 400, 400)
    ),
    badges=(Badge("国家级非遗", "current"),),
)
PRINT = card(
    "杨家木版年画",
    "杨家年画",
    summary="一色一版，套印五六遍，过年贴在门上、炕头。",
    place="北亭",
    label="传统美术",
    craft=True,
    picture=Picture(
        "年画剪纸", "", "", True, files=Files("yangjiabu-nianhua.cinnabar.svg", 400, 400)
    ),
    badges=(Badge("国家级非遗", "current"), Badge("复查中", "notice")),
)
SEALED = (
    card("光寿独根红韭菜", "光寿独根", summary="一株一根，叶宽味浓，头刀最香。", place="光寿"),
    card("临山花椒", "临山花椒", summary="粒大皮厚，麻味足，晒干后颜色仍红。", place="临山"),
    card("柘山花生", "柘山花生", summary="粒大皮红。", place="丘安", picture=PHOTO),
    card("丘安大葱", "丘安大葱", place="丘安", picture=inline("anqiu-dacong", "大葱剪纸")),
    card("景酿", "景酿", summary="本地高粱酿的白酒。", place="丘安", label="企业品牌", badges=()),
    card(
        "乐昌蓝宝石加工制作技艺与首饰镶嵌传统手工工序",
        "蓝宝石",
        summary="一块石头要经过看、切、磨、抛四道手。",
        place="乐昌",
        label="文创",
        craft=True,
        badges=(Badge("已停止的称号", "ended"),),
    ),
)
BARE_CARD = card("某某", "某某", place="", label="", badges=())
CARDS = (
    RADISH,
    SEALED[0],
    KITE,
    GINGER,
    SEALED[1],
    PRINT,
    MELON,
    SEALED[2],
    PEACH,
    SEALED[3],
    *SEALED[4:],
    BARE_CARD,
)

FACTS = (
    Fact("外观", (Value("肉质根长圆柱形，顺直，皮薄，灰绿色，肉翠绿"),)),
    Fact("口感", (Value("脆、甜、多汁，辣味淡；贮藏一段时间品质更佳"),)),
    Fact("可溶性固形物", (Value("≥ 6.0%", note="鲜重"), Value("≥ 6.5%", note="贮藏三十天后"))),
    Fact(
        "起始年代",
        (
            Value("至少三百年", source="《鸢县志》（乾隆二十五年）"),
            Value("约四百年", source="申报材料"),
        ),
        disputed=True,
    ),
    Fact("也叫", (Value("高脚青"), Value("鸢都萝卜"), Value("青萝卜", "../x/"))),
    Fact("申请人", (Value("鸢城区萝卜协会", "../../organizations/luobo-xiehui/"),)),
    Fact(
        "标准",
        (
            Value(
                "https://std.example.cn/gb/search/gbDetailed?id=71F772D8055ED3A7E05397BE0A0AB82A",
                "https://std.example.cn/",
            ),
        ),
    ),
    Fact("核对", (Value("2025-12-16"),)),
)
STATUS = StatusBox(
    heading="保护情况",
    scheme=Link("地理标志产品保护", "../../schemes/gi/"),
    status="valid",
    word="在录",
    tone="current",
    facts=(
        Fact("公告", (Value("原国家质检总局公告2006年第126号"),)),
        Fact("日期", (Value("2006-09-04"),)),
        Fact("核对至", (Value("2025-12-16"),)),
    ),
    remark="已公告（原国家质检总局公告2006年第126号）；核对至 2025-12-16，未见撤销公告。只说明登记情况，不能证明您手中的商品。",
    evidence=Link("看公告", "https://www.example.gov.cn/2006/126.html"),
    transitions=(),
)
CONDITIONAL = StatusBox(
    heading="注册情况",
    scheme=Link("地理标志证明商标", "../../schemes/mark/", "第 31 类"),
    status="review-due",
    word="待复查",
    tone="notice",
    facts=(Fact("注册号", (Value("3152680"),)), Fact("有效期至", (Value("2025-11-30"),))),
    remark="",
    evidence=None,
    transitions=(("2026-01-01", "过期"), ("2026-06-01", "已撤销")),
)
ENDED = StatusBox(
    heading="登记情况",
    scheme=Link("农产品地理标志登记", ""),
    status="historic",
    word="制度已停止",
    tone="ended",
    facts=(),
    remark="这项登记 2022 年停止，旧证书不再换发。",
    evidence=Link("登记证书 AGI02119", ""),
    transitions=(),
)
BODY = Markup(
    """<p>鸢县人说“烟台苹果莱阳梨，不如鸢县的萝卜皮”。萝卜<a href="../../articles/a/">入窖</a>以后，
淀粉慢慢转成糖，到了冬至前后最好吃<sup id="b-r1"><a class="footnote-ref" href="#b-f1">1</a></sup>。</p>
<h2 id="b-zenme">怎么挑</h2>
<p>看三样：缨子绿、根须细、掂着沉。</p>
<ul><li>大缨：叶多，根大，产量高。</li><li>二大缨：最常见。</li><li>小缨：叶少，肉最细。</li></ul>
<table>
<thead><tr><th scope="col">品种</th><th scope="col">生长期</th><th class="align-right" scope="col">亩产（公斤）</th></tr></thead>
<tbody><tr><td>大缨</td><td>八十五天</td><td class="align-right">5000</td></tr>
<tr><td>小缨</td><td>七十五天</td><td class="align-right">3500</td></tr></tbody>
</table>
<h3 id="b-chi">怎么吃</h3>
<blockquote><p>切成条，配一壶热茶。</p></blockquote>
<p>更多见 <a href="https://www.example.gov.cn/a/very/long/path/to/something/that/does/not/break"
rel="noopener noreferrer">https://www.example.gov.cn/a/very/long/path/to/something/that/does/not/break</a>，
以及 Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft。</p>
<div class="footnote"><hr><ol><li id="b-f1"><p>《鸢县志》卷八。<a class="footnote-backref" href="#b-r1"
title="回到正文 1">↩</a></p></li></ol></div>
"""
)
SOURCES = (
    SourceLine(
        "原国家质检总局公告2006年第126号，2006-09-04", "https://www.example.gov.cn/2006/126.html"
    ),
    SourceLine("《鸢县志》，乾隆二十五年", ""),
)
COLOPHON = (
    ("发布", "2025-12-16"),
    ("更新", "2025-12-16"),
    ("核对", "2025-12-16"),
    ("负责", "名录编辑部"),
)
ENTRY = EntryPage(
    frame=frame("鸢县萝卜", current=1),
    label="地理标志",
    name="鸢县萝卜",
    pinyin="yuān xiàn luó bo",
    name_en="Yuanxian Luobo",
    name_en_note="音译",
    summary="绿皮绿肉、皮薄脆甜，生着吃的青萝卜。",
    craft=False,
    places=(Link("鸢城区", "../../regions/yuancheng/"), Link("北亭区", "../../regions/beiting/")),
    picture=inline("weixian-luobo", "青萝卜剪纸"),
    more_pictures=(PHOTO, inline("changle-xigua", "西瓜剪纸")),
    seal=tuple("鸢县萝卜"),
    statuses=(STATUS, CONDITIONAL, ENDED),
    sections=(
        Section("quality", "它好在哪里", FACTS),
        Section("origin", "产地与保护范围", FACTS[4:]),
        Section("names", "名称与标准", ()),
    ),
    season=Season((10, 11), (1, 2, 3, 11, 12)),
    body=BODY,
    mark_users=tuple(
        MarkUserRow(
            f"鸢城区{name}专业合作社",
            "../../organizations/x/" if name == "俊青" else "",
            "“山东”牌鸢县萝卜" if name == "俊青" else "",
            "2010年第70号公告",
            "2010-07-05 起",
            "2025-12-16",
            "省知识产权公共服务平台" if name == "俊青" else "",
        )
        for name in ("俊青", "乐意", "国牌", "家芳")
    ),
    related=(
        CardGroup("同一个地方的", (KITE, SEALED[0], PRINT, GINGER)),
        CardGroup("同一类的", ()),
    ),
    articles=(Link("第 1 号公告里的 28 个名字", "../../articles/notice/", "2025-09-23"),),
    sources=SOURCES,
    colophon=COLOPHON,
)
SPARSE_ENTRY = EntryPage(
    frame=frame("景酿", current=2),
    label="",
    name="景酿",
    pinyin="",
    name_en="",
    name_en_note="",
    summary="",
    craft=False,
    places=(),
    picture=None,
    more_pictures=(),
    seal=tuple("景酿"),
    statuses=(),
    sections=(),
    season=None,
    body=Markup(""),
    mark_users=(),
    related=(),
    articles=(),
    sources=(),
    colophon=(),
)
SEALED_ENTRY = SPARSE_ENTRY._replace(
    frame=frame("乐昌蓝宝石加工制作技艺", current=4),
    label="传统技艺",
    name="乐昌蓝宝石加工制作技艺",
    pinyin="lè chāng lán bǎo shí jiā gōng zhì zuò jì yì",
    summary="一块石头要经过看、切、磨、抛四道手。",
    craft=True,
    places=(Link("乐昌县", "../../regions/lechang/"),),
    seal=tuple("蓝宝石"),
    statuses=(ENDED,),
    sections=(Section("heritage", "项目情况", FACTS[:2]),),
    sources=SOURCES[:1],
    colophon=COLOPHON,
)

NO_PAGER = Pager(1, 1, (), None, None)
PAGER = Pager(
    2,
    4,
    tuple(Link(str(number), f"page/{number}/", current=number == 2) for number in range(1, 5)),
    Link("上一页", "../"),
    Link("下一页", "page/3/"),
)
COUNTIES = (
    ("光寿", 13, 1, 2, 3),
    ("北亭", 2, 1, 3, 1),
    ("邑昌", 3, 1, 4, 1),
    ("州青", 5, 2, 1, 2),
    ("乐昌", 2, 2, 2, 1),
    ("鸢城", 1, 2, 3, 1),
    ("文奎", 0, 2, 4, 0),
    ("子坊", 1, 2, 5, 1),
    ("临山", 6, 3, 2, 2),
    ("丘安", 8, 3, 3, 2),
    ("城诸", 3, 3, 4, 1),
    ("密高", 2, 3, 5, 1),
)
TILES = tuple(
    Tile(name, f"regions/{row}-{column}/", count, row, column, level)
    for name, count, row, column, level in COUNTIES
)
FACETS = (
    LinkGroup(
        "县市区",
        tuple(Link(name, "#", str(count), current=name == "州青") for name, count, *_ in COUNTIES),
    ),
    LinkGroup("类别", (Link("蔬菜", "#", "14"), Link("果品", "#", "9"), Link("未注明", "#", "1"))),
    LinkGroup("空", ()),
)
LIST = ListPage(
    frame=frame("地理标志", trail=TRAIL[:1], current=1),
    title="地理标志",
    lead="名字里带着地名，质量和名声主要由那个地方决定。",
    total="共 39 件",
    as_of="2025-12-16",
    facets=FACETS,
    cards=CARDS,
    pager=PAGER,
)
NODE = NodePage(
    frame=frame("丘安市", trail=(Link("首页", "../../"), Link("县市区", "../")), current=7),
    title="丘安市",
    kind="县级市",
    lead="山地和丘陵多，产大姜、大葱、蜜桃和白酒。",
    facts=(Fact("代码", (Value("000000"),)), Fact("曾用名", (Value("丘安县", note="用到 1994"),))),
    counts=(Link("地理标志", "#gi", "8 件"), Link("品牌", "#brands", "1 个")),
    children=(Link("柘山镇", "../zheshan/", "3"), Link("官庄镇", "../guanzhuang/", "1")),
    groups=(
        CardGroup("地理标志", (GINGER, PEACH, *SEALED[:2]), "gi"),
        CardGroup("非遗", ()),
        CardGroup("品牌", (SEALED[2],), "brands"),
    ),
    pager=NO_PAGER,
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
HOLDERS = (
    Holder(Link("桂水芹菜", "../../gi/a/"), "光寿", "桂水芹菜", "GI0001", "", "在录", "current"),
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
        "全文 870 件，本地 28 件",
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
    ended="2018 年起由另一制度接续",
    facts=FACTS[4:],
    body=BODY,
    counts=(Link("光寿", "../x/", "13"), Link("丘安", "../y/", "8")),
    announcements=GROUPS,
    pager=PAGER,
    sources=SOURCES,
    colophon=COLOPHON,
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
ARTICLES = (
    ArticleLine(
        Link("第 000 号公告里的 28 个名字", "a/"),
        "解读",
        "2025-09-23",
        "一份公告写了 870 件产品，本地占 28 件。",
    ),
    ArticleLine(Link("萝卜为什么要入窖", "b/"), "故事", "2025-11-02", ""),
    ArticleLine(Link("怎样看懂专用标志", "c/"), "", "", "看三处：名字、代码、公告号。"),
)
LETTERS = tuple(
    Link(letter, "" if letter in "EIOUV" else f"{letter.lower()}/", current=letter == "L")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
TRIED = tuple(Link(text, f"search/?q={text}") for text in ("yuanxianluobo", "ydfz", "646号"))
HOME = HomePage(
    frame=own_box(frame("", trail=())._replace(title="鸢都名录")),
    headline=("一座城的好东西，", "件件有出处。"),
    lead="鸢都的地理标志、品牌与特色产品，每一件都写明谁注册、哪份公告、什么范围、谁在用标。",
    as_of="2025-12-16",
    updated="2025-12-16",
    hero=(RADISH, KITE, GINGER, MELON),
    search=SEARCH,
    examples=TRIED,
    figures=(
        Figure(39, "地理标志", "41 次认定，13 份公告", "gi/"),
        Figure(17, "非遗项目", "国家级代表性项目", "heritage/"),
        Figure(23, "品牌", "区域公用品牌和企业品牌", "brands/"),
        Figure(22, "称号", "其中 7 项已停止", "schemes/"),
        Figure(12, "县市区", "", "regions/"),
    ),
    featured=(RADISH, PEACH, PRINT, KITE),
    kinds=tuple(
        Link(name, "products/", f"{count} 件")
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
    articles=ARTICLES,
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/home.html": {
        "rich": HOME,
        "sparse": HOME._replace(
            frame=own_box(bare("名录")),
            headline=("名录",),
            as_of="",
            updated="",
            hero=(),
            examples=(),
            figures=(),
            featured=(),
            kinds=(),
            tiles=(),
            zones=(),
            recent=(),
            schemes=(),
            articles=(),
        ),
    },
    "pages/entry.html": {
        "rich": ENTRY,
        "sealed": SEALED_ENTRY,
        "photo": ENTRY._replace(picture=PHOTO, statuses=(CONDITIONAL,), craft=True),
        "sparse": SPARSE_ENTRY,
    },
    "pages/list.html": {
        "rich": LIST,
        "sparse": LIST._replace(
            lead="", total="共 0 件", as_of="", facets=(), cards=(), pager=NO_PAGER
        ),
    },
    "pages/node.html": {
        "rich": NODE,
        "sparse": NODE._replace(
            kind="", lead="", facts=(), counts=(), children=(), groups=(), pager=NO_PAGER
        ),
    },
    "pages/tree.html": {
        "regions": TreePage(frame("县市区"), "县市区", "按地方找。", TILES, BRANCHES),
        "categories": TreePage(frame("类别"), "类别", "", (), BRANCHES[0].branches),
        "sparse": TreePage(frame("类别"), "类别", "", (), ()),
    },
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
            counts=(),
            announcements=(),
            pager=NO_PAGER,
            sources=(),
            colophon=(),
        ),
    },
    "pages/articles.html": {
        "rich": ArticlesPage(frame("文章"), "文章", ARTICLES),
        "sparse": ArticlesPage(frame("文章"), "文章", ()),
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
            ways=FACETS,
        ),
        "sparse": SearchPage(
            own_box(bare("搜索")), "搜索", "名称、拼音、首字母都能查。", SEARCH, (), (), ()
        ),
    },
    "pages/ledger.html": {
        "rich": LedgerPage(
            frame("公告对账"),
            "公告对账",
            "把公告里的名字一行一行对过。",
            "2025-12-16",
            Reconciliation(39, 41, 13, "39", True),
            HOLDERS[:2],
            GROUPS,
            PAGER,
        ),
        "sparse": LedgerPage(
            frame("公告对账"),
            "公告对账",
            "",
            "",
            Reconciliation(0, 0, 0, "2", False),
            (),
            (),
            NO_PAGER,
        ),
    },
    "pages/plain.html": {
        "missing": PlainPage(
            frame("没有这个页面", trail=()),
            "没有这个页面",
            ("网址可能写错了，或者这一页已经撤下。",),
            (),
            (Link("回首页", "/"), Link("按拼音查", "/a-z/")),
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
    "files/sitemap.xml": {
        "rich": SitemapFile(
            (
                MapUrl("https://example.cn/", "2025-12-16"),
                MapUrl("https://example.cn/a?b=1&c=2", ""),
            )
        ),
        "sparse": SitemapFile(()),
    },
    "files/feed.xml": {
        "rich": FeedFile(
            id="https://example.cn/feed.xml",
            url="https://example.cn/",
            self="https://example.cn/feed.xml",
            title="鸢都名录",
            subtitle="最近的变化",
            author="名录编辑部",
            updated="2025-12-16T09:00:00+08:00",
            items=(
                FeedItem(
                    "https://example.cn/gi/a/",
                    "https://example.cn/gi/a/",
                    "桂水芹菜 <第一批> & 其他",
                    "",
                    "2025-12-16T09:00:00+08:00",
                    "2025-12-16T09:00:00+08:00",
                ),
                FeedItem(
                    "https://example.cn/gi/b/",
                    "https://example.cn/gi/b/",
                    "鸢县萝卜",
                    "绿皮绿肉。",
                    "2025-12-16T09:00:00+08:00",
                    "2025-12-16T09:00:00+08:00",
                ),
            ),
        ),
        "sparse": FeedFile(
            "u:1", "u:2", "u:3", "名录", "", "编辑部", "2025-12-16T09:00:00+08:00", ()
        ),
    },
    "files/drawing.svg": {
        "pine": DrawingFile("0 0 400 400", inline("weixian-luobo", "").svg, False),
        "cinnabar": DrawingFile("0 0 400 400", inline("weifang-fengzheng", "").svg, True),
    },
    "files/icon.svg": {"rich": IconFile("鸢")},
    "files/robots.txt": {"rich": RobotsFile(("https://example.cn/sitemap.xml",))},
}
