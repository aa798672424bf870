"""Pages of ladders and tiers."""

from __future__ import annotations

from sitegen.outputs.pages.ladders import LadderPage, LaddersPage
from sitegen.outputs.pages.tiers import SectorLine, TierLine, TiersPage, WantedLine
from sitegen.outputs.parts.views.ladders import (
    Holders,
    KeptScheme,
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
    holders=(),
    said="本站还没有收录持有它的单位或个人。",
    offers=(),
)
KEPT = KeptScheme(
    Link("鸢都著名商标", "../../schemes/old/", "第2级"),
    "该称号制度已停止（2018-11），不影响企业和产品。",
    "有12条记录",
)
WANTED = WantedLine(
    Link("50个", "../policies/plan/#targets-a", "期限2020-12-31"), "鸢都市质量品牌行动计划", "", ""
)
TIER = TierLine(
    id="international",
    title="国际一流",
    listed="收录2个",
    wanted=(WANTED,),
    brands=(Link("鸢都机械", "../brands/a/", "制造业"), Link("鸢都风筝", "../brands/b/")),
    apart="另有1个的称号现在不在有效期，不算在内。",
)
NO_TIER = TierLine("local", "地方性", "本站还没有收录", (), (), "")
SECTOR = SectorLine(
    "农业",
    "1个",
    "8.3%",
    (
        WANTED._replace(
            link=Link("5%以上", "../policies/plan/#targets-b"),
            said="按收录的算，达到",
            note="没有写明是每个梯次都要",
        ),
    ),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/ladders.html": {
        "rich": LaddersPage(
            frame=frame("称号阶梯", trail=TRAIL[:1]),
            title="称号阶梯",
            lead="一级一级往上的称号：每一级是什么、谁持有、下一级是哪一个。",
            lines=(
                LadderLine(Link("政府质量奖", "quality/"), "市长质量奖 → 省长质量奖", ""),
                LadderLine(Link("商标", "trademark/"), "著名商标", "只作历史记录。"),
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
                LadderRung("第2级", (AWARD, AWARD._replace(id="mark", offers=()))),
                LadderRung("", (EMPTY,)),
            ),
            kept=(KEPT, KEPT._replace(link=KEPT.link._replace(note=""), records="")),
            others=(Link("商标", "../trademark/"),),
        ),
        "sparse": LadderPage(
            frame=frame("政府质量奖", trail=TRAIL[:1]),
            title="政府质量奖",
            lead="这些称号都已经停止，这里只作历史记录，不影响企业和产品。",
            rungs=(),
            kept=(KEPT,),
            others=(),
        ),
    },
    "pages/tiers.html": {
        "rich": TiersPage(
            frame=frame("品牌梯次", trail=TRAIL[:1]),
            title="品牌梯次",
            lead="每个梯次要有多少、本站收录了哪些。",
            tiers=(TIER, NO_TIER),
            sectors=(SECTOR, SectorLine("工程", "0个", "", ())),
            unstated="另有3个没有写领域。",
        ),
        "sparse": TiersPage(
            frame=frame("品牌梯次", trail=TRAIL[:1]),
            title="品牌梯次",
            lead="每个梯次要有多少。",
            tiers=(NO_TIER,),
            sectors=(),
            unstated="",
        ),
    },
}
