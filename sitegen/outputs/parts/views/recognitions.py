"""Titles: their signs, how they stand today, the announcements and schemes they come from."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sitegen.outputs.parts.views.facts import Fact
from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.published import FigureLine

Tone = Literal["current", "notice", "ended"]


class Turn(NamedTuple):
    """状态在以后某一天的改变 | a change of a status on a day to come"""

    day: str
    """从哪天起，年-月-日 | from which day on, ISO"""
    status: str
    """那天起的状态的代号 | the code of the status from then on"""
    tone: Tone
    """那天起的语气 | its tone from then on"""
    word: str
    """那天起的说法 | the status in words from then on"""


class Badge(NamedTuple):
    """称号的小标牌 | the short sign of a title"""

    text: str
    """称号的短名 | the short name of the title"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    status: str = ""
    """状态，文字，必须显示；现行有效则空 | its status in words, never to be left out; empty where it simply holds"""
    turns: tuple[Turn, ...] = ()
    """以后会变的日子；可空 | when it will change; may be empty"""


class Basis(NamedTuple):
    """登记情况的依据 | what the state of a registration rests on"""

    code: str
    """编号：`notice`、`register`、`report`、`compiled` | its code: `notice`, `register`, `report`, `compiled`"""
    word: str
    """说法，如“据公告” | in words: according to a notice, for one"""


class StatusBox(NamedTuple):
    """一条认定现在怎样 | how a recognition stands today"""

    heading: str
    """小标题，用该认定体系自己的说法，如“保护情况” | the heading in the scheme's own word"""
    scheme: Link
    """认定体系的名称和网页 | the scheme's name and page"""
    status: str
    """状态的代号，如 `valid`，供样式和脚本用 | the code of the status, for styles and scripts"""
    word: str
    """状态的说法 | the status in words"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    basis: Basis | None
    """依据：公告、名录还是报道；不知道则空 | whether a notice, a register or a report says so; empty where that is not known"""
    checked: str
    """核对至哪天；没有核对日期则空 | up to which day it was checked; empty where no day is stated"""
    overdue: bool
    """核对是不是已经过了一年 | whether the check is more than a year old"""
    document: Link
    """公告的文号和它的网址；没有网页则网址空 | the number of the announcement and its page; no address where it has none"""
    facts: tuple[Fact, ...]
    """日期、批次、证书号等 | date, batch, certificate number and the like"""
    remark: str
    """对读者说清它说明什么 | one sentence on what it means for the reader"""
    evidence: Link | None
    """公告原文 | the announcement itself"""
    turns: tuple[Turn, ...]
    """以后会变的日子；可空 | when it will change; may be empty"""


class MarkUse(NamedTuple):
    """专用标志的使用，几句话 | the use of a mark in a few words"""

    title: str
    """标题：有核对过的才说“谁可以用” | the heading, which speaks of today only where users were checked"""
    names: str
    """核对过的企业，最多三家和总数；可空 | the enterprises that were checked, three at most and how many; may be empty"""
    notes: tuple[str, ...]
    """核对日期，没有核对过的和期限已过的各有几家 | when they were checked, how many were not and how many have ended"""


class MarkUserRow(NamedTuple):
    """一家获准使用专用标志的企业 | an enterprise that may use the mark"""

    name: str
    """企业名称 | its name"""
    url: str
    """企业条目的网址；没有条目则空 | its page; empty where it has none"""
    product: str
    """核准的产品；可空 | the product allowed; may be empty"""
    notice: str
    """核准公告；可空 | the notice that allowed it; may be empty"""
    period: str
    """起止；可空 | from when to when; may be empty"""
    checked: str
    """核对日期；可空 | the day it was checked; may be empty"""
    source: str
    """依据；可空 | what this rests on; may be empty"""
    credit_code: str = ""
    """统一社会信用代码；可空 | the unified social credit code; may be empty"""
    doubt: str = ""
    """没有核对过现在是否还可以用，一句话；核对过或期限已过则空 | in words that nobody checked whether it still may; empty where it was checked or the term has passed"""


class SchemeLine(NamedTuple):
    """列表里的一个认定体系 | a scheme in a list"""

    link: Link
    """名称和网页；小字是现在有多少件，已撤销等另列 | name and page; the note says how many titles are held, and names revoked and other ones apart"""
    authority: str
    """主管机关 | the authority"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    kind: str
    """性质，如“保护” | what it does, such as protection"""
    level: str
    """级别，如“国家级” | its level, such as national"""
    ended: str
    """停止的日期；仍实行或不知何时停止则空 | when it ended; empty where it goes on or the day is unknown"""


