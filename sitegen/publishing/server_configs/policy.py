"""What every web server is to do with a site, whatever the syntax of its configuration."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.publishing.finished import NOT_FOUND, FinishedSite
from sitegen.publishing.kinds_of_files import ASKED_FOR, KINDS, PACKED, TEXTS, TYPES

POLICIES_DIFFER = Kind(
    "server.policies-differ",
    Severity.ERROR,
    zh="网页带的安全策略不一样：{other} 是“{theirs}”，{page} 是“{ours}”",
    en="pages carry different security policies: {other} has “{theirs}”, {page} has “{ours}”",
    fix_zh="服务器只能发一种：让所有模板都用 layouts/base.html 里的那一种",
    fix_en="a server sends one: let all templates use that of layouts/base.html",
)
_HEAD = 4096
"""Bytes of a page in which its policy stands; it must come before all that it is for."""
_META = re.compile(
    r"""<meta\s+http-equiv=["']?Content-Security-Policy["']?\s+content=("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)
SECURITY = "Content-Security-Policy"
FRAMES = "frame-ancestors 'self'"
"""What only a header can say: no other site may frame this one."""
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
"""What is sent with every file of every site."""
DEFAULT_ROOT = "/srv/www"
PACKED_TEXTS = tuple(sorted(suffix.lstrip(".") for suffix in PACKED))
"""The extensions of files that are sent packed."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`root` is the folder on the server in which the files lie, `domain` the name it answers to."""

    site: str
    root: str
    domain: str
    base_path: str
    headers: tuple[tuple[str, str], ...]
    """What is sent with every file, but Cache-Control."""
    redirects: tuple[tuple[str, str], ...]
    """(path, path it leads to for good), both from the root of the domain; the second percent-encoded."""

    @property
    def not_found(self) -> str:
        """The path of the page for what is not there."""
        return self.base_path + NOT_FOUND

    @property
    def caches(self) -> tuple[tuple[str, str], ...]:
        """(pattern of paths, Cache-Control), the first that fits; all other files are asked for each time."""
        return tuple(
            (pattern, kind.cache_control)
            for kind in KINDS
            if kind.cache_control != ASKED_FOR
            for pattern in kind.patterns
        )


def types() -> dict[str, list[str]]:
    """By type the extensions without dots that have it, in the order of the types."""
    found: dict[str, list[str]] = {}
    for suffix, kind in sorted(TYPES.items(), key=lambda item: (item[1], item[0])):
        found.setdefault(kind, []).append(suffix.lstrip("."))
    return found


def text_types() -> list[str]:
    """The types that have a charset."""
    return sorted({TYPES[suffix] for suffix in TEXTS})


def packed_types() -> list[str]:
    """The types of what is sent packed."""
    return sorted({TYPES[suffix] for suffix in PACKED})


def quoted(text: str) -> str:
    """A text in quotation marks, as nginx and Apache read it."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def policy_of(site: FinishedSite, root: str = "", domain: str = "") -> Policy:
    """The policy for a site. Raises Mistaken where its pages do not agree on a security policy.

    Where nothing else is said, files lie below DEFAULT_ROOT, and the domain is that of the permanent URL.
    """
    own = security_policy(site)
    policy = f"{own}; {FRAMES}" if own else FRAMES
    return Policy(
        site=site.id,
        root=root.rstrip("/") or f"{DEFAULT_ROOT}/{site.id}",
        domain=domain or urlsplit(site.permanent_url).hostname or "localhost",
        base_path=site.base_path,
        headers=((SECURITY, policy), *HEADERS),
        redirects=tuple(
            (site.base_path + old, quote(site.base_path + new, safe="/~"))
            for old, new in site.redirects.items()
        ),
    )


def security_policy(site: FinishedSite) -> str:
    """The policy that pages carry in their <meta>, "" where none has any."""
    first, found = "", ""
    for path in site.files:
        if not path.endswith(".html"):
            continue
        head = files.read_up_to(str(site.place(path)), _HEAD).decode("utf-8", "replace")
        meta = _META.search(head)
        if meta is None:
            continue
        own = " ".join(html.unescape(meta[1][1:-1]).split()).rstrip("; ")
        if first and own != found:
            facts = {"page": path, "ours": own, "other": first, "theirs": found}
            raise Mistaken(Problem(POLICIES_DIFFER, Location(f"{site.root.name}/{path}"), facts))
        first, found = first or path, own
    return found
