"""What a part of a public address may be: the name of a file or folder in the output folder.

An output folder often lies in the web root of a portal, and is copied to Windows, to object stores and
to USB sticks. So a name that a server, a system or a shell takes for something else is no part of an
address, whoever chose it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

PLAIN = re.compile(r"[A-Za-z0-9._~-]+\Z", re.ASCII)
INDEX = "index.html"
DEVICES: Final = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    ]
)
"""What Windows takes for a device, with any extension."""
INDEXES: Final = frozenset(
    [
        "default.asp",
        "default.aspx",
        "default.htm",
        "default.html",
        "iisstart.htm",
        "index.asp",
        "index.aspx",
        "index.cgi",
        "index.htm",
        "index.jsp",
        "index.php",
        "index.shtml",
        "index.xhtml",
    ]
)
"""What servers show for a folder in place of our index.html."""
FOR_SERVERS: Final = frozenset(
    [
        "_headers",
        "_redirects",
        "_routes.json",
        "_worker.js",
        "ads.txt",
        "app_browsers",
        "app_code",
        "app_data",
        "bin",
        "cgi-bin",
        "clientaccesspolicy.xml",
        "cname",
        "crossdomain.xml",
        "favicon.ico",
        "global.asax",
        "httpd.conf",
        "meta-inf",
        "nginx.conf",
        "php.ini",
        "robots.txt",
        "staticwebapp.config.json",
        "vercel.json",
        "web-inf",
        "web.config",
    ]
)
"""What servers and hosts act on, or never show."""
RESERVED: Final = DEVICES | FOR_SERVERS
MOST_BYTES: Final = 240
"""Of the 255 that file systems have for a name: a picture's files end with its width as well."""
UNPRINTED: Final = frozenset(["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"])
"""Unicode categories of characters that cannot be seen."""


class Objection(NamedTuple):
    """What is wrong with a part, in Chinese and in English."""

    zh: str
    en: str


CHARACTERS = Objection(
    "只能用英文字母、数字和 - _ . ~", "only a–z, A–Z, digits and - _ . ~ may be used"
)


def objection(part: str, *, plain: bool = True, by_operator: bool = False) -> Objection | None:
    """What is wrong with a part of an address; None where it may be published.

    A part that is not `plain` may have characters of any language. `by_operator` says that whoever
    runs the site chose it: then it may be for servers.
    """
    if plain and not PLAIN.match(part):
        return CHARACTERS
    name = part.lower()
    if part in (".", ".."):
        return Objection("不能有 . 和 .. 这样的文件夹", "no folder can be . or ..")
    if part.startswith("."):
        return Objection(
            "开头的点表示隐藏文件，服务器不给人看", "a leading dot means a hidden file"
        )
    if part.startswith("~") or (plain and part.startswith("-")):
        sign = part[0]
        return Objection(f"不能以 {sign} 开头", f"it cannot begin with {sign}")
    if part != part.rstrip(". "):
        return Objection("不能以点或空格结尾", "it cannot end with a dot or a space")
    if name.partition(".")[0].rstrip() in DEVICES:
        return Objection(
            f"“{part}”在 Windows 上是设备的名字", f"“{part}” is the name of a device on Windows"
        )
    if name in INDEXES or (name in FOR_SERVERS and not by_operator):
        return Objection(
            f"“{part}”是网页服务器自己用的名字",
            f"“{part}” is a name that web servers use themselves",
        )
    if len(part.encode("utf-8", "replace")) > MOST_BYTES:
        return Objection(
            f"名字超过 {MOST_BYTES} 字节", f"the name has more than {MOST_BYTES} bytes"
        )
    if part != unicodedata.normalize("NFC", part):
        return Objection(
            "一个字母和它的声调分成了两个字符", "a letter and its accent are two characters in it"
        )
    if not plain and (part != part.lstrip() or any(map(_is_refused, part))):
        return Objection(
            '有看不见的字符，或 " < > | ? * : \\',
            'it has invisible characters or one of " < > | ? * : \\',
        )
    return None


def _is_refused(character: str) -> bool:
    return character in '"<>|?*:\\' or unicodedata.category(character) in UNPRINTED
