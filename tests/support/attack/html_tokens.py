"""The start tags of HTML by the tokenizer of the standard (13.2.5), one character after the other.

Written to hold the product's own reading of tags against, so it shares nothing with it: no patterns of
tags or attributes, no cuts. `<noscript>` is read as by a browser without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import entities, unescape
from typing import NamedTuple

SPACE = "\t\n\f "
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
TEXT_ONLY = frozenset(
    ["iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"]
)
SCRIPT_MARKS = re.compile(r"<!--|-->|<script[\t\n\f />]|</script[\t\n\f />]", re.I | re.A)
LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class Tag(NamedTuple):
    """A start tag: its name in small letters, its attributes as a browser has them, and the text in it
    where it is one that holds text only."""

    name: str
    attributes: dict[str, str]
    text: str = ""


def start_tags(html: str) -> Iterator[Tag]:
    """The start tags of a page in order. One that the page ends within is none."""
    text = html.replace("\r\n", "\n").replace("\r", "\n")
    place = text.find("<")
    while place >= 0:
        following = text[place + 1 : place + 2]
        if following in LETTERS:
            tag, place = _tag(text, place + 1)
            if tag is None or tag.name == "plaintext":
                if tag:
                    yield tag
                return
            if tag.name in TEXT_ONLY:
                end = _end_of_text(text, place, tag.name)
                yield tag._replace(text=text[place:end])
                place = end
            else:
                yield tag
        elif following == "/" and text[place + 2 : place + 3] in LETTERS:
            closing, place = _tag(text, place + 2)
            if closing is None:
                return
        elif text.startswith("<!--", place):
            place = _end_of_comment(text, place + 4)
        elif following and following in "!?/":
            end = text.find(">", place + 2)
            place = len(text) if end < 0 else end + 1
        else:
            place += 1
        place = text.find("<", place)


def _tag(text: str, place: int) -> tuple[Tag | None, int]:
    """The tag whose name begins at `place`, and the place behind it; None where the page ends first."""
    name, place = _until(text, place, SPACE + "/>")
    attributes: dict[str, str] = {}
    while place < len(text):
        character = text[place]
        if character == ">":
            return Tag(name.translate(LOWER), attributes), place + 1
        if character in SPACE or character == "/":
            place += 1
            continue
        key, end = _until(text, place + 1, SPACE + "/>=")  # an = at the start is part of the name
        key, place = character + key, _behind_space(text, end)
        value = ""
        if text[place : place + 1] == "=":
            place = _behind_space(text, place + 1)
            value, place = _value(text, place)
        attributes.setdefault(key.translate(LOWER), _unescaped(value))
    return None, place


def _value(text: str, place: int) -> tuple[str, int]:
    quote = text[place : place + 1]
    if quote and quote in "\"'":
        end = text.find(quote, place + 1)
        return (text[place + 1 :], len(text)) if end < 0 else (text[place + 1 : end], end + 1)
    return _until(text, place, SPACE + ">")


def _until(text: str, place: int, ends: str) -> tuple[str, int]:
    start = place
    while place < len(text) and text[place] not in ends:
        place += 1
    return text[start:place], place


def _behind_space(text: str, place: int) -> int:
    while place < len(text) and text[place] in SPACE:
        place += 1
    return place


def _end_of_comment(text: str, place: int) -> int:
    for start in (">", "->"):
        if text.startswith(start, place):
            return place + len(start)
    ends = [found + len(end) for end in ("-->", "--!>") if (found := text.find(end, place)) >= 0]
    return min(ends, default=len(text))


def _end_of_text(text: str, place: int, name: str) -> int:
    """The place of the end tag of an element that holds text only."""
    if name == "script":
        return _end_of_script(text, place)
    end = re.compile(f"</{name}[{SPACE}/>]", re.I | re.A).search(text, place)
    return end.start() if end else len(text)


def _end_of_script(text: str, place: int) -> int:
    """Within a comment a second `<script` hides the next `</script`."""
    escaped = doubly = False
    while mark := SCRIPT_MARKS.search(text, place):
        place = mark.end()
        if mark[0] == "<!--":
            escaped = True
            place = mark.start() + 2  # its hyphens may also be those of -->
        elif mark[0] == "-->":
            escaped = doubly = False
        elif mark[0][1] == "/":
            if not doubly:
                return mark.start()
            doubly = False
        elif escaped:
            doubly = True
    return len(text)


def _unescaped(value: str) -> str:
    """An attribute's value with its character references replaced."""
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z0-9]+;?)", _referred, value, flags=re.A)


def _referred(match: re.Match[str]) -> str:
    name = match[1]
    if name.startswith("#"):
        digits = name[1:].rstrip(";")
        number = (
            int(digits[1:].lstrip("0")[:20] or "0", 16)
            if digits[0] in "xX"
            else int(digits.lstrip("0")[:20] or "0")
        )
        if 1 <= number < 0x80 or 0xA0 <= number < 0xD800 or 0xE000 <= number < 0x110000:
            return chr(number)
        return unescape(f"&#{number};") if 0x80 <= number < 0xA0 else "\ufffd"
    for length in range(len(name), 1, -1):
        if (meaning := entities.html5.get(name[:length])) is not None:
            following = name[length : length + 1] or match.string[match.end() : match.end() + 1]
            if (
                not name[:length].endswith(";")
                and following
                and (following in "=" or (following.isalnum() and following.isascii()))
            ):
                return match[0]
            return meaning + name[length:]
    return match[0]
