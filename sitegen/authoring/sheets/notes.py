"""What the note of a header says of its column, and the instructions for people who fill in a form."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.authoring.sheets.columns import Column

SHOWN_CHOICES = 12
"""Of a longer list the drop-down alone has all."""


def column_note(column: Column) -> str:
    """The description of a column, a line for each thing to know."""
    return "\n".join(_lines(column))


def how_to_fill(column: Column) -> str:
    """The same in one line, without whether the column is required."""
    return "；".join(line for line in _lines(column) if line not in (REQUIRED, PRIVATE))


REQUIRED = "必填。"
PRIVATE = "内部资料，不会公开。"


def _lines(column: Column) -> Iterator[str]:
    if column.is_required:
        yield REQUIRED
    if column.is_private:
        yield PRIVATE
    if column.about and not (column.collections and "编号" in column.about):
        yield column.about
    named = all(choice in column.about for choice in column.choices)
    if column.choices and not named and len(column.choices) <= SHOWN_CHOICES:
        yield "可选：" + "、".join(column.choices)
    elif column.choices and not named:
        yield "从下拉里选一个"
    if column.collections and column.takes_any_name:
        yield "从下拉里选；没有的写全称"
    elif column.collections:
        yield "从下拉里选" if not column.is_list else "从下拉里选；有几个时自己写，用顿号隔开"
    elif column.is_list and "隔开" not in column.about:
        yield "有几个时用顿号隔开"
