"""The links and fragments of a finished page, for the check that every link leads somewhere."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"<[a-zA-Z][^>]*>")
WHOLE_TAG = re.compile(r"""<[a-zA-Z][^\s>]*(\s[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>""")
"""A tag with attributes. Quoted values are stepped over whole: a > may stand in one."""
ATTRIBUTE = re.compile(
    r"""\s(href|src|srcset|action|poster|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))"""
)
REFRESH = re.compile(r"""\scontent\s*=\s*["']0;\s*url=([^"']+)["']""", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


PLAIN_ATTRIBUTE = re.compile(r'\s(href|src|srcset|action|poster|id)\s*="([^"]*)"')
QUOTED_IN_TEXT = re.compile(r'>[^<]*="')


def scan(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """(link targets, ids) of a page. Every url of a srcset counts."""
    links, sets, ids = _cut(html) or _read(html)
    links.update(part.split()[0] for value in sets for part in value.split(",") if part.split())
    if 'http-equiv="refresh"' in html:
        links.update(unescape(url) for url in REFRESH.findall(html))
    return frozenset(links), frozenset(ids)


def _cut(html: str) -> tuple[set[str], set[str], set[str]] | None:
    """Links, srcsets and ids of a page, found without looking for its tags.

    None where that could be wrong: unless each = of the page stands before a quoted value or within
    one, but not at its end, and each such value in a tag. It takes half the time of reading every
    tag.
    """
    parts = html.split('"')
    *before, after = parts[::2]
    plain = (
        len(parts) % 2 == 1
        and {part[-1:] for part in before} <= {"="}
        and "".join(before).count("=") == len(before)
        and "=" not in after
        and "=" not in {part[-1:] for part in parts[1::2]}
        and "<!--" not in html
        and not QUOTED_IN_TEXT.search(html)
    )
    if not plain:
        return None
    links: set[str] = set()
    sets: set[str] = set()
    ids: set[str] = set()
    for name, value in set(PLAIN_ATTRIBUTE.findall(html)):
        plain_value = unescape(value) if "&" in value else value
        (ids if name == "id" else sets if name == "srcset" else links).add(plain_value)
    return links, sets, ids


def _read(html: str) -> tuple[set[str], set[str], set[str]]:
    """The same of any page, tag by tag."""
    links: set[str] = set()
    sets: set[str] = set()
    ids: set[str] = set()
    for name, double, single, bare in ATTRIBUTE.findall(_tags(html)):
        value = unescape(double or single or bare)
        (ids if name == "id" else sets if name == "srcset" else links).add(value)
    return links, sets, ids


def _tags(html: str) -> str:
    """The tags of a page that may matter; its text, which may look like a tag's, is left out."""
    plain = COMMENT.sub("", html) if "<!--" in html else html
    tags = TAG.findall(plain)
    if any(tag.count('"') % 2 or tag.count("'") for tag in tags):
        return " ".join(WHOLE_TAG.findall(plain))
    return "".join(
        tag
        for tag in tags
        if "href" in tag or "id" in tag or "src" in tag or "action" in tag or "poster" in tag
    )
