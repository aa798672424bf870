"""The start tags of HTML and their attributes, read as a browser reads them.

This is the tokenizer of the HTML standard (13.2.5), as far as it decides where a tag begins and ends and
what its attributes are. Time is in proportion to the length of the text, whatever the text.

It builds no tree, so it differs from a browser in two places that the pages of a site do not have: in a
drawing (`<svg>`, `<math>`) the names of `RAW` are read as if they stood in HTML, and `<noscript>` is read as
by a browser without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

SPACE = r"\t\n\f\r "
"""What separates attributes: fewer characters than `\\s`, which has U+3000 and U+00A0 as well."""
NAME = rf"(?:=[^{SPACE}/>=]*+|[^{SPACE}/>=]++)"
"""The name of an attribute. An = where a name begins is part of it."""
BARE = rf"""[^{SPACE}>"'][^{SPACE}>]*+"""
"""A value without quotes. It may hold quotes, = and / all the same."""
ATTRIBUTES = rf"""(?:[{SPACE}/]++|{NAME}(?:[{SPACE}]*+=[{SPACE}]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|{BARE})?+)?+)*+"""
"""All attributes of a tag. Each step takes at least one character and none is taken back: that makes it
linear. A quote that nothing closes takes the rest of the page."""
TOKEN = re.compile(
    rf"<(?:(?P<closing>/?)(?P<name>[a-z][^{SPACE}/>]*+)(?P<attributes>{ATTRIBUTES})(?P<end>>?)"
    r"|!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|[!?/][^>]*+>?)",
    re.DOTALL | re.IGNORECASE | re.ASCII,
)
"""What begins with < and is no text: a tag, a comment, a declaration. A tag without `end` is none."""
ATTRIBUTE = re.compile(
    rf"""({NAME})(?:[{SPACE}]*+=[{SPACE}]*+(?:"([^"]*+)"|'([^']*+)'|({BARE}))?+)?+"""
)
RAW = ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
"""Elements that hold text only: no tag begins in them but their own end tag."""
RAW_END = {name: re.compile(rf"</{name}(?=[{SPACE}/>])", re.I | re.A) for name in RAW}
SCRIPT_MARK = re.compile(rf"<!--|-->|<(/?)script(?=[{SPACE}/>])", re.I | re.A)
REFERENCE = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|[a-zA-Z][a-zA-Z0-9]*+(?:;|(?!=)))")
LARGEST = len(str(0x10FFFF))


class StartTag(NamedTuple):
    """A start tag: its name in small letters, and the text of its attributes."""

    name: str
    attributes: str


def start_tags(html: str) -> Iterator[StartTag]:
    """The start tags of a page in order."""
    place = 0
    while token := TOKEN.search(html, place):
        place = token.end()
        if token["name"] is None:
            continue
        if not token["end"]:
            return
        if token["closing"]:
            continue
        tag = StartTag(token["name"].lower(), token["attributes"])
        yield tag
        if tag.name in RAW_END:
            place = _raw_end(tag.name, html, place)
        elif tag.name == "plaintext":
            return


def attributes(text: str) -> dict[str, str]:
    """Value by name of the attributes of a tag. Of several with one name the first counts."""
    values: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(text):
        values.setdefault(name.lower(), unescaped(double or single or bare))
    return values


def unescaped(value: str) -> str:
    """The value of an attribute as written, with its character references replaced.

    Unlike in text, `&copy` is none where = or a letter follows: `?a=1&copy=2` stays.
    """
    return REFERENCE.sub(_character, value) if "&" in value else value


def _character(reference: re.Match[str]) -> str:
    name = reference[0][1:]
    if not name.startswith("#"):
        return html5.get(name, reference[0])
    digits = name[1:].rstrip(";").lstrip("0")
    base = 10
    if digits[:1] in ("x", "X"):
        digits, base = digits[1:].lstrip("0"), 16
    number = int(digits or "0", base) if len(digits) <= LARGEST else 0
    if number in range(0x80, 0xA0):
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return chr(number) if _stands_for_itself(number) else "\ufffd"


def _stands_for_itself(number: int) -> bool:
    return 0 < number < 0xD800 or 0xE000 <= number <= 0x10FFFF


def _raw_end(name: str, html: str, place: int) -> int:
    """Where the end tag begins of an element of `RAW` whose text begins at `place`."""
    if name == "script":
        return _script_end(html, place)
    end = RAW_END[name].search(html, place)
    return end.start() if end else len(html)


def _script_end(html: str, place: int) -> int:
    """The same of a script. In <!-- a <script> of its own may stand, with its end tag."""
    in_comment = in_script = False
    while mark := SCRIPT_MARK.search(html, place):
        # The dashes of <!-- may be those of --> as well.
        place = mark.start() + 2 if mark[0] == "<!--" else mark.end()
        if mark[0] == "-->":
            in_comment = in_script = False
        elif mark[0] == "<!--":
            in_comment = True
        elif not mark[1]:
            in_script = in_comment
        elif in_script:
            in_script = False
        else:
            return mark.start()
    return len(html)
