"""Bare addresses of the web in the text of a page become links."""

from __future__ import annotations

import re

from sitegen.problems import Kind, Severity
from sitegen.rendering.dialect.findings import Finding

PLAIN_HTTP = Kind(
    "markdown.plain-http",
    Severity.NOTE,
    zh="网址“{address}”以 http:// 开头，只显示为文字，不做成链接",
    en="the address “{address}” begins with http:// and is shown as text, not as a link",
    fix_zh="那个网站能用 https:// 打开的话，改成 https://",
    fix_en="write https:// if that site answers there",
)
ADDRESS_RUNS_ON = Kind(
    "markdown.address-runs-on",
    Severity.WARNING,
    zh="网址后面紧接汉字，链接到“{address}”为止",
    en="Chinese text follows this address directly; the link ends with “{address}”",
    fix_zh="网址到此为止，就在后面空一格；汉字也是网址，就写成 [文字](网址)",
    fix_en="leave a space after it, or write [text](address) if the characters are part of it",
)
ADDRESS = re.compile(
    r"(?<![A-Za-z0-9])https?://(?:[!#-%(-;=?-~]|&(?!(?:lt|gt|quot|nbsp);))+", re.IGNORECASE
)
"""An address in text or HTML: it ends before what is not ASCII, before spaces, fixed ones too, quotes, < and >."""
TAG = re.compile(r'<(/?)([a-z0-9]+)(?:\s[\w-]+="[^"]*")*\s*/?>')
"""A tag of clean HTML; quoted values may hold a >."""
BEFORE_LINK = ("](", "[", "<", '"', "'", "]: ", "=")
"""What stands before an address that is part of a link or of a tag."""
HAN = re.compile("[\u3400-\u9fff]")


def linked(html: str) -> str:
    """Clean HTML with a link around each bare https address outside links and code."""
    pieces = []
    inside = place = 0
    for tag in TAG.finditer(html):
        text = html[place : tag.start()]
        pieces += [text if inside else ADDRESS.sub(_link, text), tag[0]]
        place = tag.end()
        if tag[2] in ("a", "code", "pre"):
            inside += -1 if tag[1] else 1
    return "".join([*pieces, ADDRESS.sub(_link, html[place:])])


def _link(match: re.Match[str]) -> str:
    address = _without_end(match[0])
    if not address.lower().startswith("https://") or len(address) < 10:
        return match[0]
    return f'<a href="{address}">{address}</a>{match[0][len(address) :]}'


def _without_end(address: str) -> str:
    """The address without the punctuation of the sentence, and without a bracket opened before it."""
    end = len(address)
    surplus = address.count(")") - address.count("(")
    while end and (
        address[end - 1] in ".,:;!?'*_~|\\^`{}" or (address[end - 1] == ")" and surplus > 0)
    ):
        surplus -= address[end - 1] == ")"
        end -= 1
    return address[:end]


def look_at_addresses(number: int, text: str) -> list[Finding]:
    """What to say of the bare addresses in a line of a body."""
    findings = []
    for match in ADDRESS.finditer(text):
        if text.endswith(BEFORE_LINK, 0, match.start()):
            continue
        address = _without_end(match[0])
        if address.lower().startswith("http:"):
            findings.append(Finding(PLAIN_HTTP, number, {"address": address[:80]}))
        elif address[-1] in "/=_-%&?#+" and HAN.match(text, match.end()):
            findings.append(Finding(ADDRESS_RUNS_ON, number, {"address": address[:80]}))
    return findings
