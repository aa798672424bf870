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
