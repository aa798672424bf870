"""Links and fragments of a finished page, for the check that every link has a target."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"<[a-zA-Z][^>]*>")
WHOLE_TAG = re.compile(r"""<[a-zA-Z][^\s>]*(\s[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>""")
"""A tag with attributes. Quoted values are matched as a whole, because they may contain >."""
ATTRIBUTE = re.compile(
    r"""\s(href|src|srcset|action|poster|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
)
REFRESH = re.compile(r"""\scontent\s*=\s*["']0;\s*url=([^"']+)["']""", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

PLAIN_ATTRIBUTE = re.compile(r'\s(href|src|srcset|action|poster|id)\s*="([^"]*)"')
QUOTED_IN_TEXT = re.compile(r'>[^<]*="')


def scan(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """(link targets, ids) of a page. Every URL of a srcset is a link target."""
    links, srcsets, ids = _scan_quickly(html) or _scan_tags(html)
    links.update(part.split()[0] for value in srcsets for part in value.split(",") if part.split())
    if 'http-equiv="refresh"' in html:
        links.update(unescape(url) for url in REFRESH.findall(html))
    return frozenset(links), frozenset(ids)


def _scan_quickly(html: str) -> tuple[set[str], set[str], set[str]] | None:
    """(links, srcsets, ids) of a page, found without looking for tags; None if that is not safe.

    Safe means: every = of the page is directly before a quoted value or inside one (but not its
    last character), every quoted value is in a tag, and the page has no comment. This takes half
    the time of `_scan_tags`.
    """
    pieces = html.split('"')
    *outside, last = pieces[::2]
    simple = (
        len(pieces) % 2 == 1
        and {piece[-1:] for piece in outside} <= {"="}
        and "".join(outside).count("=") == len(outside)
        and "=" not in last
        and "=" not in {piece[-1:] for piece in pieces[1::2]}
        and "<!--" not in html
        and not QUOTED_IN_TEXT.search(html)
    )
    if not simple:
        return None
    links: set[str] = set()
    srcsets: set[str] = set()
    ids: set[str] = set()
    for name, value in set(PLAIN_ATTRIBUTE.findall(html)):
        text = unescape(value) if "&" in value else value
        (ids if name == "id" else srcsets if name == "srcset" else links).add(text)
    return links, srcsets, ids


def _scan_tags(html: str) -> tuple[set[str], set[str], set[str]]:
    """(links, srcsets, ids) of any page, read tag by tag."""
    links: set[str] = set()
    srcsets: set[str] = set()
    ids: set[str] = set()
    for name, double, single, bare in ATTRIBUTE.findall(_tags(html)):
        value = unescape(double or single or bare)
        (ids if name == "id" else srcsets if name == "srcset" else links).add(value)
    return links, srcsets, ids


def _tags(html: str) -> str:
    """The tags of a page that can hold links or ids, without the text between them.

    The text is left out because it may look like an attribute.
    """
    visible = COMMENT.sub("", html) if "<!--" in html else html
    tags = TAG.findall(visible)
    if any(tag.count('"') % 2 or tag.count("'") for tag in tags):
        return " ".join(WHOLE_TAG.findall(visible))
    return "".join(
        tag
        for tag in tags
        if "href" in tag or "id" in tag or "src" in tag or "action" in tag or "poster" in tag
    )
