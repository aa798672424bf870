"""Every link between pages leads to a page of the site, every fragment to an id on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from sitegen.problems import Kind, Location, Problem, Severity

BROKEN = Kind(
    "link.broken",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”没有对应的网页",
    en="the link “{link}” on {page} leads to no page",
    fix_zh="改正链接；模板里的链接请在模板中改",
    fix_en="correct the link, in the entry or in the template",
)
NO_FRAGMENT = Kind(
    "link.no-such-fragment",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”指向的位置“{fragment}”不存在",
    en="the link “{link}” on {page} points at “{fragment}”, which is not there",
    fix_zh="标题改过的话，把链接里 # 后面的字也改掉",
    fix_en="if a heading was changed, change the part behind # as well",
)
SCHEME = Kind(
    "link.bad-scheme",
    Severity.ERROR,
    zh="页面 {page} 里的链接“{link}”不是 https、mailto、tel 或站内链接",
    en="the link “{link}” on {page} is neither https, mailto, tel nor internal",
    fix_zh="换成 https 网址或站内链接",
    fix_en="use an https address or an internal link",
)
OUTSIDE = frozenset(["http", "https", "mailto", "tel"])


def check(
    doubts: Iterable[tuple[str, str]],
    paths: frozenset[str],
    ids: Callable[[str], str | None],
    base_path: str,
    place: Callable[[str], Location],
) -> Iterator[Problem]:
    """`doubts` are (page, link) to be judged; `paths` are all files of the site; `ids` gives the
    fragments that a page defines, one per line (None: not a page); `place` where the author of a
    page can correct it."""
    known: dict[str, frozenset[str] | None] = {}

    def fragments(path: str) -> frozenset[str] | None:
        if path not in known:
            text = ids(path)
            known[path] = None if text is None else frozenset(text.split("\n"))
        return known[path]

    for page, link in doubts:
        problem = _check(page, link, paths, fragments, base_path)
        if problem is not None:
            kind, facts = problem
            yield Problem(kind, place(page), {"page": page, "link": link, **facts})


def _check(
    path: str,
    link: str,
    paths: frozenset[str],
    ids: Callable[[str], frozenset[str] | None],
    base_path: str,
) -> tuple[Kind, dict[str, str]] | None:
    try:
        parts = urlsplit(link)
    except ValueError:
        return SCHEME, {}
    if parts.scheme in OUTSIDE:
        return None
    if parts.scheme or link.startswith("//"):
        return SCHEME, {}
    target = resolve(path, parts.path, base_path)
    if target is None or target not in paths:
        return BROKEN, {}
    fragment = unquote(parts.fragment)
    defined = ids(target) if fragment else None
    if defined is not None and fragment not in defined:
        return NO_FRAGMENT, {"fragment": fragment}
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
