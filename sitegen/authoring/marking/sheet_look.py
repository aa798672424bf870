"""The first look at the XML of a sheet before it is marked: which rows will change, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from sitegen.authoring.marking.references import LAST_ROW, cells_of, column_of, number
from sitegen.authoring.marking.xml_edits import (
    MOST_IN_TREE,
    Element,
    check_encoding,
    close,
    local,
    prefix_of,
    scan,
    tag_end,
    tree,
)
from sitegen.loading.table_layout import name_of
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.loading.workbooks.facts import ROWS, Damaged

SEVERAL: Final = 2
"""Where the header is not known, it is the first row with so many cells."""
KEPT_CHILDREN: Final = ("cols", "mergeCells")
ROW_DEPTH, CELL_DEPTH, VALUE_DEPTH = 3, 4, 5


@dataclass(slots=True)
class SheetLook:
    """What is known of a sheet. Rows and columns count from 1.

    `rows` are the rows that may change, `gaps` where those go that are not there yet. `outer` are the elements
    beside the rows. `header` is the row of the header, `last_column` the last one with content in it or below,
    `last_row` the last one with content, `problems` the column of problems that the sheet has already.
    """

    part: bytes
    prefix: str
    outer: list[Element] = field(default_factory=list)
    root: Element | None = None
    rows: dict[int, Element] = field(default_factory=dict)
    gaps: dict[int, int] = field(default_factory=dict)
    header: int = 0
    first_column: int = 1
    last_column: int = 0
    last_row: int = 0
    problems: int = 0

    def child(self, name: str) -> Element | None:
        return next((one for one in self.outer if one.name == name), None)


def look(
    part: bytes,
    wanted: Collection[int],
    header: int,
    is_ours: Callable[[int], bool],
    header_texts: Collection[int],
) -> SheetLook:
    """Look at a sheet. `wanted` are the rows with marks, `header` the row of the header (0: not known), `is_ours`
    says whether a style is one of a marked cell, `header_texts` are the numbers of the shared texts that head
    the column of problems. Raises Damaged, TooLarge."""
    check_encoding(part)
    looking = _Looking(part, wanted, header, is_ours, header_texts)
    scan(part, looking.start, looking.end)
    found = looking.found
    sheet_data = found.child("sheetData")
    if sheet_data is None:
        raise Damaged("sheetData")
    for row in looking.missing:
        found.gaps[row] = sheet_data.close
    return found


class _Looking:
    def __init__(
        self,
        part: bytes,
        wanted: Collection[int],
        header: int,
        is_ours: Callable[[int], bool],
        header_texts: Collection[int],
    ) -> None:
        self.part = part
        self.found = SheetLook(part, prefix_of(part), header=header)
        self.wanted = set(wanted)
        self.missing = sorted(self.wanted | ({header} if header else set()))
        self.is_ours = is_ours
        self.header_texts = header_texts
        self.depth = 0
        self.row = self.column = 0
        self.open: list[Element] = []
        self.element: Element | None = None
        self.is_needed = False
        self.filled: set[int] = set()
        self.in_rows = False

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        self.depth += 1
        if self.in_rows and self.depth >= ROW_DEPTH:
            if self.depth == CELL_DEPTH:
                self._start_cell(attributes)
            elif self.depth == VALUE_DEPTH:
                if local(name) in ("v", "is", "f"):
                    self.filled.add(self.column)
            elif self.depth == ROW_DEPTH:
                self._start_row(attributes, at)
            return
        if self.depth > ROW_DEPTH:
            return
        element = Element(local(name), attributes, at, tag_end(self.part, at))
        if self.depth == 1:
            self.found.root = element
        elif self.depth == 2:
            self.found.outer.append(element)
            self.in_rows = element.name == "sheetData"
        elif self.open[-1].name in KEPT_CHILDREN:
            self.open[-1].children.append(element)
            if len(self.open[-1].children) > MOST_IN_TREE:
                raise Damaged("elements")
        self.open.append(element)

    def end(self, name: str, at: int) -> None:
        if self.in_rows and self.depth >= ROW_DEPTH:
            if self.depth == ROW_DEPTH:
                self._end_row(at)
        elif self.depth <= ROW_DEPTH:
            close(self.part, self.open.pop(), at)
            self.in_rows = self.in_rows and self.depth > 2
        self.depth -= 1

    def _start_row(self, attributes: dict[str, str], at: int) -> None:
        row = number(attributes["r"], LAST_ROW) if "r" in attributes else self.row + 1
        if row <= self.row:
            raise Damaged("order of rows")
        self.row, self.column = row, 0
        while self.missing and self.missing[0] < row:
            self.found.gaps[self.missing.pop(0)] = at
        if self.missing and self.missing[0] == row:
            self.missing.pop(0)
        self.element = Element("row", attributes, at, 0)
        self.is_needed = row in self.wanted or row == self.found.header
        self.filled = set()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self.column = column_of(reference) if reference else self.column + 1
        style = attributes.get("s", "0")
        if style != "0" and style.isdecimal() and self.is_ours(int(style)):
            self.is_needed = True

    def _end_row(self, at: int) -> None:
        element, found = self.element, self.found
        if element is None:
            raise Damaged("row")
        filled = self.filled
        is_header = self.row == found.header
        if not found.header and len(filled) >= SEVERAL:
            found.header, is_header = self.row, True
        if is_header:
            self._take_header(at)
        if found.problems in filled:
            self.is_needed = True
            filled.discard(found.problems)
        if filled:
            found.last_row = self.row
            if found.header and self.row >= found.header:
                found.last_column = max(found.last_column, *filled)
        if self.is_needed or is_header:
            self._close_row(element, at)
            found.rows[self.row] = element
            if len(found.rows) > ROWS:
                raise Damaged("rows")

    def _close_row(self, element: Element, at: int) -> None:
        if not element.inner:
            element.inner = tag_end(self.part, element.start)
            close(self.part, element, at)

    def _take_header(self, at: int) -> None:
        """Find the column of problems among the cells of the header."""
        if self.element is None:
            raise Damaged("row")
        self._close_row(self.element, at)
        self.found.first_column = min(self.filled, default=1)
        for column, cell in cells_of(tree(self.part[self.element.start : self.element.end])):
            if _is_problems(cell, self.header_texts):
                self.found.problems = column


def _is_problems(cell: Element, header_texts: Collection[int]) -> bool:
    if cell.attributes.get("t") == "s":
        value = cell.child("v")
        text = value.all_text().strip() if value else ""
        return text.isdecimal() and len(text) < 10 and int(text) in header_texts
    return name_of(cell.all_text().strip()) == PROBLEMS_HEADER


def shared_headers(part: bytes | None) -> frozenset[int]:
    """The numbers of the shared texts that head the column of problems."""
    if part is None or PROBLEMS_HEADER.encode() not in part:
        return frozenset()
    texts: list[list[str]] = []

    def start(name: str, attributes: Mapping[str, str], at: int) -> None:
        if local(name) == "si":
            texts.append([])

    def text(data: str) -> None:
        if texts:
            texts[-1].append(data)

    scan(part, start, lambda name, at: None, text)
    found = (n for n, one in enumerate(texts) if name_of("".join(one).strip()) == PROBLEMS_HEADER)
    return frozenset(found)
