"""What must never stand in a page, looked for with a tokenizer that shares nothing with the product."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from tests.support.attack.html_tokens import Tag, start_tags

ADDRESSES = frozenset(
    [
        *("href", "src", "action", "formaction", "poster", "data", "xlink:href", "background"),
        *("cite", "longdesc", "manifest", "ping", "profile", "icon", "dynsrc", "lowsrc"),
    ]
)
LISTS = frozenset(["srcset", "imagesrcset"])
EXECUTES = frozenset(
    [
        *("iframe", "frame", "frameset", "object", "embed", "applet", "portal", "base", "style"),
        *("math", "foreignobject", "animate", "set", "use", "image", "animatetransform"),
        *("noscript", "plaintext", "xmp", "marquee", "bgsound", "isindex", "keygen"),
    ]
)
"""Elements that no page of a site has, outside bodies or in them."""
BODY_TAGS = frozenset(
    re.findall(
        r"\S+",
        """a abbr b blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small source span strong
    picture sub sup table tbody td tfoot th thead time tr u ul var""",
    )
)
BODY_ATTRIBUTES = frozenset(
    re.findall(
        r"\S+",
        """id lang href title class src alt align colspan rowspan scope start value datetime rel srcset sizes
    loading width height decoding type tabindex role aria-label aria-labelledby fetchpriority
    aria-hidden""",
    )
)
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
OURS = frozenset(["https", "http", "mailto", "tel"])
CANONICAL = re.compile(r'[^<]|</?[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*>')
"""Text, or a tag that every parser reads in the same way."""


def address(value: str) -> str:
    """An address as a browser opens it."""
    return re.sub(r"[\t\n\r]", "", value.strip("".join(map(chr, range(33)))))


def addresses(tag: Tag) -> Iterator[str]:
    """The addresses in a tag, those of pictures in several sizes and of a refresh too."""
    for name in ADDRESSES & tag.attributes.keys():
        yield address(tag.attributes[name])
    for name in LISTS & tag.attributes.keys():
        for part in tag.attributes[name].split(","):
            yield address(part.split()[0] if part.split() else "")
    if tag.name == "meta" and tag.attributes.get("http-equiv", "").lower() == "refresh":
        content = tag.attributes.get("content", "")
        yield address(re.sub(r"^[\s\d.]*[;,]?\s*(url\s*=\s*)?[\"']?", "", content, flags=re.I))


def faults(
    html: str,
    scripts: Callable[[str], bool] = lambda address: False,
    schemes: frozenset[str] = OURS,
) -> Iterator[str]:
    """What would execute in a page, or send its reader somewhere by a scheme of its own.

    `scripts` says of the address of a script whether it is one of the site's own.
    """
    for tag in start_tags(html):
        if tag.name in EXECUTES:
            yield f"<{tag.name}>"
        if tag.name == "script" and tag.attributes == {"type": "application/ld+json"}:
            if "<" in tag.text or not isinstance(json.loads(tag.text), dict):
                yield f"<script type=application/ld+json>{tag.text[:60]}"
        elif tag.name == "script" and (
            tag.text.strip() or not scripts(tag.attributes.get("src", ""))
        ):
            yield f"<script src={tag.attributes.get('src')!r}>{tag.text[:60]}"
        for name, value in tag.attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc", "is", "slot", "nonce"):
                yield f"<{tag.name} {name}={value[:60]!r}>"
        for target in addresses(tag):
            scheme = SCHEME.match(target)
            if scheme and scheme[1].lower() not in schemes:
                yield f"<{tag.name}> {target[:80]!r}"


def body_faults(html: str, schemes: frozenset[str] = OURS) -> Iterator[str]:
    """What must not stand in the HTML of a body: any other element, attribute or scheme."""
    yield from faults(html, schemes=schemes)
    canonical = "".join(match[0] for match in CANONICAL.finditer(html))
    if canonical != html:
        yield f"read by each parser in its own way: {html[:200]!r}"
    for tag in start_tags(html):
        if tag.name not in BODY_TAGS:
            yield f"<{tag.name}>"
        for name in tag.attributes.keys() - BODY_ATTRIBUTES:
            yield f"<{tag.name} {name}>"
