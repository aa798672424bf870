"""The table of makers."""

from __future__ import annotations

from sitegen.outputs.pages.makers import MakersPage
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.makers import MakerMark, MakerRow
from sitegen.outputs.parts.views.recognitions import Badge
from tests.support.example_views.frames import frame
from tests.support.example_views.parts import FACTS

FULL = MakerRow(
    link=Link("鸢城区俊青蔬菜专业合作社", "../../../organizations/x/"),
    place="鸢城",
    address="鸢城区望留街道某路 12号",
    goods=(Link("俊青牌鸢县萝卜", "../../../products/x/"), Link("萝卜干", "../../../products/y/")),
    marks=(
        MakerMark(None, ("2010年第70号公告", "2010-07-05起"), "2025-12-16", ""),
        MakerMark(Link("鸢县萝卜", "../"), (), "", "现状待核"),
    ),
    badges=(Badge("山东老字号", "current", ""), Badge("名牌", "ended", "已停止")),
    months="10月至次年3月",
    phones=(Value("0536-1234567", "tel:0536-1234567"),),
)
BARE = MakerRow(Link("乐昌某某农业科技发展有限责任公司", ""), "", "", (), (), (), "", ())
PAGE = MakersPage(
    frame=frame("鸢县萝卜：企业对照", current=1),
    title="鸢县萝卜：企业对照",
    lead="2家企业并排看。只列各家写明的内容，不打分，不排名。",
    shared=FACTS,
    columns=(
        ("goods", "产品"),
        ("marks", "专用标志"),
        ("badges", "称号"),
        ("months", "有货"),
        ("phones", "电话"),
    ),
    rows=(FULL, BARE),
)
EXAMPLES: dict[str, dict[str, object]] = {
    "pages/makers.html": {
        "rich": PAGE,
        "sparse": PAGE._replace(shared=(), columns=(), rows=(BARE, BARE)),
    },
}
