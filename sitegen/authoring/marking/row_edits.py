"""A row of a sheet with its marked cells and its text in the column of problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from sitegen.authoring.marking.marks import excel_text
from sitegen.authoring.marking.references import cells_of
from sitegen.authoring.marking.styles import Styles
from sitegen.authoring.marking.xml_edits import tree, with_attributes
from sitegen.authoring.sheets.widths import LINE, width_of
from sitegen.problems import Severity, letters

WIDTH: Final = 60
"""Of the column of problems, in digits."""
HIGHEST: Final = 400.0
"""Excel shows no row higher than 409 points."""
HEIGHT: Final = re.compile(r"\d{1,3}(\.\d+)?\Z")


@dataclass(frozen=True, slots=True)
class RowChange:
    """What changes in a row: the severity by column of its marked cells, the text and style of the cell in the
    column of problems (None: that cell goes)."""

    marked: Mapping[int, Severity]
    text: str | None
    style: int
    problems: int


def changed_row(
    row: bytes,
    number: int,
    prefix: str,
    change: RowChange,
    styles: Styles,
    style_of_column: Callable[[int], int],
) -> bytes:
    """The row `number`, b"" where there is none yet, with what changes in it. Other cells keep their bytes."""
    if not row:
        row = f'<{prefix}row r="{number}"></{prefix}row>'.encode()
    element = tree(row)
    cells = cells_of(element)
    restored = styles.restored
    if any(column == change.problems for column, _ in cells):
        restored = styles.restored_in_marked_rows
    pieces: dict[int, bytes] = {}
    for column, cell in cells:
        if column == change.problems:
            continue
        before = _style(cell.attributes)
        style = _with_mark(restored.get(before, before), change.marked.get(column), styles)
        raw = row[cell.start : cell.end]
        if style != before:
            head = with_attributes(row[cell.start : cell.inner], {"s": str(style)})
            raw = head + row[cell.inner : cell.end]
        pieces[column] = raw
    own = (
        _style(element.attributes)
        if element.attributes.get("customFormat") in ("1", "true")
        else None
    )
    for column, severity in change.marked.items():
        if column not in pieces:
            style = own if own is not None else style_of_column(column)
            style = _with_mark(styles.restored.get(style, style), severity, styles)
            name = f"{letters(column)}{number}"
            pieces[column] = f'<{prefix}c r="{name}" s="{style}"/>'.encode()
    if change.text is not None:
        pieces[change.problems] = _text_cell(number, prefix, change)
    head = row[element.start : element.inner]
    values = {**_height(element.attributes, change.text), "spans": None}
    if change.text is not None or len(pieces) != len(element.children):
        head = with_attributes(head, values)
    head = head.removesuffix(b"/>") + (b">" if head.endswith(b"/>") else b"")
    after = b"".join(row[one.start : one.end] for one in element.children if one.name != "c")
    inside = b"".join(raw for _, raw in sorted(pieces.items()))
    return head + inside + after + f"</{prefix}row>".encode()


def _style(attributes: Mapping[str, str]) -> int:
    text = attributes.get("s", "0")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0


def _with_mark(style: int, severity: Severity | None, styles: Styles) -> int:
    return style if severity is None else styles.marked(style, severity)


def _text_cell(number: int, prefix: str, change: RowChange) -> bytes:
    """A text that no program takes for a formula: it stands in the cell itself and is said to be text."""
    name = f"{letters(change.problems)}{number}"
    text = escape(excel_text(change.text or ""))
    return (
        f'<{prefix}c r="{name}" s="{change.style}" t="inlineStr"><{prefix}is>'
        f'<{prefix}t xml:space="preserve">{text}</{prefix}t></{prefix}is></{prefix}c>'
    ).encode()


def _height(attributes: Mapping[str, str], text: str | None) -> dict[str, str | None]:
    """A row is made as high as its text needs, and never made lower."""
    lines = sum(1 + max(width_of(one) - 1, 0) // (WIDTH - 2) for one in (text or "").split("\n"))
    needed = min(LINE * lines, HIGHEST)
    written = attributes.get("ht", "")
    before = float(written) if HEIGHT.match(written) else LINE
    return {"ht": f"{needed:g}"} if needed > before else {}
