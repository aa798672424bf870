"""Entries become the texts of cells: those in the row of an entry, and those in rows of its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sitegen.authoring.sheets.cells import cell_text
from sitegen.authoring.sheets.columns import Column, Part
from sitegen.authoring.sheets.readable_entries import ReadableEntry
from sitegen.authoring.sheets.reference_names import ReferenceNames
from sitegen.loading.document import Tree
from sitegen.problems import Kind, Location, Problem, Severity

NOT_HELD = Kind(
    "export.not-held",
    Severity.WARNING,
    zh="“{title}”写不进这个表格",
    en="“{title_en}” does not fit into this table",
    fix_zh="这一项仍在这个文件里改；导出成 .xlsx 能写下的多一些",
    fix_en="edit it in this file; a workbook (.xlsx) holds more",
)
FIRST_ONLY = Kind(
    "export.first-only",
    Severity.WARNING,
    zh="“{title}”有 {count} 个，一行只写得下第一个",
    en="there are {count} of “{title_en}”; a row holds the first only",
    fix_zh="导出成 .xlsx，每一个占一行",
    fix_en="export a workbook (.xlsx), which has a row for each",
)
LONGEST_CELL = 32_767
"""Maximum length of a cell of Excel, in UTF-16 units."""
Cells: TypeAlias = "dict[str, str]"
"""Texts by the name of their column in a part."""
Row: TypeAlias = "tuple[str, Mapping[tuple[str, ...], Cells]]"
"""The id of an entry, and its cells by the place of their part."""


def has_own_sheet(part: Part, *, in_one: bool) -> bool:
    """Whether the members of a part are rows of a further sheet. With `in_one` there are no further sheets
    but for lists that the row of an entry has no columns for."""
    return part.is_list and not part.is_claim and not (in_one and len(part.path) == 1)


@dataclass(slots=True)
class EntryCells:
    """The cells of entries, gathered one by one with `add`.

    With `in_one`, all is to stand in one sheet: of a list the first member is taken. `lists` has rows of
    further sheets, (id, cells), by the place of their part. `problems` tells what is in neither.
    """

    parts: tuple[Part, ...]
    names: ReferenceNames
    in_one: bool
    rows: list[Row] = field(default_factory=list)
    lists: dict[tuple[str, ...], list[tuple[str, Cells]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, entry: ReadableEntry) -> None:
        cells = {}
        for part in self.parts:
            written = at_place(entry.tree, part.place)
            if written is not None and (own := self._cells_of(entry, part, written)):
                cells[part.place] = own
        self.rows.append((entry.id, cells))
        known = {part.place[0] for part in self.parts}
        for name in entry.tree:
            if name not in known:
                self._not_held(entry.at(name), name, name)

    def _cells_of(self, entry: ReadableEntry, part: Part, written: Tree) -> Cells:
        """The cells of a part in the row of its entry; members of lists become rows of their own."""
        if not part.path:
            return self._field(entry, part, written)
        members = members_of(part, written)
        own_sheet = has_own_sheet(part, in_one=self.in_one)
        if members is None or (own_sheet and self.in_one):
            self._not_held(entry.at(*part.place), part.title, part.title_en)
            return {}
        texts = [self._texts(entry, part, member) for member in members]
        if own_sheet or (part.is_claim and len(texts) > 1 and not self.in_one):
            self._add_rows(part, entry.id, texts)
            return {}
        if len(texts) > 1:
            facts = {"title": part.title, "title_en": part.title_en, "count": str(len(texts))}
            self.problems.append(Problem(FIRST_ONLY, entry.at(*part.place), facts))
        return texts[0] if texts else {}

    def _field(self, entry: ReadableEntry, part: Part, written: Tree) -> Cells:
        """The cell of a field by itself. Several values that no one cell can hold become rows."""
        column = part.columns[0]
        text = self._text(column, written)
        if text is not None:
            return {column.name: text}
        members = written if isinstance(written, list) and column.is_list else []
        texts = [{column.name: member} for member in members if isinstance(member, str)]
        if self.in_one or len(texts) != len(members) or not texts:
            self._not_held(entry.at(*part.place), part.title, part.title_en)
        else:
            self._add_rows(part, entry.id, texts)
        return {}

    def _texts(self, entry: ReadableEntry, part: Part, member: Mapping[str, Tree]) -> Cells:
        """The cells of a group of fields. Groups within it are parts of their own."""
        inner = {other.path[-1] for other in self.parts if other.path[:-1] == part.path != ()}
        columns = {column.name: column for column in part.columns}
        texts: Cells = {}
        for name, written in member.items():
            column = columns.get(name)
            text = self._text(column, written) if column is not None else None
            if text is not None:
                texts[name] = text
            elif name not in inner:
                title, title_en = (column.header, column.title_en) if column else (name, name)
                self._not_held(
                    entry.at(*part.place), f"{part.title}.{title}", f"{part.title_en}.{title_en}"
                )
        return texts

    def _text(self, column: Column, written: Tree) -> str | None:
        text = cell_text(column, written, self.names)
        too_long = text is not None and len(text.encode("utf-16-le")) // 2 > LONGEST_CELL
        return None if too_long else text

    def _add_rows(self, part: Part, identifier: str, texts: list[Cells]) -> None:
        self.lists.setdefault(part.place, []).extend((identifier, cells) for cells in texts)

    def _not_held(self, at: Location, title: str, title_en: str) -> None:
        self.problems.append(Problem(NOT_HELD, at, {"title": title, "title_en": title_en}))


def at_place(tree: Mapping[str, Any], place: tuple[str, ...]) -> Any:
    """What is written at a place of an entry, None where nothing is."""
    found: Any = tree
    for name in place:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def members_of(part: Part, written: Any) -> list[Mapping[str, Tree]] | None:
    """The groups of fields of a part; None where something else is written."""
    if part.is_claim and isinstance(written, str):
        return [{"value": written}]
    in_list = (
        [written] if isinstance(written, dict) and (part.is_claim or not part.is_list) else written
    )
    if not isinstance(in_list, list) or not all(isinstance(member, dict) for member in in_list):
        return None
    return in_list if part.is_list or len(in_list) == 1 else None
