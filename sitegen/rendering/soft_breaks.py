"""Line breaks of the source between Han characters: browsers would show each as a space.

It is looked for across the tags of the text on both sides, `甲</strong>\\n<a href="…">乙`, and behind a footnote's
number.
"""

from __future__ import annotations

import re

HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’"
NAMES = "a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var"
BREAK = re.compile(rf'\n(?=(?:<(?:{NAMES})(?:\s[\w-]+="[^"]*")*>)*[{HAN}])')
"""A break before Han text and tags that open there. Begins with a literal, so `re` can search with memchr."""
HAN_END = re.compile(f"[{HAN}]")
CLOSING = re.compile(rf"</(?:{NAMES})>")
LONGEST_CLOSING = len("</strong>")
PRE = re.compile(r"(<pre\b[^<>]*>.*?</pre>)", re.DOTALL)


def joined(html: str) -> str:
    """Clean HTML without line breaks between Han characters, but for those in <pre>."""
    if "<pre" not in html:
        return _joined(html)
    parts = PRE.split(html)
    return "".join(part if part.startswith("<pre") else _joined(part) for part in parts)


def _joined(html: str) -> str:
    pieces = []
    end = 0
    for match in BREAK.finditer(html):
        place = match.start()
        if _is_behind_han(html, place, end):
            pieces.append(html[end:place].rstrip(" "))
            end = place + 1
    return "".join([*pieces, html[end:]]) if pieces else html


def _is_behind_han(html: str, place: int, start: int) -> bool:
    """Whether the text before `place`, which begins at `start`, ends with a Han character, tags aside."""
    while place > start:
        if html[place - 1] == " ":
            place -= 1
            continue
        if html[place - 1] != ">":
            return HAN_END.match(html, place - 1) is not None
        tag = html.rfind("<", max(start, place - LONGEST_CLOSING), place)
        if tag < 0 or not CLOSING.match(html, tag):
            return False
        if html.endswith("</a></sup>", start, place):
            sup = html.rfind("<sup", start, tag)
            tag = sup if sup >= 0 and "footnote-ref" in html[sup:tag] else tag
        place = tag
    return False
