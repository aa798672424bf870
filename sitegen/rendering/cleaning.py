"""Makes the HTML of bodies safe: nh3 with our allow-lists, and our rules for addresses and classes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from urllib.parse import unquote, urlsplit

from sitegen.rendering import anchors, html_tags

ID_PREFIX = "b-"
LONGEST = 2_000
"""Characters of a picture's address. File systems have far fewer for a path."""
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
    "ol": {"start", "class"},
    "li": {"value"},
    "time": {"datetime"},
    "div": {"class"},
    "sup": {"class"},
}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "ol": {"bracketed"},
}
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
NO_NAME = re.compile(r"[\x00-\x1f\x7f\\:?#<>\"|*]")
"""What no name of a picture holds: it would be an address, or no name on some system."""
ENTRY = re.compile(r"([a-z]+):([^#\s]+)(#.*)?\Z", re.DOTALL)
"""A link to an entry in a body: `collection:id#fragment`, or its name in place of the id. Other schemes may
match as well."""


def clean(raw: str, collections: frozenset[str], refused: list[str]) -> str:
    """`raw` reduced to safe HTML. Appends every address that was removed to `refused`.

    `collections` are the names allowed before an entry's id in a link (`gi:some-id`).
    """
    import nh3

    seen: set[str] = set()

    def policy(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "class":
            classes = [word for word in value.split() if word in CLASSES.get(tag, ())]
            return " ".join(classes) or None
        if attribute in ("href", "src"):
            seen.add(anchors.address(value))
        if attribute == "href":
            link = _link(value, collections)
            if link is None:
                refused.append(value)
            return link
        if attribute == "src":
            name = _picture(value)
            if name is None:
                refused.append(value)
                return None
            return f"media:{name}"
        return value

    schemes = {"https", "mailto", "tel", "media", *collections}
    cleaned = nh3.clean(
        raw,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=policy,
        link_rel=None,
        url_schemes=schemes,
        id_prefix=ID_PREFIX,
    )
    refused += _dropped(raw, schemes, seen)
    return cleaned


def _picture(value: str) -> str | None:
    """The name in content/media of a picture in a body, None where it can be none. Editors write a space in
    it as %20."""
    if len(value) > LONGEST:  # before NFC, whose time is the square of combining marks in a row
        return None
    bare = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    name = unquote(bare.removeprefix("media:").removeprefix("media/"))
    parts = name.split("/")
    if NO_NAME.search(name) or any(part.strip(". ") == "" for part in parts):
        return None
    return unicodedata.normalize("NFC", name)


def _dropped(raw: str, schemes: Set[str], seen: Set[str]) -> Iterator[str]:
    """The addresses that nh3 dropped without a question: other schemes, and what is no address at all.

    Those it asked about are `seen`.
    """
    targets = sorted(target for target in anchors.scan(raw)[0] - seen if SCHEME.match(target))
    hrefs = frozenset(_hrefs(raw)) if targets else frozenset()
    for target in targets:
        if target in hrefs or target.partition(":")[0].lower() not in schemes:
            yield target


def _hrefs(raw: str) -> Iterator[str]:
    for tag in html_tags.start_tags(raw):
        if tag.name == "a":
            yield anchors.address(html_tags.attributes(tag.attributes).get("href", ""))


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
    reference = ENTRY.match(value)
    return value if reference and reference[1] in collections else None
