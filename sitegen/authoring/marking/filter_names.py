"""The hidden names by which Excel knows where the filters of sheets are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

from sitegen.authoring.marking.xml_edits import Edit, check_encoding, edited, prefix_of, tree

NAME: Final = "_xlnm._FilterDatabase"
BEFORE: Final = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences"),
)
"""What stands before the names in a workbook."""


def with_filters(part: bytes, areas: Mapping[int, tuple[str, str]]) -> bytes:
    """The main part of a workbook, knowing the (sheet, area) of filters by the number of the sheet from 0."""
    if not areas:
        return part
    check_encoding(part)
    root = tree(part)
    prefix = prefix_of(part)
    names = root.child("definedNames")
    edits: list[Edit] = []
    left = dict(areas)
    for one in names.children if names else ():
        sheet = one.attributes.get("localSheetId", "")
        if one.attributes.get("name") == NAME and sheet.isdecimal() and int(sheet) in left:
            edits.append((one.inner, one.close, escape(_reference(*left.pop(int(sheet)))).encode()))
    new = "".join(
        f'<{prefix}definedName name="{NAME}" localSheetId="{number}" hidden="1">'
        f"{escape(_reference(*area))}</{prefix}definedName>"
        for number, area in sorted(left.items())
    ).encode()
    if names is not None and not names.is_empty_tag:
        edits.append((names.close, names.close, new))
    elif new:
        at = max(one.end for one in root.children if one.name in BEFORE)
        start, end = (names.start, names.end) if names else (at, at)
        tag = f"{prefix}definedNames"
        edits.append((start, end, f"<{tag}>".encode() + new + f"</{tag}>".encode()))
    return edited(part, edits)


def _reference(sheet: str, area: str) -> str:
    first, _, last = area.partition(":")
    name = sheet.replace("'", "''")
    return f"'{name}'!{_fixed(first)}:{_fixed(last)}"


def _fixed(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"
