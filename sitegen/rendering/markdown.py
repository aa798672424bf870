"""Converts Markdown bodies to safe HTML: by the quick route or by Python-Markdown, then cleaned.

Links to entries (`gi:weixian-luobo`) and images (`media:file.svg`) stay as written in this HTML.
`resolve` replaces them for each page, because relative links depend on the address of the page.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import count
from typing import NamedTuple

from markupsafe import Markup

from sitegen.rendering import plain_markdown
from sitegen.rendering.cleaning import ENTRY, ID_PREFIX, clean
from sitegen.rendering.dialect.findings import Finding, Line
from sitegen.rendering.dialect.finishing import BodyWords, finish, with_tasks, worded
from sitegen.rendering.dialect.ids import ID, without_repeats
from sitegen.rendering.dialect.labels import FOOTNOTE_TWICE
from sitegen.rendering.dialect.leftovers import leftovers
from sitegen.rendering.dialect.tokens import without_tokens
from sitegen.rendering.dialect.work import TooMuchWork, too_much
from sitegen.rendering.images import markup
from sitegen.rendering.images.markup import Files
from sitegen.rendering.soft_breaks import joined

BEFORE = r'(?:\s[\w-]+="[^"]*")*?'
"""The attributes of clean HTML before the one that is looked for. They are read in turn, since text and
values may look like an attribute."""
ALIGN = re.compile(rf'(<t[dh]{BEFORE}) align="(left|center|right)"')
LINK = re.compile(rf'(<a{BEFORE}\shref=")([^"]*)(")')
IMAGE = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)\s*/?>')
SRC = re.compile(rf'({BEFORE})\ssrc="([^"]*)"')
QUICK_ID = re.compile(r'(<h[2-6] id=")')
HEADING = re.compile(r"<(/?)h([2-6])(?=[\s>])")

OVERLONG = re.compile(r"&#(?=[0-9]{4000})")
"""The start of a character reference that Python refuses to read as a number; it stays text."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A body as safe HTML.

    `links` are the targets of its links and images as written, `refused` the targets that cleaning
    removed, `ids` the fragments it defines. `too_deep` means that the nesting of the Markdown
    exceeded the recursion limit; `html` is then empty. `findings` are what the author should know of
    the Markdown.
    """

    html: str
    links: tuple[str, ...]
    refused: tuple[str, ...]
    ids: tuple[str, ...]
    too_deep: bool = False
    findings: tuple[Finding, ...] = ()


def render(source: str, collections: frozenset[str]) -> Prose:
    """The HTML of a body.

    `collections` are the names allowed before an entry's id in a link (`gi:some-id`).
    """
    if not source.strip():
        return Prose("", (), (), ())
    plain = plain_markdown.convert(source)
    if plain is not None and "<a " not in plain:
        # All tags are from the quick route and there are no addresses: nothing needs cleaning.
        return _prose(QUICK_ID.sub(rf"\1{ID_PREFIX}", plain) if "<h" in plain else plain, [])
    refused: list[str] = []
    if plain is not None:
        return _prose(clean(plain, collections, refused), refused)
    try:
        read = reader()(source)
    except RecursionError:
        reader.cache_clear()  # it would go on from the state in which it was interrupted
        return Prose("", (), (), (), too_deep=True)
    except TooMuchWork as stopped:
        reader.cache_clear()
        return Prose("", (), (), (), findings=(too_much(source, stopped.text),))
    html, repeats = without_repeats(clean(read.html, collections, refused), read.lines, ID_PREFIX)
    prose = _prose(with_tasks(html), refused)
    twice = {
        f"[^{found.facts['label']}]" for found in read.findings if found.kind is FOOTNOTE_TWICE
    }
    left = leftovers(prose.html, read.lines)
    # A footnote that is there twice is shown once as text: that is said already.
    findings = (*read.findings, *repeats, *(one for one in left if one.facts["mark"] not in twice))
    return dataclasses.replace(prose, findings=findings) if findings else prose


def _prose(cleaned: str, refused: list[str]) -> Prose:
    """A Prose from clean HTML: headings in order, alignment by class, lines of Han text joined.

    Bare addresses become links, and wide tables stand in boxes.
    """
    html = _outline(cleaned) if "<h" in cleaned else cleaned
    if " align=" in html:
        html = ALIGN.sub(r'\1 class="align-\2"', html)
    html = finish(joined(html))
    links = [unescape(match[2]) for match in LINK.finditer(html)] if "<a " in html else []
    images = IMAGE.finditer(html) if "<img " in html else ()
    links += [unescape(src[2]) for match in images if (src := SRC.match(match[1]))]
    ids = tuple(unescape(match) for _, match in ID.findall(html)) if " id=" in html else ()
    return Prose(
        html.strip() + "\n", tuple(dict.fromkeys(links)), tuple(dict.fromkeys(refused)), ids
    )


def resolve(
    html: str,
    link: Callable[[str, str], str | None],
    image: Callable[[str], Files],
    words: BodyWords,
    *,
    eager: int = 0,
) -> Markup:
    """The HTML of a body (`Prose.html`) as a page shows it.

    `link(target, fragment)` returns the URL of an entry or of an address of the site, or None where
    there is no such page: then the text stays without a link. `image(name)` returns the files of a
    picture in content/media. `words` are those of the page's language. All pictures but the first
    `eager` are loaded lazily.
    """
    pictures_so_far = count()

    def anchor(match: re.Match[str]) -> str:
        address = unescape(match[2])
        reference = ENTRY.match(address)
        if reference and reference[1] not in ("http", "https", "mailto", "tel"):
            url = link(f"{reference[1]}:{reference[2]}", (reference[3] or "").removeprefix("#"))
        elif address.startswith("/"):
            path, _, fragment = address[1:].partition("#")
            url = link("/" + path, fragment)
        else:
            return match[0] if not _outside(address) else f'{match[0]} rel="noopener noreferrer"'
        if url is None:
            return match[1].removesuffix(' href="')
        return f"{match[1]}{markup.attribute(url)}{match[3]}"

    def picture(match: re.Match[str]) -> str:
        source = SRC.match(match[1])
        if source is None:
            return ""
        attributes = source[1] + match[1][source.end() :]
        if ' alt="' not in attributes:
            attributes = f' alt=""{attributes}'
        files = image(unescape(source[2]).removeprefix("media:"))
        return markup.in_body(files, attributes, lazy=next(pictures_so_far) >= eager)

    return Markup(worded(IMAGE.sub(picture, LINK.sub(anchor, html)), words))


def _outline(html: str) -> str:
    """Renumber headings: they start at h2, since the page's title is h1, and skip no level."""
    open_levels: list[str] = []

    def level(match: re.Match[str]) -> str:
        if not match[1]:
            while open_levels and open_levels[-1] >= match[2]:
                open_levels.pop()
            open_levels.append(match[2])
        return f"<{match[1]}h{len(open_levels) + 1}"

    return HEADING.sub(level, html)


