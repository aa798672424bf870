"""Entries on paper and on posters."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.files.posters import CodeFile, PosterFile, ThumbnailFile
from sitegen.outputs.pages.handouts import CardPage, SheetPage
from sitegen.outputs.parts.poster_text import PosterLine, PosterText, PosterTitle
from sitegen.outputs.parts.views.facts import Season, Section, SourceLine
from sitegen.outputs.parts.views.handouts import Handouts, Paper, PaperTitle
from sitegen.outputs.parts.views.recognitions import MarkUse
from sitegen.rendering.qr_code import qr_code
from tests.support.example_views.cards import PHOTO, inline
from tests.support.example_views.frames import frame
from tests.support.example_views.parts import FACTS

HANDOUTS = Handouts("qr.svg", "card/", "sheet/", "poster.png", "thumbnail.jpg")
POSTER_ALONE = HANDOUTS._replace(code="", card="", sheet="")
NO_POSTER = HANDOUTS._replace(poster="", thumbnail="")
PAPER = Paper(
    label="地理标志",
    place="鸢城",
    name="鸢县萝卜",
    summary="绿皮绿肉、皮薄脆甜，生着吃的青萝卜；见轻霜收，窖藏到来年三月。",
    colour="#1d5a4b",
    picture=inline("weixian-luobo", "青萝卜剪纸"),
    seal=(),
    titles=(
        PaperTitle(
            "地理标志产品", "有效", "current", "国家质检总局公告2006年第126号", "2025-12-16"
        ),
        PaperTitle("国内领先品牌", "公示中", "notice", "鸢市监〔2024〕12号", ""),
        PaperTitle("山东老字号", "已过登记有效期", "ended", "鲁商字〔2010〕3号", "2025-12-16"),
    ),
    code=qr_code("https://example.cn/gi/luobo/"),
    address="example.cn/gi/luobo/",
    site_name="鸢都名录",
    site_seal=tuple("鸢都名录"),
)
BARE = PAPER._replace(
    label="", place="", name="景酿", summary="", picture=None, seal=tuple("景酿"), titles=()
)
LONG = PAPER._replace(name="鸢都市北亭区官庄镇农业农村综合服务中心", picture=PHOTO)
CARD = CardPage(frame("鸢县萝卜：卡片", current=1), "鸢县萝卜：卡片", PAPER)
SHEET = SheetPage(
    frame=frame("鸢县萝卜：资料单", current=1),
    paper=PAPER,
    sections=(Section("quality", "它好在哪里", FACTS),),
    season=Season((10, 11), (), (10, 11, 12, 1, 2, 3)),
    mark_use=MarkUse("谁可以用专用标志", "鸢城区俊青蔬菜专业合作社", ("核对至 2025-12-16",)),
    sources=(
        SourceLine("《鸢县志》卷八", "", ""),
        SourceLine("公告", "https://example.cn/", "2006"),
    ),
    shortened=False,
)
TEXT = PosterText(
    (PosterLine("鸢县萝卜", 120),),
    (PosterLine("绿皮绿肉、皮薄脆甜，", 40), PosterLine("生着吃的青萝卜。", 40)),
    (PosterTitle(PosterLine("地理标志产品 · 有效", 36), (PosterLine("国家质检总局公告", 26),)),),
    PosterLine("另有2项，见网页", 26),
    PosterLine("example.cn/gi/luobo/", 26),
)
POSTER = PosterFile(PAPER, TEXT, "", "#ad3529", "#f9f7f1", "#e5eee9", "Serif", "Sans")
PIXEL = "data:image/png;base64,iVBORw0KGgo="
EXAMPLES: dict[str, dict[str, object]] = {
    "pages/card.html": {
        "rich": CARD,
        "long": CARD._replace(paper=LONG._replace(more=2)),
        "sparse": CARD._replace(paper=BARE),
    },
    "pages/sheet.html": {
        "rich": SHEET,
        "long": SHEET._replace(
            paper=LONG._replace(more=2),
            mark_use=MarkUse("专用标志的使用", "", ("2010年获准2家，现状待核",)),
            shortened=True,
        ),
        "sparse": SHEET._replace(paper=BARE, sections=(), season=None, mark_use=None, sources=()),
    },
    "files/qr.svg": {"rich": CodeFile(PAPER.code)},
    "files/poster.svg": {
        "drawing": POSTER,
        "photo": POSTER._replace(photo=PIXEL),
        "seal": POSTER._replace(paper=BARE, text=PosterText(TEXT.name, (), (), None, TEXT.address)),
    },
    "files/thumbnail.svg": {
        "drawing": ThumbnailFile(
            "", PAPER.picture.svg, (), "#1d5a4b", "#ad3529", "#e5eee9", "Serif"
        ),
        "photo": ThumbnailFile(PIXEL, Markup(), (), "#1d5a4b", "#ad3529", "#e5eee9", "Serif"),
        "seal": ThumbnailFile(
            "", Markup(), tuple("景酿"), "#1d5a4b", "#ad3529", "#e5eee9", "Serif"
        ),
        "seal of three": ThumbnailFile("", Markup(), tuple("景阳酿"), "#1", "#2", "#3", "Serif"),
    },
}
