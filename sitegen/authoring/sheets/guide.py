"""The sheet of instructions: what a workbook is, what must not be touched, what each column wants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.authoring.sheets.notes import how_to_fill
from sitegen.authoring.sheets.sheet import Sheet
from sitegen.loading.workbook_marks import EXAMPLE, ID_HEADER

DATES = "日期写成 2025-10-01；只知道到月份写 2025-10，只知道年份写 2025。"
AS_TEXT = "电话、代码原样填：格子都是文本格式，开头的 0 不会丢，18 位的代码不会变样。"
LISTS = "有下拉的格子请从下拉里选；能填几个的，自己写，用顿号“、”隔开。"


class Guide(NamedTuple):
    """`tables` has for each sheet its title and (header, required or private, how to fill it in)."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


def export_guide(sheets: list[Sheet], *, has_bodies: bool) -> Guide:
    """The instructions in a workbook of entries."""
    first, *further = sheets
    lines = [
        f"这是从网站内容导出的“{first.title}”，共 {len(first.rows)} 个条目，一行一个。",
        f"请不要改“{ID_HEADER}”、第一行的列名和工作表的名称；“{ID_HEADER}”就是网址。列的先后可以动。",
    ]
    if further:
        titles = "、".join(f"“{sheet.title}”" for sheet in further)
        lines.append(
            f"一个条目可以有几个的，在后面的工作表里：{titles}。每一个占一行，“{ID_HEADER}”写它属于哪个条目。"
        )
    if private := _private(sheets):
        lines.append(
            f"红底的列是内部资料（{'、'.join(private)}），网站上不公开。这份文件请勿外传；"
            "要给外面的人，用 sitegen table export --public 另导一份。"
        )
    if has_bodies:
        lines.append("正文不在表格里，仍在各个条目的文件里改。")
    return Guide(f"{first.title} · 导出的表格", (*lines, DATES, AS_TEXT, LISTS), _tables(sheets))


def form_guide(sheets: list[Sheet], *, has_pictures: bool) -> Guide:
    """The instructions in an empty form."""
    first, *further = sheets
    lines = [
        f"请在工作表“{first.title}”里填，一行一个。各列要什么，见下面的表，鼠标停在列名上也会显示。",
        f"灰色的一行是示例（“{ID_HEADER}”写着“{EXAMPLE}”），照它的样子填就行；留着、删掉都可以，不会收进去。",
        "橙色的列必填。别的列有就填，没有就空着，不用写“无”。",
        f"“{ID_HEADER}”空着就行，由收表的单位来编。",
        "请不要改第一行的列名，不要合并单元格，不要在上面加标题行。",
    ]
    if further:
        titles = "、".join(f"“{sheet.title}”" for sheet in further)
        lines[3] = (
            f"{titles}里每一个占一行，“{ID_HEADER}”和“{first.title}”里的写成一样的，就知道属于哪一个。"
        )
    if has_pictures:
        lines.append("照片另外发文件，表里只写文件名。")
    return Guide(f"{first.title} · 填写说明", (*lines, DATES, AS_TEXT, LISTS), _tables(sheets))


def _private(sheets: Iterable[Sheet]) -> list[str]:
    headers = (c.header for sheet in sheets for c in sheet.columns if c.is_private)
    return list(dict.fromkeys(headers))


def _tables(
    sheets: Iterable[Sheet],
) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    return tuple(
        (
            sheet.title,
            tuple(
                (
                    column.header,
                    "必填" if column.is_required else "内部" if column.is_private else "",
                    how_to_fill(column),
                )
                for column in sheet.columns
            ),
        )
        for sheet in sheets
    )
