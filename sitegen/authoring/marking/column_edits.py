"""What the column of problems changes beside the rows of a sheet: widths of columns, the filter, the extent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sitegen.authoring.marking.references import LAST_COLUMN, area_of, number
from sitegen.authoring.marking.row_edits import WIDTH
from sitegen.authoring.marking.sheet_look import SheetLook
from sitegen.authoring.marking.xml_edits import Edit, Element, with_attributes
from sitegen.loading.workbooks.facts import Damaged
from sitegen.problems import letters

ORDER: Final = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *(
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
    ),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations"),
    *("hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
    *("colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
    *("legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
"""The elements of a sheet in the order in which Excel wants them."""


def insertion_point(look: SheetLook, name: str) -> int:
    """Where an element of this name goes that the sheet does not have yet."""
    before = ORDER[: ORDER.index(name)]
    ends = [one.end for one in look.outer if one.name in before]
    if ends:
        return max(ends)
    if look.root is None:
        raise Damaged("worksheet")
    return look.root.inner


class ColumnStyles:
    """The style of a column for cells that are not there yet."""

    def __init__(self, cols: Sequence[Element]) -> None:
        self._ranges = [
            (*_range(one), int(style))
            for one in cols
            if (style := one.attributes.get("style", "0")).isdecimal() and len(style) < 8
        ]

    def __call__(self, column: int) -> int:
        return next((s for first, last, s in self._ranges if first <= column <= last), 0)


def _range(col: Element) -> tuple[int, int]:
    first = number(col.attributes.get("min", ""), LAST_COLUMN)
    return first, number(col.attributes.get("max", ""), LAST_COLUMN)


def width_edits(look: SheetLook, column: int) -> list[Edit]:
    """The column of problems gets its width; a range of columns around it is divided."""
    own = f'<{look.prefix}col min="{column}" max="{column}" width="{WIDTH}" customWidth="1"/>'.encode()
    cols = look.child("cols")
    if cols is None:
        new = f"<{look.prefix}cols>".encode() + own + f"</{look.prefix}cols>".encode()
        at = insertion_point(look, "cols")
        return [(at, at, new)]
    at = cols.close
    for col in cols.children:
        first, last = _range(col)
        if first > column:
            return [(col.start, col.start, own)]
        if first <= column <= last:
            tag = look.part[col.start : col.inner]
            left = with_attributes(tag, {"min": str(first), "max": str(column - 1)})
            right = with_attributes(tag, {"min": str(column + 1), "max": str(last)})
            new = (left if first < column else b"") + own + (right if column < last else b"")
            return [(col.start, col.end, new)]
        at = col.end
    return [(at, at, own)]


def usual_width_edits(look: SheetLook, column: int) -> list[Edit]:
    """The column has no width of its own any more, once nothing stands in it."""
    cols = look.child("cols")
    own = [col for col in (cols.children if cols else ()) if _range(col) == (column, column)]
    if cols is not None and len(own) == len(cols.children):
        return [(cols.start, cols.end, b"")]  # it may not be empty
    return [(col.start, col.end, b"") for col in own]


def filter_edits(look: SheetLook, column: int, last_marked: int) -> tuple[list[Edit], str]:
    """The filter of the table takes in the column of problems, or leaves it out again. With its area."""
    if look.child("tableParts") is not None:
        return (
            [],
            "",
        )  # its tables have filters of their own, and Excel allows no second one over them
    old = look.child("autoFilter")
    if old is None:
        if not last_marked:
            return [], ""
        at = insertion_point(look, "autoFilter")
        area = _area(look.header, look.first_column, max(look.last_row, last_marked), column)
        return [(at, at, f'<{look.prefix}autoFilter ref="{area}"/>'.encode())], area
    top, left, bottom, right = area_of(old.attributes.get("ref", ""))
    if top != look.header or left > column:
        return [], ""
    right = max(right, column) if last_marked else max(min(right, column - 1), left)
    area = _area(top, left, max(bottom, last_marked), right)
    head = with_attributes(look.part[old.start : old.inner], {"ref": area})
    return [(old.start, old.inner, head)], area


def _area(top: int, left: int, bottom: int, right: int) -> str:
    return f"{letters(left)}{top}:{letters(right)}{max(top, bottom)}"


def extent_edits(look: SheetLook, column: int) -> list[Edit]:
    """What the sheet says of its extent."""
    old = look.child("dimension")
    if old is None or not look.rows:
        return []
    top, left, bottom, right = area_of(old.attributes.get("ref", ""))
    rows = [*look.rows, *look.gaps]
    area = _area(
        min(top, *rows), min(left, look.first_column), max(bottom, *rows), max(right, column)
    )
    head = with_attributes(look.part[old.start : old.inner], {"ref": area})
    return [(old.start, old.inner, head)]


def pixels(look: SheetLook, problems: int) -> tuple[Mapping[int, int], int, int]:
    """(widths of columns, width of others, height of a row) in pixels, for the boxes of comments. `problems` is
    the column of problems."""
    form = look.child("sheetFormatPr")
    usual = form.attributes if form else {}
    width = _decimal(usual.get("defaultColWidth"), _decimal(usual.get("baseColWidth"), 8.43))
    height = _decimal(usual.get("defaultRowHeight"), 15.0)
    widths = {} if look.problems else {problems: _pixels(WIDTH)}
    cols = look.child("cols")
    for col in cols.children if cols else ():
        first, last = _range(col)
        for column in {*range(first, min(last, first + 300) + 1)} - {*widths}:
            hidden = col.attributes.get("hidden") in ("1", "true")
            widths[column] = 0 if hidden else _pixels(_decimal(col.attributes.get("width"), width))
    return widths, _pixels(width), max(int(height * 4 / 3), 8)


def _pixels(width: float) -> int:
    return int(width * 7 + 5)


def _decimal(text: str | None, otherwise: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return value if 0 <= value <= 500 else otherwise
