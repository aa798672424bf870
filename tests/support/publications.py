"""Small sites to publish: each page names its style sheet, as the pages of real ones do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.files import digest
from sitegen.publishing.payload import Item, Payload

START = datetime(2026, 1, 15, 8, 0, tzinfo=UTC)
STYLE = re.compile(r'href="([^"]+\.css)"')


def site(number: int, pages: int = 6, *, same: int = 2) -> dict[str, bytes]:
    """The files of a release: its style sheet, `pages` pages that name it, and `same` files of all releases."""
    style = f"assets/site-{digest(str(number).encode())[:12]}.css"
    body = f'<link rel="stylesheet" href="{style}"><p>release {number}</p>'
    made = {f"gi/page-{page}/index.html": f"{body}<p>{page}</p>".encode() for page in range(pages)}
    made |= {f"media/same-{n}.svg": f"<svg>{n}</svg>".encode() for n in range(same)}
    return {
        style: f"/* {number} */".encode(),
        "index.html": body.encode(),
        "404.html": body.encode(),
        **made,
        "release.json": f'{{"release": {number}}}'.encode(),
    }


def payload(files: Mapping[str, bytes], name: str = "yunlu") -> Payload:
    """A payload of files by path."""
    items = {
        path: Item(digest(data), len(data), lambda data=data: data)  # type: ignore[misc]
        for path, data in sorted(files.items())
    }
    return Payload(name, "2026-01-15", digest(repr(sorted(files.items())).encode()), items)


def at(minutes: float) -> datetime:
    """A time of publication."""
    return START + timedelta(minutes=minutes)


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def broken_pages(found: Mapping[str, bytes]) -> list[str]:
    """Pages whose style sheet is not there."""
    return [
        path
        for path, data in found.items()
        if path.endswith(".html")
        for style in STYLE.findall(data.decode())
        if style not in found
    ]
