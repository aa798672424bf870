"""Markdown bodies become HTML: by the quick route or Python-Markdown, then cleaned.

Links to entries (`gi:weixian-luobo`) and images (`media:file.svg`) stay as such in the HTML; the
page that shows the body turns them into links of its own, since only it knows where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import count

from markupsafe import Markup

from sitegen.rendering import plain_markdown
from sitegen.rendering.cleaning import ENTRY, ID_PREFIX, clean
from sitegen.rendering.images import markup
from sitegen.rendering.images.markup import Files

HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’"
BREAK = re.compile(f"\n(?<=[{HAN}]\n)(?=[{HAN}])")  # begins with a letter: found by memchr
PRE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
ALIGN = re.compile(r' align="(left|center|right)"')
LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
IMAGE = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)\s*/?>')
SRC = re.compile(r'\ssrc="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
QUICK_ID = re.compile(r'(<h[2-6] id=")')
HEADING = re.compile(r"<(/?)h([2-6])(?=[\s>])")


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as safe HTML. `links` are the targets in it as written; `refused` those left out.

    `ids` are the fragments it defines. `too_deep` says that it nests beyond what can be read.
    """

    html: str
    links: tuple[str, ...]
    refused: tuple[str, ...]
    ids: tuple[str, ...]
    too_deep: bool = False


def render(source: str, collections: frozenset[str]) -> Prose:
    """The HTML of a body. `collections` are the names that may stand before an entry's id."""
    if not source.strip():
        return Prose("", (), (), ())
    quick = plain_markdown.convert(source)
    if quick is not None and "<a " not in quick:
        # Only tags that it wrote itself, and no address: there is nothing in it to be cleaned.
        return _prose(QUICK_ID.sub(rf"\1{ID_PREFIX}", quick) if "<h" in quick else quick, [])
    raw = quick
    if raw is None:
        try:
            raw = reader()(source)
        except RecursionError:
            reader.cache_clear()  # where it stopped it would go on from: it is of no more use
            return Prose("", (), (), (), too_deep=True)
    refused: list[str] = []
    return _prose(clean(raw, collections, refused), refused)


def _prose(cleaned: str, refused: list[str]) -> Prose:
    """What becomes of clean HTML: the outline, alignment by class, lines of Han text joined."""
    html = _outline(cleaned) if "<h" in cleaned else cleaned
    if " align=" in html:
        html = ALIGN.sub(r' class="align-\1"', html)
    if "<pre>" in html:
        parts = PRE.split(html)
        html = "".join(p if p.startswith("<pre>") else BREAK.sub("", p) for p in parts)
    else:
        html = BREAK.sub("", html)
    links = [unescape(found[2]) for found in LINK.finditer(html)] if "<a " in html else []
    images = IMAGE.finditer(html) if "<img " in html else ()
    links += [unescape(src[1]) for found in images if (src := SRC.search(found[1]))]
    ids = tuple(unescape(found) for found in ID.findall(html)) if " id=" in html else ()
    return Prose(
        html.strip() + "\n", tuple(dict.fromkeys(links)), tuple(dict.fromkeys(refused)), ids
    )


def resolve(
    html: str,
    link: Callable[[str, str], str | None],
    image: Callable[[str], Files],
    *,
    eager: int = 0,
) -> Markup:
    """The HTML of a body (`Prose.html`) as a page shows it.

    `link(target, fragment)` gives the url of an entry or site address (None: no such page, so the
    words stay and the link goes); `image(name)` the files of a picture in content/media. All but
    the first `eager` pictures wait until they come near the screen.
    """
    seen = count()

    def anchor(found: re.Match[str]) -> str:
        target = unescape(found[2])
        entry = ENTRY.match(target)
        if entry and entry[1] not in ("http", "https", "mailto", "tel"):
            url = link(f"{entry[1]}:{entry[2]}", (entry[3] or "").removeprefix("#"))
        elif target.startswith("/"):
            path, _, fragment = target[1:].partition("#")
            url = link("/" + path, fragment)
        else:
            return found[0] if not _outside(target) else f'{found[0]} rel="noopener noreferrer"'
        return f"{found[1]}{markup.attribute(url)}{found[3]}" if url is not None else "<a"

    def picture(found: re.Match[str]) -> str:
        src = SRC.search(found[1])
        if src is None:
            return ""
        words = found[1].replace(src[0], "", 1)
        files = image(unescape(src[1]).removeprefix("media:"))
        return markup.in_body(files, words, lazy=next(seen) >= eager)

    return Markup(IMAGE.sub(picture, LINK.sub(anchor, html)))


def _outline(html: str) -> str:
    """Headings start at h2, since the page's title is h1, and skip no level on the way down."""
    above: list[str] = []

    def level(found: re.Match[str]) -> str:
        if not found[1]:
            while above and above[-1] >= found[2]:
                above.pop()
            above.append(found[2])
        return f"<{found[1]}h{len(above) + 1}"

    return HEADING.sub(level, html)


def _outside(target: str) -> bool:
    return target.startswith("https:")


@cache
def reader() -> Callable[[str], str]:
    """Python-Markdown with our extensions, set up once; headings start at h2 below the page's h1.

    It is the dialect: `plain_markdown` may only be quicker, never different.
    """
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension, slugify_unicode

    reader = Markdown(
        extensions=[
            "tables",
            "attr_list",
            "footnotes",
            TocExtension(slugify=slugify_unicode, baselevel=2),
        ],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "footnotes": {"BACKLINK_TITLE": "回到正文 {}"},
        },
        output_format="html",
    )

    def read(source: str) -> str:
        reader.reset()
        return reader.convert(source)

    return read
