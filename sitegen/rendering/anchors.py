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


def scan(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(link targets, ids) of a page, each once, sorted. Every url of a srcset counts."""
    links: set[str] = set()
    ids: set[str] = set()
    for name, double, single, bare in ATTRIBUTE.findall(_tags(html)):
        value = unescape(double or single or bare)
        if name == "id":
            ids.add(value)
        elif name == "srcset":
            links.update(part.split()[0] for part in value.split(",") if part.split())
        else:
            links.add(value)
    if 'http-equiv="refresh"' in html:
        links.update(unescape(url) for url in REFRESH.findall(html))
    return tuple(sorted(links)), tuple(sorted(ids))


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
