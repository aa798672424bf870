"""The boxes in which comments show, which are drawings in VML. Programs write it rather freely, so it is changed as
text: boxes of others stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from sitegen.authoring.sheets.widths import width_of
from sitegen.loading.workbooks.facts import Damaged

NEW: Final = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
    b'data="%d"/></o:shapelayout></xml>'
)
TYPE: Final = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
BOX: Final = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
    'margin-top:2pt;width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden" '
    'fillcolor="#fff1f1" o:insetmode="auto"><v:fill color2="#fff1f1"/><v:shadow color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}'
    "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
NUMBER: Final = re.compile(rb"_x0000_s(\d{1,9})")
ROOT: Final = re.compile(rb"<xml(?:\s[^<>]*)?>")
PREFIXES: Final = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
ROW: Final = re.compile(rb"<x:Row>\s*(\d{1,7})\s*</x:Row>")
COLUMN: Final = re.compile(rb"<x:Column>\s*(\d{1,5})\s*</x:Column>")
WIDTH: Final = 250
LINE: Final = 18
MARGIN: Final = 14
"""In pixels."""
CHARACTERS: Final = 34
"""Half-width characters in a line of a box."""


class Sizes(NamedTuple):
    """The widths of columns by number from 1 and of the others, the height of a row, all in pixels."""

    columns: Mapping[int, int]
    column: int
    row: int


def with_boxes(
    part: bytes | None,
    added: Mapping[tuple[int, int], str],
    removed: Iterable[tuple[int, int]],
    sizes: Sizes,
    sheet: int,
) -> bytes:
    """The drawing with a box for each text by its (row, column) from 1, and without those of `removed`. `sheet`
    is the number of the sheet, by which the boxes of a new drawing are numbered. Raises Damaged."""
    gone = set(removed) | set(added)
    part = part or NEW % sheet
    kept = b"".join(_without(_with_usual_prefixes(part), gone))
    at = kept.rfind(b"</xml>")
    if at < 0:
        raise Damaged("vml")
    first = max((int(match[1]) for match in NUMBER.finditer(kept)), default=1024 * sheet) + 1
    boxes = [
        _box(first + n, n + 1, cell, text, sizes).encode()
        for n, (cell, text) in enumerate(sorted(added.items()))
    ]
    kind = TYPE if b'id="_x0000_t202"' not in kept else b""
    return b"".join([kept[:at], kind, *boxes, kept[at:]])


def _with_usual_prefixes(part: bytes) -> bytes:
    """The drawing with v:, o: and x: for the prefixes of Office, whatever another program called them."""
    match = ROOT.search(part)
    if match is None:
        raise Damaged("vml")
    root = match[0]
    for usual, namespace in PREFIXES.items():
        declared = re.search(rb"xmlns:([^\s=]{1,50})=\"" + re.escape(namespace) + rb'"', root)
        if declared is None:
            new = b'<xml xmlns:%s="%s"' % (usual, namespace)
            part = part.replace(b"<xml", new, 1)
        elif declared[1] != usual:
            if b"xmlns:%s=" % usual in root:
                raise Damaged("vml")
            name = re.escape(declared[1])
            part = re.sub(rb"([<\s/]|xmlns:)" + name + rb"([:=])", rb"\1" + usual + rb"\2", part)
    return part


def _without(part: bytes, gone: set[tuple[int, int]]) -> Iterable[bytes]:
    """The pieces of the drawing between the boxes of these cells."""
    at = 0
    while True:
        start = part.find(b"<v:shape ", at)
        end = part.find(b"</v:shape>", start)
        if start < 0 or end < 0:
            yield part[at:]
            return
        end += len(b"</v:shape>")
        box = part[start:end]
        row, column = ROW.search(box), COLUMN.search(box)
        is_note = b'ObjectType="Note"' in box
        is_gone = is_note and row and column and (int(row[1]) + 1, int(column[1]) + 1) in gone
        yield part[at : start if is_gone else end]
        at = end


def _box(number: int, order: int, cell: tuple[int, int], text: str, sizes: Sizes) -> str:
    row, column = cell
    lines = sum(1 + max(width_of(line) - 1, 0) // CHARACTERS for line in text.split("\n"))
    height = MARGIN + LINE * lines
    right, right_rest = column, WIDTH + 15
    while (
        right_rest > (width := sizes.columns.get(right + 1, sizes.column)) and right < column + 60
    ):
        right_rest -= width
        right += 1
    top = max(row - 2, 0)
    bottom, bottom_rest = divmod(height + 4, sizes.row)
    anchor = f"{column}, 15, {top}, 4, {right}, {right_rest}, {top + bottom}, {bottom_rest}"
    return BOX.format(
        number=number,
        order=order,
        width=WIDTH * 3 // 4,
        height=height * 3 // 4,
        anchor=anchor,
        row=row - 1,
        column=column - 1,
    )
