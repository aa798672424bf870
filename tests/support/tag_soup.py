"""Random HTML as nobody should write it: quotes that nothing closes, tags in text, text like attributes."""

from __future__ import annotations

import random

NAMES = ("a", "A", "p", "div", "img", "b", "span", "h2", "li", "video", "meta", "x-y", "a\u3000b")
RAW = ("script", "Style", "textarea", "title", "iframe", "xmp", "STYLE", "script", "noembed")
KEYS = (
    "href",
    "HREF",
    "src",
    "id",
    "title",
    "alt",
    "srcset",
    "data-id",
    "content",
    "=id",
    "xhref",
    '"',
)
VALUES = ("a/", "../b/#c", "x href=", " id=", "1 > 0", "<a href=d>", "&amp;", "?a=1&copy=2", "&copy;",
          "&notit;", "&#x80;", "&#0;", "甲", "", "'", '"', "--", "a, b 2x", "e\nf", "&lt", "&#65")  # fmt: skip
TEXTS = ("甲", " ", "\n", "href=no", ' id="no"', "='", "<", "< ", "<3", ">", "<!", "<!-- ", "-->", "--!>",
         "<!-->", "<!--->", "<!doctype html>", "<?a b='>'>", "</>", "</ a>", "&", "<!--x-->", "<!--<script>",
         "<![CDATA[", "]]>", '"', "'")  # fmt: skip
SPACES = (" ", " ", " ", "\n", "\t", "\f", "/", " / ", "", "\u3000")
EQUALS = ("=", "=", "=", "=", " =", "= ", " = ", "")


def soup(chance: random.Random) -> str:
    """Some thirty pieces."""
    return "".join(_piece(chance) for _ in range(chance.randint(1, 30)))


def _piece(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(TEXTS)
    name = chance.choice(RAW if kind > 0.75 else NAMES)
    slash = "/" if chance.random() < 0.35 else ""
    attributes = "".join(_attribute(chance) for _ in range(chance.choice((0, 0, 1, 1, 2, 3))))
    return f"<{slash}{name}{attributes}{chance.choice(('>', '>', '>', '>', ' >', '/>', ''))}"


def _attribute(chance: random.Random) -> str:
    quote = chance.choice(('"', '"', '"', "'", "'", ""))
    value = chance.choice(VALUES)
    end = quote if chance.random() < 0.97 else ""
    return f"{chance.choice(SPACES)}{chance.choice(KEYS)}{chance.choice(EQUALS)}{quote}{value}{end}"
