"""What surrounds the catalogue: policies, published figures, events, services, people, clusters."""

from __future__ import annotations

from sitegen.outputs.showing.showing import FactsTable, RelatedGroup, Showing
from sitegen.outputs.wording import mark

NAMES = ("aka", "former_names", "region", "categories")

POLICIES = Showing(
    lead=mark("谁发的、何时起、给谁什么、要达到多少：一份文件一页。"),
    in_menu=False,
    tables=(
        FactsTable(
            "policy",
            mark("文件情况"),
            (
                "kind",
                "number",
                "issuers",
                "signed",
                "issued",
                "effective",
                "expires",
                "status",
                "supersedes",
                "offices",
                "attachments",
                *NAMES,
            ),
        ),
    ),
    records=("phases", "incentives", "targets"),
    related=(RelatedGroup(mark("代替它的文件"), ("supersedes",), 70),),
    search_weight=1,
    shows_pinyin=False,
)
FIGURES = Showing(
    lead=mark("公布的每个数字：截至哪天、什么口径、排第几、出处怎么说，本名录收录了多少。"),
    in_menu=False,
    tables=(
        FactsTable(
            "release",
            mark("公布情况"),
            ("kind", "released", "as_of", "method", "sample", *NAMES),
        ),
    ),
    search_weight=1,
    shows_pinyin=False,
)
EVENTS = Showing(
    lead=mark("展会、宣传周和宣传日、培训、推介：何时、在哪里、结果怎样。"),
    in_menu=False,
    tables=(
        FactsTable(
            "event",
            mark("活动情况"),
            (
                "kind",
                "starts",
                "ends",
                "yearly",
                "series",
                "number",
                "times",
                "venue",
                "organizers",
                "exhibitors",
                "results",
                *NAMES,
            ),
        ),
    ),
    related=(RelatedGroup(mark("参加的活动"), ("exhibitors",), 74),),
    search_weight=1,
    shows_pinyin=False,
)
SERVICES = Showing(
    lead=mark("发现假冒、想申请地理标志、要做检测：该找谁，电话多少，在哪里。"),
    in_menu=False,
    tables=(
        FactsTable(
            "service",
            mark("怎样找到"),
            (
                "kind",
                "needs",
                "elements",
                "scope",
                "organization",
                "address",
                "geo",
                "hours",
                "contact_public",
                "website",
                *NAMES,
            ),
        ),
    ),
    records=("experts",),
    related=(RelatedGroup(mark("办的服务"), ("organization",), 71),),
    search_weight=1,
    shows_pinyin=False,
)
PEOPLE = Showing(
    lead=mark("工匠、企业家和获奖个人，都经本人同意，或由官方公布。"),
    in_menu=False,
    tables=(
        FactsTable(
            "person",
            mark("基本情况"),
            ("kind", "organization", "post", "heritage", "basis", *NAMES),
        ),
    ),
    related=(RelatedGroup(mark("这里的人"), ("organization", "heritage"), 72),),
    search_weight=1,
)
CLUSTERS = Showing(
    lead=mark("专利池、品牌集群、一村一品一标：谁牵头、有谁、有多大。"),
    in_menu=False,
    tables=(
        FactsTable(
            "cluster",
            mark("基本情况"),
            ("kind", "industry", "leads", "members", "founded", "ways", *NAMES),
        ),
    ),
    records=("figures",),
    related=(RelatedGroup(mark("参加的集群"), ("leads", "members"), 73),),
    search_weight=1,
)
