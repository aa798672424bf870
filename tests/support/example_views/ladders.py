"""Pages of ladders and tiers."""

from __future__ import annotations

from sitegen.outputs.pages.ladders import LadderPage, LaddersPage
from sitegen.outputs.parts.views.ladders import (
    EndedScheme,
    Holders,
    LadderLine,
    LadderRung,
    RungScheme,
)
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.offers import OfferLine
from tests.support.example_views.frames import TRAIL, frame

OFFERS = (
    OfferLine(Link("质量奖奖励", "../../rewards/#governor", "提名奖"), "一次性100万元", ""),
    OfferLine(Link("银企对接", "../../rewards/#governor"), "融资", "是否有效未查明"),
)
AWARD = RungScheme(
    id="governor",
    link=Link("鸢都省长质量奖", "../../schemes/governor/", "省级"),
    summary="省政府设立的质量奖，颁给单位和个人。",
    plain=False,
    holders=(
        Holders(
            Link("单位", "../../organizations/scheme/governor/", "30家"),
            (Link("光寿", "../../organizations/region/g/", "28"), Link("临山", "", "2")),
            (),
        ),
        Holders(Link("个人 · 提名奖", "", "1位"), (), (Link("张三", "../../people/a/"),)),
    ),
    said="另有1件已撤销",
    offers=OFFERS,
)
EMPTY = RungScheme(
    id="mayor",
    link=Link("鸢都市长质量奖", "../../schemes/mayor/", "市级"),
    summary="",
    plain=False,
    holders=(),
    said="本站还没有收录持有它的单位或个人。",
    offers=(),
)
ENDED = EndedScheme(
    Link("鸢都著名商标", "../../schemes/old/", "第2级"),
    "该称号制度已停止（2018-11），不影响企业和产品。",
    "留有12条记录",
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/ladders.html": {
        "rich": LaddersPage(
            frame=frame("称号阶梯", trail=TRAIL[:1]),
            title="称号阶梯",
            lead="一级一级往上的称号：每一级是什么、谁持有、下一级是哪一个。",
            lines=(
                LadderLine(Link("政府质量奖", "quality/"), "市长质量奖 → 省长质量奖", ""),
                LadderLine(Link("商标", "trademark/"), "著名商标", "已经停止，只作历史记录。"),
            ),
        ),
        "sparse": LaddersPage(
            frame=frame("称号阶梯", trail=TRAIL[:1]),
            title="称号阶梯",
            lead="一级一级往上的称号。",
            lines=(LadderLine(Link("政府质量奖", "quality/"), "市长质量奖 → 省长质量奖", ""),),
        ),
    },
    "pages/ladder.html": {
        "rich": LadderPage(
            frame=frame("政府质量奖", trail=TRAIL),
            title="政府质量奖",
            lead="从最高一级往下：每一级是什么、谁持有。",
            rungs=(
                LadderRung("第2级", (AWARD, AWARD._replace(id="mark", plain=True, offers=()))),
                LadderRung("", (EMPTY,)),
            ),
            ended=(ENDED, ENDED._replace(link=ENDED.link._replace(note=""), records="")),
            others=(Link("商标", "../trademark/"),),
        ),
        "sparse": LadderPage(
            frame=frame("政府质量奖", trail=TRAIL[:1]),
            title="政府质量奖",
            lead="这些称号都已经停止，这里只作历史记录，不影响企业和产品。",
            rungs=(),
            ended=(ENDED,),
            others=(),
        ),
    },
}
