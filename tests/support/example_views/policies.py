"""Pages of policies together: measures by title, targets and what became of them."""

from __future__ import annotations

from sitegen.outputs.pages.rewards import RewardGroup, RewardLine, RewardsPage
from sitegen.outputs.pages.targets import TargetsPage
from sitegen.outputs.parts.views.goals import ActualLine, PolicyTargets, TargetLine
from sitegen.outputs.parts.views.links import Link
from tests.support.example_views.frames import TRAIL, frame

PLAN = Link("鸢都市质量品牌行动方案", "../policies/plan/", "鸢政发〔2021〕3号")
AWARD = RewardLine(
    name=Link("省长质量奖奖励", "../policies/plan/#incentives-a", "提名奖"),
    who="首次获得的单位",
    amount="一次性100万元",
    kind="资助和奖励",
    budget="市级",
    apply="向市市场监管局提交获奖文件",
    until="2025-12-31",
    policy=PLAN,
    standing="是否有效未查明",
)
BARE = AWARD._replace(
    name=Link("银企对接", "../policies/plan/#incentives-b"),
    amount="",
    kind="融资",
    budget="",
    apply="",
    until="",
    policy=PLAN._replace(note=""),
    standing="",
)
MET = TargetLine(
    name=Link("好品鸢都品牌", "../policies/plan/#targets-a", "品牌"),
    wanted="50个以上",
    scope="累计",
    due="2025",
    offices=("市市场监管局", "市农业农村局"),
    note="每年，发布名单",
    verdict="met",
    word="达到",
    actuals=(
        ActualLine(Link("45个", "../figures/2024/#figures-a"), "2024", 80),
        ActualLine(Link("56个", "../figures/2025/#figures-a"), "2025-12-16", 100),
    ),
)
UNKNOWN = TargetLine(
    name=Link("顾客满意度", "../policies/plan/#targets-b"),
    wanted="85%以上",
    scope="",
    due="",
    offices=(),
    note="",
    verdict="unknown",
    word="没有公布的数字可以对照",
    actuals=(),
)
MISSED = MET._replace(verdict="missed", word="没有达到", actuals=MET.actuals[:1])
RUNNING = UNKNOWN._replace(note="每年", verdict="running", word="还没到期限", due="2030")
TARGETS = PolicyTargets(
    id="targets--plan",
    policy=PLAN,
    said="共4个目标：达到1个，没有达到1个，还没到期限1个，没有公布的数字可以对照1个",
    lines=(MET, MISSED, RUNNING, UNKNOWN),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/rewards.html": {
        "rich": RewardsPage(
            frame=frame("扶持和奖励", trail=TRAIL[:1]),
            title="扶持和奖励",
            lead="有了哪个称号能申请什么、多少钱、凭哪份文件。",
            groups=(
                RewardGroup("governor", Link("省长质量奖", "../schemes/governor/"), (AWARD, BARE)),
                RewardGroup("others", Link("其他措施", ""), (BARE,)),
            ),
        ),
        "sparse": RewardsPage(
            frame=frame("扶持和奖励", trail=TRAIL[:1]),
            title="扶持和奖励",
            lead="有了哪个称号能申请什么。",
            groups=(RewardGroup("others", Link("其他措施", ""), (BARE,)),),
        ),
    },
    "pages/targets.html": {
        "rich": TargetsPage(
            frame=frame("目标进度", trail=TRAIL[:1]),
            title="目标进度",
            lead="文件里定的目标，和后来公布的数字对着看。",
            policies=(TARGETS,),
        ),
        "sparse": TargetsPage(
            frame=frame("目标进度", trail=TRAIL[:1]),
            title="目标进度",
            lead="文件里定的目标，和后来公布的数字对着看。",
            policies=(
                TARGETS._replace(policy=PLAN._replace(note=""), said="共1个目标", lines=(UNKNOWN,)),
            ),
        ),
    },
}
