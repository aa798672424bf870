"""Example cards and pictures."""

from __future__ import annotations

from sitegen.outputs.parts.views.cards import Card, Picture
from sitegen.outputs.parts.views.recognitions import Badge
from sitegen.rendering import drawing
from sitegen.rendering.images.markup import Files, PictureSource
from tests.support.basic_site import REPOSITORY

MEDIA = REPOSITORY / "content" / "media"
CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><circle cx="200" cy="200" r="150"/></svg>'


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
REVOKED = Badge("国内领先品牌", "ended", "已撤销")


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
    badges=(Badge("国家级非遗", "current"), Badge("省级老字号", "notice", "待复核")),
)
SEALED = (
    card("光寿独根红韭菜", "光寿独根", summary="一株一根，叶宽味浓，头刀最香。", place="光寿"),
    card("临山花椒", "临山花椒", summary="粒大皮厚，麻味足，晒干后颜色仍红。", place="临山"),
    card(
        "柘山花生",
        "柘山花生",
        summary="粒大皮红。",
        place="丘安",
        picture=PHOTO._replace(real=True),
    ),
    card("丘安大葱", "丘安大葱", place="丘安", picture=inline("anqiu-dacong", "大葱剪纸")),
    card(
        "景酿",
        "景酿",
        summary="本地高粱酿的白酒。",
        place="丘安",
        label="企业品牌",
        badges=(),
        picture=drawn("zhucheng-lvcha", "茶碗剪纸")._replace(of="喝的", of_category=True),
    ),
    card(
        "乐昌蓝宝石加工制作技艺与首饰镶嵌传统手工工序",
        "蓝宝石",
        summary="一块石头要经过看、切、磨、抛四道手。",
        place="乐昌",
        label="文创",
        craft=True,
        badges=(REVOKED,),
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
