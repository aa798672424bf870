"""Pages as articles for a CMS that imports them: `pages/<path>.json` for each page, and `index.json` of all.

A fragment is what stands in <main>, byte for byte, but for its addresses, which are made whole, and for scripts, which
go; beside it what the head of the page says. There is none of 404.html and of pages that only forward. The payload
of a site becomes one of fragments, which is put into a folder of releases like any other (`targets/folder.py`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sitegen import files
from sitegen.problems import Kind, Location, Mistaken, Problem, Severity
from sitegen.publishing.finished import NOT_FOUND
from sitegen.publishing.payload import Item, Payload
from sitegen.publishing.targets.page_parts import PageParts, read_page

VERSION = 1
INDEX = "index.json"
NO_MAIN = Kind(
    "publish.no-main",
    Severity.ERROR,
    zh="“{path}”里没有 <main>，取不出片段",
    en="there is no <main> in “{path}”, so no fragment of it",
    fix_zh="在这个网页的模板里把正文放进 <main>…</main>",
    fix_en="put the content into <main>…</main> in the template of this page",
)


def as_fragments(payload: Payload, permanent_url: str) -> Payload:
    """The fragments of a site as a payload. `permanent_url` is what addresses begin with.

    A fragment is made once to know its digest, and again when it is read, so that all need not be in memory.
    Raises Mistaken where a page has no <main>.
    """
    items: dict[str, Item] = {}
    listed: list[dict[str, str]] = []
    for path, item in payload.items.items():
        if not path.endswith(".html") or path == NOT_FOUND:
            continue
        made = fragment(path, item.read(), permanent_url)
        if made is None:
            continue
        data = _written(made)
        name = f"pages/{path.removesuffix('.html')}.json"
        items[name] = Item(files.digest(data), len(data), _reader(path, item, permanent_url))
        told = {key: made[key] for key in ("path", "title", "language", "canonical")}
        listed.append({**told, "fragment": name, "sha256": items[name].sha256})
    index = _written(
        {
            "version": VERSION,
            "site": payload.site,
            "data_date": payload.data_date,
            "permanent_url": permanent_url,
            "pages": listed,
        }
    )
    items[INDEX] = Item(files.digest(index), len(index), lambda: index)
    items = dict(sorted(items.items()))
    every = "".join(f"{item.sha256} {path}\n" for path, item in items.items())
    return Payload(payload.site, payload.data_date, files.digest(every.encode()), items)


def fragment(path: str, page: bytes, permanent_url: str) -> dict[str, Any] | None:
    """What a CMS is told of a page; None of one that only forwards."""
    parts = read_page(page.decode(), permanent_url + path.removesuffix("index.html"))
    if parts.forwards:
        return None
    if parts.main is None:
        raise Mistaken(Problem(NO_MAIN, Location(path), {"path": path}))
    return _told(path, parts, parts.main)


def _told(path: str, parts: PageParts, body: str) -> dict[str, Any]:
    return {
        "version": VERSION,
        "path": path,
        "title": parts.title,
        "description": parts.meta.get("description", ""),
        "canonical": parts.canonical,
        "language": parts.language,
        "meta": parts.meta,
        "styles": parts.styles,
        "body": body,
    }


def _reader(path: str, item: Item, permanent_url: str) -> Callable[[], bytes]:
    return lambda: _written(fragment(path, item.read(), permanent_url))


def _written(told: object) -> bytes:
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
