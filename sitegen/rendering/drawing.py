"""SVG drawings from content/media, cleaned by an allow-list so that they are safe within a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree
from xml.parsers import expat

from markupsafe import Markup

from sitegen.problems import Kind, Location, Problem, Severity

BAD_DRAWING = Kind(
    "image.bad-drawing",
    Severity.ERROR,
    zh="这个 SVG 用不了：{reason}",
    en="this SVG cannot be used: {reason_en}",
    fix_zh="用绘图软件另存为“普通 SVG”，只保留形状，不要脚本、文字、样式和外部引用",
    fix_en="save it as plain SVG: shapes only, no script, text, style or outside reference",
)

SVG = "http://www.w3.org/2000/svg"
TAGS = frozenset(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"])
ATTRIBUTES = frozenset(
    [
        "viewBox",
        "d",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "width",
        "height",
        "points",
        "transform",
        "fill",
        "fill-rule",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "opacity",
    ]
)
LIMIT = 200_000
"""Maximum size of a drawing in bytes. A paper-cut has 4–5 KB (decision 0006)."""
DEEPEST = 50
"""Maximum nesting of elements: `_to_markup` is recursive."""
VALUE = re.compile(r"[\w\s.,#()%+-]*\Z")


def clean(data: bytes, file: str) -> tuple[Markup | None, list[Problem]]:
    """The drawing as inline SVG, or None and the problem.

    The SVG is hidden from screen readers: the text beside it says what it shows.
    """

    def refuse(reason: str, reason_en: str = "") -> tuple[None, list[Problem]]:
        facts = {"reason": reason, "reason_en": reason_en or reason}
        return None, [Problem(BAD_DRAWING, Location(file), facts)]

    if len(data) > LIMIT:
        return refuse(f"{len(data)} 字节，最多 {LIMIT}", f"{len(data)} bytes, at most {LIMIT}")
    try:
        _scan(data)
        root = ElementTree.fromstring(data)
    except _Refused as error:
        return refuse(str(error))
    except (ElementTree.ParseError, expat.ExpatError) as error:
        # Both are syntax errors of expat, which has words in English only.
        line, column = getattr(error, "position", (getattr(error, "lineno", 1), 0))
        return refuse(f"第 {line} 行第 {column + 1} 列不是正确的 XML", str(error))
    except (LookupError, ValueError) as error:
        return refuse("不认识的文字编码", str(error))
    if root.tag != f"{{{SVG}}}svg" or "viewBox" not in root.attrib:
        return refuse("<svg viewBox>")
    for element in root.iter():
        name = str(element.tag).removeprefix(f"{{{SVG}}}")
        if name not in TAGS:
            return refuse(f"<{name}>")
    return Markup(_to_markup(root, outer=True)), []


class _Refused(Exception):
    """The file contains something that a plain drawing never needs."""


def _scan(data: bytes) -> None:
    """Raise _Refused for a document type (before any entity is expanded) and for deep nesting.

    The parser detects both, because the bytes can be in any encoding.
    """
    depth = 0

    def doctype(*_: object) -> None:
        raise _Refused("<!DOCTYPE>")

    def start(name: str, _: object) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _Refused(f"<{name}> × {depth}")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)


def _to_markup(element: ElementTree.Element, *, outer: bool = False) -> str:
    name = str(element.tag).removeprefix(f"{{{SVG}}}")
    attributes = [
        f' {key}="{value}"'
        for key, value in element.attrib.items()
        if key in ATTRIBUTES and VALUE.match(value) and "url(" not in value.lower()
    ]
    if outer:
        attributes = [part for part in attributes if not part.startswith((" width", " height"))]
        attributes += [' aria-hidden="true"', ' focusable="false"']
    children = "".join(_to_markup(child) for child in element)
    return f"<{name}{''.join(attributes)}>{children}</{name}>"
