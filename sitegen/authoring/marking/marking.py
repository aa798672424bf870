"""Marks in the parts of an .xlsx file: its sheets, styles, comments and filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sitegen.authoring.marking.archive import Archive
from sitegen.authoring.marking.column_edits import insertion_point, pixels
from sitegen.authoring.marking.comment_boxes import Sizes, with_boxes
from sitegen.authoring.marking.comments import commented
from sitegen.authoring.marking.filter_names import with_filters
from sitegen.authoring.marking.marks import Mark
from sitegen.authoring.marking.references import area_of
from sitegen.authoring.marking.relations import declare, relate, relations_of
from sitegen.authoring.marking.sheet_edits import (
    SheetMarks,
    column_of_problems,
    placed,
    with_marks,
)
from sitegen.authoring.marking.sheet_look import SheetLook, look, shared_headers
from sitegen.authoring.marking.styles import Styles
from sitegen.authoring.marking.table_parts import with_column
from sitegen.authoring.marking.xml_edits import Edit, tree
from sitegen.loading.workbook_marks import COMMENT_END, PROBLEMS_HEADER
from sitegen.loading.workbooks.facts import Damaged
from sitegen.problems import Language

WORKBOOK: Final = "xl/workbook.xml"
STYLES: Final = "xl/styles.xml"
STRICT: Final = b"purl.oclc.org/ooxml"
"""In workbooks that were saved as “Strict Open XML”, whose parts name each other by other addresses."""
COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
BOXES_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Marking:
    """Marks one workbook. Raises Damaged, TooLarge."""

    def __init__(self, data: bytes, headers: Mapping[str, int], language: Language) -> None:
        self.archive = Archive(data)
        self.headers = headers
        self.language = language
        relations = relations_of(self.archive, WORKBOOK)
        self.parts = {one.id: one.target for one in relations if one.kind == "worksheet"}
        texts = next((r.target for r in relations if r.kind == "sharedStrings"), "")
        self.header_texts = shared_headers(self.archive.read(texts))
        self.styles_part = next((r.target for r in relations if r.kind == "styles"), "")
        self.styles = Styles(self.archive.read(self.styles_part))

    def marked(self, marks: Sequence[Mark]) -> bytes:
        by_sheet: dict[str, list[Mark]] = {}
        for mark in marks:
            by_sheet.setdefault(mark.sheet, []).append(mark)
        main = self.archive.read(WORKBOOK)
        if main is None:
            raise Damaged(WORKBOOK)
        if STRICT in main:
            raise Damaged("strict")
        if not any(part in self.archive for part in self.parts.values()):
            raise Damaged("sheets")
        areas: dict[int, tuple[str, str]] = {}
        sheets = tree(main).child("sheets")
        if sheets is None:
            raise Damaged("sheets")
        for number, sheet in enumerate(sheets.children):
            name = sheet.attributes.get("name", "")
            relation = next(
                (v for k, v in sheet.attributes.items() if k.rpartition(":")[2] == "id"), ""
            )
            part = self.parts.get(relation, "")
            if part in self.archive:
                area = self._mark_sheet(part, number + 1, name, by_sheet.get(name, []))
                if area:
                    areas[number] = (name, area)
        self.archive.put(WORKBOOK, with_filters(main, areas))
        if not self.styles_part:
            self.styles_part = STYLES
            relate(self.archive, WORKBOOK, "styles", STYLES)
            declare(self.archive, STYLES, STYLES_TYPE)
        self.archive.put(self.styles_part, self.styles.written())
        return self.archive.written()

    def _mark_sheet(self, part: str, number: int, name: str, marks: list[Mark]) -> str:
        """Mark one sheet. The area of its filter, "" where that has not changed."""
        data = self.archive.read(part) or b""
        relations = relations_of(self.archive, part)
        old = next((one.target for one in relations if one.kind == "comments"), "")
        comments = self.archive.read(old) if old else None
        was_marked = (
            bool(self.styles.restored)
            or bool(self.header_texts)
            or PROBLEMS_HEADER.encode() in data
            or COMMENT_END.encode() in (comments or b"")
        )
        if not marks and not was_marked:
            return ""
        found, sheet_marks = self._look(data, marks, self.headers.get(name, 0))
        edits: list[Edit] = []
        if sheet_marks.by_cell or comments:
            edits = self._comment(part, number, found, sheet_marks)
        new, area = with_marks(found, sheet_marks, self.styles, self.language, edits)
        self.archive.put(part, new)
        self._widen_tables(part, found, sheet_marks)
        return area

    def _widen_tables(self, part: str, found: SheetLook, marks: SheetMarks) -> None:
        column = column_of_problems(found, marks)
        for relation in relations_of(self.archive, part) if column else ():
            table = self.archive.read(relation.target) if relation.kind == "table" else None
            if table is not None:
                new = with_column(table, found.header, column, is_marked=bool(marks.by_row))
                self.archive.put(relation.target, new)

    def _look(self, data: bytes, marks: list[Mark], header: int) -> tuple[SheetLook, SheetMarks]:
        wanted = {mark.row for mark in marks}
        while True:
            found = look(data, wanted, header, self.styles.restored.__contains__, self.header_texts)
            sheet_marks = placed(marks, found)
            missing = {row for row, _ in sheet_marks.by_cell} - {*found.rows, *found.gaps}
            if not missing:
                return found, sheet_marks
            wanted |= missing  # cells that are merged show in the row of the first

    def _comment(self, part: str, number: int, found: SheetLook, marks: SheetMarks) -> list[Edit]:
        """Write the comments of a sheet, and the drawing with their boxes. What changes in the sheet by that."""
        relations = relations_of(self.archive, part)
        old = next((one.target for one in relations if one.kind == "comments"), "")
        texts = marks.comments()
        result = commented(self.archive.read(old) if old else None, texts)
        name = old or self.archive.free_name("xl/comments", ".xml")
        self.archive.put(name, result.part)
        if not old:
            relate(self.archive, part, "comments", name)
            declare(self.archive, name, COMMENTS_TYPE)
        added = {_cell(one): texts[_cell(one)] for one in result.added}
        removed = {_cell(one) for one in result.removed}
        if not added and not removed:
            return []
        drawing = found.child("legacyDrawing")
        ids = drawing.attributes if drawing else {}
        relation = next((v for k, v in ids.items() if k.rpartition(":")[2] == "id"), "")
        boxes = {one.id: one.target for one in relations}.get(relation, "")
        before = self.archive.read(boxes) if boxes else None
        name = boxes or self.archive.free_name("xl/drawings/vmlDrawing", ".vml")
        sizes = Sizes(*pixels(found, column_of_problems(found, marks)))
        self.archive.put(name, with_boxes(before, added, removed, sizes, number))
        if boxes:
            return []
        relation = relate(self.archive, part, "vmlDrawing", name)
        declare(self.archive, name, BOXES_TYPE)
        at = insertion_point(found, "legacyDrawing")
        new = f'<{found.prefix}legacyDrawing xmlns:r="{RELATIONS}" r:id="{relation}"/>'.encode()
        return [(drawing.start, drawing.end, new) if drawing else (at, at, new)]


def _cell(reference: str) -> tuple[int, int]:
    top, left, _, _ = area_of(reference)
    return top, left
