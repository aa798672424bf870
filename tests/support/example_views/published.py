"""Pages of published figures: a release, what is recorded of a figure, subjects, brand values."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.pages.brand_values import (
    BrandValuesPage,
    TrendPoint,
    ValueGroup,
    ValueOfYear,
    ValueRow,
)
from sitegen.outputs.pages.compared import ComparedFigure, ComparedPage
from sitegen.outputs.pages.recorded import RecordedPage
from sitegen.outputs.pages.releases import ReleasePage
from sitegen.outputs.pages.topics import TopicPage
from sitegen.outputs.parts.views.facts import Fact, Section, Value
from sitegen.outputs.parts.views.goals import PolicyTargets, TargetLine
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.lists import ArticleLine, LineGroup
from sitegen.outputs.parts.views.published import Earlier, FigureGroup, FigureLine, Recorded
from sitegen.outputs.parts.views.recognitions import Holder
from tests.support.example_views.frames import TRAIL, frame
from tests.support.example_views.parts import BODY, COLOPHON, NO_PAGER, PAGER, SOURCES

THEN = Earlier(Link("45个", "../2024/#figures-a", "2024年的发布会"), "2024-12-20", "多了11个")
RICH = FigureLine(
    id="figures-a",
    name=Link("好品鸢都品牌（总量）", "../2025/#figures-a"),
    before="",
    value="56",
    after="个",
    scope="累计",
    as_of="2025-12-16",
    place=None,
    rank="全省第2，前列",
    includes="奖和提名奖合计",
    says="连同新入选的，好品鸢都品牌一共56个。",
    caution="“全省第二”说的是新入选的11个，不是总量。",
    recorded=Recorded("fewer", "公布56个 · 收录8个", "a/", "还有48个没有收录"),
    earlier=(THEN, THEN._replace(as_of="2023", change="")),
)
BARE = FigureLine(
    id="figures-b",
    name=Link("接受咨询", ""),
    before="高于",
    value="4000",
    after="人次",
    scope="口径没有写明",
    as_of="2025",
    place=None,
    rank="",
    includes="",
    says="",
    caution="",
)
SAME = Recorded(
    "same",
    "公布39件 · 收录39件",
    "../../gi/",
    "两数相符",
    "41条认定，39个名称：2个名称公布过不止一次",
)
OF_COUNTY = BARE._replace(id="figures-c", place=Value("光寿", "../../regions/x/"), recorded=SAME)
NONE = BARE._replace(
    id="figures-d",
    place=Value("光寿", ""),
    recorded=Recorded("none", "公布1名 · 收录0名", "", "尚未收录"),
)
MORE = BARE._replace(
    id="figures-e", recorded=Recorded("more", "公布2件 · 收录3件", "e/", "收录的多1件")
)
GROUPS = (
    FigureGroup("group-1", Link("荣誉", ""), (), (RICH, OF_COUNTY)),
    FigureGroup("group-2", Link("其他", ""), (), (BARE, NONE, MORE)),
)
RELEASE = ReleasePage(
    frame=frame("质量品牌发布会", trail=TRAIL[:1]),
    label="新闻发布会",
    name="质量品牌建设发布会的数字（2025年12月16日）",
    name_en="Figures of the press conference",
    name_en_note="音译",
    summary="逐个数字列出。",
    said="共5个数字，其中4个和本名录对照：1个相符，3个不符。",
    sections=(
        Section("release", "公布情况", (Fact("公布日期", (Value("2025-12-16"),)),)),
        Section("more", "其他", (Fact("备注", (Value("甲"),)),)),
    ),
    contents=(Link("荣誉", "#group-1", "2"), Link("其他", "#group-2", "3")),
    groups=GROUPS,
    body=BODY,
    pictures=(),
    articles=(Link("怎样读称号", "../../articles/a/"),),
    sources=SOURCES,
    colophon=COLOPHON,
)
RECORDED = RecordedPage(
    frame=frame("收录的是哪些"),
    title="好品鸢都品牌（总量）：收录的是哪些",
    figure=RICH,
    said="本名录收录2条认定：",
    entries=(),
    titles=(
        Holder(
            Link("桂水芹菜", "../../gi/a/", "好品鸢都，第三批"),
            "光寿",
            "",
            "",
            "",
            "有效",
            "current",
        ),
        Holder(Link("临山花椒", ""), "", "临山", "", "金奖", "待复查", "notice"),
    ),
    pager=PAGER,
    turning=True,
)
LINES = LineGroup(
    "patent-pool",
    "专利池",
    (
        ArticleLine(Link("磁悬浮专利池", "../clusters/a/"), "鸢都", "2024", "一站式许可。"),
        ArticleLine(Link("医药专利池", "../clusters/b/"), "", "", ""),
    ),
)
SURVEY_TARGETS = PolicyTargets(
    id="targets--plan",
    policy=Link("鸢都市质量品牌行动计划", "../policies/plan/", "鸢政办〔2025〕1号"),
    said="共1个目标：没有公布的数字可以对照1个",
    lines=(
        TargetLine(
            Link("顾客满意度", "../policies/plan/#targets-b"),
            "85%以上",
            "比率",
            "2025",
            ("市市场监管局",),
            "稳定在85%以上",
            "unknown",
            "没有公布的数字可以对照",
            (),
        ),
    ),
)
TOPIC = TopicPage(
    frame=frame("满意度调查", trail=TRAIL[:1]),
    title="满意度调查",
    lead="调查的结果，旁边写明怎样调查、问了多少人。",
    groups=(
        FigureGroup(
            "survey",
            Link("消费者满意度调查", "../figures/survey/"),
            ("方法：入户问卷", "样本：1,600户"),
            (BARE,),
        ),
        FigureGroup("year-2024", Link("2024年", ""), (), (OF_COUNTY,)),
    ),
    targets=(SURVEY_TARGETS,),
    beside=LINES,
)
VALUES = BrandValuesPage(
    frame=frame("品牌价值", trail=TRAIL[:1]),
    title="品牌价值",
    lead="谁评的、哪一年、值多少、用什么方法。",
    groups=(
        ValueGroup(
            "publisher-1",
            "某评价单位（2025年发布）",
            (
                ValueRow(
                    Link("鸢县萝卜", "../brands/a/"),
                    (
                        ValueOfYear("2025", "12.5亿元", "多了2亿元", "收益法"),
                        ValueOfYear("2024", "10.5亿元", "", ""),
                    ),
                    (TrendPoint(3, 8), TrendPoint(93, 3)),
                ),
                ValueRow(
                    Link("光寿蔬菜", "../brands/b/"), (ValueOfYear("2025", "9亿元", "", ""),), ()
                ),
            ),
        ),
    ),
    targets=(SURVEY_TARGETS,),
)
COMPARED = ComparedPage(
    frame=frame("几次公布的同一个数字"),
    title="几次公布的同一个数字",
    lead="指标、地方和口径都相同的，才放在一起。",
    figures=(
        ComparedFigure(
            Link("好品鸢都品牌", "../2025/#figures-a", "鸢都，累计"),
            (THEN, THEN._replace(change="")),
        ),
    ),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/release.html": {
        "rich": RELEASE,
        "sparse": RELEASE._replace(
            name_en="",
            name_en_note="",
            summary="",
            said="",
            sections=(),
            contents=(),
            groups=(),
            body=Markup(""),
            articles=(),
            sources=(),
            colophon=(),
        ),
    },
    "pages/recorded.html": {
        "rich": RECORDED,
        "sparse": RECORDED._replace(
            figure=OF_COUNTY,
            said="本名录收录2个条目：",
            entries=(Link("桂水芹菜", "../../gi/a/", "光寿"), Link("临山花椒", "../../gi/b/")),
            titles=(),
            pager=NO_PAGER,
            turning=False,
        ),
    },
    "pages/topic.html": {
        "rich": TOPIC,
        "sparse": TOPIC._replace(groups=(), beside=None),
    },
    "pages/brand-values.html": {
        "rich": VALUES,
        "sparse": VALUES._replace(groups=(), targets=(SURVEY_TARGETS,)),
    },
    "pages/compared.html": {
        "rich": COMPARED,
        "sparse": COMPARED._replace(
            figures=(
                COMPARED.figures[0]._replace(
                    values=(THEN._replace(change=""), THEN._replace(change=""))
                ),
            )
        ),
    },
}
