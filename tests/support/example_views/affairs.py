"""Pages of what surrounds the catalogue: events, services, clusters, all policies."""

from __future__ import annotations

from sitegen.outputs.pages.clusters import ClusterGroup, ClusterLine, ClusterNumber, ClustersPage
from sitegen.outputs.pages.events import EventsPage
from sitegen.outputs.pages.policies import PoliciesPage, PolicyGroup, PolicyLine
from sitegen.outputs.pages.services import NeedGroup, ServiceLine, ServicesPage
from sitegen.outputs.parts.views.facts import Value
from sitegen.outputs.parts.views.happenings import EventLine, EventSeries, EventYear
from sitegen.outputs.parts.views.links import Link, LinkGroup
from tests.support.example_views.frames import TRAIL, frame

FAIR = EventLine(
    link=Link("第3届鸢都特色产品展", "fair-3/"),
    when="2026年5月10日—14日",
    day="2026-05-10",
    facts=("展会", "特色产品展第3届", "鸢都会展中心"),
    summary="展出地理标志、手造和老字号。",
    results="",
    calendar="fair-3/event.ics",
)
HELD = FAIR._replace(
    link=Link("第2届鸢都特色产品展", "fair-2/"),
    when="2025年",
    day="",
    results="来了200家企业，签约36个项目。",
    calendar="",
)
BARE_EVENT = EventLine(Link("走访企业", "visits/"), "", "", (), "", "", "")
HELP_LINE = ServiceLine(
    link=Link("12315投诉举报", "complaints/", "投诉举报"),
    scope=("消费投诉", "违法线索举报"),
    summary="买到假冒打这个电话。",
    phones=(Link("12315", "tel:12315"), Link("市民热线", "")),
    place="鸢城",
    address="鸢城区某路1号",
    hours="周一到周五 8:30—17:00",
    website=Value("https://www.example.gov.cn/", "https://www.example.gov.cn/"),
    organization=Value("鸢都市市场监管局", "../organizations/office/"),
)
BARE_SERVICE = HELP_LINE._replace(
    link=Link("专家库", "experts/", "专家库"),
    scope=(),
    phones=(),
    place="",
    address="",
    hours="",
    website=None,
    organization=None,
)
ODD_SERVICE = HELP_LINE._replace(
    website=Value("某网站"), organization=Value("某中心"), summary="", scope=()
)
POOL = ClusterLine(
    link=Link("磁悬浮专利池", "pool/", "磁悬浮"),
    place="鸢都",
    summary="把一条产业链上的专利放在一起，一站式许可。",
    leads=(Value("鸢都重工有限公司", "../organizations/heavy/"), Value("某研究院")),
    members=(Value("甲公司"), Value("乙公司", "../organizations/b/")),
    more="等65家",
    figures=(
        ClusterNumber("入池企业", "65家", "累计", "2025-12-16", "发布会"),
        ClusterNumber("核心专利", "6200件", "", "", "发布会"),
        ClusterNumber("许可", "30次以上", "", "2025", ""),
        ClusterNumber("标准", "3项", "", "", ""),
    ),
)
BARE_POOL = ClusterLine(Link("一村一品", "village/"), "鸢城", "", (), (), "", ())
POLICY = PolicyLine(
    link=Link("鸢都市质量品牌行动方案", "plan/"),
    kind="规划和计划",
    number="鸢政发〔2021〕3号",
    issuers=("鸢都市人民政府", "鸢都市市场监管局"),
    signed=(Value("2012-08-22", source="页头"), Value("2008-03-11", source="落款")),
    issued="2008-03-12",
    effective="2008-04-01",
    expires="2012-12-31",
    summary="要做多少品牌、奖励谁。",
    supersedes=(Link("旧方案", "old/"),),
    superseded_by=(Link("新方案", "new/"), Link("新意见", "opinion/")),
    contents=(Link("扶持措施7项", "plan/#incentives"), Link("目标31个", "plan/#targets")),
)
BARE_POLICY = PolicyLine(
    Link("一份意见", "opinion/"), "意见", "", ("鸢都市委",), (), "", "", "", "", (), (), ()
)
ONE_DAY = BARE_POLICY._replace(signed=(Value("2020-01"),))

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/events.html": {
        "rich": EventsPage(
            frame=frame("活动", trail=TRAIL[:1]),
            title="活动",
            lead="展会、宣传周和宣传日、培训、推介：何时、在哪里、结果怎样。",
            as_of="2025-12-16",
            calendar="events.ics",
            coming=(FAIR, FAIR._replace(link=Link("全国质量月", "month/"), facts=("每年",))),
            series=(
                EventSeries(
                    "鸢都特色产品展",
                    (
                        Link("第3届", "fair-3/", "2026年5月10日—14日"),
                        Link("第2届", "fair-2/", "2025年"),
                    ),
                ),
            ),
            years=(EventYear("y2025", "2025年", (HELD, FAIR._replace(calendar=""))),),
            undated=(BARE_EVENT,),
        ),
        "sparse": EventsPage(
            frame=frame("活动", trail=TRAIL[:1]),
            title="活动",
            lead="展会和培训。",
            as_of="2025-12-16",
            calendar="",
            coming=(),
            series=(),
            years=(),
            undated=(BARE_EVENT,),
        ),
    },
    "pages/services.html": {
        "rich": ServicesPage(
            frame=frame("服务", trail=TRAIL[:1]),
            title="服务",
            lead="该找谁，电话多少，在哪里。",
            needs=(
                NeedGroup("counterfeit", "发现假冒", (HELP_LINE, ODD_SERVICE)),
                NeedGroup("dispute", "有了纠纷", (BARE_SERVICE,)),
            ),
            places_title="按县市区找",
            places=(LinkGroup("鸢城", (Link("12315投诉举报", "complaints/"),)),),
            official=(Link("国家企业信用信息公示系统", "https://www.gsxt.gov.cn/"),),
        ),
        "sparse": ServicesPage(
            frame=frame("服务", trail=TRAIL[:1]),
            title="服务",
            lead="该找谁。",
            needs=(NeedGroup("other", "其他服务", (BARE_SERVICE._replace(summary=""),)),),
            places_title="按地区找",
            places=(),
            official=(Link("国家企业信用信息公示系统", "https://www.gsxt.gov.cn/"),),
        ),
    },
    "pages/clusters.html": {
        "rich": ClustersPage(
            frame=frame("集群", trail=TRAIL[:1]),
            title="集群",
            lead="谁牵头、有谁、有多大。",
            groups=(
                ClusterGroup("patent-pool", "专利池", (POOL, BARE_POOL)),
                ClusterGroup("village", "一村一品一标", (BARE_POOL,)),
            ),
        ),
        "sparse": ClustersPage(
            frame=frame("集群", trail=TRAIL[:1]),
            title="集群",
            lead="谁牵头。",
            groups=(ClusterGroup("village", "一村一品一标", (BARE_POOL._replace(place=""),)),),
        ),
    },
    "pages/policies.html": {
        "rich": PoliciesPage(
            frame=frame("政策", trail=TRAIL[:1]),
            title="政策",
            lead="谁发的、何时起、给谁什么、要达到多少。",
            rewards="../rewards/",
            targets="../targets/",
            groups=(
                PolicyGroup("current", "现行", (POLICY, BARE_POLICY, ONE_DAY)),
                PolicyGroup("repealed", "已废止", (BARE_POLICY,)),
            ),
        ),
        "sparse": PoliciesPage(
            frame=frame("政策", trail=TRAIL[:1]),
            title="政策",
            lead="谁发的。",
            rewards="",
            targets="",
            groups=(PolicyGroup("unknown", "是否有效未查明", (BARE_POLICY,)),),
        ),
    },
}
