"""The path below which a site stands on its server, as people write it: `/` or `/zt/`."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import unquote

from sitegen.model import faults
from sitegen.model.faults import fault
from sitegen.model.pinyin import slug
from sitegen.model.types import SHORT, scalar
from sitegen.model.value_forms import Form, Reads

SEGMENT = re.compile(r"[A-Za-z0-9_.~-]+", re.ASCII)
AFTER_PATH = re.compile(r"[?#]")
DOTS = (".", "..")
"""Names that a browser takes for this folder and the one above it."""


def is_site_path(text: str) -> bool:
    """Whether a server can serve a site below this path, as it is."""
    return text.startswith("/") and proposed(text) == text


def proposed(text: str) -> str:
    """The path that was meant: `zt` and `//zt` are `/zt/`, `专题` is `/zhuanti/`."""
    path = unicodedata.normalize("NFKC", text).replace("\\", "/")
    if "://" in path:
        path = AFTER_PATH.split(path.partition("://")[2])[0].partition("/")[2]
    segments = [_segment(unquote(part)) for part in path.split("/")]
    return "/".join(["", *filter(None, segments), ""])


def _segment(text: str) -> str:
    if text in DOTS:
        return ""
    return text if SEGMENT.fullmatch(text) else slug(text)


def _read(value: Any) -> str:
    text = scalar(value, SHORT)
    if not is_site_path(text):
        reasons = list(_reasons(text))
        raise fault(
            faults.NOT_A_SITE_PATH,
            value=text,
            why="，".join(zh for zh, _ in reasons),
            why_en=", ".join(en for _, en in reasons),
            right=proposed(text),
        )
    return text


def _reasons(text: str) -> list[tuple[str, str]]:
    """What is wrong with it, in Chinese and in English."""
    if "://" in text:
        return [("只写路径，不写整个网址", "it is a whole address, where the path alone belongs")]
    parts = text.strip("/").split("/") if text.strip("/") else []
    names = [part for part in parts if part]
    found = []
    if not text.startswith("/"):
        found.append(("要以 / 开头", "it must start with /"))
    if not text.endswith("/"):
        found.append(("要以 / 结尾", "it must end with /"))
    if "//" in text:
        found.append(("两个 / 连在一起", "it has two / in a row"))
    if any(not SEGMENT.fullmatch(name) for name in names):
        found.append(
            ("只能用英文字母、数字和 - _ . ~", "only a–z, A–Z, digits and - _ . ~ may be used")
        )
    if any(name in DOTS for name in names):
        found.append(("不能有 . 和 .. 这样的文件夹", "no folder can be . or .."))
    return found


SITE_PATH = Reads(
    _read,
    form=Form(
        r"/(?:[A-Za-z0-9_.~-]+/)*",
        ("以 / 开头，以 / 结尾，如 /zt/", "it starts and ends with /, as in /zt/"),
        numbers=(),
        examples=("/", "/zt/"),
    ),
)