def _outside(target: str) -> bool:
    return target[:6].lower() == "https:"


class Read(NamedTuple):
    """What Python-Markdown made of a body: HTML that is not clean yet.

    `lines` are the lines of the body without its code, `findings` what was found while reading them.
    """

    html: str
    lines: list[Line]
    findings: list[Finding]


@cache
def reader() -> Callable[[str], Read]:
    """Python-Markdown with our extensions, set up once. Headings start at h2.

    It defines our dialect of Markdown: `plain_markdown` must give exactly the same HTML.
    """
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension, slugify_unicode

    from sitegen.rendering.dialect.counting import count_work
    from sitegen.rendering.dialect.extension import Dialect
    from sitegen.rendering.dialect.footnotes import Footnotes

    def slug(words: str, separator: str) -> str:
        return slugify_unicode(without_tokens(words), separator)

    dialect = Dialect()
    footnotes = Footnotes()
    reader = Markdown(
        extensions=[
            "tables",
            "attr_list",
            footnotes,
            TocExtension(slugify=slug, baselevel=2),
            dialect,
        ],
        extension_configs={"tables": {"use_align_attribute": True}},
        output_format="html",
    )

    count_work(reader, dialect.work)

    def read(source: str) -> Read:
        reader.reset()
        html = reader.convert(OVERLONG.sub("&amp;#", source))
        unused = dialect.labels.unused(footnotes.footnotes, set(footnotes.footnote_order))
        return Read(html, dialect.lines, [*dialect.findings, *unused])

    return read
