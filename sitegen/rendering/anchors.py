"""The links and fragments of a finished page, for the check that every link leads somewhere."""

from __future__ import annotations

import re
from html import unescape

TAG = re.compile(r"""<[a-zA-Z][^\s>]*(\s[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>""")
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
    for tag in TAG.finditer(COMMENT.sub("", html)):
        for found in ATTRIBUTE.finditer(tag[1]):
            value = unescape(next(part for part in found.groups()[1:] if part is not None))
            if found[1] == "id":
                ids.add(value)
            elif found[1] == "srcset":
                links.update(part.split()[0] for part in value.split(",") if part.split())
            else:
                links.add(value)
        refresh = REFRESH.search(tag[1])
        if refresh:
            links.add(unescape(refresh[1]))
    return tuple(sorted(links)), tuple(sorted(ids))
