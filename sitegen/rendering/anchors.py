"""Links and fragments of a finished page, for the check that every link has a target.

They are read as a browser reads them (`html_tags`). Most pages need no pass over each tag for that. Where no
tag, comment or element of text alone goes on behind the end of its line, each line can be read by itself, and
the lines that stand on many pages are read once. A line is cut before each < and after it before the first >.
Where each distinct piece is a whole tag by itself, the pieces are the tags of the line in whatever order they
are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from sitegen.rendering import html_tags
from sitegen.rendering.html_tags import RAW, SPACE, TOKEN, StartTag

LINKS = frozenset(["href", "src", "action", "formaction", "poster", "xlink:href"])
LISTS = frozenset(["srcset", "imagesrcset"])
"""Attributes with several addresses."""
CANDIDATE = re.compile(rf"[{SPACE},]*+([^{SPACE}]++)")
DESCRIPTORS = re.compile(r"(?:[^,(]|\([^)]*+\)?+)*+")
REFRESH = re.compile(
    rf"""[{SPACE}]*+[0-9.]++[{SPACE}]*+[;,]?+[{SPACE}]*+(?:url[{SPACE}]*+=[{SPACE}]*+)?+(["']?)(.*)""",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
ATTRIBUTES = "class|content|datetime|lang|name|property|rel|title|type|(?:aria|data)-[a-z-]++"
OTHERS = rf'(?: (?:{ATTRIBUTES})="[^"<>&\n]*+")*+'
"""Attributes that are neither links nor ids; a value of several lines is for the other way."""
ELEMENT = "[a-z][a-z0-9-]*+"
ADDRESS = r'[^"<>&\x00-\x20]++'
PLAIN_LINK = re.compile(rf'<{ELEMENT}{OTHERS} href="({ADDRESS})"{OTHERS}>')
"""A link as nearly all are written. Most tags that stand on one page alone are such links, or have none."""
PIECE = re.compile(rf'<(?!(?!plaintext)/?{ELEMENT}{OTHERS}(?: href="{ADDRESS}"{OTHERS})?+>)[^>]*+')
"""A piece that is neither such a link nor a tag without links and ids."""
OPEN_TEXT = re.compile(rf"<({'|'.join(RAW)})(?:[{SPACE}/][^<>]*+)?+>[^<\n]*+(?!</\1>)")
"""An element that holds text only, and is not ended in its line by the first < in it."""
WHOLE_COMMENT = re.compile(r"<!--(?:-?|.*--!?)>", re.DOTALL)
AROUND_ADDRESS = "".join(map(chr, range(ord(" ") + 1)))
NO_BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
LONG = 400
"""Longer pieces, in characters, are hardly on two pages; they are not kept."""
LONG_LINE = 1000
"""The same of lines."""
MOST_LINES = 2048
"""So many lines of a kind are kept; then all are forgotten, which bounds the memory."""


class Found(NamedTuple):
    """The link targets and the ids of a tag."""

    links: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


NOTHING = Found()
_bare_lines: set[str] = set()
"""Lines without links and ids."""
_seen_lines: set[str] = set()
"""Lines that have come once."""
_known_lines: dict[str, Found] = {}
"""What stands in other lines."""


def scan(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """(link targets, ids) of a page. Every URL of a srcset is a link target.

    An id with a line break is left out: no link of ours can name it.
    """
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    found = _of_lines(html)
    if found is None:
        found = [_of_known(tag) for tag in html_tags.start_tags(html)]
    links = chain.from_iterable([one.links for one in found])
    ids = chain.from_iterable([one.ids for one in found if one.ids])
    return frozenset(links), frozenset(ids)


def _of_lines(html: str) -> list[Found] | None:
    """What stands in the lines of a page; None where a browser may stand in a tag or in text alone at the
    end of one.

    Most lines of a page stand on many pages, the others on this one: a line is read by itself and kept
    when it comes for the second time.
    """
    new = []
    found = []
    bare = _bare_lines
    for line in {line for line in html.split("\n") if line not in bare}:
        one = _known_lines.get(line)
        if one is None and line in _seen_lines:
            one = _of_line(line)
        if one is None:
            new.append(line)
        elif one is not NOTHING:
            found.append(one)
    more = _of_pieces("\n".join(new))
    if more is None:
        return None
    _keep(_seen_lines, [line for line in new if len(line) <= LONG_LINE])
    return found + more


def _of_line(line: str) -> Found | None:
    """What stands in a line by itself; it is kept."""
    pieces = _of_pieces(line)
    if pieces is None:
        return None
    if not pieces:
        _keep(_bare_lines, [line])
        return NOTHING
    if len(_known_lines) >= MOST_LINES:
        _known_lines.clear()
    links = tuple(link for piece in pieces for link in piece.links)
    ids = tuple(name for piece in pieces for name in piece.ids)
    return _known_lines.setdefault(line, Found(links, ids))


def _keep(kept: set[str], lines: list[str]) -> None:
    if len(kept) >= MOST_LINES:
        kept.clear()
    kept.update(lines)


def _of_pieces(lines: str) -> list[Found] | None:
    """What stands in each distinct tag of some lines; None where their pieces are not all whole tags.

    A browser that stands before the first piece reads that tag, stands behind its >, and goes on to the
    next <, which begins the next piece; but not in an element that holds text only.
    """
    if lines.rfind("<") > lines.rfind(">") or OPEN_TEXT.search(lines):
        return None
    plain = PLAIN_LINK.findall(lines)
    found = [Found(tuple(plain))] if plain else []
    for piece in set(PIECE.findall(lines)):
        one = (_of_known_piece if len(piece) <= LONG else _of_piece)(piece)
        if one is None:
            return None
        if one is not NOTHING:
            found.append(one)
    return found


def _of_piece(piece: str) -> Found | None:
    """What stands in the tag that `piece` is without its >; None where it may be something else."""
    whole = piece + ">"
    if "\n" in piece:
        return None
    if piece.startswith("<!--"):
        return NOTHING if WHOLE_COMMENT.fullmatch(whole) else None
    token = TOKEN.match(whole)
    if token is None:
        return NOTHING if "<" not in piece[1:] else None
    name = token["name"]
    if name is None or (token["closing"] and token["end"]):
        return NOTHING
    in_order = name != name.lower() or name == "plaintext" or (name in RAW and "<" in piece[1:])
    return None if in_order or not token["end"] else _of_tag(StartTag(name, token["attributes"]))


_of_known_piece = lru_cache(maxsize=2048)(_of_piece)


def _of_known(tag: StartTag) -> Found:
    return (_of_known_tag if len(tag.attributes) <= LONG else _of_tag)(tag)


def _of_tag(tag: StartTag) -> Found:
    values = html_tags.attributes(tag.attributes)
    links = [address(values[name]) for name in LINKS & values.keys()]
    for name in LISTS & values.keys():
        links += map(address, _candidates(values[name]))
    if tag.name == "object" and "data" in values:
        links.append(address(values["data"]))
    if tag.name == "meta" and values.get("http-equiv", "").lower() == "refresh":
        links += map(address, _refresh(values.get("content", "")))
    own = values.get("id", "")
    ids = (own,) if own and "\n" not in own else ()
    return Found(tuple(links), ids) if links or ids else NOTHING


_of_known_tag = lru_cache(maxsize=4096)(_of_tag)


def address(value: str) -> str:
    """An address as a browser goes to it: no space around it, no line break or tab within."""
    value = value.strip(AROUND_ADDRESS)
    has_breaks = "\n" in value or "\t" in value or "\r" in value
    return value.translate(NO_BREAKS) if has_breaks else value


def _candidates(srcset: str) -> Iterator[str]:
    """The URLs of a srcset. A URL may hold commas, but none at its end."""
    place = 0
    while match := CANDIDATE.match(srcset, place):
        url = match[1].rstrip(",")
        yield url
        place = match.end()
        if url == match[1] and (rest := DESCRIPTORS.match(srcset, place)):
            place = rest.end()


def _refresh(content: str) -> Iterator[str]:
    """The URL to which a page sends its reader on, if `content` has one."""
    match = REFRESH.match(content)
    if match and match[2]:
        url = match[2].partition(match[1])[0] if match[1] else match[2]
        yield url
