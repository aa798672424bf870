"""Pages of one entry."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.outputs.pages.entries import EntryPage
from sitegen.outputs.parts.views.cards import CardGroup
from sitegen.outputs.parts.views.facts import Fact, Season, Section, Value
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.next_steps import LadderStep, NextSteps, NextTitle
from sitegen.outputs.parts.views.offers import OfferLine
from sitegen.outputs.parts.views.recognitions import (
    Basis,
    MarkUse,
    MarkUserRow,
    StatusBox,
    Turn,
)
from sitegen.outputs.parts.views.records import RecordRow, RecordTable
from tests.support.example_views.cards import GINGER, KITE, PHOTO, PRINT, SEALED, inline
from tests.support.example_views.frames import frame
from tests.support.example_views.handouts import HANDOUTS, NO_POSTER, POSTER_ALONE
from tests.support.example_views.parts import BODY, COLOPHON, FACTS, SOURCES

STATUS = StatusBox(
    heading="保护情况",
    scheme=Link("地理标志产品保护", "../../schemes/gi/"),
    status="valid",
    word="有效",
    tone="current",
    basis=Basis("notice", "据公告"),
    checked="2025-12-16",
    overdue=False,
    document=Link("原国家质检总局公告2006年第126号", "../../schemes/gi/#aqsiq-2006-126"),
    facts=(
        Fact("日期", (Value("2006-09-04"),)),
        Fact("机关", (Value("原国家质检总局"),)),
    ),
    remark="核对至2025-12-16，未见撤销公告。",
    evidence=Link("看公告", "https://www.example.gov.cn/2006/126.html"),
    turns=(),
)
CONDITIONAL = StatusBox(
    heading="注册情况",
    scheme=Link("地理标志证明商标", "../../schemes/mark/", "第31类"),
    status="review-due",
    word="待复查",
    tone="notice",
    basis=Basis("register", "据名录"),
    checked="2024-01-02",
    overdue=True,
    document=Link("“鸢县萝卜”地理标志证明商标注册", ""),
    facts=(Fact("注册号", (Value("3152680"),)), Fact("有效期至", (Value("2025-11-30"),))),
    remark="",
    evidence=None,
    turns=(
        Turn("2026-01-01", "expired", "ended", "过期"),
        Turn("2026-06-01", "revoked", "ended", "已撤销"),
    ),
)
ENDED = StatusBox(
    heading="登记情况",
    scheme=Link("农产品地理标志登记", ""),
    status="historic",
    word="制度已停止",
    tone="ended",
    basis=None,
    checked="",
    overdue=False,
    document=Link("农产品地理标志登记公告2010年第3号", ""),
    facts=(),
    remark="这项登记 2022年停止，旧证书不再换发。",
    evidence=Link("登记证书 AGI02119", ""),
    turns=(),
)
SECOND = STATUS._replace(scheme=Link("好品山东", "../../schemes/good/"), remark="")
NEXT_STEPS = NextSteps(
    owner=Link("鸢都机械公司", "../../organizations/machines/"),
    steps=(
        LadderStep(
            Link("政府质量奖", "../../ladders/quality/"),
            "现在持有：市长质量奖",
            (
                NextTitle(
                    Link("省长质量奖", "../../schemes/governor/", "省级"),
                    (
                        OfferLine(
                            Link("质量奖奖励", "../../rewards/#governor", "正奖"),
                            "一次性100万元",
                            "是否有效未查明",
                        ),
                    ),
                ),
            ),
        ),
        LadderStep(
            Link("老字号", "../../ladders/old/"),
            "",
            (NextTitle(Link("中华老字号", "../../schemes/old/", "国家级"), ()),),
        ),
    ),
    rewards="../../rewards/",
)
ENTRY = EntryPage(
    frame=frame("鸢县萝卜", current=1),
    label="地理标志",
    name="鸢县萝卜",
    pinyin="yuān xiàn luó bo",
    name_en="Yuanxian Luobo",
    name_en_note="音译",
    summary="绿皮绿肉、皮薄脆甜，生着吃的青萝卜。",
    craft=False,
    places=(Link("鸢城区", "../../regions/yuancheng/"), Link("北亭区", "../../regions/beiting/")),
    picture=inline("weixian-luobo", "青萝卜剪纸"),
    more_pictures=(PHOTO, inline("changle-xigua", "西瓜剪纸")),
    seal=tuple("鸢县萝卜"),
    may_be_counterfeited=True,
    counterfeit_help="../../services/#counterfeit",
    statuses=(STATUS, CONDITIONAL, ENDED, SECOND),
    turning=True,
    sections=(
        Section("quality", "它好在哪里", FACTS),
        Section("origin", "产地与保护范围", FACTS[4:], reference=True),
        Section("names", "名称与标准", ()),
    ),
    records=(),
    season=Season((10, 11), (1, 2, 11, 12), (1, 2, 3, 11, 12)),
    body=BODY,
    mark_use=MarkUse(
        "谁可以用专用标志",
        "鸢城区俊青专业合作社、鸢城区乐意专业合作社、鸢城区国牌专业合作社等4家",
        ("核对至2025-12-16", "2010年获准2家，现状待核"),
    ),
    mark_users=tuple(
        MarkUserRow(
            f"鸢城区{name}专业合作社",
            "../../organizations/x/" if name == "俊青" else "",
            "“山东”牌鸢县萝卜" if name == "俊青" else "",
            "2010年第70号公告",
            "2010-07-05起",
            "2025-12-16",
            "省知识产权公共服务平台" if name == "俊青" else "",
        )
        for name in ("俊青", "乐意", "国牌", "家芳")
    ),
    makers="makers/",
    contact="contact.vcf",
    calendar="",
    handouts=HANDOUTS,
    next_steps=NEXT_STEPS,
    related=(
        CardGroup("同一个地方的", (KITE, SEALED[0], PRINT, GINGER)),
        CardGroup("同一类的", ()),
    ),
    articles=(Link("第1号公告里的 28个名字", "../../articles/notice/", "2025-09-23"),),
    sources=SOURCES,
    colophon=COLOPHON,
)
SPARSE_ENTRY = EntryPage(
    frame=frame("景酿", current=2),
    label="",
    name="景酿",
    pinyin="",
    name_en="",
    name_en_note="",
    summary="",
    craft=False,
    places=(),
    picture=None,
    more_pictures=(),
    seal=tuple("景酿"),
    may_be_counterfeited=True,
    counterfeit_help="",
    statuses=(),
    turning=False,
    sections=(),
    records=(),
    season=None,
    body=Markup(""),
    mark_use=None,
    mark_users=(),
    makers="",
    contact="",
    calendar="",
    handouts=None,
    next_steps=None,
    related=(),
    articles=(),
    sources=(),
    colophon=(),
)
SEALED_ENTRY = SPARSE_ENTRY._replace(
    frame=frame("乐昌蓝宝石加工制作技艺", current=4),
    label="传统技艺",
    name="乐昌蓝宝石加工制作技艺",
    pinyin="lè chāng lán bǎo shí jiā gōng zhì zuò jì yì",
    summary="一块石头要经过看、切、磨、抛四道手。",
    craft=True,
    places=(Link("乐昌县", "../../regions/lechang/"),),
    seal=tuple("蓝宝石"),
    statuses=(ENDED,),
    turning=False,
    sections=(Section("heritage", "项目情况", FACTS[:2]),),
    handouts=NO_POSTER,
    next_steps=NEXT_STEPS._replace(owner=None, steps=NEXT_STEPS.steps[1:], rewards=""),
    sources=SOURCES[:1],
    colophon=COLOPHON,
)
RECORDS = RecordTable(
    id="targets",
    title="目标",
    head="目标",
    columns=("数值", "期限", "责任单位", "结果"),
    rows=(
        RecordRow(
            "targets-t1",
            Value("高新技术企业"),
            (
                (Value("500家左右", note="累计"),),
                (Value("2025"),),
                (Value("市科技局"), Value("市总工会")),
                (Value("达到", "../../targets/#targets--plan"),),
            ),
        ),
        RecordRow(
            "targets-t2",
            Value("顾客满意度", "../../figures/2025/"),
            (
                (Value("85%以上", note="比率"),),
                (Value("2025"),),
                (),
                (Value("没有公布的数字可以对照", "../../targets/#targets--plan"),),
            ),
        ),
    ),
)
INCENTIVES = RECORDS._replace(
    id="incentives",
    title="扶持措施",
    rows=tuple(row._replace(id="") for row in RECORDS.rows),
)
POLICY_ENTRY = SPARSE_ENTRY._replace(
    frame=frame("鸢都市质量品牌行动方案"),
    label="规划和计划",
    name="鸢都市质量品牌行动方案",
    seal=(),
    may_be_counterfeited=False,
    sections=(Section("policy", "文件情况", FACTS[:3]),),
    records=(RECORDS, INCENTIVES),
    body=BODY,
    sources=SOURCES[:1],
    colophon=COLOPHON,
)
EVENT_ENTRY = SPARSE_ENTRY._replace(
    frame=frame("第3届鸢都特色产品展"),
    label="展会",
    name="第3届鸢都特色产品展",
    seal=(),
    may_be_counterfeited=False,
    sections=(Section("event", "活动情况", FACTS[:3]),),
    records=(RECORDS._replace(columns=(), rows=(RecordRow("", Value("一行"), ()),)),),
    calendar="event.ics",
)
LENT_ENTRY = SEALED_ENTRY._replace(
    handouts=POSTER_ALONE,
    seal=(),
    picture=inline("crafts", "剪刀剪纸")._replace(of="工艺", of_category=True),
)

EXAMPLES: dict[str, dict[str, object]] = {
    "pages/entry.html": {
        "rich": ENTRY,
        "sealed": SEALED_ENTRY,
        "policy": POLICY_ENTRY,
        "event": EVENT_ENTRY,
        "lent": LENT_ENTRY,
        "photo": ENTRY._replace(
            picture=PHOTO._replace(real=True), statuses=(CONDITIONAL,), craft=True
        ),
        "sparse": SPARSE_ENTRY,
    },
}
