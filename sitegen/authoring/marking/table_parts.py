"""Tables in the sense of Excel (“format as table”), whose filter takes in the column of problems."""

from __future__ import annotations

from sitegen.authoring.marking.references import area_of
from sitegen.authoring.marking.xml_edits import (
    Edit,
    check_encoding,
    edited,
    prefix_of,
    quoted,
    tree,
    with_attributes,
)
from sitegen.loading.workbook_marks import PROBLEMS_HEADER
from sitegen.problems import letters


def with_column(part: bytes, header: int, column: int, *, is_marked: bool) -> bytes:
    """The table with the column of problems as its last one, or without it where nothing is marked. A table whose
    header is not in row `header`, or that does not end beside the column, stays as it is. Raises Damaged."""
    check_encoding(part)
    root = tree(part)
    columns = root.child("tableColumns")
    top, left, bottom, right = area_of(root.attributes.get("ref", ""))
    if columns is None or not columns.children or top != header:
        return part
    last = columns.children[-1]
    has_column = right == column and last.attributes.get("name") == PROBLEMS_HEADER
    edits: list[Edit] = []
    count = len(columns.children)
    if is_marked and not has_column and right == column - 1:
        ids = [one.attributes.get("id", "") for one in columns.children]
        number = max((int(one) for one in ids if one.isdecimal() and len(one) < 10), default=0) + 1
        name = f'<{prefix_of(part)}tableColumn id="{number}" name="{quoted(PROBLEMS_HEADER)}"/>'
        edits.append((columns.close, columns.close, name.encode()))
        right, count = column, count + 1
    elif not is_marked and has_column and count > 1:
        edits.append((last.start, last.end, b""))
        right, count = column - 1, count - 1
    else:
        return part
    head = part[columns.start : columns.inner]
    edits.append((columns.start, columns.inner, with_attributes(head, {"count": str(count)})))
    area = f"{letters(left)}{top}:{letters(right)}{bottom}"
    edits.append(
        (root.start, root.inner, with_attributes(part[root.start : root.inner], {"ref": area}))
    )
    old = root.child("autoFilter")
    if old is not None:
        _, _, end, _ = area_of(old.attributes.get("ref", ""))
        area = f"{letters(left)}{top}:{letters(right)}{end}"
        edits.append(
            (old.start, old.inner, with_attributes(part[old.start : old.inner], {"ref": area}))
        )
    return edited(part, edits)
