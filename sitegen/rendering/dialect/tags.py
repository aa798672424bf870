"""HTML as authors and word processors write it: which < begins a tag, and what of it is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.util import BLOCK_LEVEL_ELEMENTS

from sitegen.rendering.cleaning import ATTRIBUTES, TAGS

BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
_LEFT_OUT = """
    address applet area article aside audio base basefont bdi bdo big blink body button canvas
    center data datalist details dialog dir embed fieldset font footer form frame frameset h1
    head header hgroup html iframe input label legend link main map marquee math menu meta meter
    nav nobr noframes noscript object optgroup option output p param picture progress rb rtc
    script search section select slot source strike style summary svg table template textarea
    title tt video wbr path rect circle line polygon polyline g defs use text tspan ellipse
"""
LEFT_OUT = frozenset(_LEFT_OUT.split())
"""The names of HTML that are tags, beside those that are published."""
OFFICE = ("o:", "v:", "w:", "m:", "st1:")
"""Names in the HTML of word processors begin with these."""
_EMPTY = """
    area base br col embed hr img input link meta param source wbr
"""
EMPTY = frozenset(_EMPTY.split())
_SWITCHES = """
    allowfullscreen async autofocus autoplay checked compact controls default defer disabled
    hidden ismap loop multiple muted nohref noresize noshade novalidate nowrap open readonly
    required reversed selected itemscope download
"""
SWITCHES = frozenset(_SWITCHES.split())
"""Attributes that may stand without a value. In `a<b 且 c>d` and `a<b c>d` no tag begins."""
NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]*)")
TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:]*)"
    r"(?P<attributes>(?:[\s/]+[A-Za-z_:@][\w:.-]*(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'<>`]+))?)*)"
    r"\s*(?P<alone>/?)>",
    re.ASCII,
)
"""A tag. It holds no other <, so that a search of a whole text takes time in proportion to its length."""
ATTRIBUTE = re.compile(
    r"([A-Za-z_:@][\w:.-]*)(\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>`]+)))?", re.ASCII
)
ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s!/?@]+@[^<>\s@]+)>")
"""An address between < and >, which Markdown makes a link."""


def tag_at(text: str, start: int) -> re.Match[str] | None:
    """The tag that begins at `start`, or None where the < is text."""
    name = NAME.match(text, start)
    if name is None or not _known(name[2].lower()):
        return None
    tag = TAG.match(text, start)
    if tag is None or any(
        not valued and attribute.lower() not in SWITCHES
        for attribute, valued, *_ in ATTRIBUTE.findall(tag["attributes"])
    ):
        return None
    return tag


def _known(name: str) -> bool:
    return name in TAGS or name in LEFT_OUT or name.startswith(OFFICE)


def unpublished(tag: re.Match[str]) -> Iterator[str]:
    """What of a tag is left out when it is published: `<font>`, `style`."""
    name = tag["name"].lower()
    if name not in TAGS:
        yield f"<{name}>"
        return
    if tag["close"]:
        return
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(name, set())
    for attribute, _, *values in ATTRIBUTE.findall(tag["attributes"]):
        key = attribute.lower()
        if key not in allowed or (key == "class" and "footnote" not in "".join(values)):
            yield key
