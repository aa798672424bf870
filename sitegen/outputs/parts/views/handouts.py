"""What readers take away of an entry: on paper, or as a picture to send on."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.outputs.parts.views.cards import Picture
from sitegen.outputs.parts.views.recognitions import Tone
from sitegen.rendering.qr_code import QrCode


class Handouts(NamedTuple):
    """条目可以带走的东西 | what can be taken away of an entry"""

    code: str
    """二维码图片的网址；没有则空 | the picture of its QR code; empty where it has none"""
    card: str
    """供打印的卡片；没有则空 | the card to print; empty where it has none"""
    sheet: str
    """供打印的资料单；没有则空 | the sheet to print; empty where it has none"""
    poster: str
    """海报图片的网址；没有则空 | the picture of its poster; empty where it has none"""
    thumbnail: str
    """聊天软件取用的方图；没有海报则空 | the square picture for messengers; empty where it has no poster"""


class PaperTitle(NamedTuple):
    """纸上的一个称号 | a title on paper"""

    name: str
    """称号的短名 | the short name of the title"""
    word: str
    """状态的说法，必须显示 | its status in words, never to be left out"""
    tone: Tone
    """语气：现行、要留意、已终止 | its tone: in force, to be minded, ended"""
    document: str
    """公告的文号 | the number of its announcement"""
    checked: str
    """核对至哪天；可空 | up to which day it was checked; may be empty"""


class Paper(NamedTuple):
    """卡片、资料单和海报共有的内容 | what cards, sheets and posters have in common"""

    label: str
    """种类；可空 | its kind; may be empty"""
    place: str
    """所属地；可空 | its place; may be empty"""
    name: str
    """名称 | its name"""
    summary: str
    """一句话；可空 | one sentence; may be empty"""
    colour: str
    """线描图的颜色 | the colour of its drawing"""
    picture: Picture | None
    """图片；没有就用 `seal`，也没有就不放 | its picture; where there is none, `seal` may stand in"""
    seal: tuple[str, ...]
    """代替图片的印章，2–4 个字；企业和机构没有印章，空 | the 2–4 characters that stand in for a picture; empty for organizations, which have no seal"""
    titles: tuple[PaperTitle, ...]
    """称号，不超过三个；可空 | its titles, three at most; may be empty"""
    code: QrCode
    """永久网址的二维码 | the QR code of its permanent address"""
    address: str
    """印出来的网址，不带 https:// | the address as printed, without https://"""
    site_name: str
    """网站名称 | the name of the site"""
    site_seal: tuple[str, ...]
    """站标印章的字 | the characters of the site's seal"""
    more: int = 0
    """还有几个称号没有列出 | how many titles are not among `titles`"""
