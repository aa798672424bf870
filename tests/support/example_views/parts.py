"""Parts that several example pages show."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.parts.views.facets import (
    FacetGroup,
    FacetValue,
    Narrowing,
    Order,
    Row,
    ShareFacet,
    ShareValues,
    Table,
)
from sitegen.outputs.parts.views.facts import Fact, SourceLine, Value
from sitegen.outputs.parts.views.links import Link, Pager
from sitegen.outputs.parts.views.lists import ArticleLine, Tile
from sitegen.outputs.parts.views.recognitions import Badge

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
<ul><li class="task"><span class="task__box" role="img" aria-label="已完成">☑</span> 窖藏</li></ul>
<section class="wide-table" tabindex="0" aria-label="表格1，可以左右移动">
<table><thead><tr><th scope="col">一月</th><th scope="col">二月</th><th scope="col">三月</th>
<th scope="col">四月</th><th scope="col">五月</th><th scope="col">六月</th></tr></thead>
<tbody><tr><td>1200</td><td>1100</td><td>900</td><td>400</td><td>0</td><td>0</td></tr></tbody></table>
</section>
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
    SourceLine("鸢都日报，《鸢县萝卜》", "", "2010-09-19"),
)
COLOPHON = (
    ("发布", "2025-12-16"),
    ("更新", "2025-12-16"),
    ("核对", "2025-12-16"),
    ("负责", "名录编辑部"),
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
NARROWING = Narrowing(
    chosen=(Link("州青", "../../"), Link("蔬菜", "../../region/zhouqing/")),
    whole="../../",
    first=(Link("果品", "#", "9"), Link("水产", "#", "1")),
    groups=(
        FacetGroup(
            "region",
            "地区",
            tuple(
                FacetValue("a", name, count, "#" if count else "", chosen=name == "州青", depth=0)
                for name, count, *_ in COUNTIES
            ),
        ),
        FacetGroup(
            "category",
            "类别",
            (
                FacetValue("b", "蔬菜", 14, "#", chosen=True, depth=0),
                FacetValue("c", "根菜", 5, "", chosen=False, depth=1),
                FacetValue("d", "果品", 9, "#", chosen=False, depth=0),
                FacetValue("unstated", "未注明", 1, "", chosen=False, depth=0),
            ),
        ),
        FacetGroup(
            "status", "登记状态", (FacetValue("valid", "有效", 15, "", chosen=False, depth=0),)
        ),
    ),
    facets="region category status",
)
SHARE = ShareValues(
    "gi",
    "地理标志",
    (
        FacetValue("b", "蔬菜", 4, "../../gi/region/x/category/b/", chosen=False, depth=0),
        FacetValue("c", "畜禽", 1, "", chosen=False, depth=0),
    ),
    "../../gi/",
    "region=x",
)
SHARE_FACETS = (
    ShareFacet(
        "category", "类别", (SHARE, SHARE._replace(title="企业与机构", whole="", chosen=""))
    ),
    ShareFacet("year", "认定年份", (SHARE,)),
)
NOT_NARROWED = Narrowing((), "", (), (), "")
ROWS = (
    Row("#", "鸢县萝卜", "鸢城 · 亭寒", "", (Badge("地理标志产品", "current", ""),), "2006"),
    Row("#", "鸢都风筝", "鸢都", "手工制品", (Badge("老字号", "ended", "已撤销"),), "2011"),
    Row("#", "东坡北坡两道沟南沿子村双孢菇", "", "", (), ""),
)
TABLE = Table(ROWS, True, True)
ORDERS = (
    Order("", "按拼音", "../", current=True),
    Order("newest", "按认定先后", "newest/", current=False),
)
SCRIPTED = tuple(order._replace(url="") for order in ORDERS)
PLAIN_TABLE = Table(tuple(row._replace(kind=None, badges=None) for row in ROWS), False, False)
FORMS = (Link("图", "../"), Link("表", "", current=True))
ARTICLES = (
    ArticleLine(
        Link("第000号公告里的 28个名字", "a/"),
        "解读",
        "2025-09-23",
        "一份公告写了 870件产品，本地占 28件。",
    ),
    ArticleLine(Link("萝卜为什么要入窖", "b/"), "故事", "2025-11-02", ""),
    ArticleLine(Link("怎样看懂专用标志", "c/"), "", "", "看三处：名字、代码、公告号。"),
)
LETTERS = tuple(
    Link(letter, "" if letter in "EIOUV" else f"{letter.lower()}/", current=letter == "L")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
TRIED = tuple(Link(text, f"search/?q={text}") for text in ("yuanxianluobo", "ydfz", "646号"))