class Holder(NamedTuple):
    """公告名单里的一行 | a row of an announcement"""

    link: Link
    """条目的名称和网页；没有公开条目则网址空 | the entry's name and page; no address where it is not public"""
    place: str
    """地区；可空 | its place; may be empty"""
    as_published: str
    """公布时的写法；和名称一样则空 | the name as announced; empty where it is the same"""
    number: str
    """证书号；可空 | the certificate's number; may be empty"""
    level: str
    """等次；可空 | the grade; may be empty"""
    status: str
    """现在的状态，文字 | the status today, in words"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    number_url: str = ""
    """证书号的网页；可空 | the page of the certificate's number; may be empty"""
    turns: tuple[Turn, ...] = ()
    """以后会变的日子；可空 | when it will change; may be empty"""


class AnnouncementGroup(NamedTuple):
    """一份公告和本站列出的名单 | an announcement with the rows that this site lists of it"""

    title: str
    """文号或题名；从上一页接来的写明“（续）” | its number or title; marked where it goes on from the page before"""
    id: str
    """标题的锚点 | the fragment of its heading"""
    announced: str
    """公布日期；可空 | the day it was announced; may be empty"""
    batch: str
    """批次；可空 | the batch; may be empty"""
    url: str
    """公告原文；可空 | the announcement itself; may be empty"""
    note: str
    """说明；可空 | a note; may be empty"""
    covers: str
    """公告共列多少件，一句话；可空 | how many it lists in all, in words; may be empty"""
    holders: tuple[Holder, ...]
    """本站列出的各行 | the rows that this site lists"""
    source: str = ""
    """来源：发布单位、题名、文号、日期中标题没有的；可空 | its source: of publisher, title, number and date what the heading does not say; may be empty"""
    checked: str = ""
    """核对日期；可空 | the day it was checked; may be empty"""
    facts: tuple[Fact, ...] = ()
    """本站自己的字段；可空 | the site's own fields; may be empty"""
    address: str = ""
    """这个文号的网页；可空 | the page of the number; may be empty"""


class Reconciliation(NamedTuple):
    """公布与收录的对账 | announced against listed"""

    names: int
    """名称数 | how many names"""
    approvals: int
    """批准数 | how many approvals"""
    announcements: int
    """公告数 | how many announcements"""
    figures: tuple[FigureLine, ...]
    """公布的地理标志的数目；可空 | the published figures of geographical indications; may be empty"""


class RecentLine(NamedTuple):
    """最近的一条认定 | one of the latest recognitions"""

    date: str
    """从哪天起 | since when"""
    link: Link
    """条目的名称和网页 | the entry's name and page"""
    badge: Badge
    """称号 | the title"""


class TitleRow(NamedTuple):
    """年表里的一次认定 | a title in the list of a year"""

    holder: Holder
    """谁的，现在怎样；小字是公告 | whose it is and how it stands; the note is the announcement"""
    date: str
    """从何时起，ISO；可空 | since when, ISO; may be empty"""
    scheme: Link
    """认定体系 | the scheme"""


class TitleYear(NamedTuple):
    """一年的认定 | the titles of a year"""

    id: str
    """标题的锚点 | the fragment of the heading"""
    title: str
    """年份 | the year"""
    total: str
    """这一年共多少次 | how many there are in this year"""
    rows: tuple[TitleRow, ...]
    """各次认定，新的在前 | the titles, the newest first"""
