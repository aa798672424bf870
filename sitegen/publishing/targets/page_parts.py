"""A finished page taken apart: what its head says, and what stands in <main> with whole addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urljoin

ATTRIBUTE = re.compile(
    r"""(?<!\s)(?P<before>\s++(?P<name>[^\s=>/"']++)\s*+=\s*+)(?P<value>"[^"]*+"|'[^']*+'|[^\s>"']++)"""
)
ADDRESSES = frozenset(["href", "src", "action", "formaction", "poster", "cite", "data"])
SEVERAL = frozenset(["srcset", "imagesrcset"])
OF_BROWSERS = frozenset(["viewport", "color-scheme", "format-detection", "theme-color"])
"""Names of <meta> that are about showing the page, not about what it says."""


@dataclass
class PageParts:
    """What there is in a page. `meta` are its <meta> by name; one that is there twice has both texts."""

    language: str = ""
    title: str = ""
    canonical: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    styles: list[str] = field(default_factory=list)
    """The addresses of its style sheets."""
    main: str | None = None
    forwards: bool = False


def read_page(page: str, address: str) -> PageParts:
    """The parts of a page that lies at an address."""
    reader = _Reader(page, address)
    reader.feed(page)
    reader.close()
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.parts = PageParts()
        self._page, self._address = page, address
        self._lines = [0, *(found.end() for found in re.finditer("\n", page))]
        self._in_title = False
        self._copied = -1
        """Up to where <main> is copied; -1 outside it."""
        self._main: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        here, text = self._offset(), self.get_starttag_text() or ""
        if self._copied < 0:
            self._of_head(tag, given)
            if tag == "main" and self.parts.main is None:
                self._copied = here + len(text)
        elif tag == "script":
            self._copy_to(here)
        elif not (ADDRESSES | SEVERAL).isdisjoint(given):
            self._copy_to(here)
            self._main.append(with_whole_addresses(text, self._address))
            self._copied = here + len(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
        if self._copied < 0:
            return
        if tag == "script":
            self._copied = self._page.index(">", self._offset()) + 1
        elif tag == "main":
            self._copy_to(self._offset())
            self.parts.main, self._copied = "".join(self._main), -1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.parts.title += data

    def _of_head(self, tag: str, given: dict[str, str]) -> None:
        """What is said before <main>."""
        parts, name = self.parts, given.get("name", "")
        relation = given.get("rel", "").split()
        if tag == "html":
            parts.language = given.get("lang", "")
        elif tag == "title" and not parts.title:
            self._in_title = True
        elif tag == "link" and "canonical" in relation:
            parts.canonical = urljoin(self._address, given.get("href", ""))
        elif tag == "link" and "stylesheet" in relation:
            parts.styles.append(urljoin(self._address, given.get("href", "")))
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            parts.forwards = True
        elif tag == "meta" and name and name.lower() not in OF_BROWSERS:
            said = [parts.meta[name]] if name in parts.meta else []
            parts.meta[name] = "; ".join([*said, given.get("content", "")])

    def _copy_to(self, end: int) -> None:
        self._main.append(self._page[self._copied : end])
        self._copied = end

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def with_whole_addresses(tag: str, address: str) -> str:
    """A tag as it is written, with addresses that begin at that of the page made whole. One within the page stays."""

    def whole(url: str) -> str:
        return url if not url or url.startswith("#") else urljoin(address, url)

    def each(found: re.Match[str]) -> str:
        name, given = found["name"].lower(), found["value"]
        if name not in ADDRESSES and name not in SEVERAL:
            return found[0]
        value = unescape(given.strip("\"'") if given[0] in "\"'" else given)
        made = (
            ", ".join(
                " ".join([whole(url), *size])
                for url, *size in map(str.split, re.split(r",\s+", value))
            )
            if name in SEVERAL
            else whole(value)
        )
        return found[0] if made == value else f'{found["before"]}"{escape(made)}"'

    return ATTRIBUTE.sub(each, tag)
