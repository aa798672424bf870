"""XML changed in places, every other byte kept.

Elements are found by expat and given by their places in the bytes. The bytes are UTF-8, or nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape

from sitegen.loading.workbooks.facts import Damaged, TooLarge
from sitegen.loading.workbooks.unpacking import ELEMENTS

TAG: Final = re.compile(rb"<(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
ATTRIBUTE: Final = re.compile(
    rb"(?<!\s)\s++([^\s=]++)\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')"  # a long run of spaces is tried once
)
ROOT: Final = re.compile(rb"<([A-Za-z_][\w.:-]{0,200})[\s/>]")
ENCODING: Final = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)")
DEEPEST: Final = 100
MOST_IN_TREE: Final = 200_000
"""Elements of a part that is kept as a tree, of about half a kilobyte each. Excel writes no part so large but those
of sheets and shared texts, which are only scanned."""

Edit = tuple[int, int, bytes]
"""(start, end, what stands there instead)"""


@dataclass(slots=True)
class Element:
    """An element of an XML part. `start` and `end` are its first byte and the one after its last, `inner` and
    `close` where its content begins and ends; both are `end` where the tag closes itself."""

    name: str
    attributes: Mapping[str, str]
    start: int
    inner: int
    close: int = 0
    end: int = 0
    children: list[Element] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    @property
    def is_empty_tag(self) -> bool:
        return self.inner == self.end

    def child(self, name: str) -> Element | None:
        return next((child for child in self.children if child.name == name), None)

    def all_text(self) -> str:
        """The characters of the element and of all in it."""
        return "".join(self.text) + "".join(child.all_text() for child in self.children)


def check_encoding(part: bytes) -> None:
    """Raises Damaged where bytes of ours could not be added to a part."""
    declared = ENCODING.match(part.removeprefix(b"\xef\xbb\xbf"))
    if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:4]:
        raise Damaged("encoding")
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        raise Damaged("encoding")


def tag_end(part: bytes, start: int) -> int:
    """The byte after the tag that starts at `start`."""
    match = TAG.match(part, start)
    if match is None:
        raise Damaged("tag")
    return match.end()


def tree(part: bytes) -> Element:
    """The root of a small part, with all elements in it. Raises Damaged, TooLarge."""
    roots: list[Element] = []
    open_ones: list[Element] = []
    count = 0

    def start(name: str, attributes: dict[str, str], at: int) -> None:
        nonlocal count
        count += 1
        if len(open_ones) > DEEPEST or count > MOST_IN_TREE:
            raise Damaged("elements")
        element = Element(local(name), attributes, at, tag_end(part, at))
        (open_ones[-1].children if open_ones else roots).append(element)
        open_ones.append(element)

    def end(name: str, at: int) -> None:
        close(part, open_ones.pop(), at)

    def text(data: str) -> None:
        open_ones[-1].text.append(data)

    scan(part, start, end, text)
    return roots[0]


def close(part: bytes, element: Element, at: int) -> None:
    """Note where an element ends; `at` is where expat says that its end tag begins."""
    if part[element.inner - 2 : element.inner] == b"/>":
        element.close = element.end = element.inner
    else:
        element.close, element.end = at, part.index(b">", at) + 1


def scan(
    part: bytes,
    start: Callable[[str, dict[str, str], int], None],
    end: Callable[[str, int], None],
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start` and `end` for each element with its name and its place. Raises Damaged, TooLarge."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    count = 0

    def started(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > ELEMENTS:
            raise TooLarge(f"{ELEMENTS:,} 个部分", f"{ELEMENTS:,} elements")
        start(name, attributes, parser.CurrentByteIndex)

    def refused(*_: object) -> None:
        raise Damaged("DOCTYPE")

    parser.StartElementHandler = started
    parser.EndElementHandler = lambda name: end(name, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = refused
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Damaged(str(error)) from error


def local(name: str) -> str:
    return name.rpartition(":")[2]


def prefix_of(part: bytes) -> str:
    """The prefix of the root's name with its colon, "" where there is none."""
    name = ROOT.search(part)
    if name is None:
        raise Damaged("root")
    head, colon, _ = name[1].decode().rpartition(":")
    return head + colon


def edited(part: bytes, edits: Iterable[Edit]) -> bytes:
    """The part with all edits made. They do not overlap; of two at one place the first given comes first."""
    pieces = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        if start < at:
            raise Damaged("overlap")
        pieces += [part[at:start], new]
        at = end
    return b"".join([*pieces, part[at:]])


def with_attributes(tag: bytes, values: Mapping[str, str | None] | Mapping[str, str]) -> bytes:
    """A start tag with these attributes set; None takes one away."""
    name = re.match(rb"<[^\s/>]+", tag)
    if name is None:
        raise Damaged("tag")
    left = {key: value for key, value in values.items() if value is not None}
    pieces: list[bytes] = []
    for match in ATTRIBUTE.finditer(tag, name.end()):
        key = match[1].decode()
        if key in left:
            pieces.append(_attribute(key, left.pop(key)))
        elif key not in values:
            pieces.append(match[0])
    pieces += [_attribute(key, value) for key, value in left.items()]
    return name[0] + b"".join(pieces) + (b"/>" if tag.endswith(b"/>") else b">")


def _attribute(key: str, value: str) -> bytes:
    return f' {key}="{quoted(value)}"'.encode()


def quoted(value: str) -> str:
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
