"""Markdown bodies become safe HTML: Python-Markdown, then nh3 and our policy for addresses.

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
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.rendering import anchors, plain_markdown
from sitegen.rendering.images import markup
from sitegen.rendering.images.markup import Files

ID_PREFIX = "b-"
TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {
    "*": {"id", "lang"},
    "a": {"href", "title", "class"},
    "img": {"src", "alt", "title"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "ol": {"start"},
    "time": {"datetime"},
    "div": {"class"},
    "sup": {"class"},
}
CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}
HAN = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef—…“”‘’"
BREAK = re.compile(f"\n(?<=[{HAN}]\n)(?=[{HAN}])")  # begins with a letter: found by memchr
PRE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
ALIGN = re.compile(r' align="(left|center|right)"')
LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
IMAGE = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)\s*/?>')
SRC = re.compile(r'\ssrc="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
QUICK_ID = re.compile(r'(<h[2-6] id=")')
ENTRY = re.compile(r"([a-z]+):([a-z0-9-]+)(#.*)?\Z", re.DOTALL)
HEADING = re.compile(r"<(/?)h([2-6])(?=[\s>])")
SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")
LIST_ITEM = re.compile(r"\s{0,3}(?:[-*+]|\d+[.)])\s+\S")
ITEM_UNDER_TEXT = re.compile(
    r"^(?!{item})(?=.*\S).*\n(?={item})".format(item=r"[^\S\n]{0,3}(?:[-*+]|\d+[.)])[^\S\n]+\S"),
    re.MULTILINE,
)
"""Only where this is found can a list item be right under a paragraph."""


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
    return _prose(_clean(raw, collections, refused), refused)


def _prose(clean: str, refused: list[str]) -> Prose:
    """What becomes of clean HTML: the outline, alignment by class, lines of Han text joined."""
    html = _outline(clean) if "<h" in clean else clean
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
    prose: Prose,
    link: Callable[[str, str], str | None],
    image: Callable[[str], Files],
    *,
    eager: int = 0,
) -> Markup:
    """The body as a page shows it.

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

    return Markup(IMAGE.sub(picture, LINK.sub(anchor, prose.html)))


def lists_without_blank_line(source: str) -> list[int]:
    """Line numbers (from 1) of list items right under a paragraph: Markdown sees no list there."""
    return _items_under_text(source) if ITEM_UNDER_TEXT.search(source) else []


def _items_under_text(source: str) -> list[int]:
    found: list[int] = []
    previous = ""
    fenced = False
    for number, line in enumerate(source.split("\n"), start=1):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        item = LIST_ITEM.match(line)
        plain = previous.strip() and not previous.startswith(("#", ">", "|", "    ", "\t"))
        if (
            item
            and plain
            and not fenced
            and not LIST_ITEM.match(previous)
            and not found_above(previous)
        ):
            found.append(number)
        if item is not None or not _in_list(previous, line):
            previous = line
    return found


def found_above(line: str) -> bool:
    """Whether the line is a rule, an attribute list or a definition, under which a list may start."""
    return bool(re.match(r"\s*(?:\{:|\[\^?[^\]]+\]:|[-*_]{3,}\s*$|=+\s*$)", line))


def _in_list(previous: str, line: str) -> bool:
    return bool(LIST_ITEM.match(previous)) and bool(line.strip())


def _clean(raw: str, collections: frozenset[str], refused: list[str]) -> str:
    import nh3

    def policy(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "class":
            kept = [word for word in value.split() if word in CLASSES.get(tag, ())]
            return " ".join(kept) or None
        if attribute == "href":
            kept_link = _link(value, collections)
            if kept_link is None:
                refused.append(value)
            return kept_link
        if attribute == "src":
            name = value.removeprefix("media:").removeprefix("media/")
            if re.fullmatch(r"[\w.-]+(?:/[\w.-]+)*", name) and ".." not in name:
                return f"media:{name}"
            refused.append(value)
            return None
        return value

    schemes = {"https", "mailto", "tel", "media", *collections}
    # nh3 drops an address with another scheme before the policy sees it, without a word.
    for target in sorted(anchors.scan(raw)[0]):
        scheme = SCHEME.match(target)
        if scheme and scheme[1].lower() not in schemes:
            refused.append(target)
    return nh3.clean(
        raw,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=policy,
        link_rel=None,
        url_schemes=schemes,
        id_prefix=ID_PREFIX,
    )


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


def _link(value: str, collections: frozenset[str]) -> str | None:
    if re.search(r"[\x00-\x20\\]", value) or value.startswith("//"):
        return None
    if value.startswith("#"):
        return f"#{ID_PREFIX}{value[1:]}"
    if value.startswith("/"):
        return value
    try:
        scheme = urlsplit(value).scheme
    except ValueError:
        return None
    if scheme in ("https", "mailto", "tel"):
        return value
    entry = ENTRY.match(value)
    return value if entry and entry[1] in collections else None


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
