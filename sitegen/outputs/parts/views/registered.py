"""Numbers that are looked up, and what is registered under them."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.links import Link
from sitegen.outputs.parts.views.recognitions import Tone, Turn


class RegisteredRow(NamedTuple):
    """一个号下登记的一条 | a title registered under a number"""

    link: Link
    """条目的名称和网页；小字说明已下架；没有网页则网址空 | the entry's name and page; the note says where it was withdrawn; no address where it has no page"""
    place: str
    """地区；可空 | its place; may be empty"""
    as_published: str
    """公布时的写法；和名称一样则空 | the name as announced; empty where it is the same"""
    level: str
    """等次；可空 | the grade; may be empty"""
    number: Link | None
    """证书号和它的网页；没有，或正是这一页则空 | the certificate's number and its page; empty where it has none or this is its page"""
    title: Link | None
    """认定体系；各行都一样则空，写在上面 | the scheme; empty where all rows have the same, which stands above"""
    document: Link | None
    """公告和它的网页；各行都一样则空 | the announcement and its page; empty where all rows have the same"""
    announced: str
    """公告日期；各行都一样则空 | the day of the announcement; empty where all rows have the same"""
    status: str
    """状态的代号，如 `valid` | the code of the status, such as `valid`"""
    word: str
    """状态的说法 | the status in words"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    remark: str
    """状态说明什么，一句话；现行有效则空 | what the status means; empty where the title simply holds"""
    turns: tuple[Turn, ...]
    """以后会变的日子；可空 | when it will change; may be empty"""


class MarkUsed(NamedTuple):
    """企业获准使用的一个专用标志 | a mark that an enterprise may use"""

    link: Link
    """地理标志和它的网页 | the geographical indication and its page"""
    words: tuple[str, ...]
    """产品、核准公告、期限、核对，各一句 | product, notice, term and check, a few words each"""


class NumberLine(NamedTuple):
    """号码表里的一个号 | a number in the list of numbers"""

    link: Link
    """号码和它的网页；小字说有几件，已撤销等另列 | the number and its page; the note says how many titles, and names revoked and other ones apart"""
    tone: Tone
    """语气：有现行的、要留意、都已终止 | its tone: some are in force, to be minded, all have ended"""
    year: str
    """公告的年份，常和号一起说；可空 | the year of the announcement, often said with the number; may be empty"""
    turn: str
    """其中一条的状态下次改变的日子；可空 | the day on which one of its titles changes next; may be empty"""


class NumberGroup(NamedTuple):
    """同一个认定体系的号 | the numbers of one scheme"""

    id: str
    """标题的锚点 | the fragment of its heading"""
    title: str
    """认定体系的名称 | the name of the scheme"""
    lines: tuple[NumberLine, ...]
    """号码，新的在前 | the numbers, the newest first"""
