"""The words by which a workbook of ours says what a sheet, a column and a row of it are.

They are written by `authoring.sheets` and recognised by whatever reads a workbook back.
"""

from __future__ import annotations

from typing import Final

ID_HEADER: Final = "编号"
"""The header of the first column of each sheet. In a further sheet it names the entry of the row."""
EXAMPLE: Final = "示例"
"""What the column 编号 says in a row that is only an example and is never read."""
GUIDE_SHEET: Final = "填写说明"
"""The sheet with instructions for people."""
LISTS_SHEET: Final = "选项"
"""The hidden sheet with the values of the drop-down lists."""
OTHER_SHEETS: Final = frozenset([GUIDE_SHEET, LISTS_SHEET])
"""Sheets that hold no entries."""
PROBLEMS_HEADER: Final = "问题（改好后再导入）"
"""The header of the column that says what is wrong in each row. No field is called so: the column is passed over
wherever it is read, also in a CSV file that was saved from the workbook."""
COMMENT_START: Final = "【问题】"
COMMENT_END: Final = "—— sitegen ——"
"""The lines between which a comment of a cell is ours. What stands outside them is the author's."""
MARKED_STYLE: Final = "问题标记"
"""How the names of the cell styles begin that marked cells have. Such a style has the fill of before."""
SHEET_NAME_LIMIT: Final = 31
"""Maximum length of a sheet's name."""
_NOT_IN_NAMES = str.maketrans("[]:*?/\\'", "--------")
"""Characters that Excel refuses in the name of a sheet."""


def sheet_name(title: str) -> str:
    """The name of the sheet for something with this title: 图片, 质量特色.理化指标. A site may have words of its
    own in it."""
    return title.translate(_NOT_IN_NAMES).strip("-")[:SHEET_NAME_LIMIT] or "-"


def numbered_name(name: str, number: int) -> str:
    """The name of a further sheet whose own name is taken already."""
    return f"{name[: SHEET_NAME_LIMIT - 4]} {number}"


def without_number(name: str) -> str:
    """The name of a sheet without such a number."""
    rest, space, number = name.rpartition(" ")
    return rest if space and number.isdigit() else name
