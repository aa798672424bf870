"""Every link between pages leads to a page of the site, every fragment to an id on it.

Whoever makes a page picks out the links that do not plainly lead to a file of the site (`LinkTargets`).
These few are judged once all pages are there, in this build and, where they were wrong and the site lets
that pass, in each build after it: their target may have come.

Passes: `/gi/qingxi-xueli/#种法` where that page has this heading
Fails: the same without the page, or without the heading; `javascript:…`
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from sitegen.checks.page_rule import FinishedPage, FinishedTree, PageRule
from sitegen.checks.rule import Finding
from sitegen.problems import Kind, Severity

BROKEN = Kind(
    "link.broken",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”没有对应的网页[[，另有 {others} 个页面也有它]]",
    en="the link “{link}” on {page} leads to no page[[; {others} more pages have it]]",
    fix_zh="改正链接；模板里的链接请在模板中改",
    fix_en="correct the link, in the entry or in the template",
)
NO_FRAGMENT = Kind(
    "link.no-such-fragment",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”指向的位置“{fragment}”不存在[[，另有 {others} 个页面也有它]]",
    en="the link “{link}” on {page} points at “{fragment}”, which is not there[[; {others} more pages "
    "have it]]",
    fix_zh="标题改过的话，把链接里 # 后面的字也改掉",
    fix_en="if a heading was changed, change the part behind # as well",
)
SCHEME = Kind(
    "link.bad-scheme",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”不是 https、mailto、tel 或站内链接[[，另有 {others} 个页面也有它]]",
    en="the link “{link}” on {page} is neither https, mailto, tel nor internal[[; {others} more pages "
    "have it]]",
    fix_zh="换成 https 网址或站内链接",
    fix_en="use an https address or an internal link",
)
OUTSIDE = frozenset(["http", "https", "mailto", "tel"])


def check(page: FinishedPage) -> Iterator[Finding]:
    """The links that need a closer look."""
    for link in page.targets.doubtful(page.path, page.links, page.ids):
        yield Finding(BROKEN, (), {"link": link})


def judge(path: str, doubt: Mapping[str, str], tree: FinishedTree) -> Finding | None:
    """What is wrong with a link on the page at `path`."""
    link = doubt["link"]
    facts = {"page": path, "link": link}
    try:
        parts = urlsplit(link)
    except ValueError:
        return Finding(SCHEME, (), facts)
    if parts.scheme in OUTSIDE:
        return None
    if parts.scheme or link.startswith("//"):
        return Finding(SCHEME, (), facts)
    target = resolve(path, parts.path, tree.base_path)
    if target is None or target not in tree.paths:
        return Finding(BROKEN, (), facts)
    fragment = unquote(parts.fragment)
    defined = tree.fragments(target) if fragment else None
    if defined is not None and fragment not in defined:
        return Finding(NO_FRAGMENT, (), {**facts, "fragment": fragment})
    return None


def resolve(path: str, link: str, base_path: str) -> str | None:
    """The output file that a link on the page at `path` asks for; None where it leaves the site."""
    plain = unquote(link)
    if plain.startswith("/"):
        if not plain.startswith(base_path):
            return None
        target = plain[len(base_path) :]
    elif plain:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
        target = "" if target == "." else target + ("/" if plain.endswith(("/", ".", "..")) else "")
    else:
        return path
    if re.match(r"\.\.(?:/|\Z)", target):
        return None
    return target + "index.html" if target == "" or target.endswith("/") else target


RULE = PageRule(kinds=(BROKEN, NO_FRAGMENT, SCHEME), check=check, judge=judge)
