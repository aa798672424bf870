"""Addresses that entries had before: which of them can be, and what was meant by others."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.model.path_parts import INDEX, Objection, objection
from sitegen.outputs.addresses import OWN

PAGES = (".html", ".htm")


class WrongAddress(NamedTuple):
    """Why a former address cannot be, and the address that can; "" where that cannot be known."""

    why: Objection
    right: str


def former(text: str) -> str | None:
    """A former address as written by an author, tidied; None where it cannot be one."""
    address = _tidied(text)
    return address if _objection(address) is None else None


def fault(text: str) -> WrongAddress | None:
    """What is wrong with a former address as written by an author; None where nothing is."""
    why = _objection(_tidied(text))
    if why is None:
        return None
    try:
        path = urlsplit(text.strip()).path
    except ValueError:
        path = ""
    right = _tidied("/".join(filter(None, path.split("/"))))
    if right.casefold().rpartition("/")[2] in ("index.htm", "default.htm", "default.html"):
        right = right.rpartition("/")[0] + "/"
    usable = right != "/" and _objection(right) is None
    return WrongAddress(why, f"/{right}" if usable else "")


def _tidied(text: str) -> str:
    address = text.strip().removeprefix("/")
    return address if address.endswith(("/", *PAGES)) else f"{address}/"


def _objection(address: str) -> Objection | None:
    parts = address.removesuffix("/").split("/")
    if parts == [""]:
        return Objection("首页的网址不变", "the address of the home page stays")
    if parts[0].casefold() in OWN:
        return Objection(f"“{parts[0]}”由 sitegen 自己使用", f"sitegen itself uses “{parts[0]}”")
    for part in parts:
        if not part:
            return Objection("两个 / 连在一起", "it has two / in a row")
        if why := objection(part):
            return why
    folders = parts if address.endswith("/") else parts[:-1]
    if INDEX in (folder.casefold() for folder in folders):
        return Objection(f"{INDEX} 不是文件夹", f"{INDEX} is no folder")
    return None
