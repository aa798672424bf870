"""Addresses in a body that cannot be published: why, and what was meant."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from sitegen.loading.nearest import nearest
from sitegen.model.collections import COLLECTIONS
from sitegen.problems import Kind, Severity

REFUSED_LINK = Kind(
    "link.refused",
    Severity.ERROR,
    zh="正文里的网址“{target}”不能用[[：{why}]]",
    en="the address “{target}” cannot be used in a body[[: {why_en}]]",
    fix_zh="[[改成 {right}]][[{advice}]]",
    fix_en="[[write {right}]][[{advice_en}]]",
)
ADVICE = "外部网址以 https:// 开头；站内条目写 gi:编号；图片放进 content/media 后写 ![说明](文件名)"
ADVICE_EN = "outside ones start with https://, entries are gi:id, pictures ![words](a file of content/media)"
"""What is told where nobody can know what was meant."""
SHOWN = tuple(name for name, collection in COLLECTIONS.items() if collection.shown)
"""The names that may stand before an id."""
PICTURES = frozenset([".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic"])
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,12}(?:[/?#]\S*)?\Z", re.IGNORECASE | re.ASCII)


def facts(target: str) -> dict[str, str]:
    """The facts of a target that was refused."""
    why, why_en, right = _reason(target)
    advice, advice_en = ("", "") if right else (ADVICE, ADVICE_EN)
    reason = {"why": why, "why_en": why_en, "right": right}
    return {"target": target[:200], **reason, "advice": advice, "advice_en": advice_en}


def _reason(target: str) -> tuple[str, str, str]:
    scheme = SCHEME.match(target)
    if scheme and scheme[1].lower() == "http":
        https = f"https:{target[5:]}"
        return "http:// 的网址不能用", "addresses of http:// cannot be used", https
    if target.startswith("//"):
        return "少了 https:", "https: is missing", f"https:{target}"
    if scheme and not target[scheme.end() :].startswith("//"):
        near = nearest(scheme[1], SHOWN)
        if near:
            right = f"{near}:{target[scheme.end() :]}"
            return f"没有“{scheme[1]}”这个类别", f"there is no collection “{scheme[1]}”", right
    if scheme:
        return f"不能用 {scheme[1]}: 开头的网址", f"no address may begin with {scheme[1]}:", ""
    if PurePosixPath(target.lower()).suffix in PICTURES:
        name = target.rpartition("/")[2]
        why = "图片只能是 content/media 里的文件，前面加 !"
        why_en = "pictures are files of content/media, with ! before them"
        return why, why_en, f"![说明]({name})" if name else ""
    if HOST.match(target):
        return "少了 https://", "https:// is missing", f"https://{target}"
    if target.startswith("."):
        right = "/" + target.lstrip("./")
        return "站内网址从 / 写起", "addresses of this site begin with /", right
    return "", "", ""
