"""What kind of file a path of the site is: how long it is kept, as what it is sent, when it is uploaded.

Servers, object stores and uploads all go by this table. The patterns are those that nginx, Apache, Caddy,
IIS and Python read alike; they are about a path from the root of the site with a slash before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

FOREVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
ASKED_FOR = "no-cache"


class FileKind(NamedTuple):
    """A kind of files; `patterns` say which paths are of it."""

    name: str
    cache_control: str
    patterns: tuple[str, ...]

    @property
    def immutable(self) -> bool:
        """Whether another content would have another name."""
        return self.cache_control == FOREVER


KINDS = (
    FileKind("assets", FOREVER, (r"/assets/[A-Za-z0-9_.-]+-[0-9a-f]{12}\.(css|js)$",)),
    FileKind(
        "shards",
        FOREVER,
        (r"/search/(names|cards|texts)/[a-z0-9]+-[0-9a-f]{6,}(-[a-z0-9]+)?\.(bin|json)$",),
    ),
    FileKind(
        "media",
        A_DAY,
        (
            r"/media/.+$",
            r"/(poster\.png|thumbnail\.jpg|qr\.svg)$",
            r"/assets/icon\.svg$",
            r"\.(woff2|ico)$",
        ),
    ),
    FileKind(
        "entry points",
        ASKED_FOR,
        (
            r"^/index\.html$",
            r"/search/(names|cards|texts)/(root\.json|pack\.js)$",
            r"/(feed\.xml|feed\.json|sitemap\.xml|robots\.txt|release\.json)$",
        ),
    ),
    FileKind("pages", ASKED_FOR, ()),
)
"""The first with a pattern that fits has a file; pages are all others."""
ASSETS, SHARDS, MEDIA, ENTRY_POINTS, PAGES = KINDS
UPLOADS = (ASSETS, SHARDS, MEDIA, PAGES, ENTRY_POINTS)
"""The order of uploads: whatever is shown half-way finds the files that it names."""

TYPES = {
    ".avif": "image/avif",
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".gif": "image/gif",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
"""The type of a file by its extension: every extension that a site may have."""
OTHERS = "application/octet-stream"
TEXTS = frozenset(
    [
        ".css",
        ".html",
        ".ics",
        ".js",
        ".json",
        ".mjs",
        ".svg",
        ".txt",
        ".vcf",
        ".webmanifest",
        ".xml",
    ]
)
"""What is text, and therefore UTF-8."""
PACKED = TEXTS | {".bin", ".ico"}
"""What is sent packed: the others are packed already."""


def kind_of(path: str) -> FileKind:
    """The kind of the file at a path from the root of the site."""
    for kind in KINDS:
        if kind.patterns and _pattern(kind).search(f"/{path}"):
            return kind
    return PAGES


def is_derived(path: str) -> bool:
    """Whether a file comes and goes with another: it is packed, or another content has another name."""
    return path != unpacked(path) or kind_of(path).immutable


def unpacked(path: str) -> str:
    """The path of the file that a packed one is a form of; other paths as they are."""
    return path.removesuffix(".gz").removesuffix(".br")


def type_of(path: str) -> str:
    """The Content-Type of a file, with its charset."""
    suffix = suffix_of(path)
    kind = TYPES.get(suffix, OTHERS)
    return f"{kind}; charset=utf-8" if suffix in TEXTS else kind


def suffix_of(path: str) -> str:
    """The extension of a path with its dot, in lower case; "" where it has none."""
    _, dot, suffix = path.rpartition("/")[2].rpartition(".")
    return f"{dot}{suffix}".lower()


def upload_order(path: str) -> tuple[int, str]:
    """By this, files go up in an order in which nothing is named before it is there; release.json is the
    last of all."""
    return (UPLOADS.index(kind_of(path)) + (path == "release.json"), path)


@cache
def _pattern(kind: FileKind) -> re.Pattern[str]:
    return re.compile("|".join(kind.patterns))
