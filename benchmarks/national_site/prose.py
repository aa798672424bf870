"""Texts of announcements, cut down to what a field is for."""

from __future__ import annotations

import re

DEGREES = re.compile(r"(°\d+)\?(\d+(?:\.\d+)?)[\"?]")
MINUTES = re.compile(r"(°\d+)\?(?!\d)")
UNREADABLE = re.compile(r"[?□�]")
PREAMBLE = re.compile(r"[^。；]{0,60}?范围以.{2,150}?为准，(?:具体)?为")
LEAD = re.compile(
    r"(?P<name>[^，。；]{2,24}?)(?:地理标志|产品|的)*(?:保护|产地|生产|地域){1,4}范围(?P<is>为|是|：|:|以)"
)
LEAK = re.compile(
    r"(?:[二三四五]、)?专用标志使用|特此公告|[23][.．、]\s*(?:理化|安全|产品安全)|理化指标|（[三四五]）"
)

LEFT_OVER = 2
"""So few characters are what is left of a heading, not a description."""


def readable(text: str) -> tuple[str, bool]:
    """The text with □ for each character that was lost, and whether there is one."""
    plain = UNREADABLE.sub("□", text)
    return plain, "□" in plain


def degrees(text: str) -> str:
    """`109°45?06"` is 109°45′06″: the prime signs were lost on the way."""
    return MINUTES.sub(r"\1′", DEGREES.sub(r"\1′\2″", text))


def area(text: str) -> str:
    """The protected area without the act that it cites and without the name of the product."""
    bare = PREAMBLE.sub("", text, count=1) if PREAMBLE.match(text) else text
    lead = LEAD.match(bare)
    if lead and lead["is"] != "以":
        bare = bare[lead.end() :]
    return bare.strip("：:，, ") or text


def named(text: str) -> str:
    """The product whose area a text says it describes, "" where it does not say."""
    lead = LEAD.match(text)
    return lead["name"] if lead else ""


def same_name(first: str, second: str) -> bool:
    """Whether two spellings are one name: quotation marks and what stands in brackets aside."""
    return _letters(first) == _letters(second)


def _letters(name: str) -> str:
    return re.sub(r"[（(].*|[“”\"·\s]", "", name)


def sensory(text: str) -> str:
    """What the notice says of looks and taste, without what ran into it from the next heading."""
    leak = LEAK.search(text)
    bare = text[: leak.start()] if leak else text
    bare = bare.strip()
    if bare.startswith("）"):
        bare = f"（1{bare}" if "（2）" in bare else bare[1:]
    bare = bare.strip("：:，,、．. ")
    return bare if len(bare) > LEFT_OVER else ""
